// 导出台账: the ledger as a spreadsheet. Office and inspectors take all of it, a unit its own part. 导出名册: the roster as a sheet,
// with phones, for the office alone. What was taken is on record.

import { type LedgerLine, ledgerCsv, ledgerFileName } from '../documents/ledger-table.ts';
import { rosterCsv, rosterFileName } from '../documents/roster-sheet/write-sheet.ts';
import { audited } from '../domain/audit.ts';
import type { Language } from '../domain/campaign.ts';
import { as, type UnitId } from '../domain/ids.ts';
import { figureFacts, obligationFacts } from '../domain/obligation-facts.ts';
import type { Outcome } from '../domain/outcome.ts';
import { permit, unitsOf } from '../domain/permission.ts';
import { maySee } from '../domain/sight.ts';
import type { ObligationRow, PersonRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import { type Context, defineCommand } from './command.ts';
import { decideAndCommit } from './commit.ts';
import { actingOf, latestOf, officeContact, sceneOf } from './ledger.ts';
import { refused } from './review-row.ts';
import { readTargets } from './targets.ts';

/** The language of a person: what they chose, else what Slack says. */
const languageOf = ({ language, locale }: PersonRow, otherwise: Language): Language => {
  if (language) return language;
  if (locale === null) return otherwise;
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
};

/** The units whose rows the actor may take away: null for all. */
function unitsOpen({ actor }: Context): UnitId[] | null {
  return maySee(actor.postings, { kind: 'ledger', unit: null }) ? null : unitsOf(actor.postings);
}

async function rowsFor(
  { store, actor }: Context,
  units: readonly UnitId[] | null,
  duty: string | undefined,
): Promise<ObligationRow[]> {
  const { definition } = actor.campaign;
  const rows = await store.list('obligation', {
    where: {
      campaign: definition.id,
      ...(units && { unit: { in: units } }),
      ...(duty && { duty: as<ObligationRow['duty']>(duty) }),
    },
    orderBy: 'dueAt',
  });
  const order = new Map(definition.units.map(({ id }, index) => [id, index]));
  return rows.sort((a, b) => a.dueAt - b.dueAt || (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0));
}

async function linesOf(context: Context, rows: readonly ObligationRow[]): Promise<LedgerLine[]> {
  const [scene, latest] = await Promise.all([sceneOf(context), latestOf(context, rows)]);
  const kinds = new Map(scene.campaign.units.map(({ id, kind }) => [id, kind]));
  return rows.map((row) => {
    const report = latest.get(row.id) ?? null;
    return {
      obligation: obligationFacts(scene, row, report),
      unitKind: kinds.get(row.unit) ?? 'member',
      figures: row.figures,
    };
  });
}

/** The roster holds phones: it is not the ledger's readers' to take. */
async function exportRoster(context: Context): Promise<Outcome> {
  const { actor, at, newId } = context;
  const { definition } = actor.campaign;
  if (!permit(actor.postings, 'office'))
    return refused({ kind: 'office_only', command: 'export', contact: officeContact(context) });
  const today = dateOf(at, definition.zone);
  const language = languageOf(actor.person, definition.language);
  const { text, rows } = rosterCsv(definition, today, language);
  const name = rosterFileName(definition.id, today, language);
  const object = { id: definition.id, version: `${at}-${newId()}` };
  return decideAndCommit(context, async () => ({
    outcome: { kind: 'export', what: 'roster', name, text, rows },
    changes: [audited(actingOf(context), 'export', object, { what: 'roster', rows })],
  }));
}

const ROSTER = /^(?:the )?(?:名册|花名册|通讯录|roster)$/;

export const exportCommand = defineCommand({
  name: 'export',
  words: { zh: ['导出', '导出台账'], en: ['export', 'export ledger'] },
  access: 'ledger_readers',
  parse: (rest, context) => {
    if (ROSTER.test(rest.trim())) return { verb: 'roster' };
    const { unit, duty, rest: left } = readTargets(context, rest.replace(/台账|ledger/, ' '));
    if (left !== '') return { refusal: { kind: 'unknown_word', typed: left, command: 'export' } };
    return { ...(unit && { unit: unit.id }), ...(duty && { duty: duty.id }) };
  },
  run: async (context, input) => {
    if (input.verb === 'roster') return exportRoster(context);
    const { definition } = context.actor.campaign;
    const open = unitsOpen(context);
    const unit = input.unit === undefined ? null : as<UnitId>(input.unit);
    const named = definition.units.find(({ id }) => id === unit);
    if (unit && !named) return refused({ kind: 'gone', id: unit });
    if (named && !maySee(context.actor.postings, { kind: 'ledger', unit: named.id }))
      return refused({ kind: 'not_your_unit', unit: named, contact: officeContact(context) });
    return decideAndCommit(context, async () => {
      const rows = await rowsFor(context, unit ? [unit] : open, input.duty);
      const language = languageOf(context.actor.person, definition.language);
      const figures = definition.figures.map(figureFacts);
      const text = ledgerCsv(await linesOf(context, rows), figures, language);
      const name = ledgerFileName(definition.id, dateOf(context.at, definition.zone), language);
      const object = { id: definition.id, version: `${context.at}-${context.newId()}` };
      return {
        outcome: { kind: 'export', name, text, rows: rows.length },
        changes: [audited(actingOf(context), 'export', object, { rows: rows.length, unit })],
      };
    });
  },
});
