// 查看: what a unit reported. Contents are open to the unit itself, the office, leaders and inspectors, whoever asks and
// however; everybody else is told whom to ask.

import type { Where } from '../db/store.ts';
import type { ActionInput } from '../domain/actions.ts';
import type { Duty } from '../domain/campaign.ts';
import { defaultDuty } from '../domain/defaults.ts';
import type { UnitFacts } from '../domain/facts.ts';
import { as, obligationId, type UnitId } from '../domain/ids.ts';
import { isDisputable, isOwed } from '../domain/obligation.ts';
import { dutyOf, nameOf, unitFacts } from '../domain/obligation-facts.ts';
import type { CommandName, Outcome, Refusal } from '../domain/outcome.ts';
import { deadlineOf } from '../domain/periods.ts';
import { belongsTo, isOffice, unitsOf } from '../domain/permission.ts';
import { maySee } from '../domain/sight.ts';
import type { ObligationRow, SubmissionRow } from '../domain/things.ts';
import { type Context, defineCommand } from './command.ts';
import { describeReport, describeRow, officeContact, sceneOf } from './ledger.ts';
import { answerOverSpan, isLongerSpan } from './longer-span.ts';
import { readNamed } from './named.ts';
import { notBegun } from './not-begun.ts';
import { filesAs, isCorrectable } from './own-rows.ts';
import { isNoPeriod } from './period-meant.ts';

const refused = (refusal: Refusal): Outcome => ({ kind: 'refused', refusal });

function whichUnit({ actor }: Context): Refusal {
  const { definition } = actor.campaign;
  const own = unitsOf(actor.postings);
  const choices = definition.units.filter(({ id, kind }) =>
    own.length > 0 ? own.includes(id) : kind !== 'office',
  );
  return { kind: 'which_unit', command: 'show', choices: choices.map(({ id, name }) => ({ id, name })) };
}

/** The unit asked about: the named one, or the only one of one's own. */
function unitMeant({ actor }: Context, { unit }: ActionInput): UnitId | null {
  if (unit) return as<UnitId>(unit);
  const own = unitsOf(actor.postings);
  return own.length === 1 ? own[0]! : null;
}

/** The duty named, or the default one. */
function dutyMeant({ actor, at }: Context, { duty }: ActionInput): Duty | null {
  const { definition } = actor.campaign;
  return duty
    ? (definition.duties.find(({ id }) => id === duty) ?? null)
    : defaultDuty(definition, actor.calendar, at);
}

/** The newest row with a report, else the one a report is awaited in. */
async function rowMeant(context: Context, input: ActionInput, unit: UnitId): Promise<ObligationRow | null> {
  const { definition } = context.actor.campaign;
  const duty = dutyMeant(context, input);
  if (!duty) return null;
  const of = { campaign: definition.id, unit, duty: duty.id };
  if (input.period)
    return context.store.find('obligation', obligationId(of.campaign, of.duty, unit, as(input.period)));
  const newest = async (where: Where<'obligation'>) =>
    (
      await context.store.list('obligation', {
        where: { ...of, ...where },
        orderBy: 'dueAt',
        desc: true,
        limit: 1,
      })
    )[0];
  const isReport = dutyOf(definition, of).kind !== 'bulletin';
  return (
    (isReport && (await newest({ latestNo: { gt: 0 } }))) ||
    ((await newest({ state: { in: ['open', 'returned'] } })) ?? (await newest({})) ?? null)
  );
}

/** What the asker may do about this report. */
function mayDo(context: Context, row: ObligationRow): CommandName[] {
  const { actor, at } = context;
  const isFiled = row.state === 'submitted';
  const office = isOffice(actor.postings);
  const may: [CommandName, boolean][] = [
    ['report', filesAs(context, row.unit) !== null && (isOwed(row) || isCorrectable(row, at))],
    ['accept', office && isFiled],
    ['return', office && (isFiled || row.state === 'accepted')],
    ['dispute', belongsTo(actor.postings, row.unit) && row.dispute === null && isDisputable(row, at)],
  ];
  return may.filter(([, allowed]) => allowed).map(([name]) => name);
}

async function showRow(context: Context, row: ObligationRow, no: number | undefined): Promise<Outcome> {
  const versions = await context.store.list('submission', {
    where: { obligation: row.id },
    orderBy: 'no',
    desc: true,
  });
  const shown = versions.find((version) => version.no === no) ?? versions[0];
  if (!shown) return nothingFiled(context, row.unit, row);
  const scene = await sceneOf(
    context,
    versions.map(({ filedBy }) => filedBy),
  );
  const older = (version: SubmissionRow) => ({
    no: version.no,
    filedAt: version.filedAt,
    filedBy: nameOf(scene, version.filedBy),
  });
  return {
    kind: 'report_shown',
    report: await describeReport(context, row, shown),
    older: versions.filter((version) => version.no !== shown.no).map(older),
    may: mayDo(context, row),
  };
}

const nameUnit = ({ actor }: Context, id: UnitId): UnitFacts => unitFacts(actor.campaign.definition, id);

async function nothingFiled(context: Context, unit: UnitId, row: ObligationRow | null): Promise<Outcome> {
  const obligation = row && (await describeRow(context, row));
  return { kind: 'nothing_filed', unit: nameUnit(context, unit), obligation };
}

const notYours = (context: Context, unit: UnitId): Outcome =>
  refused({ kind: 'content_not_yours', unit: nameUnit(context, unit), contact: officeContact(context) });

/** What the unit will owe in the period that was named, where that has not begun. */
async function aheadOf(
  context: Context,
  { period }: ActionInput,
  duty: Duty | null,
  unit: UnitId,
): Promise<Outcome | null> {
  const { campaign, calendar } = context.actor;
  const deadline = duty && period ? deadlineOf(campaign.definition, duty, calendar, as(period)) : null;
  if (!duty || !deadline) return null;
  return notBegun(context, [{ duty, deadlines: [deadline] }], {
    units: [unit],
    named: [nameUnit(context, unit)],
  });
}

async function run(context: Context, input: ActionInput): Promise<Outcome> {
  const { store, actor } = context;
  const pointed = input.obligation ? await store.find('obligation', input.obligation) : null;
  if (input.obligation && pointed?.campaign !== actor.campaign.id)
    return refused({ kind: 'gone', id: input.obligation });
  const unit = pointed?.unit ?? unitMeant(context, input);
  if (!unit) return refused(whichUnit(context));
  if (!maySee(actor.postings, { kind: 'contents', unit })) return notYours(context, unit);
  if (input.period && isNoPeriod(actor.campaign.definition, input.period))
    return refused({ kind: 'unknown_period', typed: input.period });
  const duty = pointed ? null : dutyMeant(context, input);
  if (duty && isLongerSpan(context, input, [duty]))
    return answerOverSpan(context, 'latest', { ...input, unit });
  const row = pointed ?? (await rowMeant(context, input, unit));
  if (row) return showRow(context, row, input.no);
  return (await aheadOf(context, input, duty, unit)) ?? nothingFiled(context, unit, null);
}

export const show = defineCommand({
  name: 'show',
  words: { zh: ['查看', '查阅', '看'], en: ['show', 'view'] },
  access: 'report_readers',
  parse: (rest, context) => readNamed(context, rest, 'unit'),
  run,
});
