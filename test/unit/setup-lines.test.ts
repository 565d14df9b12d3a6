// What people type or paste into the guide, read line by line.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAreaLines } from '../../documents/setup/area-lines.ts';
import { readBasics } from '../../documents/setup/basics.ts';
import { readAsFile, readDraft, stepsOf } from '../../documents/setup/draft.ts';
import { dayMeant, readDuties } from '../../documents/setup/duty-lines.ts';
import { readPersonLines } from '../../documents/setup/person-lines.ts';
import { createIds, initialsOf } from '../../documents/setup/short-ids.ts';
import { readUnitLines } from '../../documents/setup/unit-lines.ts';
import type { SetupValues } from '../../domain/setup/facts.ts';
import { WHOLE_SETUP as WHOLE } from '../support/setup-values.ts';

const KNOWN = {
  units: [
    { id: 'jrb', name: '市政府金融办', aliases: ['金融办'] },
    { id: 'gaj', name: '市公安局', aliases: ['公安局'] },
    { id: 'lxq', name: '娄星区人民政府', aliases: ['娄星区'] },
    { id: 'psb', name: 'Public Security Bureau', aliases: [] },
  ],
  office: 'jrb',
};
const people = (text: string) => readPersonLines('people', text, KNOWN);
const one = (text: string) => {
  const { people: found, problems } = people(text);
  return problems.length > 0 ? problems.map(({ code, found: typed }) => `${code}:${typed}`) : found[0];
};

describe('ids', () => {
  it.each([
    ['市公安局', 'gaj'],
    ['娄星区人民政府', 'lxq'],
    ['市政府金融办', 'zfjrb'],
    ['人民银行娄底市中心支行', 'rmyhldszxzh'],
    ['Public Security Bureau', 'psb'],
    ['第2中学', 'd2zx'],
  ])('%s is %s', (name, id) => {
    expect(createIds('unit')(name, true)).toBe(id);
  });
  it('are unique, never a word of the file, and there for names without letters', () => {
    const next = createIds('unit');
    expect([next('公安局'), next('市公安局', true), next('😀'), next('🎉'), next('member')]).toEqual([
      'gaj',
      'gaj-2',
      'unit',
      'unit-2',
      'm',
    ]);
  });
  it('fit a campaign file whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => /^[a-z0-9]{0,16}$/.test(initialsOf(name))),
    );
  });
});

describe('units', () => {
  it('are read with other names and kind in any order, by any separator', () => {
    const { units, problems } = readUnitLines(
      '市公安局，公安局、公安，成员单位\n娄星区人民政府\t县市区\t娄星区\n3. 银行业协会;协会\n市工商局 工商局',
    );
    expect(problems).toEqual([]);
    expect(units).toEqual([
      { name: '市公安局', aliases: ['公安局', '公安'], kind: 'member', line: 1 },
      { name: '娄星区人民政府', aliases: ['娄星区'], kind: 'locality', line: 2 },
      { name: '银行业协会', aliases: [], kind: 'association', line: 3 },
      { name: '市工商局', aliases: ['工商局'], kind: 'member', line: 4 },
    ]);
  });
  it('take their kind from the heading above them', () => {
    const { units } = readUnitLines('【成员单位】\n市公安局\n\n县市区（2个）：\n双峰县\n新化县');
    expect(units.map(({ kind, line }) => [kind, line])).toEqual([
      ['member', 2],
      ['locality', 5],
      ['locality', 6],
    ]);
  });
  it('keep names of several words whole, and pass over the title row of a sheet', () => {
    const { units } = readUnitLines('Name\tKind\nPublic Security Bureau\tmember\nGreen County, county');
    expect(units.map(({ name, kind }) => [name, kind])).toEqual([
      ['Public Security Bureau', 'member'],
      ['Green County', 'locality'],
    ]);
  });
  it('name the line that says a name for the second time, and where it stood first', () => {
    const { problems, units } = readUnitLines('市公安局，公安局\n市工商局\n市公安局\n某局，公安局');
    expect(problems).toMatchObject([
      { code: 'repeated', found: '市公安局', line: 3, firstLine: 1 },
      { code: 'repeated', found: '公安局', line: 4, firstLine: 1 },
    ]);
    expect(units.map(({ name }) => name)).toEqual(['市公安局', '市工商局', '某局']);
  });
  it('say that a name is too long to be one', () => {
    expect(readUnitLines('局'.repeat(200)).problems).toMatchObject([
      { code: 'too_long', length: 200, most: 80 },
    ]);
  });
  it('a hundred fit into what one field holds', () => {
    const text = Array.from({ length: 100 }, (_, at) => `某某市第${at + 1}局，第${at + 1}局，成员单位`).join(
      '\n',
    );
    expect([...text].length).toBeLessThan(3000);
    expect(readUnitLines(text).units).toHaveLength(100);
  });
});

