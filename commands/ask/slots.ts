// Fills a reading from what was found: which slots an intent has, and how a time is told in it (a period, or days from and
// to). Knows what was found and which row of the grammar spoke; decides nothing about intents.

import type { Campaign } from '../../domain/campaign.ts';
import type { AreaId, CivilDate, DutyId, FigureId, PhaseId, UnitId } from '../../domain/ids.ts';
import type { Row } from './grammar-words.ts';
import type { AskedKind, Intent, Slots } from './reading.ts';
import type { Entity, Letter } from './scan.ts';
import type { Time } from './spans.ts';
import type { Concept } from './zh-words.ts';

export type Found = {
  campaign: Campaign;
  entities: readonly Entity[];
  said: ReadonlySet<Concept>;
  /** The asker says we, and is of a unit. */
  isOurs: boolean;
  own: readonly UnitId[];
  today: CivilDate;
};

const BY_DAYS: ReadonlySet<Intent> = new Set<Intent>(['due', 'tasks', 'sent']);
const HAS_UNITS: ReadonlySet<Intent> = new Set<Intent>([
  'who',
  'status',
  'due',
  'overdue',
  'tasks',
  'figures',
  'timeliness',
  'latest',
  'decisions',
  'contact',
  'search',
  'history',
  'act',
  'consultation_attendance',
]);
const HAS_DUTY: ReadonlySet<Intent> = new Set<Intent>([
  'mine',
  'who',
  'status',
  'due',
  'timeliness',
  'latest',
  'history',
  'sent',
  'act',
  'overdue',
]);
const HAS_AREA: ReadonlySet<Intent> = new Set<Intent>([
  'who',
  'status',
  'due',
  'overdue',
  'tasks',
  'figures',
  'timeliness',
  'act',
]);
const HAS_PERIOD: ReadonlySet<Intent> = new Set<Intent>([
  'mine',
  'who',
  'status',
  'figures',
  'timeliness',
  'latest',
  'bulletin',
  'consultation_next',
  'consultation_agenda',
  'consultation_attendance',
  'decisions',
  'history',
  'search',
  'act',
]);
/** Reports lie in periods; of longer spans (a quarter, the last eight weeks) the days are told. */
const BY_SPANS: ReadonlySet<Intent> = new Set<Intent>([
  'who',
  'status',
  'figures',
  'timeliness',
  'latest',
  'bulletin',
  'decisions',
  'search',
]);
/** What happened and what was written has its day. */
const BY_THE_DAY: ReadonlySet<Intent> = new Set<Intent>(['history', 'search']);
/** Where a phase is the span of what is asked, not the thing itself. */
const PHASE_AS_PERIOD: ReadonlySet<Intent> = new Set<Intent>([
  'who',
  'figures',
  'timeliness',
  'latest',
  'history',
  'search',
]);

const of = (found: Found, letter: Letter): Entity[] =>
  found.entities.filter((each) => each.letter === letter);
const idsOf = <Id extends string>(entities: readonly Entity[]): Id[] => [
  ...new Set(entities.flatMap(({ named }) => (named ?? []).map(({ id }) => id as Id))),
];

/** Who leads an area is a question about its lead units. */
const leadsOf = (found: Found): UnitId[] => {
  const areas = idsOf<AreaId>(of(found, 'A'));
  return found.campaign.areas.filter(({ id }) => areas.includes(id)).flatMap(({ leads }) => leads);
};

/** p2p牵头单位 are those of the area that is named. */
const IS_LEADS = /牵头|lead/;
const ASKED_OF_ONESELF: readonly Concept[] = ['askFiled', 'late', 'onTime'];
/** What is told of all units unless one is meant: 我们有逾期的吗, who filed our weekly. */
const OF_ONES_UNIT: ReadonlySet<Intent> = new Set<Intent>([
  'status',
  'tasks',
  'overdue',
  'figures',
  'timeliness',
  'latest',
  'history',
  'decisions',
]);

/** Whether somebody of a unit means it without naming it: final report 我们交了没. */
function meansOwn(found: Found, intent: Intent): boolean {
  const isSaid = ['U', 'R', 'K', 'A', 'P'].some((letter) => of(found, letter as Letter).length > 0);
  if (isSaid) return false;
  const isMine = intent === 'status' && ASKED_OF_ONESELF.some((notion) => found.said.has(notion));
  // 这周报了吗 names neither unit nor duty: whoever is of a unit asks for it.
  if (isMine && of(found, 'D').length === 0 && !found.said.has('who')) return true;
  return (
    ((isMine || intent === 'tasks') && found.said.has('me')) || (found.isOurs && OF_ONES_UNIT.has(intent))
  );
}

/** Every unit that is named or meant. */
function unitsOf(found: Found, intent: Intent): UnitId[] {
  const isOurs = meansOwn(found, intent);
  const isOfArea = of(found, 'A').length > 0;
  const groups = of(found, 'R').filter(
    ({ raw }) => !isOfArea || (intent !== 'contact' && !IS_LEADS.test(raw)),
  );
  const leads = isOfArea && of(found, 'R').some(({ raw }) => IS_LEADS.test(raw));
  const named = idsOf<UnitId>([...of(found, 'U'), ...groups]);
  const own = of(found, 'O').length > 0 || isOurs ? found.own : [];
  const wanted = new Set([
    ...named,
    ...own,
    ...(leads || (intent === 'contact' && named.length === 0) ? leadsOf(found) : []),
  ]);
  return [...wanted];
}

