// 中文: how a good secretary of the office would write. Formal and short, no exclamation marks, no 请您务必.

import type { Catalog } from './catalog.ts';
import { amendments } from './zh/amendments.ts';
import { answers, bulletin, home, refusals } from './zh/answers.ts';
import { asking } from './zh/asking.ts';
import { consultations } from './zh/consultations.ts';
import { forms } from './zh/forms.ts';
import { incidents } from './zh/incidents.ts';
import { pictures } from './zh/pictures.ts';
import { questions } from './zh/questions.ts';
import { roster } from './zh/roster.ts';
import { settings } from './zh/settings.ts';
import { setup } from './zh/setup.ts';
import { tables } from './zh/tables.ts';
import { tasks } from './zh/tasks.ts';
import { notes, receipt, told } from './zh/told.ts';
import { commands, words } from './zh/words.ts';

export const zh: Catalog = {
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