describe('people', () => {
  const officer = {
    name: '安警官',
    role: 'liaison',
    unit: 'gaj',
    email: 'an@loudi.example',
    phone: '13800000001',
  };
  it.each([
    '市公安局，联络员，安警官，an@loudi.example，13800000001',
    '安警官\t市公安局\t13800000001\tan@loudi.example\t联络员',
    '联络员 安警官 公安局 an@loudi.example 13800000001',
    '1、市公安局联络员，安警官；an@loudi.example；13800000001',
    '7\t公安局\tA角\t安警官\t13800000001\t<mailto:an@loudi.example|an@loudi.example>',
  ])('are read from %s', (line) => {
    expect(one(line)).toMatchObject(officer);
  });
  it('have words of several kinds in English too', () => {
    expect(one('Public Security Bureau, liaison, Anna Officer, anna@x.example')).toMatchObject({
      name: 'Anna Officer',
      role: 'liaison',
      unit: 'psb',
    });
    expect(one('Public Security Bureau liaison Anna Officer anna@x.example')).toMatchObject({
      name: 'Anna Officer',
    });
  });
  it('belong to the office by their role, and leaders to nobody', () => {
    expect(one('办公室主任，金主任，jin@x.example')).toMatchObject({ role: 'office_director', unit: 'jrb' });
    expect(one('组长，周正，zhou@x.example')).not.toHaveProperty('unit');
    expect(one('副组长（分管） 周副 zhoufu@x.example')).toMatchObject({ role: 'deputy_leader' });
  });
  it('may be named by their Slack id', () => {
    expect(one('市公安局 联络员 安警官 <@U0123ABCDE|an>')).toMatchObject({ slack: 'U0123ABCDE' });
  });
  it.each([
    ['市公案局，联络员，安警官，an@x.example', ['unknown_unit:市公案局']],
    ['联络员，安警官，an@x.example', ['no_unit:安警官']],
    ['市公安局，安警官，an@x.example', ['no_role:安警官']],
    ['市公安局，联络员，an@x.example', ['no_name:市公安局，联络员，an@x.example']],
    ['市公安局，联络员，安警官', ['no_address:安警官']],
    ['市公安局，联络员，安警官，@安警官', ['no_account:@安警官']],
    ['市公安局，联络员，安警官，an@loudi', ['bad_email:an@loudi']],
    ['市公安局，联络员，安警官，科长，an@x.example', ['not_understood:科长']],
    ['😀😀😀', ['no_unit:😀😀😀', 'no_role:😀😀😀', 'no_address:😀😀😀']],
  ])('%s: %j', (line, problems) => {
    expect(one(line)).toEqual(problems);
  });
  it('name the nearest unit, and all lines at once', () => {
    const { people: read, problems } = people(
      '市公案局，联络员，安警官，an@x.example\n市公安局，B角，安副手，b@x.example\n公安，联络员，某人，c@x.example',
    );
    expect(problems).toMatchObject([
      { line: 1, code: 'unknown_unit', near: '市公安局' },
      { line: 3, code: 'unknown_unit' },
    ]);
    expect(read.map(({ name }) => name)).toEqual(['安副手']);
  });
  it('from a sheet leave out its title row and the columns nobody needs', () => {
    const { people: read, problems } = people(
      '序号\t单位\t姓名\t职务\t角色\t邮箱\t手机\n1\t市公安局\t安警官\t科长\t联络员\tan@loudi.example\t13800000001',
    );
    expect(problems).toEqual([]);
    expect(read).toMatchObject([officer]);
  });
  it('never break, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
        people(text);
        readUnitLines(text);
        readDuties({ duties: 'weekly', figures: text, phases: text }, '2016-06-01');
        readBasics({ name: text, hours: text, from: text, to: text });
      }),
      { numRuns: 60 },
    );
  });
});

