// 会商 in conversation: what each may do with the meeting of August (Thu 2016-08-25 15:00, called for on Thu 08-18), what is
// refused and how, and that nothing typed is lost.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConsultationRow } from '../../domain/consultation/things.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { renderOutcome } from '../../messages/render.ts';
import { at } from '../support/builders.ts';
import {
  type Dialog,
  expectKind,
  expectRefused,
  openDialog,
  sampleFile,
  withoutPerson,
  withPosting,
} from '../support/dialog.ts';

const AUGUST = 'loudi-2016/consultation/2016-08';
const TOPIC = { title: '统一取缔无证平台', reason: '三个县情况相同', ask: '请明确牵头单位' };

let dialog: Dialog;
beforeEach(async () => {
  dialog = await openDialog({ now: '2016-08-22 10:00' });
});
afterEach(() => dialog.close());

const row = async (): Promise<ConsultationRow> => (await dialog.store.find('consultation', AUGUST))!;
const press = (person: string, verb: string, input: object = {}) =>
  dialog.press(person, 'consultation', { consultation: AUGUST, verb, ...input });
const facts = (outcome: Outcome) => expectKind(outcome, 'consultation');
const propose = (person = '尚工商', over: Record<string, string> = {}) =>
  press(person, 'topic', { values: { ...TOPIC, ...over } });
const personId = async (name: string): Promise<string> =>
  (await dialog.store.list('person', { where: { name } }))[0]!.id;
const form = (outcome: Outcome) => expectRefused(outcome, 'form').form as never as Record<string, unknown>;
/** The buttons that an answer carries. */
const labels = (outcome: Outcome): string[] => {
  const rendered = renderOutcome(outcome, 'zh');
  if (rendered.kind !== 'message') throw new Error(rendered.kind);
  const elements = rendered.message.blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements : [],
  );
  return elements.flatMap((element) => (element.type === 'button' ? [element.text.text] : []));
};
const intents = async (news: string) =>
  (await dialog.store.list('intent', { where: { about: AUGUST } })).filter(
    ({ notice }) => 'news' in notice && notice.news === news,
  );

describe('a topic', () => {
  it('is proposed by a unit, with why and what is asked of the group', async () => {
    const { consultation, part, did, may } = facts(await propose());
    expect({ part, did }).toEqual({ part: 'topics', did: 'topic_proposed' });
    expect(consultation.topics).toMatchObject([
      { ...TOPIC, unit: { id: 'gsj' }, by: '尚工商', declined: null },
    ]);
    expect(may).toContain('topic');
    expect((await intents('proposed')).map(({ recipient }) => recipient)).toEqual([await personId('文书一')]);
  });

  it('called by words opens the form with its title', async () => {
    const { form: asked } = expectKind(await dialog.say('尚工商', '会商 议题 统一取缔无证平台'), 'ask_form');
    expect(asked).toMatchObject({
      form: 'topic',
      values: { title: '统一取缔无证平台' },
      units: [{ id: 'gsj' }],
      problems: [],
    });
  });

  it('without a reason comes back with what was typed', async () => {
    expect(form(await propose('尚工商', { reason: '' }))).toMatchObject({
      values: { ...TOPIC, reason: '' },
      problems: [{ field: 'reason', kind: 'required' }],
    });
  });

  it('that carries a secrecy marking is refused at its field', async () => {
    expect(form(await propose('尚工商', { ask: '绝密★一年' }))).toMatchObject({
      problems: [{ field: 'ask', kind: 'classified' }],
    });
  });

  it('for another unit is refused', async () => {
    expectRefused(await press('尚工商', 'topic', { values: { ...TOPIC, unit: 'gaj' } }), 'not_your_unit');
  });

  it('is for units: the office is shown the list, a leader may not', async () => {
    await propose();
    expect(facts(await dialog.say('文书一', '会商 议题'))).toMatchObject({ part: 'topics' });
    expectRefused(await propose('周正'), 'no_role_for');
  });

  it('after the agenda was issued is refused with what was typed and whom to call', async () => {
    await press('文书一', 'issue');
    const refusal = expectRefused(await propose(), 'topics_closed');
    expect(refusal).toMatchObject({
      typed: TOPIC,
      contact: ['文书一'],
      consultation: { issuedBy: '文书一' },
    });
  });

  it('is seen by the unit and the office, by other units once the agenda is issued', async () => {
    await propose();
    const seen = async (person: string) =>
      facts(await dialog.say(person, '会商')).consultation.topics.map(({ title }) => title);
    expect(await seen('银人行')).toEqual([]);
    expect(await seen('尚工商')).toEqual([TOPIC.title]);
    expect(await seen('周正')).toEqual([TOPIC.title]);
    await press('文书一', 'issue');
    expect(await seen('银人行')).toEqual([TOPIC.title]);
  });

  it('is declined with a reason, which the unit is told', async () => {
    const topic = facts(await propose()).consultation.topics[0]!.id;
    expect(form(await press('文书一', 'decline_topic', { topic, values: { reason: ' ' } }))).toMatchObject({
      problems: [{ field: 'reason', kind: 'required' }],
    });
    const { consultation } = facts(
      await press('文书一', 'decline_topic', { topic, values: { reason: '并入议题一' } }),
    );
    expect(consultation.topics[0]!.declined).toBe('并入议题一');
    expect(consultation.agenda.map(({ kind }) => kind)).not.toContain('topic');
    expect((await intents('declined')).map(({ recipient }) => recipient)).toEqual([await personId('尚工商')]);
    expectRefused(await press('安警官', 'decline_topic', { topic, values: { reason: '否' } }), 'office_only');
  });
});

