// English: the same secretary, as formal and as short.

import type { Catalog } from './catalog.ts';
import { answers, bulletin, home, refusals } from './en/answers.ts';
import { forms } from './en/forms.ts';
import { notes, receipt, told } from './en/told.ts';
import { commands, words } from './en/words.ts';

export const en: Catalog = {
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
