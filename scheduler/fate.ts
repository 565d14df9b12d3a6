// What can become of an intent when it is looked at once more.

import type { Instant } from '../domain/ids.ts';
import type { NoticeItem } from '../domain/notice.ts';

/** One intent's fate: told with these facts, cancelled for this reason, or looked at again at this slot. */
export type Fate = { item: NoticeItem } | { cancel: string } | { again: Instant };