describe('the agenda', () => {
  const keysOf = (outcome: Outcome) => facts(outcome).consultation.agenda.map(({ key }) => key);

  it('is drafted by rule: follow-up, numbers, overdue, missing, then topics', async () => {
    const topic = facts(await propose()).consultation.topics[0]!.id;
    const keys = keysOf(await dialog.say('文书一', '会商 议程'));
    expect(keys).toEqual(['follow_up', 'numbers', 'overdue', 'missing', `topic:${topic}`]);
  });

  it('says the numbers of the last period that was due', async () => {
    const { consultation } = facts(await dialog.say('文书一', '会商 议程'));
    const [, numbers, , missing] = consultation.agenda;
    expect(numbers).toMatchObject({ period: { id: '2016-W33' }, counts: { due: 10, missing: 10 } });
    expect(missing).toMatchObject({ kind: 'missing' });
    expect(missing?.kind === 'missing' && missing.units).toHaveLength(10);
  });

  it('is ordered, cut and added to by the office', async () => {
    const topic = facts(await propose()).consultation.topics[0]!.id;
    const asked = expectKind(await press('文书一', 'agenda'), 'ask_form').form;
    expect(asked).toMatchObject({ form: 'agenda', candidates: [{}, {}, {}, {}, { kind: 'topic' }] });
    const values = {
      pos_follow_up: '1',
      pos_numbers: '3',
      pos_overdue: '0',
      pos_missing: '3',
      [`pos_topic:${topic}`]: '2',
      lines: '部署中秋值班\n\n 其他事项 ',
    };
    expect(keysOf(await press('文书一', 'agenda', { values }))).toEqual([
      'follow_up',
      `topic:${topic}`,
      'numbers',
      'missing',
      'line:部署中秋值班',
      'line:其他事项',
    ]);
  });

  it('takes a topic that comes after it was ordered, and one that came while the form lay open', async () => {
    await press('文书一', 'agenda', { values: { pos_follow_up: '1', lines: '其他' } });
    const topic = facts(await propose()).consultation.topics[0]!.id;
    expect((await row()).agenda).toEqual(['follow_up', 'line:其他', `topic:${topic}`]);
    const values = { pos_follow_up: '0', pos_numbers: '1', lines: '' };
    expect(keysOf(await press('文书一', 'agenda', { values }))).toEqual(['numbers', `topic:${topic}`]);
  });

  it('with a place that is no number comes back as typed', async () => {
    const values = { pos_follow_up: '一', lines: '其他' };
    expect(form(await press('文书一', 'agenda', { values }))).toMatchObject({
      values,
      problems: [{ field: 'pos_follow_up', kind: 'not_a_number', typed: '一' }],
    });
  });

  it('is issued as it stands, and not ordered any more', async () => {
    const { did, consultation } = facts(await press('文书一', 'issue'));
    expect(did).toBe('issued');
    expect(consultation).toMatchObject({ state: 'issued', issuedBy: '文书一' });
    const refusal = expectRefused(await press('金主任', 'agenda', { values: {} }), 'consultation_state');
    expect(refusal).toMatchObject({ verb: 'agenda', by: '文书一' });
  });

  it('is for the office to order and to issue, and for units to read once it is issued', async () => {
    expectRefused(await press('安局长', 'agenda'), 'office_only');
    expectRefused(await press('周正', 'issue'), 'office_only');
    expect(facts(await dialog.say('安局长', '会商 议程')).consultation.agenda).toEqual([]);
    await press('文书一', 'issue');
    expect(facts(await dialog.say('安局长', '会商')).consultation.agenda).toHaveLength(4);
  });

  it('issued in the moment in which a topic is proposed either has it or refuses it; none is lost', async () => {
    const [proposed, issued] = await Promise.all([propose(), press('文书一', 'issue')]);
    expectKind(issued!, 'consultation');
    const { agenda } = await row();
    const [topic] = await dialog.store.list('topic');
    if (proposed!.kind === 'refused') {
      expect(expectRefused(proposed!, 'topics_closed').typed).toEqual(TOPIC);
      expect(topic).toBeUndefined();
    } else expect(agenda).toContain(`topic:${topic!.id}`);
  });

  it('invites nobody before its day, and whoever attends at once when it is issued late', async () => {
    await press('文书一', 'issue');
    expect(await intents('invited')).toEqual([]);
    await dialog.until('2016-08-24 09:00');
    const invited = await intents('invited');
    // 周正, 安局长, nine liaisons of units without a head, 金主任, 文书一
    expect(invited).toHaveLength(13);
  });

  it('issued on the day before at ten invites at ten, but not the one who issued it', async () => {
    await dialog.until('2016-08-24 10:00');
    await press('文书一', 'issue');
    const invited = await intents('invited');
    expect(invited.map(({ slotAt }) => slotAt)).toEqual(invited.map(() => at('2016-08-24 10:00')));
    expect(invited).toHaveLength(12);
    await dialog.until('2016-08-24 12:00');
    expect(await intents('invited')).toHaveLength(12);
  });

  it('cannot be issued once the meeting has begun', async () => {
    await dialog.until('2016-08-25 15:00');
    expect(expectRefused(await press('文书一', 'issue'), 'consultation_state')).toMatchObject({ by: null });
  });
});

