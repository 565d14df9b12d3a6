// Random people do random things to tasks at random times. What may happen, and what becomes of it, is written here a
// second time, as simply as possible and without the rules' own words; the rules must come to the same each time.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../domain/change.ts';
import { as, type CivilDate, type Instant, type UnitId } from '../../domain/ids.ts';
import type { PlanView } from '../../domain/plan.ts';
import { decideOnTask, type TaskAct, verbOf } from '../../domain/task/decide.ts';
import { decideDispatches, taskCounterId, taskYear } from '../../domain/task/dispatch.ts';
import { planTask } from '../../domain/task/plan.ts';
import { isOverdueTask } from '../../domain/task/task.ts';
import type { TaskRow } from '../../domain/task/things.ts';
import { allowsVerb, mayActOnTask, mayDispatch, unitActedFor } from '../../domain/task/verbs.ts';
import type { CampaignRow, MessageRow } from '../../domain/things.ts';
import { aCampaign, at, calendarOf } from '../support/builders.ts';
import { createTaskLedger, type TaskLedger } from '../support/task-ledger.ts';
import { anOrder, intentsIn, natural, postingsOf, presentAt, whoIs } from '../support/task-row.ts';

const campaign = aCampaign();
const calendar = calendarOf(campaign);

// The model

/** Unit, or what else somebody is. */
const PEOPLE: Record<string, string> = {
  an: 'gaj',
  'an.b': 'gaj',
  'an.head': 'gaj',
  shang: 'gsj',
  yin: 'rmyh',
  wen: 'office',
  jin: 'office',
  'zhou.zheng': 'leader',
  ducha: 'inspector',
};

type Model = {
  at: string;
  due: number;
  lead: string;
  helpers: string[];
  /** Units of the steps that wait. */
  waiting: { unit: string; days: number }[];
  isChain: boolean;
  asks: boolean;
  signed: boolean;
  handedIn: number;
  entries: number;
};

const DAY = 86_400_000;
const IN_CHINA = 8 * 3_600_000;
const dayOf = (ms: number): string => new Date(ms + IN_CHINA).toISOString().slice(0, 10);
const endOf = (day: string): number => Date.parse(`${day}T17:30:00+08:00`);

const OFFICE_MAY = ['grant', 'refuse', 'close', 'return', 'withdraw', 'reopen', 'reassign'];

function maySo(model: Model, who: string, act: string): boolean {
  const is = PEOPLE[who]!;
  if (OFFICE_MAY.includes(act)) return is === 'office';
  return is === model.lead || (act === 'feed_back' && model.helpers.includes(is));
}

/** From where, and what else must be so. */
const WHEN: Record<string, { from: string; and?: (model: Model, now: number) => boolean }> = {
  sign: { from: 'dispatched' },
  feed_back: { from: 'dispatched in_progress' },
  submit: { from: 'dispatched in_progress', and: ({ waiting }) => waiting.length === 0 },
  step_done: { from: 'dispatched in_progress', and: ({ isChain }) => isChain },
  extend: { from: 'dispatched in_progress', and: ({ asks, due }, now) => !asks && now <= due },
  grant: { from: 'in_progress', and: ({ asks }) => asks },
  refuse: { from: 'in_progress', and: ({ asks }) => asks },
  close: { from: 'in_review' },
  return: { from: 'in_review' },
  withdraw: { from: 'dispatched in_progress in_review' },
  reopen: { from: 'closed withdrawn' },
  reassign: { from: 'dispatched in_progress' },
};

const goesSo = (model: Model, act: string, now: number): boolean =>
  WHEN[act]!.from.split(' ').includes(model.at) && (WHEN[act]!.and?.(model, now) ?? true);

type Said = { act: string; who: string; now: number; until: string; lead: string };

