// A request to do something: its form is opened, or what it can be pressed on is shown; nothing is done by asking for it in
// a sentence. So a command that acts at its bare word (催报, 接收) is answered with the list or the report that has its button.

import type { ActionInput, ActionName } from '../../domain/actions.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { permit } from '../../domain/permission.ts';
import { mayDispatch } from '../../domain/task/verbs.ts';
import type { AskedCommand, Reading } from '../ask/reading.ts';
import { call, forbidden } from '../calling.ts';
import type { Context } from '../command.ts';
import type { Answerer } from './answerer.ts';
import { answerBulletin } from './bulletin.ts';
import { answerLatest } from './reports.ts';
import { periodNamed } from './span.ts';
import { answerTask } from './tasks.ts';
import { answerWho } from './who.ts';

/** Unit, duty and period, as the command's own words would name them. */
function aboutOf({ units, duty, ...slots }: Reading): ActionInput {
  const period = periodNamed(slots);
  return {
    ...(units?.length === 1 && { unit: units[0]! }),
    ...(duty && { duty }),
    ...(period && !period.startsWith('phase:') && { period }),
  };
}

const asking =
  (name: ActionName): Answerer =>
  (context, reading) =>
    call(context, name, aboutOf(reading));

/** Who may not use a command hears that, rather than being shown where its button would be. */
const shownInstead =
  (name: ActionName, instead: Answerer): Answerer =>
  async (context, reading, text) => {
    const command = context.commands.find((each) => each.name === name)!;
    return permit(context.actor.postings, command.access)
      ? instead(context, reading, text)
      : forbidden(context, command);
  };

/** 催报 stands under the list of who is missing, of all or of the units that were named. */
const chase: Answerer = (context, reading, text) =>
  answerWho(context, { ...reading, state: 'missing' }, text);

/** A number: the card with what may be done with it. Else a new one, with what was said of it, or the list. */
async function task(context: Context, reading: Reading, text: string): Promise<Outcome> {
  if (reading.task !== undefined) return answerTask(context, reading, text);
  if (!mayDispatch(context.actor.postings)) return call(context, 'task', { verb: 'list' });
  const { units, area, to } = reading;
  return call(context, 'task', {
    verb: 'new',
    ...(units?.length && { unit: units[0]! }),
    ...(area && { area }),
    ...(to && { to }),
  });
}

/** The form, with the person who was named chosen in it; the days are said again there, for with them it would be done. */
const leave: Answerer = (context, { person }) => {
  const { people } = context.actor.campaign.definition;
  const named = people.find(({ name }) => name === person);
  return call(context, 'leave', named ? { person: named.person } : {});
};

/** A remark goes with a task's feedback; on a report it is made where the report is. */
const note: Answerer = (context, reading, text) =>
  reading.task === undefined ? answerLatest(context, reading, text) : answerTask(context, reading, text);

const ACTS: Record<AskedCommand, Answerer> = {
  report: asking('report'),
  nil: asking('nil'),
  chase: shownInstead('chase', chase),
  return: asking('return'),
  accept: shownInstead('accept', answerLatest),
  waive: asking('waive'),
  dispute: asking('dispute'),
  bulletin: shownInstead('bulletin', answerBulletin),
  task,
  consultation: (context) => call(context, 'consultation', { verb: 'show' }),
  incident: (context) => call(context, 'incident', { verb: 'report' }),
  roster: asking('roster'),
  replace_liaison: asking('replace_liaison'),
  leave,
  rehearse: (context) => call(context, 'rehearse'),
  export: asking('export'),
  audit: asking('audit'),
  settings: (context) => call(context, 'settings'),
  note,
};

/** Offers what was asked for. */
export const answerAct: Answerer = (context, reading, text) =>
  reading.command ? ACTS[reading.command](context, reading, text) : call(context, 'help');
