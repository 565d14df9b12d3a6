// Two months with a consultation, as people live through them: August's is prepared, moved once and held, its three
// decisions become tasks and open September's agenda; September's is not held and shows as missed. Every message is
// accounted for, by person and minute; `~` marks an earlier message that was changed in place.

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { type Change, insert } from '../../domain/change.ts';
import type { ConsultationFacts } from '../../domain/consultation/facts.ts';
import type { ConsultationRow } from '../../domain/consultation/things.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { at } from '../support/builders.ts';
import { expectKind, expectRefused } from '../support/dialog.ts';
import { describeEngines, type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, SAMPLE, type World } from '../support/world.ts';

/** The sample with one duty only, so that nothing but the meeting is told. */
const ONLY_MEETINGS = `${SAMPLE.slice(0, SAMPLE.indexOf('\nduties:'))}
duties:
${SAMPLE.slice(SAMPLE.indexOf('  - id: consultation'), SAMPLE.indexOf('  - id: plan-filing'))}`;

const AUGUST = 'loudi-2016/consultation/2016-08';
const SEPTEMBER = 'loudi-2016/consultation/2016-09';
const [OFFICE, DIRECTOR, LEADER, HEAD] = ['文书一', '金主任', '周正', '安局长'];
const LIAISONS = '银人行 简银监 尚工商 安警官 良商粮 娄小星 冷小江 连小源 双小峰 新小化'.split(' ');
/** Where a unit has a head, the head attends. */
const ATTENDEES = [LEADER, HEAD, ...LIAISONS.filter((name) => name !== '安警官'), DIRECTOR, OFFICE];
const INSPECTOR = '督查员';

