// Which row of the ledger somebody decides about. A button names it; words name unit, duty and period, and what they
// leave out is filled in as product.md says. What was filled in is never decided about silently when something else was
// just as likely: then the rows to choose from are shown.

import type { ActionInput } from '../domain/actions.ts';
import type { Duty, Unit } from '../domain/campaign.ts';
import { defaultDeadline, defaultDuty } from '../domain/defaults.ts';
import { as, type ObligationId, obligationId, type Period, type UnitId } from '../domain/ids.ts';
import { dutyFacts, periodFacts, unitFacts } from '../domain/obligation-facts.ts';
import type { CommandName, Refusal } from '../domain/outcome.ts';
import { deadlineOf } from '../domain/periods.ts';
import type { ObligationRow } from '../domain/things.ts';
import type { Context } from './command.ts';
import { type Leading, readLeading } from './leading.ts';
import { describeRow, describeRows } from './ledger.ts';
import { unknownWord } from './targets.ts';

/**
 * A command about one row: which rows it can be carried out on, whose rows are meant without a unit (none: ask), and
 * whether a form is shown before anything happens, so that the only row that fits may be taken for the one meant.
 */
export type RowChoice = {
  command: CommandName;
  fits: (row: ObligationRow) => boolean;
  units?: readonly UnitId[];
  asksFirst?: boolean;
};

const MOST_CHOICES = 10;

/** The row meant by a button or by words, whether or not the command can be carried out on it; or why there is none. */
export async function chooseRow(
  context: Context,
  choice: RowChoice,
  input: ActionInput,
): Promise<{ row: ObligationRow } | { refusal: Refusal }> {
  if (input.obligation) return rowNamed(context, input.obligation);
  const units = input.unit ? [as<UnitId>(input.unit)] : choice.units;
  if (!units) return { refusal: whichUnit(context, choice.command) };
  return amongRows(context, choice, units, await rowsOf(context, units, input), input);
}

/** The rows of these units that words can mean, the latest deadline first; those of a period by their names. */
async function rowsOf(
  { store, actor }: Context,
  units: readonly UnitId[],
  { duty, period }: ActionInput,
): Promise<ObligationRow[]> {
  const { id: campaign, definition } = actor.campaign;
  const duties = definition.duties.map(({ id }) => id).filter((id) => duty === undefined || id === duty);
  const named = (of: string) =>
    units.flatMap((unit) => duties.map((id) => obligationId(campaign, id, unit, as<Period>(of))));
  const rows = await store.list('obligation', {
    where: period === undefined ? { campaign, unit: { in: units } } : { id: { in: named(period) } },
    orderBy: 'dueAt',
    desc: true,
  });
  return rows.filter((row) => duty === undefined || row.duty === duty);
}

async function rowNamed(
  { store, actor }: Context,
  id: string,
): Promise<{ row: ObligationRow } | { refusal: Refusal }> {
  const row = await store.find('obligation', id);
  if (row?.campaign !== actor.campaign.id) return { refusal: { kind: 'gone', id: as<ObligationId>(id) } };
  return { row };
}

async function amongRows(
  context: Context,
  { command, fits, asksFirst }: RowChoice,
  units: readonly UnitId[],
  rows: readonly ObligationRow[],
  input: ActionInput,
): Promise<{ row: ObligationRow } | { refusal: Refusal }> {
  const fitting = rows.filter(fits);
  const usual = usualRow(context, fitting.length > 0 ? fitting : rows, input);
  const only = fitting.length === 1 && asksFirst ? fitting[0] : undefined;
  const exact = input.duty && input.period && units.length === 1 ? rows[0] : undefined;
  const meant = exact ?? usual ?? only;
  if (meant) return { row: meant };
  if (fitting.length === 0) return { refusal: noSuchRow(context, units, input) };
  const choices = await describeRows(context, fitting.slice(0, MOST_CHOICES));
  return { refusal: { kind: 'which_obligation', command, choices } };
}

function dutyMeant({ actor, at }: Context, { duty }: ActionInput): Duty | null {
  const { definition } = actor.campaign;
  return duty
    ? (definition.duties.find(({ id }) => id === duty) ?? null)
    : defaultDuty(definition, actor.calendar, at);
}

/** The row of the duty and period that are meant when they are left out; none where several units' rows are just as likely. */
function usualRow(
  context: Context,
  rows: readonly ObligationRow[],
  input: ActionInput,
): ObligationRow | undefined {
  const { actor, at } = context;
  const duty = dutyMeant(context, input);
  if (!duty) return undefined;
  const period =
    input.period ?? defaultDeadline(actor.campaign.definition, duty, actor.calendar, at)?.period ?? '';
  const usual = rows.filter((row) => row.duty === duty.id && row.period === period);
  return usual.length === 1 ? usual[0] : undefined;
}

function noSuchRow(context: Context, units: readonly UnitId[], input: ActionInput): Refusal {
  const { definition } = context.actor.campaign;
  const duty = dutyMeant(context, input);
  if (!duty) return { kind: 'unknown_duty', typed: input.duty ?? '', near: [] };
  const period = input.period ? as<Period>(input.period) : null;
  const deadline = period && deadlineOf(definition, duty, context.actor.calendar, period);
  if (period && !deadline) return { kind: 'unknown_period', typed: period };
  const span = deadline && { period: deadline.period, periodFrom: deadline.from, periodTo: deadline.to };
  return {
    kind: 'no_such_obligation',
    duty: dutyFacts(duty),
    unit: units.length === 1 ? unitFacts(definition, units[0]!) : null,
    period: span && periodFacts(definition, duty, span),
  };
}

/** Asks which unit is meant, of all that owe something. */
export function whichUnit({ actor }: Context, command: CommandName): Refusal {
  const { units } = actor.campaign.definition;
  const choices = units.filter(({ kind }) => kind !== 'office').map(({ id, name }) => ({ id, name }));
  return { kind: 'which_unit', command, choices };
}

const pointing = ({ unit, duty, period }: { unit?: Unit; duty?: Duty; period?: Period }): ActionInput => ({
  ...(unit && { unit: unit.id }),
  ...(duty && { duty: duty.id }),
  ...(period && { period }),
});

/**
 * Reads `[command] unit [duty] [period] text` for a command about a unit's row. Text without any unit before it was meant as
 * one: it is refused with the nearest name.
 */
export function parseAboutUnit(
  context: Context,
  words: { zh: string[]; en: string[] },
  typed: string,
): (Leading & { input: ActionInput }) | { refusal: Refusal } {
  const leading = readLeading(context, words, typed);
  if (!leading.unit && leading.text !== '') {
    const [first = ''] = leading.text.split(/[\s，,。：:]/);
    return { refusal: unknownWord(context, first, 'unit') };
  }
  return { ...leading, input: pointing(leading) };
}

/** Who decided about a row before, for the one who comes second; null when nobody did. */
export async function decidedBefore(
  context: Context,
  row: ObligationRow,
  verbs: readonly string[],
): Promise<Refusal | null> {
  const { store, actor } = context;
  const lines = await store.list('audit', {
    where: { campaign: actor.campaign.id, object: row.id, verb: { in: verbs } },
    orderBy: 'seq',
    desc: true,
    limit: 1,
  });
  const [line] = lines;
  if (!line) return null;
  const person = await store.find('person', line.actor);
  return {
    kind: 'already_decided',
    obligation: await describeRow(context, row),
    by: person?.name ?? line.actor,
    at: line.at,
    zone: actor.campaign.definition.zone,
  };
}