function acted(model: Model, { act, who, now, until, lead }: Said): Model {
  const next = { ...model, entries: model.entries + 1 };
  const worked = () => Object.assign(next, { at: 'in_progress', signed: true });
  const again = { due: endOf(until), asks: false, handedIn: 0 };
  const passOn = () => {
    const [step, ...waiting] = model.waiting;
    const due = endOf(dayOf(now + step!.days * DAY));
    Object.assign(next, { at: 'dispatched', signed: false, asks: false, lead: step!.unit, waiting, due });
  };
  const handIn = () => Object.assign(next, { at: 'in_review', signed: true, asks: false, handedIn: now });
  if (act === 'sign') worked();
  if (act === 'feed_back' && PEOPLE[who] === model.lead) worked();
  if (act === 'extend') worked().asks = true;
  if (act === 'submit') handIn();
  if (act === 'step_done') (model.waiting.length > 0 ? passOn : handIn)();
  if (act === 'grant') Object.assign(next, { asks: false, due: endOf(until) });
  if (act === 'refuse') next.asks = false;
  if (act === 'close') next.at = 'closed';
  if (act === 'withdraw') Object.assign(next, { at: 'withdrawn', asks: false });
  if (act === 'return') Object.assign(next, again, { at: 'in_progress' });
  if (act === 'reopen') Object.assign(next, again, { at: model.signed ? 'in_progress' : 'dispatched' });
  if (act === 'reassign') {
    const helpers = model.helpers.filter((unit) => unit !== lead);
    Object.assign(next, again, { at: 'dispatched', signed: false, lead, helpers });
  }
  return next;
}

const isLate = ({ at: state, due, handedIn }: Model, now: number): boolean =>
  !['closed', 'withdrawn'].includes(state) && (state === 'in_review' ? handedIn : now) > due;

// What is done

type Doing = {
  act: string;
  who: string;
  task: number;
  minutes: number;
  days: number;
  unit: string;
  chain: number[];
  count: number;
};

const UNITS = ['gaj', 'gsj', 'rmyh'];
const ACTS = [...Object.keys(WHEN), 'new', 'plan', 'new'];

const doing: fc.Arbitrary<Doing> = fc.record({
  act: fc.constantFrom(...ACTS),
  who: fc.constantFrom(...Object.keys(PEOPLE)),
  task: fc.nat({ max: 5 }),
  minutes: fc.oneof(fc.constant(0), fc.nat({ max: 120 }), fc.nat({ max: 3 * 24 * 60 })),
  days: fc.integer({ min: 1, max: 20 }),
  unit: fc.constantFrom(...UNITS),
  chain: fc.oneof(
    fc.constant<number[]>([]),
    fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 3 }),
  ),
  count: fc.integer({ min: 1, max: 3 }),
});

/** Half of the time somebody who may do it does what goes, so that every state is reached. */
const season: fc.Arbitrary<[Doing, boolean][]> = fc.array(fc.tuple(doing, fc.boolean()), {
  minLength: 1,
  maxLength: 60,
  size: 'max',
});

const actOf = (act: string, until: CivilDate, lead: UnitId): TaskAct =>
  ({
    verb: act,
    percent: 50,
    text: '说明',
    files: [],
    reason: '理由',
    progress: '进展',
    until,
    lead,
  }) as TaskAct;

type World = { ledger: TaskLedger; models: Model[]; now: Instant; done: string[]; seen: string[] };

const rowsOf = ({ ledger }: World): TaskRow[] => ledger.list('task');
const actingOf = ({ now }: World, who: string) => ({ campaign: campaign.id, by: whoIs(who), at: now });

/** Nobody hears of what they did, and nothing is told twice. */
function checkTold(world: World, changes: readonly Change[], who: string): void {
  for (const { id, recipient, notice } of intentsIn(changes)) {
    expect(recipient).not.toBe(whoIs(who));
    expect(notice).toMatchObject({ kind: 'task', by: whoIs(who) });
    expect(world.ledger.find('intent', id)).toBeNull();
  }
}