describe('duties', () => {
  it.each([
    ['2016-06-30', '2016-06-30'],
    ['2016年6月30日', '2016-06-30'],
    ['2016/6/30', '2016-06-30'],
    ['6月30日', '2016-06-30'],
    ['1.10', '2017-01-10'],
    ['2月30日', null],
    ['下周', null],
  ])('%s is the day %s', (typed, day) => {
    expect(dayMeant(typed, '2016-06-01')).toBe(day);
  });
  it('read figures and phases, and name the lines that are neither', () => {
    const { figures, phases, problems } = readDuties(
      {
        duties: 'stage,weekly',
        figures: '排查机构数，家\n发现问题数（个）\n整改数',
        phases: '摸底排查，6月30日\n清理整顿 7月1日—9月30日\n验收',
      },
      '2016-06-01',
    );
    expect(figures.map(({ id, name, unit }) => [id, name, unit])).toEqual([
      ['pcjgs', '排查机构数', '家'],
      ['fxwts', '发现问题数', '个'],
    ]);
    expect(phases.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['摸底排查', undefined, '2016-06-30'],
      ['清理整顿', '2016-07-01', '2016-09-30'],
    ]);
    expect(problems).toMatchObject([
      { field: 'figures', line: 3, code: 'no_measure', found: '整改数' },
      { field: 'phases', line: 3, code: 'bad_date', found: '验收' },
    ]);
  });
  it('need what they rest on: a bulletin the weekly report, a stage report its stages, a filing its day', () => {
    expect(readDuties({ duties: 'bulletin,stage,filing' }).problems).toMatchObject([
      { field: 'duties', code: 'no_weekly' },
      { field: 'phases', code: 'no_phases' },
      { field: 'filing', code: 'missing' },
    ]);
    expect(readDuties({ duties: '' }).problems).toMatchObject([{ field: 'duties', code: 'missing' }]);
  });
});

describe('channels', () => {
  const basics = (over: Record<string, string>) => readBasics({ ...WHOLE.basics!, ...over });
  it('are typed by name, or chosen and called what Slack calls them', () => {
    expect(basics({ bulletin: '＃通报' }).head.channels).toEqual({ bulletin: '通报', office: '整治办公室' });
    const chosen = basics({ bulletin: 'C0BULLETIN', bulletinName: '整治-通报' });
    expect([chosen.head.channels.bulletin, chosen.problems]).toEqual(['整治-通报', []]);
  });
  it('that Duban cannot see are named, and asked for again', () => {
    expect(basics({ officeChannel: 'G0PRIVATE1' }).problems).toMatchObject([
      { step: 'basics', field: 'officeChannel', code: 'unseen_channel' },
    ]);
  });
});

describe('areas', () => {
  const areas = (text: string) => readAreaLines(text, KNOWN);
  it('are read with their lead units by any of their names, the office leading where none is named', () => {
    const { areas: read, problems } = areas(
      '领域，牵头单位\n1. P2P网络借贷，公安局、娄星区\n第三方支付 牵头：市公安局\n互联网广告\nPayments, Public Security Bureau',
    );
    expect(problems).toEqual([]);
    expect(read.map(({ name, leads, place }) => [name, leads, place.line])).toEqual([
      ['P2P网络借贷', ['gaj', 'lxq'], 2],
      ['第三方支付', ['gaj'], 3],
      ['互联网广告', ['jrb'], 4],
      ['Payments', ['psb'], 5],
    ]);
    expect(new Set(read.map(({ id }) => id)).size).toBe(4);
  });
  it('that cannot be read are named by their lines, and the others are read', () => {
    const { areas: read, problems } = areas(`广告，公案局\n支付\n支付\n${'长'.repeat(81)}\n，\n借贷，公安局`);
    expect(problems).toMatchObject([
      { line: 1, found: '公案局', code: 'unknown_unit', near: '市公安局' },
      { line: 3, found: '支付', code: 'repeated', firstLine: 2 },
      { line: 4, code: 'too_long' },
      { line: 5, code: 'no_name' },
    ]);
    expect(read.map(({ name }) => name)).toEqual(['支付', '借贷']);
  });
  it('may be left out, also where the step was saved without any', () => {
    const blank: SetupValues[] = [
      { ...WHOLE, areas: { areas: ' ' } },
      { ...WHOLE, areas: { areas: '\u200b\n\u202e\0' } },
      { ...WHOLE, areas: {} },
    ];
    for (const values of blank) {
      const draft = readDraft(values);
      expect(readAsFile(draft)).toMatchObject({ ok: true, campaign: { areas: [] } });
      expect(stepsOf(values, draft.problems).at(-1)).toMatchObject({ step: 'areas', state: 'optional' });
    }
  });
  it('that are called as a unit is are wrong where they were typed', () => {
    const reading = readAsFile(readDraft({ ...WHOLE, areas: { areas: '支付\n公安局，市公安局' } }));
    expect(!reading.ok && reading.problems).toMatchObject([
      { step: 'areas', field: 'areas', line: 2, found: '公安局', problem: { code: 'says_else' } },
    ]);
  });
  it('come through whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => Array.isArray(areas(text).areas)));
  });
});

