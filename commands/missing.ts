// 谁没报: the units that have not reported one duty in one period. Never mixes duties.

import { dutyFacts } from '../domain/obligation-facts.ts';
import { belongsTo } from '../domain/permission.ts';
import { maySee } from '../domain/sight.ts';
import { defineCommand } from './command.ts';
import { describeRows } from './ledger.ts';
import { answerOverSpan, isLongerSpan } from './longer-span.ts';
import { readNamed } from './named.ts';
import { notBegun } from './not-begun.ts';
import { dutyAndPeriodMeant, periodOfDeadline } from './period-meant.ts';
import { describeMissing, mayChase, readStanding, standingCounts } from './standing-of-duty.ts';

export const missing = defineCommand({
  name: 'missing',
  words: {
    zh: ['谁没报', '谁还没报', '谁还没交', '谁没交', '还有谁没报', '还有谁没交', '未报', '未报单位'],
    en: ['missing', 'who is missing', "who's missing", 'who has not reported', "who hasn't reported"],
  },
  access: 'all',
  parse: (rest, context) => {
    const input = readNamed(context, rest.replace(/^了/, ''), 'duty');
    const isUnit = !('refusal' in input) && input.unit !== undefined;
    return isUnit ? { refusal: { kind: 'unknown_word', typed: rest, command: 'missing' } } : input;
  },
  run: async (context, input) => {
    const meant = dutyAndPeriodMeant(context, input);
    if ('refusal' in meant)
      return isLongerSpan(context, input, [])
        ? answerOverSpan(context, 'who', input)
        : { kind: 'refused', refusal: meant.refusal };
    const standing = await readStanding(context, meant.duty, meant.deadline.period);
    const ahead =
      standing.rows.length === 0 &&
      (await notBegun(context, [{ duty: meant.duty, deadlines: [meant.deadline] }], { units: null }));
    if (ahead) return ahead;
    const { postings, campaign } = context.actor;
    const own = standing.rows.filter(({ unit }) => belongsTo(postings, unit));
    return {
      kind: 'missing',
      campaign: campaign.id,
      own: await describeRows(context, own),
      mayExport: maySee(postings, { kind: 'ledger', unit: null }),
      page: {
        from: input.no ?? 0,
        action: 'missing',
        again: { campaign: context.actor.campaign.id, duty: meant.duty.id, period: meant.deadline.period },
      },
      now: context.at,
      zone: context.actor.campaign.definition.zone,
      duty: dutyFacts(meant.duty),
      period: periodOfDeadline(context, meant),
      dueAt: meant.deadline.dueAt,
      counts: standingCounts(context, standing),
      rows: await describeMissing(context, standing),
      mayChase: mayChase(context, standing),
    };
  },
});