const chainOf = ({ chain, unit }: Doing) =>
  chain.map((days, index) => ({
    name: `第${index + 1}步`,
    unit: as<UnitId>(UNITS[(UNITS.indexOf(unit) + index) % UNITS.length]!),
    length: natural(days),
  }));

function dispatch(world: World, what: Doing): void {
  const { ledger, now } = world;
  const allowed = ['office', 'leader'].includes(PEOPLE[what.who]!);
  expect(mayDispatch(postingsOf(what.who))).toBe(allowed);
  if (!allowed) return;
  const dueOn = as<CivilDate>(dayOf(now + what.days * DAY));
  const helper = UNITS[(UNITS.indexOf(what.unit) + 1) % UNITS.length]!;
  const steps = chainOf(what);
  const order = anOrder({ lead: as<UnitId>(what.unit), helpers: [as<UnitId>(helper)], dueOn, steps });
  const counter = ledger.find('counter', taskCounterId(campaign.id, taskYear(campaign, now)));
  const acting = actingOf(world, what.who);
  const dispatching = { campaign, calendar, presence: presentAt(now), acting, counter };
  const { changes, tasks } = decideDispatches(dispatching, Array(what.count).fill(order));
  checkTold(world, changes, what.who);
  expect(ledger.commit(changes).kind).toBe('committed');
  expect(ledger.commit(decideDispatches(dispatching, [order]).changes).kind).not.toBe('committed');
  const [first, ...waiting] = steps.map(({ unit, length }) => ({ unit, days: length.days }));
  for (const { dueAt } of tasks) {
    const due = first ? endOf(dayOf(now + first.days * DAY)) : endOf(dueOn);
    expect(dueAt).toBe(due);
    world.models.push({
      at: 'dispatched',
      due,
      lead: what.unit,
      helpers: [helper],
      waiting,
      isChain: steps.length > 0,
      asks: false,
      signed: false,
      handedIn: 0,
      entries: 1,
    });
  }
}

function plan(world: World, row: TaskRow): void {
  const { ledger, now } = world;
  const view: PlanView = { row: {} as CampaignRow, campaign, calendar, presence: presentAt(now), now };
  const changes = planTask(view, row);
  if (['closed', 'withdrawn'].includes(row.state)) expect(intentsIn(changes)).toEqual([]);
  expect(ledger.commit(changes).kind).toBe('committed');
  const { version: _, plannedThrough: __, nextStepAt, ...after } = ledger.find('task', row.id)!;
  expect(row).toMatchObject(after);
  expect(nextStepAt === null || nextStepAt > now).toBe(true);
  expect(intentsIn(planTask(view, ledger.find('task', row.id)!))).toEqual([]);
}

/** An act that goes now, by somebody who may. */
function willing(model: Model, now: number, what: Doing): Doing {
  const goes = Object.keys(WHEN).filter((act) => goesSo(model, act, now));
  const act = goes[what.days % goes.length] ?? what.act;
  return { ...what, act, who: Object.keys(PEOPLE).find((who) => maySo(model, who, act)) ?? what.who };
}

/** Every act, whichever is meant now: whether it goes, and whether this person may. */
function checkAllowed(world: World, row: TaskRow, model: Model, who: string): void {
  world.seen.push(model.at);
  for (const name of Object.keys(WHEN)) {
    const verb = verbOf({ verb: name } as TaskAct);
    expect([name, allowsVerb(row, verb, world.now)]).toEqual([name, goesSo(model, name, world.now)]);
    expect([name, mayActOnTask(postingsOf(who), verb, row)]).toEqual([name, maySo(model, who, name)]);
  }
}