describe('an answer', () => {
  beforeEach(() => press('文书一', 'issue'));

  it('is given by a word and may be changed until the meeting starts', async () => {
    expect(facts(await dialog.say('安局长', '会商 参会'))).toMatchObject({ did: 'attending' });
    const { consultation, did } = facts(await dialog.say('安局长', '会商 请假 安副手代'));
    expect(did).toBe('excused');
    expect(consultation.attendees).toMatchObject([{ coming: false, instead: '安副手' }]);
    await dialog.until('2016-08-25 15:00');
    expectRefused(await press('安局长', 'attend'), 'consultation_state');
    expect((await dialog.store.list('attendance'))[0]).toMatchObject({ coming: false, instead: '安副手' });
  });

  it('with nobody named asks who comes instead, and may leave it open', async () => {
    expect(expectKind(await dialog.say('安局长', '会商 请假'), 'ask_form').form).toMatchObject({
      form: 'excuse',
      values: { instead: '' },
    });
    facts(await press('安局长', 'excuse', { values: { instead: '' } }));
    expect((await dialog.store.list('attendance'))[0]).toMatchObject({ coming: false, instead: '' });
  });

  it('is seen by the office, by others only as their own', async () => {
    await press('安局长', 'attend');
    await press('银人行', 'attend');
    const list = async (person: string) =>
      facts(await dialog.say(person, '会商 名单'))
        .consultation.attendees.filter(({ coming }) => coming)
        .map(({ person: { name } }) => name);
    expect(await list('文书一')).toEqual(['银人行', '安局长']);
    expect(await list('安局长')).toEqual(['安局长']);
  });

  it('is not asked of somebody who is not invited: their head attends', async () => {
    expectRefused(await press('安警官', 'attend'), 'not_invited');
    expectRefused(await press('督查员', 'excuse', { values: {} }), 'not_invited');
    expectRefused(await press('安警官', 'calendar'), 'not_invited');
  });

  it('that was given is not asked for again, also of the office that sees all answers', async () => {
    for (const person of ['文书一', '周正', '安局长']) {
      expect(labels(await press(person, 'attend'))).not.toContain('参加');
      const excused = await press(person, 'excuse', { values: { instead: '金主任' } });
      expect(labels(excused)).toContain('改为参加');
    }
  });

  it('twice the same changes nothing', async () => {
    await press('安局长', 'attend');
    await press('安局长', 'attend');
    expect((await dialog.store.list('attendance'))[0]!.version).toBe(1);
  });

  it('by many at once is kept for all', async () => {
    const people = ['周正', '安局长', '银人行', '简银监', '尚工商', '良商粮', '娄小星', '冷小江'];
    await Promise.all(people.map((person) => press(person, 'attend')));
    expect(await dialog.store.list('attendance')).toHaveLength(people.length);
  });
});

describe('the calendar file', () => {
  it('names the asker, and is the same event after a move and a cancellation', async () => {
    const first = expectKind(await dialog.say('安局长', '会商 日历'), 'invitation');
    expect(first.withoutEmail).toBe(false);
    expect(first.text.replaceAll('\r\n ', '').toLowerCase()).toContain('mailto:an.head@loudi.example');
    await dialog.say('文书一', '会商 改期 8月26日 9点半');
    const moved = expectKind(await dialog.say('安局长', '会商 日历'), 'invitation');
    await press('文书一', 'cancel', { values: { reason: '改为书面征求意见' } });
    const gone = expectKind(await press('安局长', 'calendar'), 'invitation');
    const line = (text: string, name: string) => new RegExp(`^${name}[:;](.*)$`, 'm').exec(text)?.[1]?.trim();
    const files = [first, moved, gone].map(({ text }) => text);
    expect(new Set(files.map((text) => line(text, 'UID'))).size).toBe(1);
    expect(files.map((text) => line(text, 'SEQUENCE'))).toEqual(['0', '1', '2']);
    expect(files.map((text) => line(text, 'METHOD'))).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(line(files[1]!.split('BEGIN:VEVENT')[1]!, 'DTSTART')).toBe('TZID=Asia/Shanghai:20160826T093000');
  });

  it('for somebody without an address is published, and says that it names them as nobody invited', async () => {
    await dialog.redefine((campaign) => ({
      ...campaign,
      people: campaign.people.map(({ email, ...posting }) =>
        posting.name === '安局长' ? posting : { ...posting, ...(email && { email }) },
      ),
    }));
    const [person] = await dialog.store.list('person', { where: { name: '安局长' } });
    await dialog.store.commit([
      { mode: 'move', thing: 'person', id: person!.id, from: person!.version, to: { email: null } },
    ]);
    const file = expectKind(await press('安局长', 'calendar'), 'invitation');
    expect(file.withoutEmail).toBe(true);
    expect(file.text).not.toContain('ATTENDEE');
    expect(file.consultation.attendees[0]!.hasEmail).toBe(false);
  });
});

