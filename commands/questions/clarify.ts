// Two readings that are equally likely become a question with a button for each; nothing is guessed. A press asks for the
// command that is nearest to the reading, in the campaign that was meant.

import type { ActionInput, ActionName } from '../../domain/actions.ts';
import type { Choice } from '../../domain/ask/facts.ts';
import { unitFacts } from '../../domain/obligation-facts.ts';
import type { CommandName, Outcome } from '../../domain/outcome.ts';
import type { Intent, Reading } from '../ask/reading.ts';
import { call } from '../calling.ts';
import type { Context } from '../command.ts';
import { periodNamed } from './span.ts';

const MOST_CHOICES = 5;

/** The command that answers an intent, or is nearest to it. */
const COMMANDS: Record<Exclude<Intent, 'act'>, CommandName> = {
  mine: 'mine',
  who: 'missing',
  status: 'status',
  due: 'mine',
  overdue: 'status',
  task: 'task',
  tasks: 'task',
  figures: 'show',
  timeliness: 'status',
  latest: 'show',
  consultation_next: 'consultation',
  consultation_agenda: 'consultation',
  consultation_attendance: 'consultation',
  decisions: 'consultation',
  contact: 'roster',
  bulletin: 'bulletin',
  search: 'help',
  history: 'audit',
  sent: 'mine',
  help: 'help',
};

const VERBS: Partial<Record<Intent, string>> = {
  task: 'show',
  tasks: 'list',
  consultation_next: 'show',
  consultation_agenda: 'see_agenda',
  consultation_attendance: 'see_attendance',
  decisions: 'decisions',
  bulletin: 'preview',
};

/** What acts at its bare word is looked at first. */
function commandOf({ intent, command, units }: Reading): CommandName {
  if (intent !== 'act') return intent === 'who' && units?.length ? 'status' : COMMANDS[intent];
  if (command === 'chase') return units?.length ? 'status' : 'missing';
  return command === undefined || command === 'note' || command === 'accept' ? 'show' : command;
}

function pressOf({ actor }: Context, reading: Reading): { action: ActionName; input: ActionInput } {
  const period = periodNamed(reading);
  const verb = VERBS[reading.intent];
  return {
    action: commandOf(reading),
    input: {
      campaign: actor.campaign.id,
      ...(verb && { verb }),
      ...(reading.units?.length === 1 && { unit: reading.units[0]! }),
      ...(reading.duty && { duty: reading.duty }),
      ...(reading.area && { area: reading.area }),
      ...(period && { period }),
      ...(reading.task !== undefined && { no: reading.task }),
      ...(reading.no !== undefined && { no: reading.no }),
    },
  };
}

const isSame = (a: Choice, b: Choice): boolean =>
  a.action === b.action && JSON.stringify(a.input) === JSON.stringify(b.input);

/** Readings about different units are told apart by them, others by their command. */
function choicesOf(context: Context, readings: readonly Reading[]): Choice[] {
  const named = readings.map(({ units }) => (units?.length === 1 ? units[0]! : null));
  const byUnit = named.every((unit) => unit !== null) && new Set(named).size === named.length;
  const choices = readings.map((reading, index): Choice => {
    const press = pressOf(context, reading);
    const unit = byUnit ? named[index]! : null;
    if (unit)
      return { about: { kind: 'unit', unit: unitFacts(context.actor.campaign.definition, unit) }, ...press };
    return { about: { kind: 'command', command: commandOf(reading) }, ...press };
  });
  return choices.filter((choice, index) => choices.findIndex((each) => isSame(each, choice)) === index);
}

/** Puts equally likely readings to the asker; where one press would answer all of them, it is pressed. */
export async function clarify(context: Context, readings: readonly Reading[]): Promise<Outcome> {
  const choices = choicesOf(context, readings);
  const [only, another] = choices;
  if (only && !another) return call(context, only.action, only.input);
  return { kind: 'clarify', choices: choices.slice(0, MOST_CHOICES) };
}

/** Several units were named where one is shown at a time. */
export const chooseUnit = (context: Context, reading: Reading): Promise<Outcome> =>
  clarify(
    context,
    (reading.units ?? []).map((unit) => ({ ...reading, units: [unit] })),
  );