describe('a draft', () => {
  it('that is whole becomes a campaign, by the checks of a campaign file', () => {
    const draft = readDraft(WHOLE);
    expect(draft.problems).toEqual([]);
    const reading = readAsFile(draft);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const { campaign } = reading;
    expect(campaign.id).toBe('hlwjrfxzxzz-2016');
    expect(campaign.units.map(({ id }) => id)).toEqual(['zfjrb', 'gaj', 'lxq']);
    expect(campaign.channels).toEqual({ bulletin: '整治通报', office: '整治办公室' });
    expect(campaign.workingHours).toEqual({ from: '08:30', to: '17:30' });
    expect(campaign.duties.map(({ id, rhythm }) => [id, rhythm])).toMatchObject([
      ['weekly', { weekday: 'fri', time: '17:00' }],
      ['bulletin', { weekday: 'mon', time: '12:00' }],
      ['consultation', { day: 25 }],
      ['monthly', { day: 10, time: '17:30' }],
      ['filing', { date: '2016-06-15' }],
      ['stage', { every: 'phase' }],
      ['final', { date: '2017-01-31' }],
    ]);
    expect(stepsOf(WHOLE, draft.problems).map(({ state }) => state)).toEqual([
      'done',
      'done',
      'done',
      'done',
      'done',
    ]);
    expect(campaign.areas).toEqual([
      { id: 'hlwgg', name: '互联网广告', leads: ['gaj'] },
      { id: 'dsfzf', name: '第三方支付', leads: ['zfjrb'] },
    ]);
  });
  it('in English gets English names for its duties and forms', () => {
    const reading = readAsFile(readDraft({ ...WHOLE, basics: { ...WHOLE.basics!, language: 'en' } }));
    expect(reading.ok && reading.campaign.duties[0]!.name).toBe('Weekly progress report');
  });
  it('takes an id that no other campaign has', () => {
    const taken = new Set(['hlwjrfxzxzz-2016', 'hlwjrfxzxzz-2016-2']) as never;
    expect(readDraft(WHOLE, taken).basics.head.id).toBe('hlwjrfxzxzz-2016-3');
  });
  it('says what the checks of a file find, at the line where it was typed', () => {
    const values = {
      ...WHOLE,
      people: {
        people: `${WHOLE.people!.people}\n公安局，B角，安副手，an@x.example`,
        more: '公安局，负责人，安局长，an@x.example',
      },
      basics: { ...WHOLE.basics!, zone: 'Asia/Loudi' },
    };
    const reading = readAsFile(readDraft(values));
    expect(!reading.ok && reading.problems).toMatchObject([
      { step: 'basics', field: 'zone', code: 'file', problem: { code: 'unknown_zone' } },
      { step: 'people', field: 'people', line: 3, code: 'file', problem: { code: 'two_names' } },
      { step: 'people', field: 'more', line: 1, code: 'file', problem: { code: 'two_names' } },
    ]);
  });
  it('names a unit that has the name of the office', () => {
    const reading = readAsFile(readDraft({ ...WHOLE, units: { units: '市公安局，公安局\n市政府金融办' } }));
    expect(!reading.ok && reading.problems).toMatchObject([
      { step: 'units', line: 2, problem: { code: 'shared_name' } },
    ]);
  });
  it('says before anything is set up that nobody is of the office', () => {
    const { problems } = readDraft({ ...WHOLE, people: { people: '公安局，联络员，安警官，an@x.example' } });
    expect(problems).toMatchObject([{ step: 'people', code: 'no_office_people' }]);
  });
  it('of nothing lists what is missing', () => {
    const draft = readDraft({});
    expect(draft.problems.map(({ step, code }) => `${step}:${code}`)).toEqual([
      ...Array.from({ length: 7 }, () => 'basics:missing'),
      'units:missing',
      'people:missing',
      'duties:missing',
    ]);
    const states = ['empty', 'empty', 'empty', 'empty', 'optional'];
    expect(stepsOf({}, draft.problems).map(({ state }) => state)).toEqual(states);
  });
  it('is refused where a field is longer than Slack lets anybody type', () => {
    const { problems } = readDraft({ ...WHOLE, units: { units: '市公安局\n'.padEnd(4000, '局') } });
    expect(problems.map(({ code }) => code)).toContain('too_long');
  });
});