describe('a move', () => {
  const move = (values: Record<string, string>, person = '文书一') => press(person, 'move', { values });

  it('by words changes day and hour and keeps place and length', async () => {
    const { consultation, did } = facts(await dialog.say('文书一', '会商 改期 8月26日 15:30 市政府二楼'));
    expect(did).toBe('moved');
    expect(consultation).toMatchObject({
      startsAt: at('2016-08-26 15:30'),
      movedFrom: at('2016-08-25 15:00'),
      place: '市政府二楼',
      minutesLong: 120,
    });
    expect(await row()).toMatchObject({ sequence: 1, state: 'planned' });
  });

  it.each([
    ['8月26日', '2016-08-26 15:00'],
    ['16:00', '2016-08-25 16:00'],
    ['到8月26日下午4点', '2016-08-26 16:00'],
    ['tomorrow 9:00', '2016-08-23 09:00'],
    ['Aug 26 3pm', '2016-08-26 15:00'],
  ])('understands %s', async (words, moment) => {
    await dialog.say('文书一', `会商 改期 ${words}`);
    expect((await row()).startsAt).toBe(at(moment));
  });

  it('tells everybody who was told so far, in the reminder hours', async () => {
    await dialog.until('2016-08-22 20:00');
    await move({ date: '2016-08-26', time: '15:00', place: '', minutesLong: '120' });
    const told = await intents('moved');
    // the ten liaisons who were called for topics; the office has not been told anything yet
    expect(told).toHaveLength(10);
    expect(new Set(told.map(({ slotAt }) => slotAt))).toEqual(new Set([at('2016-08-23 08:30')]));
  });

  it('after the invitation tells whoever attends by then, also who was not invited yet', async () => {
    await press('文书一', 'issue');
    await dialog.until('2016-08-24 10:00');
    await dialog.redefine(withPosting('安副手', { role: 'deputy_leader' }));
    await press('文书一', 'move', { values: { date: '2016-08-29' } });
    const told = async (news: string) => (await intents(news)).map(({ recipient }) => recipient);
    expect(await told('invited')).not.toContain(await personId('安副手'));
    expect(await told('moved')).toContain(await personId('安副手'));
    await dialog.redefine(withPosting('督查员', { role: 'deputy_leader' }));
    await press('文书一', 'cancel', { values: { reason: '另行安排' } });
    expect(await told('cancelled')).not.toContain(await personId('督查员'));
  });

  it('into the past is refused with the form', async () => {
    const values = { date: '2016-08-22', time: '09:00', place: '二楼', minutesLong: '60' };
    expect(form(await move(values))).toMatchObject({
      values,
      problems: [{ field: 'date', kind: 'in_the_past', typed: '2016-08-22' }],
    });
  });

  it('says at its field what is no day, no hour, no length', async () => {
    const values = { date: '2月30日', time: '25点', place: '', minutesLong: '一小时' };
    expect(form(await move(values))).toMatchObject({
      values,
      problems: [
        { field: 'date', kind: 'not_a_date' },
        { field: 'time', kind: 'not_a_time', typed: '25点' },
        { field: 'minutesLong', kind: 'not_a_number' },
      ],
    });
  });

  it('of words that are no day comes back as a form with them', async () => {
    expect(form(await dialog.say('文书一', '会商 改期 下个礼拜再说'))).toMatchObject({
      form: 'move_consultation',
      values: { date: '下个礼拜再说', time: '15:00' },
      problems: [{ field: 'date', kind: 'not_a_date' }],
    });
  });

  it('to where it is already changes nothing', async () => {
    expect(facts(await move({ date: '2016-08-25', time: '15:00' })).did).toBeNull();
    expect((await row()).sequence).toBe(0);
  });

  it('back to the first date forgets that it was moved', async () => {
    await move({ date: '2016-08-26' });
    await move({ date: '2016-08-25' });
    expect(await row()).toMatchObject({ movedFrom: null, sequence: 2 });
  });

  it('of a meeting that was not held is still possible after its hour', async () => {
    await dialog.until('2016-08-26 10:00');
    expect(facts(await move({ date: '2016-08-29' })).did).toBe('moved');
  });

  it('of two at once only one is carried out, and the other hears by whom', async () => {
    const outcomes = await Promise.all([
      move({ date: '2016-08-26' }, '文书一'),
      move({ date: '2016-08-29' }, '金主任'),
    ]);
    const [second] = outcomes.filter(({ kind }) => kind === 'refused');
    expect(outcomes.filter(({ kind }) => kind === 'consultation')).toHaveLength(1);
    const refusal = expectRefused(second!, 'consultation_state');
    expect(['文书一', '金主任']).toContain(refusal.by);
    expect((await row()).sequence).toBe(1);
  });
});

