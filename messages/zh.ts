// 中文: how a good secretary of the office would write. Formal and short, no exclamation marks, no 请您务必.

import type { Catalog } from './catalog.ts';
import { answers, bulletin, home, refusals } from './zh/answers.ts';
import { forms } from './zh/forms.ts';
import { notes, receipt, told } from './zh/told.ts';
import { commands, words } from './zh/words.ts';

export const zh: Catalog = {
  words,
  commands,
  told,
  receipt,
  bulletin,
  answers,
  refusals,
  forms,
  home,
  notes,
};
