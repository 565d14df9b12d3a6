// Which row a 填报 or 零报告 is about, and whether it can be filed now.
//
//   a button's row      that one
//   words               of the named unit (mine, or any for the office: 代报), duty and period the nearest that is owed
//   no words            of what my units owe the one whose deadline is nearest to now; the others are offered
//
//   the row is          填报               零报告
//   owed                filed              filed, where the duty allows it
//   no report's         shown where it is met: the bulletin, the consultation; 零报告 is refused
//   filed, not closed   corrected          refused: nothing is owed
//   filed and closed    form refused; what was typed before comes as 补报
//   accepted, waived    refused, with who decided and when

import type { ActionInput } from '../domain/actions.ts';
import type { Duty } from '../domain/campaign.ts';
import { defaultDuty } from '../domain/defaults.ts';
import type { UnitFacts } from '../domain/facts.ts';
import { as, type DutyId, type Instant, type Period, type UnitId } from '../domain/ids.ts';
import { deadlineNow, isOwed } from '../domain/obligation.ts';
import { dutyFacts, dutyOf, nameOf, unitFacts } from '../domain/obligation-facts.ts';
import type { Refusal } from '../domain/outcome.ts';
import { isOffice } from '../domain/permission.ts';
import type { ObligationRow } from '../domain/things.ts';
import type { Context } from './command.ts';
import { correctableOf, describeRow, inDueOrder, officeContact, owedByUnits, sceneOf } from './ledger.ts';
import { filesAs, isCorrectable, ownUnits } from './own-rows.ts';
import { describePeriod, isNoPeriod } from './period-meant.ts';

export type FilingCommand = 'report' | 'nil';
/** The row, and what else could be filed in the same form, the row included, by deadline. */
export type FilingTarget = { row: ObligationRow; choices: ObligationRow[] };

const dutyIn = ({ actor }: Context, row: ObligationRow): Duty => dutyOf(actor.campaign.definition, row);

/** A bulletin's duty is met by publishing it, a consultation's by approving its minutes; every other one by a report. */
export const isMetElsewhere = (context: Context, row: ObligationRow): boolean =>
  dutyIn(context, row).kind !== 'report';

function fits(context: Context, row: ObligationRow, command: FilingCommand): boolean {
  return !isMetElsewhere(context, row) && (command === 'report' || dutyIn(context, row).nil);
}

const byDeadline = (a: ObligationRow, b: ObligationRow): number => deadlineNow(a) - deadlineNow(b);

function nearest(rows: readonly ObligationRow[], now: Instant): ObligationRow | undefined {
  const far = (row: ObligationRow) => Math.abs(deadlineNow(row) - now);
  return [...rows].sort((a, b) => far(a) - far(b))[0];
}

const unitsIn = ({ actor }: Context, ids: readonly UnitId[]): UnitFacts[] =>
  ids.map((id) => unitFacts(actor.campaign.definition, id));

function choicesFor(
  context: Context,
  rows: readonly ObligationRow[],
  chosen: ObligationRow,
  command: FilingCommand,
): ObligationRow[] {
  const others = rows.filter(
    (row) => row.id !== chosen.id && isOwed(row) && fits(context, row, command) && filesAs(context, row.unit),
  );
  return [...others, chosen].sort(byDeadline);
}

async function pointedAt(
  context: Context,
  id: string,
  command: FilingCommand,
): Promise<FilingTarget | { refusal: Refusal }> {
  const row = await context.store.find('obligation', id);
  if (!row || row.campaign !== context.actor.campaign.id) return { refusal: { kind: 'gone', id } };
  const units = [...new Set([...ownUnits(context), row.unit])];
  const scope = filesAs(context, row.unit) === 'own' ? units : [row.unit];
  return { row, choices: choicesFor(context, await owedByUnits(context, scope), row, command) };
}

/** Of the rows that words name the nearest owed, else the newest that can be corrected, else the newest. */
function pick(context: Context, rows: readonly ObligationRow[]): ObligationRow | undefined {
  const { at } = context;
  return (
    nearest(rows.filter(isOwed), at) ??
    rows.filter((row) => isCorrectable(row, at)).at(-1) ??
    rows.filter(({ state }) => state !== 'waived').at(-1) ??
    rows.at(-1)
  );
}

/** The duty that was named; with a period alone, the one that is meant without a name. */
function dutyNamed({ actor, at }: Context, { duty, period }: ActionInput): Duty | null {
  const { definition } = actor.campaign;
  if (duty) return definition.duties.find(({ id }) => id === duty) ?? null;
  return period ? defaultDuty(definition, actor.calendar, at) : null;
}

function noneOf(context: Context, input: ActionInput, units: readonly UnitId[]): Refusal {
  const { definition } = context.actor.campaign;
  const duty = dutyNamed(context, input);
  if (!duty) return { kind: 'nothing_owed', units: unitsIn(context, units), ...momentOf(context) };
  if (input.period && isNoPeriod(definition, input.period))
    return { kind: 'unknown_period', typed: input.period };
  const [unit] = unitsIn(context, units);
  const period = input.period ? describePeriod(definition, duty, as<Period>(input.period)) : null;
  return { kind: 'no_such_obligation', duty: dutyFacts(duty), unit: unit ?? null, period };
}

const momentOf = ({ at, actor }: Context) => ({ now: at, zone: actor.campaign.definition.zone });

/** The newest row of a duty, and the newest that was not waived, of each of these units. */
async function newestOf({ store, actor }: Context, units: readonly UnitId[], duty: DutyId) {
  const newest = { orderBy: 'dueAt', desc: true, limit: 1 } as const;
  const rows = await Promise.all(
    units.flatMap((unit) => {
      const of = { campaign: actor.campaign.id, unit, duty };
      return [
        store.list('obligation', { where: of, ...newest }),
        store.list('obligation', { where: { ...of, state: { in: NOT_WAIVED } }, ...newest }),
      ];
    }),
  );
  return rows.flat();
}