describeEngines('two months of consultations', (engine) => {
  let fresh: FreshStore;
  let world: World;
  let commits: (readonly Change[])[];
  beforeEach(async () => {
    fresh = await freshStore(engine);
    commits = [];
    world = await aWorld(remembering(fresh.store), { campaign: ONLY_MEETINGS, from: '2016-08-15 08:00' });
    await world.store.commit([insert('counter', { id: 'task:loudi-2016:2016', value: 6 })]);
  }, 60_000);
  afterEach(() => fresh.close());

  const remembering = (store: Store): Store =>
    new Proxy(store, {
      get: (of, name) => {
        const value = Reflect.get(of, name) as unknown;
        if (typeof value !== 'function') return value;
        if (name !== 'commit') return value.bind(of);
        return (changes: readonly Change[]) => {
          commits.push(changes);
          return of.commit([...changes]);
        };
      },
    });

  /** What was said since the last look: to whom, by minute and wording. */
  function heard(): Record<string, string[]> {
    const said: Record<string, string[]> = {};
    for (const line of world.news()) {
      const [, minute, name, what] = /^(\S+ \S+) (.+?): (.*)$/.exec(line)!;
      const key = `${minute} ${what}`;
      said[key] = [...(said[key] ?? []), name!];
    }
    return Object.fromEntries(Object.entries(said).map(([key, names]) => [key, names.sort()]));
  }

  const expectHeard = (expected: Record<string, string[]>) =>
    expect(heard()).toEqual(
      Object.fromEntries(Object.entries(expected).map(([key, names]) => [key, [...names].sort()])),
    );
  const press = (person: string, verb: string, input: object = {}, consultation = AUGUST): Promise<Outcome> =>
    world.press(person, 'consultation', { consultation, verb, ...input });
  const facts = (outcome: Outcome): ConsultationFacts => expectKind(outcome, 'consultation').consultation;
  const row = async (id: string): Promise<ConsultationRow> => (await world.store.find('consultation', id))!;
  const idOf = async (name: string) => (await world.store.list('person', { where: { name } }))[0]!.id;
  const except = (names: readonly string[], ...left: string[]) =>
    names.filter((name) => !left.includes(name));

  const TOPIC = { title: '统一取缔无证平台', reason: '三个县情况相同', ask: '请明确牵头单位' };

  /** Topics called and filed, the agenda drafted, ordered and issued, attendees invited and answering. */
  async function prepare(): Promise<void> {
    await world.liveUntil('2016-08-19 10:00');
    expectHeard({ '08-18 09:00 consultation topics_called': LIAISONS });
    const { topics } = facts(await press('尚工商', 'topic', { values: TOPIC }));
    expectHeard({
      '08-19 10:00 topic proposed': [OFFICE],
      '08-19 10:00 ~consultation topics_called': ['尚工商'],
    });
    await world.liveUntil('2016-08-23 09:30');
    expectHeard({ '08-23 09:00 consultation agenda_drafted': [OFFICE] });
    const values = {
      pos_follow_up: '1',
      pos_overdue: '0',
      [`pos_topic:${topics[0]!.id}`]: '2',
      lines: '部署中秋值班',
    };
    const { agenda } = facts(await press(OFFICE, 'agenda', { values }));
    expect(agenda.map(({ kind }) => kind)).toEqual(['follow_up', 'topic', 'line']);
    expectHeard({
      '08-23 09:30 ~consultation agenda_drafted': [OFFICE],
      '08-23 09:30 ~topic proposed': [OFFICE],
    });
    await press(OFFICE, 'issue');
    expectHeard({
      '08-23 09:30 ~consultation topics_called': LIAISONS,
      '08-23 09:30 ~consultation agenda_drafted': [OFFICE],
      '08-23 09:30 ~topic proposed': [OFFICE],
    });
    expectRefused(await press('良商粮', 'topic', { values: TOPIC }), 'topics_closed');
    await world.liveUntil('2016-08-24 09:20');
    expectHeard({ '08-24 09:00 consultation invited': ATTENDEES });
    await press(HEAD, 'attend');
    await press(LEADER, 'excuse', { values: { instead: DIRECTOR } });
  }

  it('are prepared, moved, held, followed up, and missed when not held', async () => {
    await prepare();
    const office = {
      '08-24 09:20 ~consultation agenda_drafted': [OFFICE, OFFICE],
      '08-24 09:20 ~topic proposed': [OFFICE, OFFICE],
    };
    expectHeard({
      ...office,
      '08-24 09:20 ~consultation invited': [HEAD, LEADER, OFFICE, OFFICE, DIRECTOR, DIRECTOR],
    });

    // Moved by a day: whoever was told of it hears of it, once, and is not invited again.
    await world.liveUntil('2016-08-24 10:00');
    await press(OFFICE, 'move', { values: { date: '2016-08-26', time: '10:00', place: '市政府二楼' } });
    const earlier = (minute: string) => ({
      [`${minute} ~consultation topics_called`]: LIAISONS,
      [`${minute} ~consultation agenda_drafted`]: [OFFICE],
      [`${minute} ~topic proposed`]: [OFFICE],
      [`${minute} ~consultation invited`]: ATTENDEES,
    });
    expectHeard({
      ...earlier('08-24 10:00'),
      '08-24 10:00 consultation moved': [...LIAISONS, LEADER, HEAD, DIRECTOR],
    });
    const file = expectKind(await press(HEAD, 'calendar'), 'invitation');
    expect(file.text).toMatch(/SEQUENCE:1\r\n[\s\S]*DTSTART;TZID=Asia\/Shanghai:20160826T100000/);
    await world.liveUntil('2016-08-26 11:30');
    expectHeard({});

    // Minutes with three decisions; they become tasks 7 to 9 in the commit that approves them.
    const { form } = expectKind(await press(OFFICE, 'minutes'), 'ask_form');
    expect(form.values).toEqual({ attended: await idOf(HEAD), excused: await idOf(LEADER) });
    const decided = [
      ['限期关停“财富通”平台', 'gsj', '2016-10-12'],
      ['对移送线索立案', 'gaj', '2016-10-14'],
      ['开展广告专项检查', 'lxq', '2016-10-20'],
    ];
    const typed = decided.map(([what, unit, due], i) => ({
      [`what_${i + 1}`]: what,
      [`unit_${i + 1}`]: unit,
      [`due_${i + 1}`]: due,
    }));
    const values = Object.assign({}, form.values, { heard: '听取了排查情况汇报。' }, ...typed);
    await press(OFFICE, 'minutes', { values });
    expectHeard({
      '08-26 11:30 ~consultation agenda_drafted': [OFFICE],
      '08-26 11:30 ~topic proposed': [OFFICE],
      '08-26 11:30 ~consultation invited': [OFFICE, DIRECTOR],
      '08-26 11:30 ~consultation moved': [DIRECTOR],
    });
    commits.length = 0;
    const approved = facts(await press(DIRECTOR, 'approve'));
    expect(approved.minutes).toMatchObject({ year: 2016, no: 1, approvedBy: DIRECTOR });
    expect(approved.minutes!.decisions.map(({ task }) => task?.no)).toEqual([7, 8, 9]);
    const together = commits.filter((changes) => changes.some(({ thing }) => thing === 'task'));
    expect(together).toHaveLength(1);
    const count = (thing: string) => together[0]!.filter((change) => change.thing === thing).length;
    expect({
      tasks: count('task'),
      entries: count('taskEntry'),
      counters: count('counter'),
      meeting: count('consultation'),
      duty: count('obligation'),
    }).toEqual({ tasks: 3, entries: 3, counters: 2, meeting: 1, duty: 1 });
    const everybody = [...LIAISONS, HEAD, LEADER, OFFICE, INSPECTOR];
    const withTask = ['尚工商', '安警官', '娄小星'];
    expectHeard({
      ...earlier('08-26 11:30'),
      '08-26 11:30 ~consultation moved': [...LIAISONS, LEADER, HEAD, DIRECTOR],
      '08-26 11:30 consultation minutes_published': except(everybody, ...withTask),
      '08-26 11:30 consultation minutes_published + task dispatched 7': [withTask[0]!],
      '08-26 11:30 consultation minutes_published + task dispatched 8': [withTask[1]!],
      '08-26 11:30 consultation minutes_published + task dispatched 9': [withTask[2]!],
      '08-26 11:30 task dispatched 8': ['安副手'],
    });
    expect(await world.store.find('obligation', 'loudi-2016/consultation/jrb/2016-08')).toMatchObject({
      state: 'accepted',
      firstFiledAt: at('2016-08-26 10:00'),
    });
    for (const [person, task] of [
      ['尚工商', 7],
      ['安警官', 8],
      ['娄小星', 9],
    ] as const)
      await world.press(person, 'task', { task: `loudi-2016/task/2016/${task}`, verb: 'sign' });
    world.news();

    // September: its agenda opens with them. Nobody issues it, nobody meets.
    await world.liveUntil('2016-09-22 10:00');
    expectHeard({
      '09-19 09:00 consultation topics_called': LIAISONS,
      '09-22 09:00 consultation agenda_drafted': [OFFICE],
    });
    const drafted = facts(await press(OFFICE, 'show', {}, SEPTEMBER));
    expect(drafted.startsAt).toBe(at('2016-09-26 15:00'));
    const [first] = drafted.agenda;
    expect(first!.kind === 'follow_up' && first!.tasks.map(({ no, title }) => `${no} ${title}`)).toEqual([
      '9 开展广告专项检查',
      '8 对移送线索立案',
      '7 限期关停“财富通”平台',
    ]);
    await world.liveUntil('2016-09-30 23:00');
    expectHeard({
      '09-23 09:00 consultation agenda_due': [OFFICE, DIRECTOR],
      '09-27 09:00 consultation minutes_due': [OFFICE],
      '09-28 09:00 consultation minutes_due': [OFFICE, DIRECTOR],
    });
    expect(facts(await press(OFFICE, 'show', {}, SEPTEMBER)).standing).toBe('awaiting_minutes');
    await world.liveUntil('2016-10-01 09:00');
    expectHeard({});
    expect(facts(await press(OFFICE, 'show', {}, SEPTEMBER)).standing).toBe('missed');
    const { rows } = expectKind(
      await world.press(INSPECTOR, 'status', { duty: 'consultation', period: '2016-09' }),
      'status',
    );
    expect(rows).toMatchObject([{ standing: 'missed', timeliness: 'missed' }]);
    expect(await row(SEPTEMBER)).toMatchObject({ state: 'planned', nextStepAt: null });
  }, 120_000);

  it('moved twice before anybody was told, only the last is told', async () => {
    await world.liveUntil('2016-08-18 20:00');
    world.news();
    await press(OFFICE, 'move', { values: { date: '2016-08-26' } });
    await press(OFFICE, 'move', { values: { date: '2016-08-29' } });
    world.news();
    await world.liveUntil('2016-08-19 12:00');
    expectHeard({ '08-19 08:30 consultation moved': LIAISONS });
    expect(await row(AUGUST)).toMatchObject({ sequence: 2, startsAt: at('2016-08-29 15:00') });
  });

  it('cancelled, it is told with its reason to whoever was told of it, and nothing follows', async () => {
    await world.liveUntil('2016-08-23 10:00');
    world.news();
    await press(DIRECTOR, 'cancel', { values: { reason: '与省里会议冲突' } });
    expectHeard({
      '08-23 10:00 ~consultation topics_called': LIAISONS,
      '08-23 10:00 ~consultation agenda_drafted': [OFFICE],
      '08-23 10:00 consultation cancelled': [...LIAISONS, OFFICE],
    });
    await world.liveUntil('2016-09-01 09:00');
    expectHeard({});
    expect(facts(await press(OFFICE, 'show')).standing).toBe('missed');
  });

  it('cancelled at night and set anew before anybody heard, only the new date is told', async () => {
    await world.liveUntil('2016-08-23 20:00');
    world.news();
    await press(DIRECTOR, 'cancel', { values: { reason: '与省里会议冲突' } });
    await press(DIRECTOR, 'move', { values: { date: '2016-08-26' } });
    world.news();
    await world.liveUntil('2016-08-24 08:45');
    expectHeard({ '08-24 08:30 consultation moved': [...LIAISONS, OFFICE] });
    await world.liveUntil('2016-08-26 09:00');
    expectHeard({ '08-25 09:00 consultation agenda_due': [OFFICE, DIRECTOR] });
  });

  it('during an outage only what still makes sense is said afterwards', async () => {
    await world.jumpTo('2016-08-24 10:30');
    expectHeard({ '08-24 10:30 consultation agenda_due': [OFFICE, DIRECTOR] });
    await press(OFFICE, 'issue');
    expectHeard({
      '08-24 10:30 ~consultation agenda_due': [OFFICE, DIRECTOR],
      '08-24 10:30 consultation invited': except(ATTENDEES, OFFICE),
    });
  });
});
