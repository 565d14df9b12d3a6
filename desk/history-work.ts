// The other half of the weeks before: tasks that were given and worked on, the monthly consultation with its decisions, one
// incident. Who does what on which working day, as words that people type and forms that they fill. Pure; what is said
// stands in history-work-texts.ts.
//
// A story is one task, meeting or incident from its first word on. It is played whole or, where it begins too early, not
// at all. Numbers of tasks are drawn in the order in which the stories draw them, and so are known beforehand.

import type { Calendar } from '../domain/calendar.ts';
import type { Campaign, Role } from '../domain/campaign.ts';
import { as, type CivilDate, type CivilTime, type Instant } from '../domain/ids.ts';
import { deadlinesBetween } from '../domain/periods.ts';
import { dateOf, instantOf } from '../domain/zone.ts';
import { INCIDENT, MEETINGS, TASKS } from './history-work-texts.ts';

/** Words after `/duban`, and what is typed into the form that they open. */
export type Said = { kind: 'said'; at: Instant; by: string; words: string; typed?: Record<string, string> };

/** `drawnAt`: when its numbers are drawn, `draws` of them. */
type Story = { drawnAt: Instant; draws: number; acts(no: number): Said[] };

/** The people of a story and its days, counted in working days from the day on which the person takes over. */
type Cast = {
  office: string;
  /** Whoever says that the minutes are right: the director, or the staff itself. */
  director: string;
  leader: string | null;
  units: { id: string; name: string; liaison: string }[];
  at(day: number, time: string): Instant;
  on(day: number): CivilDate;
};

const mailOf = (campaign: Campaign, role: Role): string | undefined =>
  campaign.people.find((posting) => posting.role === role)?.email;

/** Nobody to play with: no office or no liaison. */
function castOf(campaign: Campaign, calendar: Calendar, today: CivilDate): Cast | null {
  const director = mailOf(campaign, 'office_director');
  const office = mailOf(campaign, 'office_staff') ?? director;
  const units = campaign.units.flatMap(({ id, name, kind }) => {
    const liaison = campaign.people.find((one) => one.role === 'liaison' && one.unit === id)?.email;
    return liaison && kind !== 'office' ? [{ id, name, liaison }] : [];
  });
  if (office === undefined || units.length === 0) return null;
  const on = (day: number) => (day === 0 ? today : calendar.addWorkingDays(today, day));
  const at = (day: number, time: string) => instantOf(on(day), as<CivilTime>(time), campaign.zone);
  return { office, director: director ?? office, leader: mailOf(campaign, 'leader') ?? null, units, on, at };
}

/** One meeting; `coming` and the units are by number, days of decisions count from the day of the meeting. */
export type MeetingTold = {
  topics: { unit: number; title: string; reason: string; ask: string }[];
  coming: number[];
  excused: number;
  instead: string;
  heard: string;
  observers: string;
  decisions: {
    what: string;
    unit: number;
    due: number;
    acts: [day: number, time: string, by: 'office' | 'unit', words: string][];
  }[];
};

/** One task: given on `given` at a time, to the n-th unit, and what comes after. */
export type TaskTold = {
  given: [day: number, time: string];
  unit: number;
  helper?: number;
  title: string;
  ask: string;
  /** Kind and text of where it comes from. */
  source: [kind: string, text: string];
  /** Absent with steps. */
  due?: number;
  evidence?: string;
  feedback?: string;
  /** Steps by unit: `初验 @5 5个工作日`. */
  steps?: string;
  /** `acts`: day, time, who (office or the n-th unit) and what is typed, with # for the task's number. */
  acts: [day: number, time: string, by: 'office' | number, words: string][];
};

const unitAt = ({ units }: Cast, index: number) => units[index % units.length]!;
const namedIn = (cast: Cast, words: string): string =>
  words.replace(/@(\d)/g, (_, index) => unitAt(cast, Number(index)).name);
const datedIn = (cast: Cast, words: string): string =>
  words.replace(/\{(-?\d+)\}/g, (_, day) => cast.on(Number(day)));

const given = (cast: Cast, told: TaskTold): Record<string, string> => ({
  title: told.title,
  ask: told.ask,
  source: told.source[0],
  sourceText: told.source[1],
  lead: unitAt(cast, told.unit).id,
  ...(told.helper === undefined ? {} : { helpers: unitAt(cast, told.helper).id }),
  ...(told.due === undefined ? {} : { dueOn: cast.on(told.due) }),
  ...(told.evidence ? { evidence: told.evidence } : {}),
  ...(told.feedback ? { feedback: told.feedback } : {}),
  ...(told.steps ? { steps: namedIn(cast, told.steps) } : {}),
});

type Line = [day: number, time: string, by: string, words: string, typed?: Record<string, string>];