function actOn(world: World, what: Doing, row: TaskRow, model: Model): Model {
  const { ledger, now } = world;
  const until = dayOf(now + what.days * DAY) as CivilDate;
  const lead = UNITS.find((unit) => unit !== model.lead && unit !== what.unit)!;
  const act = actOf(what.act, until, as<UnitId>(lead));
  const postings = postingsOf(what.who);
  const may = mayActOnTask(postings, verbOf(act), row);
  checkAllowed(world, row, model, what.who);
  if (!may || !allowsVerb(row, verbOf(act), now)) return model;
  const unit = unitActedFor(postings, verbOf(act), row);
  const shown: MessageRow[] = [];
  const acting = actingOf(world, what.who);
  const review = { campaign, calendar, presence: presentAt(now), acting, row, shown, unit };
  const { changes, row: foretold } = decideOnTask(review, act);
  checkTold(world, changes, what.who);
  const again = decideOnTask(review, act).changes;
  expect(ledger.commit(changes).kind).toBe('committed');
  expect(ledger.commit(again).kind).toBe('stale');
  expect(ledger.find('task', row.id)).toEqual(foretold);
  world.done.push(what.act);
  return acted(model, { ...what, now, until, lead });
}

/** What is in the ledger is what the model says, and what was there before is there still. */
function check(world: World, timelineBefore: readonly object[]): void {
  const rows = rowsOf(world);
  expect(rows).toHaveLength(world.models.length);
  rows.forEach((row, index) => {
    const model = world.models[index]!;
    expect(row).toMatchObject({
      state: model.at,
      lead: model.lead,
      helpers: model.helpers,
      dueAt: model.due,
    });
    expect([row.extension !== null, row.signedAt !== null, row.entries]).toEqual([
      model.asks,
      model.signed,
      model.entries,
    ]);
    expect(isOverdueTask(row, world.now)).toBe(isLate(model, world.now));
  });
  const timeline = world.ledger.list('taskEntry');
  expect(timeline.slice(0, timelineBefore.length)).toEqual(timelineBefore);
  expect(timeline).toHaveLength(world.models.reduce((sum, { entries }) => sum + entries, 0));
}

/** 1, 2, 3 … for each year, and for the entries of each task. */
function checkNumbers({ ledger }: World): void {
  const inOrder = new Map<string, number>();
  const follows = (of: string, no: number) => {
    expect(no).toBe((inOrder.get(of) ?? 0) + 1);
    inOrder.set(of, no);
  };
  for (const { year, no } of ledger.list('task')) follows(String(year), no);
  for (const { task, no } of ledger.list('taskEntry')) follows(task, no);
}

function play(steps: readonly [Doing, boolean][], start: Instant): World {
  const world: World = { ledger: createTaskLedger(), models: [], now: start, done: [], seen: [] };
  for (const [said, willingly] of steps) {
    const timeline = world.ledger.list('taskEntry');
    world.now = as<Instant>(world.now + said.minutes * 60_000);
    const index = said.task % Math.max(1, world.models.length);
    const [row, model] = [rowsOf(world)[index], world.models[index]];
    if (said.act === 'new' || !row || !model) dispatch(world, said);
    else if (said.act === 'plan') plan(world, row);
    else {
      const what = willingly ? willing(model, world.now, said) : said;
      world.models[index] = actOn(world, what, row, model);
    }
    check(world, timeline);
  }
  checkNumbers(world);
  return world;
}

const STARTS = ['2016-08-01 09:00', '2016-09-29 22:00', '2016-12-28 10:00'];

describe('random acts on tasks', () => {
  it('never lead to a state outside the table, nor past a number, nor tell somebody what they did', () => {
    const done = new Set<string>();
    const seen = new Set<string>();
    fc.assert(
      fc.property(season, fc.constantFrom(...STARTS), (steps, start) => {
        const world = play(steps, at(start));
        for (const act of world.done) done.add(act);
        for (const state of world.seen) seen.add(state);
      }),
      { numRuns: 120 },
    );
    expect([...done].sort()).toEqual(Object.keys(WHEN).sort());
    expect([...seen].sort()).toEqual(['closed', 'dispatched', 'in_progress', 'in_review', 'withdrawn']);
  }, 60_000);
});
