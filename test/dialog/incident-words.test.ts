// 急报 in words: every verb in both languages, with numbers as people write them; what is no verb begins a report.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseIncident } from '../../commands/incident/typed.ts';
import { answer } from '../../commands/registry.ts';
import type { IncidentId } from '../../domain/ids.ts';
import { plain } from '../../domain/names.ts';
import { type Dialog, expectKind, expectRefused, openDialog } from '../support/dialog.ts';
import { doneTo, giveIncident, REPORTER } from '../support/dialog-incidents.ts';

const read = (typed: string) => parseIncident(plain(typed), null, typed);

describe('words', () => {
  it.each([
    ['急报', { verb: 'report' }],
    ['incident', { verb: 'report' }],
    ['急报 列表', { verb: 'list' }],
    ['急报清单', { verb: 'list' }],
    ['incident list', { verb: 'list' }],
    ['incidents', { verb: 'report' }],
    ['急报 查看 1', { verb: 'show', no: 1 }],
    ['急报 1', { verb: 'show', no: 1 }],
    ['急报 1号', { verb: 'show', no: 1 }],
    ['急报〔2016〕1号', { verb: 'show', no: 1, period: '2016' }],
    ['急报 查看 急报〔2016〕12号', { verb: 'show', no: 12, period: '2016' }],
    ['incident show 2016/3', { verb: 'show', no: 3, period: '2016' }],
    ['incident show #3', { verb: 'show', no: 3 }],
    ['急报 收到', { verb: 'acknowledge' }],
    ['急报 已收到。', { verb: 'acknowledge' }],
    ['急报 收到 1', { verb: 'acknowledge', no: 1 }],
    ['急报 1 收到', { verb: 'acknowledge', no: 1 }],
    ['急报　收到　１号', { verb: 'acknowledge', no: 1 }],
    ['incident acknowledge 1', { verb: 'acknowledge', no: 1 }],
    ['Incident ACK', { verb: 'acknowledge' }],
    ['急报 续报', { verb: 'follow_up' }],
    ['急报 续报 1', { verb: 'follow_up', no: 1 }],
    [
      '急报 续报 1 已控制，ＡＢＣ 3人被带走',
      { verb: 'follow_up', no: 1, values: { text: '已控制，ＡＢＣ 3人被带走' } },
    ],
    ['急报 续报：3人被带走', { verb: 'follow_up', values: { text: '3人被带走' } }],
    [
      'incident follow-up 1 Two More arrested',
      { verb: 'follow_up', no: 1, values: { text: 'Two More arrested' } },
    ],
    ['incident follow up calm', { verb: 'follow_up', values: { text: 'calm' } }],
    ['急报 终报 1 处置完毕', { verb: 'final', no: 1, values: { text: '处置完毕' } }],
    ['incident final', { verb: 'final' }],
    ['incident final report 2 Done.', { verb: 'final', no: 2, values: { text: 'Done.' } }],
    ['急报 并入', { verb: 'join' }],
    ['急报 并入 2', { verb: 'join', no: 2 }],
    ['急报 并入 2 1', { verb: 'join', no: 2, values: { other: '1' } }],
    ['急报 2 并入 1', { verb: 'join', no: 2, values: { other: '1' } }],
    ['incident join 2 1', { verb: 'join', no: 2, values: { other: '1' } }],
    ['急报 新建', { verb: 'report' }],
    ['急报 新建 某平台跑路', { verb: 'report', text: '某平台跑路' }],
    ['incident report Fire at the exchange', { verb: 'report', text: 'Fire at the exchange' }],
    // What only begins like a verb or a number is what happened.
    ['急报 收到群众举报，某平台跑路', { verb: 'report', text: '收到群众举报，某平台跑路' }],
    ['急报 3人被困', { verb: 'report', text: '3人被困' }],
    ['急报 查看现场时发现', { verb: 'report', text: '查看现场时发现' }],
    ['急报 新建小区有人聚集', { verb: 'report', text: '新建小区有人聚集' }],
    ['急报：冷水江某平台跑路…', { verb: 'report', text: '冷水江某平台跑路…' }],
    ['incident listed company missing', { verb: 'report', text: 'listed company missing' }],
    ['incident The list of victims', { verb: 'report', text: 'The list of victims' }],
  ])('%s', (typed, input) => {
    expect(read(typed)).toEqual(input);
  });

  it('are read where the word stands last', () => {
    expect(parseIncident('收到', null, '收到 急报')).toEqual({ verb: 'acknowledge' });
  });
});

