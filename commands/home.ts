// The Home tab: what I owe and filed, my units' tasks, the next consultation, open incidents; for office, leaders and
// inspectors how each report duty and the tasks stand; for the office what waits for a decision. No words call it.

import { readBulletinSources } from '../db/reads.ts';
import { bulletinFacts, peopleInBulletin } from '../domain/bulletin.ts';
import { defaultDeadline } from '../domain/defaults.ts';
import type { BulletinFacts } from '../domain/facts.ts';
import { dutyFacts, nameOf, personFacts, unitFacts } from '../domain/obligation-facts.ts';
import type { HomeFacts } from '../domain/outcome.ts';
import type { Deadline } from '../domain/periods.ts';
import { inOffice } from '../domain/recipients.ts';
import { maySee } from '../domain/sight.ts';
import { dateOf, daysBetween } from '../domain/zone.ts';
import { allowedCommands } from './allowed.ts';
import { type Context, defineCommand } from './command.ts';
import { readNextConsultation } from './consultation/own.ts';
import { readOpenIncidents } from './incident/own.ts';
import { describeRow, describeRows, sceneOf } from './ledger.ts';
import { readOwn } from './own-rows.ts';
import { periodOfDeadline } from './period-meant.ts';
import { isRed, missingUnits, readStanding, standingCounts, standingFigures } from './standing-of-duty.ts';
import { readOwnTasks, readTaskBoard } from './task/own-tasks.ts';

type Board = HomeFacts['board'];

const BOARD_DAYS_AHEAD = 31;
const BOARD_DAYS_AFTER = 14;

/** Whether a duty concerns somebody today: it is due soon, was due lately, or a unit still owes it after its deadline. */
function isTopical({ at, actor }: Context, { dueOn }: Deadline, missing: number): boolean {
  const days = daysBetween(dateOf(at, actor.campaign.definition.zone), dueOn);
  return days >= 0 ? days <= BOARD_DAYS_AHEAD : missing > 0 || days >= -BOARD_DAYS_AFTER;
}

/** Red ones first, then by deadline. */
const byUrgency = (a: Board[number], b: Board[number]): number =>
  Number(b.red) - Number(a.red) || a.dueAt - b.dueAt;

/** How each topical report duty stands in its current period; those that have not opened yet are left out. */
async function readBoard(context: Context): Promise<Board> {
  const { definition } = context.actor.campaign;
  const board: Board = [];
  for (const duty of definition.duties.filter(({ kind }) => kind === 'report')) {
    const deadline = defaultDeadline(definition, duty, context.actor.calendar, context.at);
    const standing = deadline && (await readStanding(context, duty, deadline.period));
    if (!standing || standing.rows.length === 0) continue;
    const missing = missingUnits(context, standing);
    if (!isTopical(context, deadline, missing.length)) continue;
    board.push({
      duty: dutyFacts(duty),
      period: periodOfDeadline(context, { duty, deadline }),
      dueAt: deadline.dueAt,
      counts: standingCounts(context, standing),
      missing,
      red: isRed(context, standing),
      figures: standingFigures(context, standing),
    });
  }
  return board.sort(byUrgency);
}

/** Bulletins that are not published yet, oldest first. */
async function readBulletins(context: Context): Promise<BulletinFacts[]> {
  const { store, actor } = context;
  const { definition } = actor.campaign;
  const rows = await store.list('bulletin', {
    where: { campaign: definition.id, state: { in: ['drafted', 'approved'] } },
    orderBy: 'period',
  });
  const scene = await sceneOf(context, rows.flatMap(peopleInBulletin));
  const sources = await Promise.all(rows.map((row) => readBulletinSources(store, definition, row)));
  return sources.flatMap((source) => (source ? [bulletinFacts(scene, source)] : []));
}

/** Disputes that wait for the office's decision; the audit says which rows ever had one. */
async function readDisputes(context: Context): Promise<HomeFacts['disputes']> {
  const { store, actor } = context;
  const lines = await store.list('audit', { where: { campaign: actor.campaign.id, verb: 'dispute' } });
  const ids = [...new Set(lines.map(({ object }) => object))];
  const rows = await Promise.all(ids.map((id) => store.find('obligation', id)));
  const scene = await sceneOf(context);
  const open = rows.flatMap((row) =>
    row?.dispute && !row.dispute.decision ? [{ row, dispute: row.dispute }] : [],
  );
  return Promise.all(
    open.map(async ({ row, dispute }) => ({
      obligation: await describeRow(context, row),
      text: dispute.text,
      by: nameOf(scene, dispute.by),
    })),
  );
}

/** People in office and channels that cannot be reached; a person not yet looked for is no trouble. */
async function readTroubles(context: Context): Promise<HomeFacts['troubles']> {
  const { store, actor, at } = context;
  const { definition } = actor.campaign;
  const scene = await sceneOf(context);
  const today = dateOf(at, definition.zone);
  const people = new Set(inOffice(definition, today).map(({ person }) => person));
  const channels = await store.list('channel', { where: { campaign: definition.id } });
  return {
    people: [...people].filter((id) => scene.people.get(id)?.trouble).map((id) => personFacts(scene, id)),
    channels: channels.filter(({ trouble }) => trouble !== null).map(({ name }) => name),
  };
}

async function readOffice(context: Context): Promise<Pick<HomeFacts, 'bulletins' | 'disputes' | 'troubles'>> {
  if (!maySee(context.actor.postings, { kind: 'desk' }))
    return { bulletins: [], disputes: [], troubles: { people: [], channels: [] } };
  const [bulletins, disputes, troubles] = await Promise.all([
    readBulletins(context),
    readDisputes(context),
    readTroubles(context),
  ]);
  return { bulletins, disputes, troubles };
}

async function readHome(context: Context): Promise<HomeFacts> {
  const { actor, at } = context;
  const { definition } = actor.campaign;
  const scene = await sceneOf(context);
  const { owed, filed } = await readOwn(context);
  return {
    now: at,
    zone: definition.zone,
    person: personFacts(scene, actor.person.id),
    campaign: definition.id,
    campaignName: definition.name,
    roles: actor.postings.map(({ role, unit }) => ({
      role,
      unit: unit ? unitFacts(definition, unit) : null,
    })),
    owed: await describeRows(context, owed),
    filed: await describeRows(context, filed),
    board: maySee(actor.postings, { kind: 'overview' }) ? await readBoard(context) : [],
    ...(await readOffice(context)),
    tasks: await readOwnTasks(context),
    taskBoard: await readTaskBoard(context),
    consultation: await readNextConsultation(context),
    incidents: await readOpenIncidents(context),
    may: allowedCommands(context),
  };
}

export const home = defineCommand({
  name: 'home',
  words: { zh: [], en: [] },
  access: 'all',
  parse: () => ({}),
  run: async (context) => ({ kind: 'home', home: await readHome(context) }),
});
