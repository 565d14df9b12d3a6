// 催报: the office reminds by hand: one row, one unit, or all who are missing in a duty's period.

import type { ActionInput } from '../domain/actions.ts';
import { expectUnchanged } from '../domain/change.ts';
import { type Chased, decideChase } from '../domain/chase.ts';
import { defaultDuty } from '../domain/defaults.ts';
import type { ObligationFacts } from '../domain/facts.ts';
import { as, type Instant, type ObligationId, type UnitId } from '../domain/ids.ts';
import { isOwed, standingOf } from '../domain/obligation.ts';
import { dutyFacts, periodFacts, unitFacts } from '../domain/obligation-facts.ts';
import type { Outcome, Refusal } from '../domain/outcome.ts';
import { isOffice } from '../domain/permission.ts';
import { stepsOf } from '../domain/reminders.ts';
import type { ObligationRow } from '../domain/things.ts';
import { readAfresh } from './afresh.ts';
import { type Context, defineCommand } from './command.ts';
import { type Decision, decideAndCommit } from './commit.ts';
import { actingOf, describeRow, describeRows, officeContact, presenceNow, rowsOf } from './ledger.ts';
import { dutyAndPeriodMeant } from './period-meant.ts';
import { refused } from './review-row.ts';
import { readTargets, unknownWord } from './targets.ts';

type Rows = { rows: ObligationRow[] } | { refusal: Refusal };

async function oneRow(context: Context, id: string): Promise<Rows> {
  const row = await context.store.find('obligation', id);
  if (row?.campaign !== context.actor.campaign.id)
    return { refusal: { kind: 'gone', id: as<ObligationId>(id) } };
  if (isOwed(row)) return { rows: [row] };
  return {
    refusal: { kind: 'nothing_to_decide', obligation: await describeRow(context, row), command: 'chase' },
  };
}

/** Whether it is time to ask for a row: it is late or sent back, or its own reminders have begun. */
function isAskedFor({ actor, at }: Context, row: ObligationRow): boolean {
  const campaign = actor.campaign.definition;
  const standing = standingOf(row, at);
  if (standing !== 'due') return standing === 'overdue' || standing === 'returned';
  const duty = campaign.duties.find(({ id }) => id === row.duty);
  const [first] = duty ? stepsOf(campaign, duty, row, actor.calendar) : [];
  return first !== undefined && first.slotAt <= at;
}

/** What a unit is asked for now, else its row of the usual duty: nothing due in months, nothing missed long ago. */
async function rowsOfUnit(context: Context, unit: UnitId): Promise<Rows> {
  const rows = await context.store.list('obligation', {
    where: { campaign: context.actor.campaign.id, unit, state: { in: ['open', 'returned'] } },
    orderBy: 'dueAt',
  });
  const askedFor = rows.filter((row) => isAskedFor(context, row));
  return askedFor.length > 0 ? { rows: askedFor } : missingRows(context, { unit });
}

async function missingRows(context: Context, input: ActionInput): Promise<Rows> {
  const { actor, at } = context;
  const campaign = actor.campaign.definition;
  const duty = input.duty
    ? campaign.duties.find(({ id }) => id === input.duty)
    : defaultDuty(campaign, actor.calendar, at);
  if (!duty) return { refusal: { kind: 'unknown_duty', typed: input.duty ?? '', near: [] } };
  const meant = dutyAndPeriodMeant(context, { ...input, duty: duty.id });
  if ('refusal' in meant) return meant;
  const { deadline } = meant;
  const rows = await rowsOf(context, duty, deadline.period);
  const owed = rows.filter((row) => isOwed(row) && (!input.unit || row.unit === input.unit));
  if (owed.length > 0) return { rows: owed };
  const span = { period: deadline.period, periodFrom: deadline.from, periodTo: deadline.to };
  return {
    refusal: { kind: 'nobody_to_chase', duty: dutyFacts(duty), period: periodFacts(campaign, duty, span) },
  };
}

function rowsMeant(context: Context, input: ActionInput): Promise<Rows> {
  if (input.obligation) return oneRow(context, input.obligation);
  if (input.unit && !input.duty && !input.period) return rowsOfUnit(context, as<UnitId>(input.unit));
  return missingRows(context, input);
}

type Skipped = { obligation: ObligationFacts; chasedAt: Instant };

async function outcomeOf(context: Context, { told, skipped, unreachable, slotAt }: Chased): Promise<Outcome> {
  const campaign = context.actor.campaign.definition;
  const moment = { now: context.at, zone: campaign.zone };
  const facts = await describeRows(
    context,
    skipped.map(({ row }) => row),
  );
  const rested: Skipped[] = skipped.map(({ chasedAt }, index) => ({ obligation: facts[index]!, chasedAt }));
  if (told.length === 0 && unreachable.length === 0)
    return refused({ kind: 'chased_lately', rows: rested, ...moment });
  return {
    kind: 'chased',
    rows: await describeRows(context, told),
    skipped: rested,
    at: slotAt,
    later: slotAt > context.at,
    unreachable: [...new Set(unreachable.map(({ unit }) => unit))].map((unit) => unitFacts(campaign, unit)),
    ...moment,
  };
}

async function decide(context: Context, input: ActionInput): Promise<Decision> {
  const fresh = await readAfresh(context);
  if (!isOffice(fresh.actor.postings))
    return {
      outcome: refused({ kind: 'office_only', command: 'chase', contact: officeContact(fresh) }),
      changes: [],
    };
  const meant = await rowsMeant(fresh, input);
  if ('refusal' in meant) return { outcome: refused(meant.refusal), changes: [] };
  const intents = await fresh.store.list('intent', {
    where: { about: { in: meant.rows.map(({ id }) => id) } },
    orderBy: 'createdAt',
  });
  const chased = decideChase({
    presence: await presenceNow(fresh),
    calendar: fresh.actor.calendar,
    acting: actingOf(fresh),
    rows: meant.rows,
    intents,
  });
  const outcome = await outcomeOf(fresh, chased);
  if (chased.changes.length === 0) return { outcome, changes: [] };
  return { outcome, changes: [...chased.changes, expectUnchanged('campaign', fresh.actor.campaign)] };
}

export const chase = defineCommand({
  name: 'chase',
  words: { zh: ['催报', '催办', '催'], en: ['chase'] },
  access: 'office',
  parse: (rest, context) => {
    const { unit, duty, period, rest: left } = readTargets(context, rest);
    if (left !== '') return { refusal: unknownWord(context, left, 'unit') };
    return {
      ...(unit && { unit: unit.id }),
      ...(duty && { duty: duty.id }),
      ...(period && { period }),
    };
  },
  run: (context, input) => decideAndCommit(context, () => decide(context, input), input.key),
});