const saidIn = (cast: Cast, lines: readonly Line[]): Said[] =>
  lines.map(([day, time, by, words, typed]) => ({
    kind: 'said',
    at: cast.at(day, time),
    by,
    words: datedIn(cast, words).trim(),
    ...(typed ? { typed } : {}),
  }));

function taskStory(cast: Cast, told: TaskTold): Story {
  const [day, time] = told.given;
  const work = (no: number): Line[] =>
    told.acts.map(([onDay, atTime, by, words]) => {
      const who = by === 'office' ? cast.office : unitAt(cast, by).liaison;
      return [onDay, atTime, who, `督办 ${words}`.replace('#', String(no))];
    });
  return {
    drawnAt: cast.at(day, time),
    draws: 1,
    acts: (no) => saidIn(cast, [[day, time, cast.office, '督办 新建', given(cast, told)], ...work(no)]),
  };
}

function incidentStory(cast: Cast): Story {
  const lines = INCIDENT.acts.map(([day, time, by, words, typed]): Line => {
    const who = by === 'office' ? cast.office : unitAt(cast, by).liaison;
    return [day, time, who, `急报 ${words}`, typed];
  });
  const said = saidIn(cast, lines);
  return { drawnAt: said[0]!.at, draws: 0, acts: () => said };
}

/** A meeting, in days from its own: topics, agenda, answers, minutes; its decisions become tasks when they are approved. */
function meetingStory(cast: Cast, told: MeetingTold): Story {
  const decided = told.decisions.flatMap(({ what, unit, due }, index) => [
    [`what_${index + 1}`, what],
    [`unit_${index + 1}`, unitAt(cast, unit).id],
    [`due_${index + 1}`, cast.on(due)],
  ]);
  const minutes = { heard: told.heard, observers: told.observers, ...Object.fromEntries(decided) };
  const comes = (who: string | null, time: string): Line[] => (who ? [[-1, time, who, '会商 参加']] : []);
  const before: Line[] = [
    ...told.topics.map(
      ({ unit, ...topic }, index): Line => [
        -4,
        `10:${20 + index}`,
        unitAt(cast, unit).liaison,
        '会商 提请议题',
        topic,
      ],
    ),
    [-2, '15:30', cast.office, '会商 印发'],
    ...comes(cast.leader, '09:20'),
    ...told.coming.flatMap((unit, index) => comes(unitAt(cast, unit).liaison, `09:${30 + index}`)),
    [-1, '10:05', unitAt(cast, told.excused).liaison, `会商 请假 ${told.instead}`],
    [0, '17:20', cast.office, '会商 纪要', minutes],
    [1, '10:10', cast.director, '会商 批准'],
  ];
  const work = (no: number): Line[] =>
    told.decisions.flatMap(({ unit, acts }, index) =>
      acts.map(([day, time, by, words]): Line => {
        const who = by === 'office' ? cast.office : unitAt(cast, unit).liaison;
        return [day, time, who, `督办 ${words}`.replace('#', String(no + index))];
      }),
    );
  return {
    drawnAt: cast.at(1, '10:10'),
    draws: told.decisions.length,
    acts: (no) => saidIn(cast, [...before, ...work(no)]),
  };
}

/** The meetings held in these weeks: the last with what there is to tell of a fresh one, those before it long done. */
function meetingsIn(campaign: Campaign, calendar: Calendar, from: Instant, until: Instant): Story[] {
  const [first, last] = [dateOf(from, campaign.zone), dateOf(until, campaign.zone)];
  const days = campaign.duties
    .filter(({ kind }) => kind === 'consultation')
    .flatMap((duty) => deadlinesBetween(campaign, duty, calendar, first, last))
    .filter(({ dueAt }) => dueAt < until)
    .map(({ dueOn }) => dueOn)
    .sort();
  return days.flatMap((day, index) => {
    const cast = castOf(campaign, calendar, day);
    return cast ? [meetingStory(cast, index === days.length - 1 ? MEETINGS.last : MEETINGS.earlier)] : [];
  });
}

/** Everything that is done in these weeks beside reports and bulletins, in no order. */
export function planWork(campaign: Campaign, calendar: Calendar, from: Instant, until: Instant): Said[] {
  const cast = castOf(campaign, calendar, dateOf(until, campaign.zone));
  if (!cast) return [];
  const stories = [
    ...TASKS.map((told) => taskStory(cast, told)),
    ...meetingsIn(campaign, calendar, from, until),
    incidentStory(cast),
  ]
    .filter(({ acts }) => acts(0).every(({ at }) => at > from))
    .filter(({ drawnAt }) => drawnAt < until)
    .sort((a, b) => a.drawnAt - b.drawnAt);
  let drawn = 0;
  return stories.flatMap(({ acts, draws }) => {
    const played = acts(drawn + 1);
    drawn += draws;
    return played;
  });
}
