// What goes with the office of a unit's liaison when it changes hands, and when that is undone. The unit's rows and tasks go
// by themselves, for they are owed by the unit; what is written here is what hangs on the person:
//
//   told        both hear of it with how much is open; the new one gets the card of each task that the unit leads
//   drafts      what the former one typed and did not file is copied, unless the new one has typed something already
//   已知悉      is the former one's own and stays behind; their pending reminders are cancelled when they are looked at again

import type { HandOverFacts } from '../../domain/amendment-facts.ts';
import { audited } from '../../domain/audit.ts';
import type { Campaign, Posting } from '../../domain/campaign.ts';
import { type Change, ensure, move } from '../../domain/change.ts';
import type { CivilDate, PersonId, UnitId } from '../../domain/ids.ts';
import { isOwed, standingOf } from '../../domain/obligation.ts';
import { personFacts, unitFacts } from '../../domain/obligation-facts.ts';
import { slotAfter } from '../../domain/office-hours.ts';
import { intentOf } from '../../domain/plan.ts';
import { inOffice } from '../../domain/recipients.ts';
import type { TaskEntryRow, TaskRow, TaskState } from '../../domain/task/things.ts';
import type { AmendmentRow, DraftRow, ObligationRow } from '../../domain/things.ts';
import { dateOf } from '../../domain/zone.ts';
import type { Context } from '../command.ts';
import { draftId } from '../drafts.ts';
import { actingOf, sceneOf } from '../ledger.ts';
import type { Turn } from './consequences.ts';

const OPEN_TASKS: TaskState[] = ['dispatched', 'in_progress', 'in_review'];
/** The entries that give a unit a task: what a card of it begins with. */
const GIVEN: readonly TaskEntryRow['kind'][] = ['dispatched', 'reassigned', 'step_done', 'reopened'];

type Handed = { unit: UnitId; from: Posting[]; to: Posting[] };

const liaisonsOn = (campaign: Campaign, today: CivilDate): Posting[] =>
  inOffice(campaign, today).filter(({ role, unit }) => role === 'liaison' && unit !== undefined);

/** The units whose liaison is another one on this day by the second definition than by the first. */
function handedBetween(before: Campaign, after: Campaign, today: CivilDate): Handed[] {
  const [old, fresh] = [liaisonsOn(before, today), liaisonsOn(after, today)];
  const isIn = (all: readonly Posting[], { person, unit }: Posting) =>
    all.some((other) => other.person === person && other.unit === unit);
  const from = old.filter((posting) => !isIn(fresh, posting));
  const to = fresh.filter((posting) => !isIn(old, posting));
  const units = new Set([...from, ...to].map(({ unit }) => unit!));
  const ofUnit = (all: readonly Posting[], id: UnitId) => all.filter(({ unit }) => unit === id);
  return [...units].map((unit) => ({ unit, from: ofUnit(from, unit), to: ofUnit(to, unit) }));
}

// What is open

const readOwed = async ({ store, actor }: Context, unit: UnitId): Promise<ObligationRow[]> => {
  const where = { campaign: actor.campaign.id, unit, state: { in: ['open', 'returned'] } } as const;
  return (await store.list('obligation', { where })).filter(isOwed);
};

const readTasks = ({ store, actor }: Context, lead: UnitId): Promise<TaskRow[]> =>
  store.list('task', { where: { campaign: actor.campaign.id, lead, state: { in: OPEN_TASKS } } });

const isTyped = ({ content }: DraftRow): boolean =>
  content.files.length > 0 || Object.values(content.values).some((value) => value.trim() !== '');

async function readDrafts(
  { store }: Context,
  people: readonly PersonId[],
  rows: readonly ObligationRow[],
): Promise<DraftRow[]> {
  const drafts = await Promise.all(
    people.flatMap((person) => rows.map(({ id }) => store.find('draft', draftId(person, id)))),
  );
  return drafts.filter((draft): draft is DraftRow => draft !== null && isTyped(draft));
}

const asPosting = (entry: unknown): Posting | null => entry as Posting | null;
const isLiaison = (posting: Posting | null): posting is Posting => posting?.role === 'liaison';

/** Whom a change takes the office from and gives it to; null where it hands over none. */
function handedBy({ subject, patches }: Pick<AmendmentRow, 'subject' | 'patches'>): Handed | null {
  if (subject !== 'liaison') return null;
  const ended = patches.filter(({ after }) => after === null || asPosting(after)?.to !== undefined);
  const from = ended.map(({ before }) => asPosting(before)).filter(isLiaison);
  const to = patches
    .filter(({ before }) => before === null)
    .map(({ after }) => asPosting(after))
    .filter(isLiaison);
  const unit = to[0]?.unit;
  return unit === undefined ? null : { unit, from, to };
}

