// 状态: how a duty stands over all units, or over an area's lead units; or how one unit stands over all its duties.
// Who may see what was reported is a question of 查看; here are only standings, open to all on the roster.

import type { ActionInput } from '../domain/actions.ts';
import type { Duty } from '../domain/campaign.ts';
import { defaultDeadline } from '../domain/defaults.ts';
import { as, type Period, type UnitId } from '../domain/ids.ts';
import { type Found, findArea, findUnit, plain } from '../domain/names.ts';
import { dutyFacts, unitFacts } from '../domain/obligation-facts.ts';
import type { CommandName, Outcome, Refusal } from '../domain/outcome.ts';
import { deadlineOf } from '../domain/periods.ts';
import { belongsTo, isOffice } from '../domain/permission.ts';
import { maySee } from '../domain/sight.ts';
import { mayDispatch } from '../domain/task/verbs.ts';
import type { ObligationRow } from '../domain/things.ts';
import { type Context, defineCommand } from './command.ts';
import { describeRows, inDueOrder, owedByUnits, rowsNamed } from './ledger.ts';
import { answerOverSpan, isLongerSpan } from './longer-span.ts';
import { readNamed } from './named.ts';
import { notBegun } from './not-begun.ts';
import { dutyAndPeriodMeant, periodOfDeadline } from './period-meant.ts';
import { mayChase, missingUnits, readStanding, standingCounts, standingFigures } from './standing-of-duty.ts';

/** The area named in the words; a unit whose name is at least as long is what was meant instead. */
function areaIn({ actor }: Context, text: string): Found<{ id: string }> | null {
  const { definition } = actor.campaign;
  const area = findArea(definition, text);
  const unit = findUnit(definition, text);
  return area && area.length > (unit?.length ?? 0) ? area : null;
}

function parse(rest: string, context: Context): ActionInput | { refusal: Refusal } {
  const text = plain(rest);
  const area = areaIn(context, text);
  if (!area) return readNamed(context, text, 'unit');
  const others = `${text.slice(0, area.at)} ${text.slice(area.at + area.length)}`.replace(/领域/, ' ');
  const input = readNamed(context, others, 'unit');
  return 'refusal' in input ? input : { ...input, area: area.value.id };
}

// A chase from here would reach every unit that owes the duty, so an area's answer offers none.
async function dutyStatus(context: Context, input: ActionInput): Promise<Outcome> {
  const meant = dutyAndPeriodMeant(context, input);
  if ('refusal' in meant)
    return isLongerSpan(context, input, [])
      ? answerOverSpan(context, 'status', input)
      : { kind: 'refused', refusal: meant.refusal };
  const { definition } = context.actor.campaign;
  const area = definition.areas.find(({ id }) => id === input.area);
  const standing = await readStanding(context, meant.duty, meant.deadline.period, area?.leads);
  const of = { units: area?.leads ?? null, area: area?.name ?? null };
  const ahead =
    standing.rows.length === 0 &&
    (await notBegun(context, [{ duty: meant.duty, deadlines: [meant.deadline] }], of));
  if (ahead) return ahead;
  const rows = await describeRows(context, standing.rows);
  const { postings } = context.actor;
  return {
    kind: 'status',
    campaign: definition.id,
    own: rows.filter(({ unit }) => belongsTo(postings, unit.id)),
    mayExport: maySee(postings, { kind: 'ledger', unit: null }),
    now: context.at,
    zone: definition.zone,
    ...(area && { area: area.name }),
    duty: dutyFacts(meant.duty),
    period: periodOfDeadline(context, meant),
    dueAt: meant.deadline.dueAt,
    counts: standingCounts(context, standing),
    missing: missingUnits(context, standing),
    rows,
    figures: standingFigures(context, standing),
    mayChase: !area && mayChase(context, standing),
  };
}

/** Without words about it: what the unit owes, and its row of each duty's current period. */
async function topicalRows(
  context: Context,
  duties: readonly Duty[],
  unit: UnitId,
): Promise<ObligationRow[]> {
  const { actor, at } = context;
  const current = duties.flatMap((duty) => {
    const deadline = defaultDeadline(actor.campaign.definition, duty, actor.calendar, at);
    return deadline ? [{ duty: duty.id, period: deadline.period }] : [];
  });
  const rows = await Promise.all([owedByUnits(context, [unit]), rowsNamed(context, unit, current)]);
  return inDueOrder(rows.flat().filter((row) => duties.some(({ id }) => id === row.duty)));
}

/** What the unit will owe in a period that has not begun. */
async function aheadOfUnit(
  context: Context,
  duties: readonly Duty[],
  unit: UnitId,
  period: string | undefined,
): Promise<Outcome | null> {
  const { campaign, calendar } = context.actor;
  const asked = duties.flatMap((duty) => {
    const deadline = period && deadlineOf(campaign.definition, duty, calendar, as<Period>(period));
    return deadline ? [{ duty, deadlines: [deadline] }] : [];
  });
  return notBegun(context, asked, { units: [unit], named: [unitFacts(campaign.definition, unit)] });
}

/** What the asker may do about a unit's reports. */
function mayDo({ actor: { postings } }: Context, unit: UnitId): CommandName[] {
  const may: [CommandName, boolean][] = [
    ['report', belongsTo(postings, unit)],
    ['show', maySee(postings, { kind: 'contents', unit })],
    ['chase', isOffice(postings)],
    ['export', maySee(postings, { kind: 'ledger', unit: null })],
  ];
  return may.filter(([, allowed]) => allowed).map(([name]) => name);
}

async function unitStatus(context: Context, input: ActionInput, unit: UnitId): Promise<Outcome> {
  const { duty, period } = input;
  const { definition } = context.actor.campaign;
  const duties = definition.duties.filter(({ id }) => !duty || id === duty);
  const rows = period
    ? await rowsNamed(
        context,
        unit,
        duties.map(({ id }) => ({ duty: id, period: as<Period>(period) })),
      )
    : await topicalRows(context, duties, unit);
  const reports = duties.filter(({ kind }) => kind === 'report');
  if (rows.length === 0 && isLongerSpan(context, input, reports))
    return answerOverSpan(context, 'status', input);
  const ahead = rows.length === 0 && (await aheadOfUnit(context, duties, unit, period));
  if (ahead) return ahead;
  const again = { campaign: definition.id, unit, ...(duty && { duty }), ...(period && { period }) };
  return {
    kind: 'unit_status',
    page: { from: input.no ?? 0, action: 'status', again },
    now: context.at,
    zone: definition.zone,
    unit: unitFacts(definition, unit),
    rows: await describeRows(context, rows),
    mayDispatch: mayDispatch(context.actor.postings),
    may: mayDo(context, unit),
  };
}

export const status = defineCommand({
  name: 'status',
  words: { zh: ['状态', '进度', '报送情况', '情况'], en: ['status', 'progress'] },
  access: 'all',
  parse,
  run: (context, input) =>
    input.unit ? unitStatus(context, input, as<UnitId>(input.unit)) : dutyStatus(context, input),
});