const NOT_WAIVED: ObligationRow['state'][] = ['open', 'returned', 'submitted', 'accepted'];

/** What can be meant, by deadline: what is owed, and where words name something, what was filed of it. */
async function rowsMeant(
  context: Context,
  { duty, period }: ActionInput,
  units: readonly UnitId[],
): Promise<ObligationRow[]> {
  const { store, actor } = context;
  if (units.length === 0) return [];
  const named = period
    ? [
        store.list('obligation', {
          where: { campaign: actor.campaign.id, unit: { in: units }, period: as<Period>(period) },
        }),
      ]
    : duty
      ? [correctableOf(context, units), newestOf(context, units, as<DutyId>(duty))]
      : [];
  return inDueOrder((await Promise.all([owedByUnits(context, units), ...named])).flat());
}

async function meantBy(
  context: Context,
  input: ActionInput,
  units: readonly UnitId[],
  command: FilingCommand,
): Promise<FilingTarget | { refusal: Refusal }> {
  const rows = await rowsMeant(context, input, units);
  const { duty, period } = input;
  const named = rows.filter((row) => (!duty || row.duty === duty) && (!period || row.period === period));
  const fitting = duty ? named : named.filter((row) => !isMetElsewhere(context, row));
  const suitable = fitting.filter((row) => fits(context, row, command));
  const row = duty || period ? pick(context, fitting) : nearestOwed(context, suitable, fitting);
  if (!row) return { refusal: noneOf(context, input, units) };
  return { row, choices: choicesFor(context, rows, row, command) };
}

/** What is owed and fits; failing that, what is owed and does not, so that the refusal can say why. */
const nearestOwed = (
  { at }: Context,
  suitable: readonly ObligationRow[],
  all: readonly ObligationRow[],
): ObligationRow | undefined => nearest(suitable.filter(isOwed), at) ?? nearest(all.filter(isOwed), at);

/** The units that owe what was named, for the office that named none of them and does not owe it itself. */
async function whichUnit(
  context: Context,
  { duty, period }: ActionInput,
  command: FilingCommand,
): Promise<Refusal | null> {
  const { units } = context.actor.campaign.definition;
  const others = units.filter(({ kind }) => kind !== 'office');
  const rows = await owedByUnits(
    context,
    others.map(({ id }) => id),
  );
  const named = rows.filter((row) => (!duty || row.duty === duty) && (!period || row.period === period));
  const owing = new Set(named.filter((row) => fits(context, row, command)).map(({ unit }) => unit));
  const choices = others.filter(({ id }) => owing.has(id)).map(({ id, name }) => ({ id, name }));
  return choices.length > 0 ? { kind: 'which_unit', command, choices } : null;
}

/** Finds the row that is meant; a refusal where there is none, or where the unit is not one to file for. */
export async function findFilingTarget(
  context: Context,
  input: ActionInput,
  command: FilingCommand,
): Promise<FilingTarget | { refusal: Refusal }> {
  if (input.obligation) return pointedAt(context, input.obligation, command);
  const units = input.unit ? [as<UnitId>(input.unit)] : ownUnits(context);
  const foreign = units.find((unit) => !filesAs(context, unit));
  if (foreign) return { refusal: notYours(context, foreign) };
  const found = await meantBy(context, input, units, command);
  const isSettled = !('refusal' in found) && (fits(context, found.row, command) || input.duty !== undefined);
  if (input.unit || isSettled || !isOffice(context.actor.postings)) return found;
  const refusal = await whichUnit(context, input, command);
  return refusal ? { refusal } : found;
}

const notYours = (context: Context, id: UnitId): Refusal => ({
  kind: 'not_your_unit',
  unit: unitFacts(context.actor.campaign.definition, id),
  contact: officeContact(context),
});

const DECIDED = ['accept', 'waive', 'decide_dispute'];

/** Who decided about the row, and when: the newest decision of the office in the audit; else that nothing is owed. */
export async function decidedOrNotOwed(context: Context, row: ObligationRow): Promise<Refusal> {
  const obligation = await describeRow(context, row);
  const lines = await context.store.list('audit', {
    where: { campaign: row.campaign, object: row.id, verb: { in: DECIDED } },
    orderBy: 'at',
  });
  const last = lines.at(-1);
  if (!last) return { kind: 'not_owed', obligation };
  const by = nameOf(await sceneOf(context), as(last.actor));
  return {
    kind: 'already_decided',
    obligation,
    by,
    at: last.at,
    zone: context.actor.campaign.definition.zone,
  };
}

/** Why this person cannot file this row with this command; null if they can. `opening`: only the form is asked for. */
export async function refuseFiling(
  context: Context,
  row: ObligationRow,
  command: FilingCommand,
  opening: boolean,
): Promise<Refusal | null> {
  const { at } = context;
  if (!filesAs(context, row.unit)) return notYours(context, row.unit);
  if (row.state === 'accepted' || row.state === 'waived') return decidedOrNotOwed(context, row);
  if (command === 'report') {
    const closed = opening && !isOwed(row) && !isCorrectable(row, at);
    return closed ? { kind: 'not_owed', obligation: await describeRow(context, row) } : null;
  }
  const obligation = await describeRow(context, row);
  if (!fits(context, row, 'nil')) return { kind: 'nil_not_allowed', obligation };
  return isOwed(row) ? null : { kind: 'not_owed', obligation };
}
