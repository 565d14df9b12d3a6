// English: the same secretary, as formal and as short.

import type { Catalog } from './catalog.ts';
import { amendments } from './en/amendments.ts';
import { answers, bulletin, home, refusals } from './en/answers.ts';
import { asking } from './en/asking.ts';
import { consultations } from './en/consultations.ts';
import { forms } from './en/forms.ts';
import { incidents } from './en/incidents.ts';
import { pictures } from './en/pictures.ts';
import { questions } from './en/questions.ts';
import { roster } from './en/roster.ts';
import { settings } from './en/settings.ts';
import { setup } from './en/setup.ts';
import { tables } from './en/tables.ts';
import { tasks } from './en/tasks.ts';
import { notes, receipt, told } from './en/told.ts';
import { commands, words } from './en/words.ts';

export const en: Catalog = {
  words,
  commands,
  told,
  receipt,
  bulletin,
  tasks,
  answers,
  refusals,
  forms,
  home,
  consultations,
  incidents,
  questions,
  pictures,
  tables,
  roster,
  asking,
  amendments,
  setup,
  settings,
  notes,
};
