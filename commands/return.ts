// 退回: the office sends a filed report back with a reason, and a date by which it is wanted again if it names one.

import type { FieldProblem } from '../domain/facts.ts';
import { isFiled } from '../domain/obligation.ts';
import type { AskFormFacts } from '../domain/outcome.ts';
import { decideReturn, defaultReturnDue } from '../domain/review.ts';
import type { ObligationRow } from '../domain/things.ts';
import { dateOf, instantOf } from '../domain/zone.ts';
import { chooseRow, parseAboutUnit } from './chosen-row.ts';
import { readDay, splitLastDay } from './civil-days.ts';
import { type Context, defineCommand } from './command.ts';
import { actingOf, describeRow } from './ledger.ts';
import { askOrCarryOut, nothingToDecide, type RowDecision, refused } from './review-row.ts';
import { problemsOf, textProblem } from './typed-text.ts';

type Values = Record<string, string>;
const words = { zh: ['退回'], en: ['return', 'send back'] };

const decisionOf = (context: Context, values: Values): RowDecision => ({
  command: 'return',
  by: 'office',
  verbs: ['return', 'accept', 'waive'],
  outcome: 'returned',
  refuse: async (fresh, row) =>
    isFiled(row)
      ? null
      : nothingToDecide(fresh, row, { command: 'return', verbs: ['return', 'accept', 'waive'] }),
  decide: (review) => decideReturn(review, (values.reason ?? '').trim(), dueOnIn(context, values)),
});

const today = ({ actor, at }: Context) => dateOf(at, actor.campaign.definition.zone);
const dueOnIn = (context: Context, { date }: Values) => (date ? readDay(date, today(context)) : null);

function dateProblem(context: Context, values: Values): FieldProblem | null {
  const typed = values.date ?? '';
  if (typed === '') return null;
  const dueOn = dueOnIn(context, values);
  if (!dueOn) return { field: 'date', kind: 'not_a_date', typed };
  const { workingHours, zone } = context.actor.campaign.definition;
  return instantOf(dueOn, workingHours.to, zone) <= context.at
    ? { field: 'date', kind: 'in_the_past', typed }
    : null;
}

async function formOf(
  context: Context,
  row: ObligationRow,
  values: Values,
  problems: FieldProblem[],
): Promise<AskFormFacts> {
  const { definition } = context.actor.campaign;
  const due = defaultReturnDue({
    campaign: definition,
    calendar: context.actor.calendar,
    acting: actingOf(context),
    row,
  });
  const obligation = await describeRow(context, row);
  return { form: 'return', obligation, defaultDueOn: dateOf(due, definition.zone), values, problems };
}

export const returnCommand = defineCommand({
  name: 'return',
  words,
  access: 'office',
  parse: (_, context, typed) => {
    const about = parseAboutUnit(context, words, typed);
    if ('refusal' in about) return about;
    if (about.text === '') return about.input;
    const { text, day } = splitLastDay(about.text);
    return { ...about.input, values: { reason: text, ...(day && { date: day }) } };
  },
  run: async (context, input) => {
    const chosen = await chooseRow(context, { command: 'return', fits: isFiled }, input);
    if ('refusal' in chosen) return refused(chosen.refusal);
    const { row } = chosen;
    return askOrCarryOut(context, row, input, decisionOf(context, input.values ?? {}), {
      show: (values, problems) => formOf(context, row, values, problems),
      check: (values) =>
        problemsOf(textProblem('reason', values.reason ?? '', true), dateProblem(context, values)),
    });
  },
});