describe('a meeting that the office did not move itself', () => {
  const onDay = (day: number) =>
    dialog.redefine((campaign) => ({
      ...campaign,
      duties: campaign.duties.map((duty) =>
        duty.id === 'consultation' && duty.rhythm.every === 'month'
          ? { ...duty, rhythm: { ...duty.rhythm, day } }
          : duty,
      ),
    }));

  it('follows its duty to another day, and who was told of it hears of it', async () => {
    await onDay(30);
    await dialog.until('2016-08-22 10:01');
    expect(await row()).toMatchObject({ startsAt: at('2016-08-30 15:00'), sequence: 1, movedFrom: null });
    expect(await dialog.row('consultation', 'jrb', '2016-08')).toMatchObject({
      dueAt: at('2016-08-30 15:00'),
    });
    expect(await intents('moved')).toHaveLength(10);
    await dialog.until('2016-08-26 09:00');
    expect(await intents('topics_called')).toHaveLength(10);
    expect((await intents('agenda_drafted')).map(({ slotAt }) => slotAt)).toEqual([at('2016-08-26 09:00')]);
  });

  it('stays where the office put it, or once it is issued', async () => {
    await press('文书一', 'move', { values: { date: '2016-08-26' } });
    await onDay(30);
    await dialog.until('2016-08-22 10:01');
    expect(await row()).toMatchObject({ startsAt: at('2016-08-26 15:00'), sequence: 1 });
    await press('文书一', 'issue');
    await onDay(29);
    await dialog.until('2016-08-22 10:02');
    expect((await row()).startsAt).toBe(at('2016-08-26 15:00'));
  });

  it('is not opened for a month that was over before a bot knew of it', async () => {
    const rows = await dialog.store.list('consultation', { orderBy: 'startsAt' });
    expect(rows.map(({ period }) => period)).toEqual(['2016-07', '2016-08']);
  });
});

describe('a cancellation', () => {
  it('wants a reason, tells everybody and stops the meeting', async () => {
    expect(expectKind(await dialog.say('文书一', '会商 取消'), 'ask_form').form).toMatchObject({
      form: 'cancel_consultation',
    });
    const { consultation } = facts(await dialog.say('文书一', '会商 取消 与省里会议冲突，8月不开'));
    expect(consultation).toMatchObject({ state: 'cancelled', reason: '与省里会议冲突，8月不开' });
    expect(await intents('cancelled')).toHaveLength(10);
    expect((await row()).nextStepAt).toBeNull();
    for (const verb of ['topic', 'issue', 'cancel', 'minutes', 'attend'])
      expect(
        expectRefused(await press(verb === 'topic' ? '尚工商' : '文书一', verb), 'consultation_state').by,
      ).toBe('文书一');
  });

  it('is taken back by a new date: who was told hears of it, and answers and agenda stand as they were', async () => {
    await press('文书一', 'issue');
    await press('安局长', 'attend');
    await press('金主任', 'cancel', { values: { reason: '与省里会议冲突' } });
    expect(labels(await press('文书一', 'show'))).toContain('另定时间');
    const { consultation } = facts(await press('文书一', 'move', { values: { date: '2016-08-29' } }));
    expect(consultation).toMatchObject({ state: 'issued', standing: 'ahead', reason: null });
    expect(consultation.startsAt).toBe(at('2016-08-29 15:00'));
    expect(consultation.attendees.filter(({ coming }) => coming)).toHaveLength(1);
    expect(await row()).toMatchObject({ sequence: 2, movedFrom: at('2016-08-25 15:00') });
    const told = async (news: string) => (await intents(news)).map(({ recipient }) => recipient).sort();
    expect(await told('moved')).toEqual(await told('cancelled'));
    expect(await told('moved')).toHaveLength(10);
    const file = expectKind(await press('安局长', 'calendar'), 'invitation').text;
    expect(file).toContain('METHOD:REQUEST');
    expect(file).toContain('SEQUENCE:2');
    expect(file).toContain('STATUS:CONFIRMED');
    expectRefused(await press('安局长', 'move', { values: { date: '2016-08-30' } }), 'office_only');
  });

  it('is taken back to the day it had, and before the agenda was issued topics are taken again', async () => {
    await press('文书一', 'cancel', { values: { reason: '误操作' } });
    expectRefused(await propose(), 'consultation_state');
    expect(facts(await dialog.say('文书一', '会商 改期 15:00')).did).toBe('moved');
    expect(await row()).toMatchObject({ state: 'planned', sequence: 2, movedFrom: null });
    expect(facts(await propose()).did).toBe('topic_proposed');
  });

  it('leaves the duty unmet: the month is shown as missed once it is over', async () => {
    await press('文书一', 'cancel', { values: { reason: '冲突' } });
    await dialog.until('2016-08-31 20:00');
    expect(facts(await press('文书一', 'show')).consultation.standing).toBe('cancelled');
    await dialog.until('2016-09-01 00:00');
    expect(facts(await press('文书一', 'show')).consultation.standing).toBe('missed');
    const status = expectKind(await dialog.say('文书一', '状态 领导小组会议（会商） 8月'), 'status');
    expect(status.counts).toMatchObject({ due: 1, missing: 1 });
    expect(status.rows).toMatchObject([{ standing: 'missed' }]);
  });
});

