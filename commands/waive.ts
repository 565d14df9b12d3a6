// 免报: the office excuses a unit from a report it owes, or itself from the meeting of a month, with a reason. A meeting that
// is not owed is not held: it is cancelled in the same commit.

import { isOwed } from '../domain/obligation.ts';
import { decideWaive } from '../domain/review.ts';
import { chooseRow, parseAboutUnit } from './chosen-row.ts';
import { defineCommand } from './command.ts';
import { meetingCancelled } from './consultation/schedule.ts';
import { describeRow } from './ledger.ts';
import { askOrCarryOut, nothingToDecide, type RowDecision, refused } from './review-row.ts';
import { problemsOf, textProblem } from './typed-text.ts';

const words = { zh: ['免报'], en: ['waive', 'excuse'] };

const decisionOf = (reason: string): RowDecision => ({
  command: 'waive',
  by: 'office',
  verbs: ['return', 'accept', 'waive', 'decide_dispute'],
  outcome: 'waived',
  refuse: async (context, row) =>
    isOwed(row)
      ? null
      : nothingToDecide(context, row, { command: 'waive', verbs: ['accept', 'waive', 'decide_dispute'] }),
  decide: async (review, context) => {
    const waived = decideWaive(review, reason.trim());
    const cancelled = await meetingCancelled(context, review.row, reason.trim());
    return { ...waived, changes: [...waived.changes, ...cancelled] };
  },
});

export const waive = defineCommand({
  name: 'waive',
  words,
  access: 'office',
  parse: (_, context, typed) => {
    const about = parseAboutUnit(context, words, typed);
    if ('refusal' in about) return about;
    return about.text === '' ? about.input : { ...about.input, values: { reason: about.text } };
  },
  run: async (context, input) => {
    const chosen = await chooseRow(context, { command: 'waive', fits: isOwed }, input);
    if ('refusal' in chosen) return refused(chosen.refusal);
    const { row } = chosen;
    const obligation = await describeRow(context, row);
    return askOrCarryOut(context, row, input, decisionOf(input.values?.reason ?? ''), {
      show: async (values, problems) => ({ form: 'waive', obligation, values, problems }),
      check: (values) => problemsOf(textProblem('reason', values.reason ?? '', true)),
    });
  },
});