/** The last named time counts: 上周没交的这周交了吗 is rare, 8月的第32周 is not. */
const timeOf = (found: Found): Time | undefined =>
  of(found, 'T')
    .map(({ time }) => time!)
    .at(-1);

type Days = { from?: CivilDate; to?: CivilDate };
const daysOf = ({ from, to, until, since }: Time): Days => (until ? { to } : since ? { from } : { from, to });

/** Of sums the year in which the whole campaign has run so far says nothing; who was missing this year is another question. */
const isAllAlong = ({ campaign, today }: Found, intent: Intent, { from, to }: Time): boolean =>
  intent === 'figures'
    ? from <= campaign.from && today <= to
    : !BY_DAYS.has(intent) && !['who', 'timeliness', 'status'].includes(intent);

function timeSlots(found: Found, { intent, state }: Pick<Row, 'intent' | 'state'>): Slots {
  const time = timeOf(found);
  if (!time || (time.grain === 'year' && isAllAlong(found, intent, time))) return {};
  if (BY_DAYS.has(intent)) return daysOf(time);
  if (BY_THE_DAY.has(intent) && time.period === null) return daysOf(time);
  if (!HAS_PERIOD.has(intent)) return {};
  if ((time.until || time.since || time.grain === 'year') && BY_SPANS.has(intent)) return daysOf(time);
  if (time.period !== null) return { period: time.period };
  const isDayOf = time.grain === 'day' && intent === 'who' && state !== 'missing';
  return (time.grain === 'span' || isDayOf) && BY_SPANS.has(intent) ? daysOf(time) : {};
}

function phaseSlots(found: Found, intent: Intent): Slots {
  const [phase] = idsOf<PhaseId>(of(found, 'P'));
  if (phase === undefined) return {};
  if (PHASE_AS_PERIOD.has(intent)) return { period: `phase:${phase}` };
  return ['status', 'due', 'overdue', 'tasks'].includes(intent) ? { phase } : {};
}

/** Bulletin and consultation are duties of the office, and named as such only where duties are asked about. */
function dutyOf(found: Found, intent: Intent): DutyId | undefined {
  const [duty] = idsOf<DutyId>(of(found, 'D'));
  if (duty !== undefined || !['who', 'due'].includes(intent)) return duty;
  const kind = found.said.has('bulletin') ? 'bulletin' : found.said.has('meeting') ? 'consultation' : null;
  return found.campaign.duties.find((each) => each.kind === kind)?.id;
}

function kindOf(found: Found, intent: Intent): AskedKind | undefined {
  const { said } = found;
  if (intent !== 'search') return undefined;
  if (said.has('decided') || said.has('meeting')) return 'decisions';
  if (said.has('task')) return 'tasks';
  return said.has('report') || of(found, 'D').length > 0 ? 'reports' : undefined;
}

const yearSlot = (entity: Entity): Slots => (entity.year === undefined ? {} : { period: entity.year });

function numberSlots(found: Found, intent: Intent): Slots {
  const [task] = of(found, 'K');
  const [bulletin] = of(found, 'B');
  if (task && ['task', 'history', 'act', 'sent'].includes(intent))
    return { task: task.no!, ...yearSlot(task) };
  return bulletin && ['bulletin', 'act'].includes(intent) ? { no: bulletin.no! } : {};
}

const querySlot = (found: Found, intent: Intent): Slots => {
  const [query] = of(found, 'Q');
  return query && ['search', 'decisions', 'history'].includes(intent) ? { query: query.query! } : {};
};

function figureSlot(found: Found, intent: Intent): Slots {
  const figure = intent === 'figures' ? idsOf<FigureId>(of(found, 'F')) : [];
  return figure.length === 0 ? {} : { figure };
}

function personSlot(found: Found, intent: Intent): Slots {
  const [person] = of(found, 'N');
  return person && ['contact', 'act', 'sent'].includes(intent) ? { person: person.named![0]!.id } : {};
}

/** What is done from a day to a day (leave, what is taken away), or until one (a task). */
function daysOfAct(found: Found, command: Row['command']): Slots {
  const time = timeOf(found);
  if (!time || time.period !== null) return {};
  const { from, to } = time;
  if (command === 'leave') return { from, to };
  if (command === 'export' && time.grain === 'span') return daysOf(time);
  return command === 'task' ? { to } : {};
}

/** Every slot that the intent has and the text fills. */
export function slotsOf(found: Found, { intent, state, kind, command }: Row): Slots {
  const isTheirs = command === 'replace_liaison' && found.isOurs;
  const named = HAS_UNITS.has(intent) ? unitsOf(found, intent) : [];
  const units = named.length === 0 && isTheirs ? [...found.own] : named;
  const duty = HAS_DUTY.has(intent) ? dutyOf(found, intent) : undefined;
  const [area] = HAS_AREA.has(intent) ? idsOf<AreaId>(of(found, 'A')) : [];
  const where = kind ?? kindOf(found, intent);
  return {
    ...(units.length > 0 && { units }),
    ...(duty !== undefined && { duty }),
    ...(area !== undefined && { area }),
    ...timeSlots(found, { intent, ...(state && { state }) }),
    ...(command && daysOfAct(found, command)),
    ...phaseSlots(found, intent),
    ...numberSlots(found, intent),
    ...querySlot(found, intent),
    ...figureSlot(found, intent),
    ...personSlot(found, intent),
    ...(state && { state }),
    ...(where && { kind: where }),
    ...(command && { command }),
  };
}