describe('a month that the office is excused from', () => {
  const excuse = () => dialog.say('金主任', '免报 金融办 领导小组会议 8月 并入九月召开');

  it('has no meeting: it is cancelled with the reason in the same commit, and nothing follows', async () => {
    await press('文书一', 'issue');
    expectKind(await excuse(), 'waived');
    expect(await row()).toMatchObject({ state: 'cancelled', reason: '并入九月召开', sequence: 1 });
    expect(await intents('cancelled')).not.toEqual([]);
    await dialog.until('2016-08-29 10:00');
    expect([...(await intents('invited')), ...(await intents('minutes_due'))]).toEqual([]);
    await dialog.until('2016-09-02 10:00');
    expect(facts(await dialog.say('文书一', '会商 8月')).consultation.standing).toBe('cancelled');
  });

  it('that was not held is found under the word for it, in every list of what is owed', async () => {
    await dialog.until('2016-09-02 10:00');
    for (const words of ['状态 会商 8月', 'status consultation 2016-08'])
      expect(expectKind(await dialog.say('督查员', words), 'status').rows).toMatchObject([
        { duty: { id: 'consultation' }, standing: 'missed' },
      ]);
    expect(expectKind(await dialog.say('周正', '谁没报 会商 8月'), 'missing').rows).toHaveLength(1);
  });

  it('keeps minutes that are written already', async () => {
    await dialog.until('2016-08-26 09:00');
    await press('文书一', 'minutes', { values: { heard: '听取汇报。' } });
    expectKind(await excuse(), 'waived');
    expect((await row()).state).toBe('minuted');
  });
});