/** What goes over with a hand-over that was proposed or made, as it stands now; null for every other change. */
export async function findHandOver(
  context: Context,
  row: Pick<AmendmentRow, 'subject' | 'patches'>,
): Promise<HandOverFacts | null> {
  const handed = handedBy(row);
  const [newcomer] = handed?.to ?? [];
  if (!handed || !newcomer) return null;
  const scene = await sceneOf(context);
  const owed = (await readOwed(context, handed.unit)).filter(({ opensAt }) => opensAt <= context.at);
  const former = handed.from.map(({ person }) => person);
  const drafts = await readDrafts(context, former, owed);
  const tasks = await readTasks(context, handed.unit);
  const { id, slack } = personFacts(scene, newcomer.person);
  return {
    unit: unitFacts(scene.campaign, handed.unit),
    from: former.map((person) => personFacts(scene, person)),
    to: { id, name: newcomer.name, slack: slack ?? newcomer.slack ?? null },
    since: newcomer.from ?? dateOf(context.at, scene.campaign.zone),
    owed: owed.length,
    returned: owed.filter(({ state }) => state === 'returned').length,
    overdue: owed.filter((each) => ['overdue', 'missed'].includes(standingOf(each, context.at))).length,
    drafts: drafts.length,
    tasks: tasks.map(({ year, no, title }) => ({ year, no, title })),
  };
}

// What is written

type Handing = Handed & { context: Context; campaign: Campaign; rows: ObligationRow[] };

const keyOf = ({ context, unit }: Handing): string =>
  `handed_over:${context.actor.campaign.id}:${unit}@${context.actor.campaign.version}`;

const slotOf = ({ context: { actor, at }, campaign }: Handing) =>
  slotAfter(at, actor.calendar, campaign.zone);

/** Both are told in the next reminder hours, with how much is open. */
function toldBoth(handing: Handing): Change[] {
  const { context, campaign, unit, from, to, rows } = handing;
  const open = rows.filter((row) => ['due', 'returned', 'overdue'].includes(standingOf(row, context.at)));
  const notice = {
    kind: 'handed_over' as const,
    unit,
    role: 'liaison' as const,
    from: from[0]?.name ?? null,
    to: to[0]!.name,
    open: open.length,
  };
  const people = new Set([...from, ...to].map(({ person }) => person));
  return [...people].map((person) =>
    ensure(
      'intent',
      intentOf({ campaign, now: context.at }, `${keyOf(handing)}:${person}`, person, notice, {
        slotAt: slotOf(handing),
        about: null,
      }),
    ),
  );
}

async function cardsOf(handing: Handing): Promise<Change[]> {
  const { context, campaign, unit, to } = handing;
  const why = { role: 'liaison' as const, insteadOf: null, unit };
  const cards = await Promise.all(
    (await readTasks(context, unit)).map(async (task) => {
      const entries = await context.store.list('taskEntry', { where: { task: task.id }, orderBy: 'no' });
      const given = entries.filter(({ kind }) => GIVEN.includes(kind)).at(-1);
      if (!given) return [];
      const notice = { kind: 'task' as const, task: task.id, entry: given.no, by: given.by, why };
      return to.map(({ person }) =>
        ensure(
          'intent',
          intentOf(
            { campaign, now: context.at },
            `${keyOf(handing)}:task:${task.year}/${task.no}:${person}`,
            person,
            notice,
            { slotAt: slotOf(handing), about: task.id },
          ),
        ),
      );
    }),
  );
  return cards.flat();
}

async function copiedDrafts({ context, from, to, rows }: Handing): Promise<Change[]> {
  const people = from.map(({ person }) => person);
  const drafts = await readDrafts(context, people, rows);
  const copies = to.flatMap(({ person }) => drafts.map((draft) => copyFor(context, person, draft)));
  return (await Promise.all(copies)).flat();
}

/** What the other one typed themself is never overwritten. */
async function copyFor({ store }: Context, person: PersonId, draft: DraftRow): Promise<Change[]> {
  const { obligation, content, savedAt } = draft;
  const id = draftId(person, obligation);
  const own = await store.find('draft', id);
  if (!own) return [ensure('draft', { id, person, obligation, content, savedAt })];
  return isTyped(own) ? [] : [move('draft', own, { content, savedAt })];
}

async function changesOf(context: Context, { after }: Turn, handed: Handed): Promise<Change[]> {
  const rows = await readOwed(context, handed.unit);
  const handing: Handing = { ...handed, context, campaign: after, rows };
  if (handed.to.length === 0) return [];
  const { version } = context.actor.campaign;
  const detail = { from: handed.from[0]?.name ?? null, to: handed.to[0]!.name };
  return [
    ...toldBoth(handing),
    ...(await cardsOf(handing)),
    ...(await copiedDrafts(handing)),
    audited(actingOf(context), 'replace_liaison', { id: handed.unit, unit: handed.unit, version }, detail),
  ];
}

/** All that follows when a hand-over is made, or is undone and so goes the other way. */
export async function handOver(context: Context, turn: Turn): Promise<Change[]> {
  const today = dateOf(context.at, turn.after.zone);
  const handed = handedBetween(turn.before, turn.after, today);
  return (await Promise.all(handed.map((each) => changesOf(context, turn, each)))).flat();
}
