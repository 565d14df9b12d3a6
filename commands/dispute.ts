// 申诉: the unit objects to 迟报, 漏报 or 逾期, as long as the bulletin about that period is not published.

import { isDisputable } from '../domain/obligation.ts';
import type { Refusal } from '../domain/outcome.ts';
import { unitsOf } from '../domain/permission.ts';
import { decideDispute } from '../domain/review.ts';
import type { ObligationRow } from '../domain/things.ts';
import { chooseRow, decidedBefore } from './chosen-row.ts';
import { type Context, defineCommand } from './command.ts';
import { readLeading } from './leading.ts';
import { describeRow } from './ledger.ts';
import { askOrCarryOut, type RowDecision, refused } from './review-row.ts';
import { problemsOf, textProblem } from './typed-text.ts';

const words = { zh: ['申诉'], en: ['dispute', 'object'] };

/** The number of the bulletin that told everybody about this row's period; null while there is none. */
async function publishedIn({ store }: Context, row: ObligationRow): Promise<number | null> {
  const [bulletin] = await store.list('bulletin', {
    where: { campaign: row.campaign, collects: row.duty, collectsPeriod: row.period, state: 'published' },
    limit: 1,
  });
  return bulletin?.no ?? null;
}

async function refusalOf(context: Context, row: ObligationRow): Promise<Refusal | null> {
  if (row.dispute) {
    const before = await decidedBefore(context, row, ['dispute', 'decide_dispute']);
    if (before) return before;
  }
  if (!isDisputable(row, context.at))
    return { kind: 'not_late', obligation: await describeRow(context, row) };
  const bulletinNo = await publishedIn(context, row);
  if (bulletinNo === null) return null;
  return { kind: 'dispute_too_late', obligation: await describeRow(context, row), bulletinNo };
}

const decisionOf = (text: string): RowDecision => ({
  command: 'dispute',
  by: 'unit',
  verbs: ['waive', 'decide_dispute'],
  outcome: 'disputed',
  refuse: refusalOf,
  decide: (review) => decideDispute(review, text.trim()),
});

export const dispute = defineCommand({
  name: 'dispute',
  words,
  access: 'unit',
  parse: (_, context, typed) => {
    const { unit, duty, period, text } = readLeading(context, words, typed);
    return {
      ...(unit && { unit: unit.id }),
      ...(duty && { duty: duty.id }),
      ...(period && { period }),
      ...(text !== '' && { values: { text } }),
    };
  },
  run: async (context, input) => {
    const fits = (row: ObligationRow) => isDisputable(row, context.at) && !row.dispute;
    const units = unitsOf(context.actor.postings);
    const chosen = await chooseRow(context, { command: 'dispute', fits, units, asksFirst: true }, input);
    if ('refusal' in chosen) return refused(chosen.refusal);
    const { row } = chosen;
    const obligation = await describeRow(context, row);
    return askOrCarryOut(context, row, input, decisionOf(input.values?.text ?? ''), {
      show: async (values, problems) => ({ form: 'dispute', obligation, values, problems }),
      check: (values) => problemsOf(textProblem('text', values.text ?? '', true)),
    });
  },
});