describe('minutes', () => {
  const MINUTES = {
    attended: '',
    excused: '',
    observers: '市检察院',
    heard: '听取了市金融办关于第33周情况的汇报。',
    what_1: '限期关停“财富通”平台',
    unit_1: 'gsj',
    due_1: '2016-09-09',
  };
  const write = (values: Record<string, string> = MINUTES, person = '文书一') =>
    press(person, 'minutes', { values });

  it('cannot be written before the meeting has begun', async () => {
    const refusal = expectRefused(await write(), 'consultation_state');
    expect(refusal).toMatchObject({ verb: 'minutes', by: null });
  });

  describe('after it', () => {
    beforeEach(async () => {
      await press('文书一', 'issue');
      await press('安局长', 'attend');
      await press('周正', 'excuse', { values: { instead: '金主任' } });
      await dialog.until('2016-08-25 17:30');
    });

    it('open with the answers to the invitation', async () => {
      const { form: asked } = expectKind(await dialog.say('文书一', '会商 纪要'), 'ask_form');
      expect(asked).toMatchObject({
        form: 'minutes',
        values: { attended: await personId('安局长'), excused: await personId('周正') },
      });
    });

    it('are written by the office and changed until they are approved', async () => {
      expect(facts(await write())).toMatchObject({ part: 'minutes', did: 'minuted' });
      const asked = expectKind(await press('金主任', 'minutes'), 'ask_form').form;
      expect(asked).toMatchObject({ values: { ...MINUTES } });
      await write({ ...MINUTES, heard: '听取了汇报。' }, '金主任');
      expect((await row()).minutes).toMatchObject({ heard: '听取了汇报。' });
      expect(await row()).toMatchObject({ state: 'minuted' });
    });

    it('are for nobody else to write, or to read before they are approved', async () => {
      expectRefused(await write(MINUTES, '安局长'), 'office_only');
      await write();
      const { consultation } = facts(await dialog.say('安局长', '会商 纪要'));
      expect(consultation.minutes).toBeNull();
      expect(await helpless('安局长')).toBe(true);
    });
    const helpless = async (person: string) =>
      expectRefused(await press(person, 'approve'), 'office_only').kind === 'office_only';

    it.each([
      ['no unit', { unit_1: '' }, { field: 'unit_1', kind: 'required' }],
      ['no date', { due_1: '' }, { field: 'due_1', kind: 'required' }],
      [
        'a unit nobody knows',
        { unit_1: '市工伤局' },
        { field: 'unit_1', kind: 'not_a_unit', near: '市工商局' },
      ],
      ['a date in the past', { due_1: '2016-08-24' }, { field: 'due_1', kind: 'in_the_past' }],
      ['no date at all', { due_1: '尽快' }, { field: 'due_1', kind: 'not_a_date' }],
      ['a unit and no text', { what_1: '' }, { field: 'what_1', kind: 'required' }],
      ['a secrecy marking', { what_1: '机密★' }, { field: 'what_1', kind: 'classified' }],
    ])('with a decision that has %s come back with everything typed', async (_, over, problem) => {
      const values = { ...MINUTES, ...over };
      const refused = form(await write(values));
      expect(refused).toMatchObject({ form: 'minutes', values });
      expect(
        (refused.problems as object[]).find((each) => 'field' in each && each.field === problem.field),
      ).toMatchObject(problem);
      expect((await row()).minutes).toBeNull();
    });

    it('with a unit that has ended say so at its field', async () => {
      await dialog.redefine((campaign) => ({
        ...campaign,
        units: campaign.units.map((unit) =>
          unit.id === 'gsj' ? { ...unit, to: '2016-08-20' as never } : unit,
        ),
      }));
      expect(form(await write())).toMatchObject({
        values: MINUTES,
        problems: [{ field: 'unit_1', kind: 'unit_ended', unit: '市工商局', on: '2016-08-20' }],
      });
    });

    it('with nothing heard and nothing decided are no minutes', async () => {
      expect(form(await write({ attended: '', excused: '', observers: '', heard: '' }))).toMatchObject({
        problems: [{ field: 'heard', kind: 'required' }],
      });
    });

    it('name nobody who was not invited', async () => {
      expect(form(await write({ ...MINUTES, attended: 'nobody' }))).toMatchObject({
        problems: [{ field: 'attended', kind: 'not_a_choice', typed: 'nobody' }],
      });
    });

    it('with more decisions than the form has room for are refused', async () => {
      expect(form(await write({ ...MINUTES, what_9: '第九项' }))).toMatchObject({
        values: { what_9: '第九项' },
        problems: [{ field: 'what_9', kind: 'too_large', typed: '9' }],
      });
    });

    it('are approved only once they are written', async () => {
      expectRefused(await press('文书一', 'approve'), 'consultation_state');
    });

    it('approved late are checked again: a decision that is overdue by then is put right first', async () => {
      await write({ ...MINUTES, due_1: '2016-08-26' });
      await dialog.until('2016-08-29 09:00');
      expect(form(await press('文书一', 'approve'))).toMatchObject({
        form: 'minutes',
        values: { what_1: MINUTES.what_1, due_1: '2016-08-26' },
        problems: [{ field: 'due_1', kind: 'in_the_past' }],
      });
    });

    it('approved are numbered, make a task of each decision, and meet the duty as of the meeting', async () => {
      await write({ ...MINUTES, what_2: '部署值班', unit_2: 'gaj', due_2: '2016-09-12' });
      const { consultation, did } = facts(await press('金主任', 'approve'));
      expect(did).toBe('approved');
      expect(consultation.minutes).toMatchObject({
        year: 2016,
        no: 1,
        approvedBy: '金主任',
        decisions: [{ task: { year: 2016, no: 1 } }, { task: { year: 2016, no: 2 } }],
      });
      expect(consultation.standing).toBe('held');
      expect(await dialog.store.list('task', { orderBy: 'no' })).toMatchObject([
        { lead: 'gsj', dueOn: '2016-09-09', ask: MINUTES.what_1, source: { kind: 'decision', no: 1 } },
        { lead: 'gaj', dueOn: '2016-09-12', source: { kind: 'decision', consultation: AUGUST, no: 2 } },
      ]);
      expect(await dialog.row('consultation', 'jrb', '2016-08')).toMatchObject({
        state: 'accepted',
        firstFiledAt: at('2016-08-25 15:00'),
        nextStepAt: null,
      });
    });

    it('approved are open to all, and their decisions are listed with what became of them', async () => {
      await write();
      await press('文书一', 'approve');
      expect(facts(await dialog.say('娄小星', '会商 纪要')).consultation.minutes).toMatchObject({ no: 1 });
      const { rows } = expectKind(await dialog.say('娄小星', '会商 决定'), 'decisions');
      expect(rows).toMatchObject([
        {
          year: 2016,
          no: 1,
          heldOn: '2016-08-25',
          decision: { what: MINUTES.what_1, unit: { id: 'gsj' }, task: { year: 2016, no: 1 } },
          task: { no: 1, state: 'dispatched' },
        },
      ]);
    });

    it('of two who approve at once one does; the other hears who did', async () => {
      await write();
      const outcomes = await Promise.all([press('文书一', 'approve'), press('金主任', 'approve')]);
      const done = outcomes.find(({ kind }) => kind === 'consultation')!;
      const second = outcomes.find(({ kind }) => kind === 'refused')!;
      const refusal = expectRefused(second, 'consultation_state');
      expect(refusal.by).toBe(facts(done).consultation.minutes!.approvedBy);
      expect(refusal.consultation.minutes).toMatchObject({ no: 1 });
      expect(await dialog.store.list('task')).toHaveLength(1);
    });

    it('are not changed any more once they are approved', async () => {
      await write();
      await press('文书一', 'approve');
      expect(expectRefused(await write(), 'consultation_state')).toMatchObject({ by: '文书一' });
      expect(facts(await dialog.say('文书一', '会商 纪要')).part).toBe('minutes');
    });

    it('without any decision are approved without a task', async () => {
      await write({ attended: '', excused: '', observers: '', heard: '听取了汇报。' });
      expect(facts(await press('文书一', 'approve')).consultation.minutes).toMatchObject({
        no: 1,
        decisions: [],
      });
    });

    it('submitted twice under one key are written once', async () => {
      const input = { values: MINUTES, key: 'V1-H1' };
      await press('文书一', 'minutes', input);
      const version = (await row()).version;
      await press('文书一', 'minutes', input);
      expect((await row()).version).toBe(version);
    });
  });
});

