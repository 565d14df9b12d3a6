// Links to messages of this workspace: they lead to the message on this page, not out of it.

import type { MouseEvent } from 'react';
import { openMessage } from './store.ts';

const PERMALINK = /\/archives\/([A-Z0-9]+)\/p(\d+)(\d{6})(?:\?|$)/;

/** What a click on a link does; nothing of its own where the link leads elsewhere. */
export const openIfHere = (url: string) => (event: MouseEvent) => {
  const [, channel, seconds, rest] = PERMALINK.exec(url) ?? [];
  if (!channel) return;
  event.preventDefault();
  openMessage(channel, `${seconds}.${rest}`);
};