describe('said', () => {
  let dialog: Dialog;
  let id: IncidentId;
  beforeEach(async () => {
    dialog = await openDialog({ now: '2016-10-01 02:30' });
    id = await giveIncident(dialog);
  });
  afterEach(() => dialog.close());

  it('a verb without a number means the only one there is', async () => {
    for (const [person, words, did] of [
      [REPORTER, '急报 续报 又来十人', 'follow_up'],
      ['周正', 'incident acknowledge', 'acknowledged'],
      [REPORTER, '急报 终报 处置完毕', 'final'],
    ] as const) {
      const outcome = expectKind(await dialog.say(person, words), 'incident');
      expect([outcome.incident.id, outcome.did]).toEqual([id, did]);
    }
    const shown = expectKind(await dialog.say('督查员', 'incident show'), 'incident');
    expect(shown.incident.entries.map(({ kind }) => kind)).toEqual([
      'first',
      'follow_up',
      'acknowledged',
      'final',
    ]);
  });

  it('of several asks which, offering those that fit', async () => {
    const second = await giveIncident(dialog, {}, '安警官');
    const { choices, verb } = expectRefused(await dialog.say('文书一', '急报 收到'), 'which_incident');
    expect([verb, choices.map((each) => each.id).sort()]).toEqual(['acknowledge', [id, second].sort()]);
    await doneTo(dialog, '文书一', id, 'acknowledge');
    expect(expectKind(await dialog.say('文书一', '急报 收到'), 'incident').incident.id).toBe(second);
    // The reporter sees one of the two.
    expect(expectKind(await dialog.say(REPORTER, '急报 续报 散了'), 'incident').incident.id).toBe(id);
  });

  it('of one that is taken already says by whom', async () => {
    await doneTo(dialog, '金主任', id, 'acknowledge');
    const refusal = expectRefused(await dialog.say('文书一', '急报 收到'), 'incident_state');
    expect(refusal.incident).toMatchObject({ acknowledgedBy: '金主任' });
  });

  it('to somebody who may not take it says so', async () => {
    expectRefused(await dialog.say(REPORTER, '急报 收到'), 'incident_not_yours');
  });

  it('a number that nothing has is said back', async () => {
    expect(expectRefused(await dialog.say('文书一', '急报 查看 7'), 'no_such_incident').typed).toBe('7');
    expect(expectRefused(await dialog.say('文书一', '急报〔2015〕1号'), 'no_such_incident').typed).toBe(
      '2015/1',
    );
  });

  it('a number of two years means the newest that one sees', async () => {
    await dialog.until('2017-01-03 09:00');
    const newer = await giveIncident(dialog, {}, '安警官');
    expect(expectKind(await dialog.say('文书一', '急报 1'), 'incident').incident.id).toBe(newer);
    expect(expectKind(await dialog.say('文书一', '急报 2016/1'), 'incident').incident.id).toBe(id);
    expect(expectKind(await dialog.say(REPORTER, '急报 1'), 'incident').incident.id).toBe(id);
  });

  it('joins by two numbers, and lists both', async () => {
    await dialog.until('2016-10-01 02:35');
    const second = await giveIncident(dialog, {}, '安警官');
    const joined = expectKind(await dialog.say('文书一', '急报 并入 1 2'), 'incident');
    expect(joined.incident).toMatchObject({ id: second, joinedTo: { no: 1 } });
    const { incidents } = expectKind(await dialog.say('文书一', '急报 列表'), 'incidents');
    expect(incidents.map((each) => each.no)).toEqual([2, 1]);
  });

  it('the same words that arrive twice are carried out once', async () => {
    const slack = await dialog.slackOf(REPORTER);
    const say = () => answer(dialog.deps, slack, '急报 续报 又来十人', 'event-1');
    expect(await say()).toEqual(await say());
    expect(expectKind(await dialog.say(REPORTER, '急报 查看'), 'incident').incident.entries).toHaveLength(2);
  });

  it('shows nothing where there is nothing', async () => {
    const quiet = await openDialog();
    try {
      expect(expectRefused(await quiet.say('文书一', '急报 收到'), 'no_such_incident').typed).toBe('');
      expect(expectKind(await quiet.say('文书一', '急报 列表'), 'incidents').incidents).toEqual([]);
    } finally {
      await quiet.close();
    }
  });
});