describe('会商', () => {
  it('shows the meeting to everybody on the roster, each their part', async () => {
    expect(facts(await dialog.say('文书一', '会商')).part).toBe('agenda');
    expect(facts(await dialog.say('安警官', 'consultation')).part).toBe('topics');
    expect(facts(await dialog.say('督查员', 'meeting agenda')).part).toBe('agenda');
  });

  it('says when the next is due where there is none in the ledger', async () => {
    await dialog.close();
    dialog = await openDialog({ now: '2016-07-26 09:00', plannedFrom: '2016-07-26 08:00' });
    expect(expectRefused(await dialog.say('文书一', '会商 议程'), 'no_consultation').nextAt).toBe(
      at('2016-08-25 15:00'),
    );
  });

  it('finds the meeting of a named month', async () => {
    await dialog.until('2016-09-20 09:00');
    expect(facts(await dialog.say('文书一', '会商 8月 议程')).consultation.period.id).toBe('2016-08');
    expect(facts(await dialog.say('文书一', '会商 议程')).consultation.period.id).toBe('2016-09');
  });

  it('refuses words that mean nothing', async () => {
    expectRefused(await dialog.say('文书一', '会商 随便'), 'unknown_word');
    expectRefused(await dialog.say('文书一', '会商 议程 随便'), 'unknown_word');
    expectRefused(await press('文书一', 'dance'), 'unknown_word');
  });

  it('of a pointer to nothing or to another campaign says that it is gone', async () => {
    expectRefused(
      await press('文书一', 'issue', { consultation: 'loudi-2016/consultation/1999-01' }),
      'gone',
    );
  });

  it('is for the office no report: 填报 shows it, 零报告 is refused', async () => {
    const obligation = 'loudi-2016/consultation/jrb/2016-08';
    expect(facts(await dialog.press('文书一', 'report', { obligation })).consultation.id).toBe(AUGUST);
    facts(await dialog.press('文书一', 'report', { obligation, values: { content: '已召开' } }));
    expectRefused(await dialog.press('文书一', 'nil', { obligation, values: {} }), 'nil_not_allowed');
    expect((await dialog.row('consultation', 'jrb', '2016-08')).state).toBe('open');
  });

  it('lets somebody who left office do nothing', async () => {
    await dialog.redefine(withoutPerson('文书一', '2016-08-21'));
    expect((await press('文书一', 'issue')).kind).toBe('refused');
    expect((await row()).state).toBe('planned');
  });

  it('counts somebody of two roles once', async () => {
    await dialog.redefine(withPosting('安局长', { role: 'leader' }));
    const { consultation } = facts(await dialog.say('文书一', '会商 名单'));
    expect(consultation.attendees.filter(({ person }) => person.name === '安局长')).toMatchObject([
      { role: 'leader' },
    ]);
  });

  it('stands on Home for those who prepare or attend it', async () => {
    const home = async (person: string) => expectKind(await dialog.press(person, 'home'), 'home').home;
    expect((await home('文书一')).consultation?.may).toContain('issue');
    expect((await home('安局长')).consultation?.may).toContain('attend');
    expect((await home('尚工商')).consultation?.may).toContain('topic');
    await dialog.until('2016-08-25 18:00');
    expect((await home('文书一')).consultation).toMatchObject({
      consultation: { id: AUGUST, standing: 'awaiting_minutes' },
    });
    expect((await home('尚工商')).consultation).toBeNull();
  });
});

it('a ladder that the file names is told beside the meeting', async () => {
  await dialog.close();
  const file = sampleFile((text) =>
    text.replace(
      'due: 25 15:00\n    on_holiday: next',
      'due: 25 15:00\n    on_holiday: next\n    ladder: [{ at: "-1wd 09:00", to: [liaison] }]',
    ),
  );
  dialog = await openDialog({ now: '2016-08-24 09:00', file });
  const reminders = await dialog.store.list('intent', {
    where: { about: 'loudi-2016/consultation/jrb/2016-08' },
  });
  expect(reminders).toHaveLength(1);
});
