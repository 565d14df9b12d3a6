// 接收: the office accepts a filed report. Nothing is asked; a second press hears who accepted.

import { decideAccept } from '../domain/review.ts';
import type { ObligationRow } from '../domain/things.ts';
import { chooseRow, parseAboutUnit } from './chosen-row.ts';
import { defineCommand } from './command.ts';
import { carryOut, nothingToDecide, type RowDecision, refused } from './review-row.ts';

const words = { zh: ['接收', '接受'], en: ['accept'] };
const isSubmitted = (row: ObligationRow): boolean => row.state === 'submitted';

const decision: RowDecision = {
  command: 'accept',
  by: 'office',
  verbs: ['return', 'accept', 'waive'],
  outcome: 'accepted',
  refuse: async (context, row) => (isSubmitted(row) ? null : nothingToDecide(context, row, decision)),
  decide: decideAccept,
};

export const accept = defineCommand({
  name: 'accept',
  words,
  access: 'office',
  parse: (_, context, typed) => {
    const about = parseAboutUnit(context, words, typed);
    if ('refusal' in about) return about;
    if (about.text !== '') return { refusal: { kind: 'unknown_word', typed: about.text, command: 'accept' } };
    return about.input;
  },
  run: async (context, input) => {
    const chosen = await chooseRow(context, { command: 'accept', fits: isSubmitted }, input);
    if ('refusal' in chosen) return refused(chosen.refusal);
    return carryOut(context, chosen.row, decision, input.key);
  },
});
