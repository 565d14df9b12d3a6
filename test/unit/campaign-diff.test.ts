// What an import makes of a running campaign, and how it tells what changes.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diffCampaigns, planImport } from '../../documents/campaign-diff.ts';
import { readCampaignFile } from '../../documents/campaign-file.ts';
import { mergeCampaigns } from '../../documents/campaign-merge.ts';
import type { Campaign } from '../../domain/campaign.ts';
import { as, type CivilDate } from '../../domain/ids.ts';
import { describeCampaignChange } from '../../messages/campaign-change-words.ts';

const SAMPLE = readFileSync(new URL('../../documents/samples/loudi.yml', import.meta.url), 'utf8');
const TODAY = as<CivilDate>('2016-08-05');
const YESTERDAY = '2016-08-04';
const FIRST_DAY = as<CivilDate>('2016-06-01');

const read = (text: string): Campaign => {
  const reading = readCampaignFile(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.campaign;
};
const edited = (...edits: [from: string | RegExp, to: string][]): Campaign =>
  read(
    edits.reduce((text, [from, to]) => {
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`The sample has no ${from}`);
      return changed;
    }, SAMPLE),
  );

const BEFORE = read(SAMPLE);
const imported = (file: Campaign, today = TODAY) => planImport(BEFORE, file, today);
const told = (file: Campaign, language: 'zh' | 'en', today = TODAY): string[] =>
  imported(file, today).changes.map((change) => describeCampaignChange(change, language));

const WITHOUT_GSJ: [string | RegExp, string][] = [
  [/ {2}- \{ id: gsj.*\n/, ''],
  [/ {2}- \{ name: 尚工商.*\n/, ''],
  [/ {2}- \{ id: gg.*\n/, ''],
  ['yjfj, gsj, gaj', 'yjfj, gaj'],
];

describe('importing a file again', () => {
  test('changes nothing when nothing changed', () => {
    expect(imported(read(SAMPLE))).toEqual({ campaign: BEFORE, changes: [] });
  });

  test('changes nothing the second time, whatever it changed the first', () => {
    const file = edited(...WITHOUT_GSJ, ['安局长', '安新局长']);
    const { campaign } = imported(file);
    const later = as<CivilDate>('2016-09-01');
    expect(planImport(campaign, file, later)).toEqual({ campaign, changes: [] });
  });

  test('refuses to take one campaign for another', () => {
    expect(() => mergeCampaigns(BEFORE, edited(['id: loudi-2016', 'id: other']), TODAY)).toThrow(/other/);
  });
});

describe('a unit that the file no longer names', () => {
  const { campaign } = imported(edited(...WITHOUT_GSJ));

  test('is kept and ended on the day before the import', () => {
    expect(campaign.units.find(({ id }) => id === 'gsj')).toMatchObject({ name: '市工商局', to: YESTERDAY });
    expect(campaign.units).toHaveLength(BEFORE.units.length);
  });

  test('keeps its people, ended too', () => {
    expect(campaign.people.find(({ unit }) => unit === 'gsj')).toMatchObject({
      name: '尚工商',
      to: YESTERDAY,
    });
  });

  test('is dropped when the campaign has not begun, for it has no past', () => {
    const dropped = imported(edited(...WITHOUT_GSJ), FIRST_DAY);
    expect(dropped.campaign.units.map(({ id }) => id)).not.toContain('gsj');
    expect(dropped.changes).toContainEqual({ kind: 'unit_removed', id: 'gsj', name: '市工商局' });
  });

  test('keeps the earlier end it already had', () => {
    const before = edited(['id: gsj, name: 市工商局,', 'id: gsj, name: 市工商局, to: 2016-07-01,']);
    const { campaign: after, changes } = planImport(before, edited(...WITHOUT_GSJ), TODAY);
    expect(after.units.find(({ id }) => id === 'gsj')?.to).toBe('2016-07-01');
    expect(changes.map(({ kind }) => kind)).not.toContain('unit_ended');
  });

  test('lives again when a later file names it', () => {
    const { campaign: revived, changes } = planImport(campaign, BEFORE, as<CivilDate>('2016-09-01'));
    expect(revived.units.find(({ id }) => id === 'gsj')).not.toHaveProperty('to');
    expect(changes).toContainEqual({
      kind: 'unit_changed',
      id: 'gsj',
      name: '市工商局',
      field: 'to',
      from: { kind: 'date', date: YESTERDAY },
      to: null,
    });
  });
});

describe('people', () => {
  test('who leave are ended, and who come begin on the day of the import', () => {
    const { campaign } = imported(
      edited([
        'name: 安警官, unit: gaj, role: liaison, email: an@',
        'name: 安新人, unit: gaj, role: liaison, email: an.new@',
      ]),
    );
    const liaisons = campaign.people.filter(({ unit, role }) => unit === 'gaj' && role === 'liaison');
    expect(liaisons.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['安新人', TODAY, undefined],
      ['安警官', undefined, YESTERDAY],
    ]);
  });

  test('keep the day they began when the file is imported again', () => {
    const file = edited([
      'name: 安警官, unit: gaj, role: liaison, email: an@',
      'name: 安新人, unit: gaj, role: liaison, email: an.new@',
    ]);
    const { campaign } = imported(file);
    const again = planImport(campaign, file, as<CivilDate>('2016-09-01')).campaign;
    expect(again.people.find(({ email }) => email === 'an.new@loudi.example')?.from).toBe(TODAY);
  });

  test('who are ended and named again are told as added', () => {
    const { campaign } = imported(edited(...WITHOUT_GSJ));
    const { changes } = planImport(campaign, BEFORE, as<CivilDate>('2016-09-01'));
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'posting_added', name: '尚工商' }));
  });
});

describe('a person whose address changes', () => {
  const idOf = ({ people }: Campaign, name: string) =>
    people.find((posting) => posting.name === name)?.person;
  const AN = idOf(BEFORE, '安警官');
  const LINE = 'name: 安警官, unit: gaj, role: liaison, email: an@loudi.example';
  const moved = edited(['email: an@', 'email: an.new@']);

  test('stays who they are, and is told as one changed e-mail in Chinese and English', () => {
    const { campaign } = imported(moved);
    expect(campaign.people.filter(({ name }) => name === '安警官')).toMatchObject([
      { person: AN, email: 'an.new@loudi.example' },
    ]);
    expect(told(moved, 'zh')).toEqual([
      '市公安局 联络员 安警官：邮箱由 an@loudi.example 改为 an.new@loudi.example',
    ]);
    expect(told(moved, 'en')).toEqual([
      expect.stringMatching(/e-mail an@loudi.example → an.new@loudi.example$/),
    ]);
  });

  test('changes nothing when the same file is imported again', () => {
    const { campaign } = imported(moved);
    expect(planImport(campaign, moved, as<CivilDate>('2016-09-01'))).toEqual({ campaign, changes: [] });
  });

  test('is known by the Slack id, whatever else the file says anew', () => {
    const before = edited([LINE, `${LINE}, slack: U0AN`]);
    const file = edited([LINE, 'name: 安警督, unit: gaj, role: head, email: new@loudi.example, slack: U0AN']);
    expect(idOf(planImport(before, file, TODAY).campaign, '安警督')).toBe(AN);
  });

  test.each<[why: string, before: string, after: string]>([
    ['another name', LINE, 'name: 安新人, unit: gaj, role: liaison, email: new@loudi.example'],
    ['another role', LINE, 'name: 安警官, unit: gaj, role: deputy, email: new@loudi.example'],
    ['another unit', LINE, 'name: 安警官, unit: gsj, role: liaison, email: new@loudi.example'],
    [
      'two of that name in that office',
      `${LINE} }\n  - { name: 安警官, unit: gaj, role: liaison, email: an2@loudi.example`,
      'name: 安警官, unit: gaj, role: liaison, email: new@loudi.example',
    ],
    [
      'the old e-mail still in the file',
      LINE,
      `name: 安警官, unit: gaj, role: deputy, email: an@loudi.example }\n  - { name: 安警官, unit: gaj, role: liaison, email: new@loudi.example`,
    ],
    [
      'two who could be meant',
      LINE,
      `name: 安警官, unit: gaj, role: liaison, email: new@loudi.example }\n  - { name: 安警官, unit: gaj, role: liaison, email: new2@loudi.example`,
    ],
  ])('is somebody else where the file has %s', (_why, first, second) => {
    const before = first === LINE ? BEFORE : edited([LINE, first]);
    const { campaign } = planImport(before, edited([LINE, second]), TODAY);
    const known = new Set(before.people.map(({ person }) => person));
    const fresh = campaign.people.filter(({ email }) => email?.startsWith('new'));
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.filter(({ person }) => known.has(person))).toEqual([]);
  });

  test('leaves the old address to whoever has it next, who is not them', () => {
    const { campaign } = imported(moved);
    const next = edited([
      LINE,
      'name: 安警官, unit: gaj, role: liaison, email: an.new@loudi.example }\n  - { name: 后来人, unit: gaj, role: deputy, email: an@loudi.example',
    ]);
    const later = planImport(campaign, next, TODAY).campaign;
    expect(idOf(later, '安警官')).toBe(AN);
    expect(idOf(later, '后来人')).not.toBe(AN);
    expect(planImport(later, next, TODAY).changes).toEqual([]);
  });
});

describe('what past reports refer to', () => {
  const file = edited(
    [/ {2}- id: weekly[\s\S]*?(?= {2}- id: consultation)/, ''],
    [/ {2}- \{ id: deploy.*\n/, ''],
    [/ {2}- \{ id: accept.*\n/, ''],
    [/ {2}- id: final-report[\s\S]*$/, ''],
    [/, transferred\]/, ']'],
    [/ {2}- \{ id: transferred.*\n/, ''],
  );
  const { campaign, changes } = imported(file);

  test('stays: duties end, figures and begun phases are kept, a phase to come goes', () => {
    expect(campaign.duties.find(({ id }) => id === 'weekly')?.to).toBe(YESTERDAY);
    expect(campaign.figures.map(({ id }) => id)).toContain('transferred');
    expect(campaign.phases.map(({ id }) => id)).toEqual(['survey', 'cleanup', 'inspect', 'deploy']);
    expect(changes.map(({ kind }) => kind).sort()).toEqual(
      ['duty_ended', 'duty_ended', 'duty_ended', 'form_changed', 'phase_changed', 'phase_removed'].sort(),
    );
  });
});

describe('the words of an import', () => {
  const file = edited(
    ...WITHOUT_GSJ,
    ['due: fri 17:00', 'due: thu 16:00\n    grace: 30'],
    [/on_holiday: previous +#/, 'on_holiday: next+2 #'],
    ['to: 2016-09-30', 'to: 2016-10-15'],
    ['aliases: [公安局, 公安]', 'aliases: [公安局]'],
    ['13800000001', '13900000002'],
    ['安警官', '安 警官'],
    ['office: 整治办公室', 'office: 整治办'],
    ['id: checked, name: 排查机构数', 'id: checked, name: 排查机构'],
  );

  test('say each change on one line in Chinese', () => {
    expect(told(file, 'zh')).toMatchInlineSnapshot(`
      [
        "专项行动：办公室频道由 整治办公室 改为 整治办",
        "单位 市公安局（gaj）：别名由 公安局、公安 改为 公安局",
        "单位 市工商局（gsj）：至 2016年8月4日 周四 止（历史保留）",
        "人民银行娄底市中心支行 联络员 银人行：电话由 138****0001 改为 139****0002",
        "市公安局 联络员 安 警官：姓名由 安警官 改为 安 警官",
        "市工商局 联络员 尚工商：至 2016年8月4日 周四 止（历史保留）",
        "删除领域 互联网金融广告（gg）",
        "阶段 清理整顿（cleanup）：结束日期由 2016年9月30日 周五 改为 2016年10月15日 周六",
        "指标 排查机构（checked）：名称由 排查机构数 改为 排查机构",
        "报送事项 工作进展周报（weekly）：截止时间由 每周五 17:00 改为 每周四 16:00",
        "报送事项 工作进展周报（weekly）：遇节假日由 提前 改为 顺延至其后第2个工作日",
        "报送事项 工作进展周报（weekly）：宽限由 0 分钟 改为 30 分钟",
        "报送事项 实施方案报备（plan-filing）：报送单位由 rmyh、yjfj、gsj、gaj、swlsj、locality 改为 rmyh、yjfj、gaj、swlsj、locality",
      ]
    `);
  });

  test('say each change on one line in English', () => {
    expect(told(file, 'en')).toMatchInlineSnapshot(`
      [
        "campaign: office channel 整治办公室 → 整治办",
        "unit 市公安局 (gaj): aliases 公安局, 公安 → 公安局",
        "Ended unit 市工商局 (gsj): last day Thu 4 Aug 2016, history kept",
        "liaison 银人行 of 人民银行娄底市中心支行: phone 138****0001 → 139****0002",
        "liaison 安 警官 of 市公安局: name 安警官 → 安 警官",
        "Ended liaison 尚工商 of 市工商局: last day Thu 4 Aug 2016, history kept",
        "Removed area 互联网金融广告 (gg)",
        "phase 清理整顿 (cleanup): last day Fri 30 Sep 2016 → Sat 15 Oct 2016",
        "figure 排查机构 (checked): name 排查机构数 → 排查机构",
        "duty 工作进展周报 (weekly): due every Fri 17:00 → every Thu 16:00",
        "duty 工作进展周报 (weekly): on a holiday previous working day → working day 2 after",
        "duty 工作进展周报 (weekly): grace 0 min → 30 min",
        "duty 实施方案报备 (plan-filing): owed by rmyh, yjfj, gsj, gaj, swlsj, locality → rmyh, yjfj, gaj, swlsj, locality",
      ]
    `);
  });

  test('say how long an incident waits before the next is called', () => {
    const slower = edited([/$/, '\nincident_minutes: 240\n']);
    expect([told(slower, 'zh'), told(slower, 'en')]).toEqual([
      ['专项行动：急报呼叫间隔由 10 分钟 改为 240 分钟'],
      ['campaign: time between incident calls 10 min → 240 min'],
    ]);
    expect(imported(slower).campaign.incidentMinutes).toBe(240);
  });

  test('say whether units are ranked, and on which days nothing is said', () => {
    const changed = edited([
      /$/,
      '\nranking: true\nquiet_days: [{ from: 2016-08-20, to: 2016-08-22, name: 检修 }]\n',
    ]);
    expect([told(changed, 'zh'), told(changed, 'en')]).toEqual([
      [
        '专项行动：及时率排名由 否 改为 是',
        '专项行动：静默日由 （无） 改为 2016年8月20日 周六至2016年8月22日 周一 检修',
      ],
      [
        'campaign: ranking by timeliness no → yes',
        'campaign: quiet days (none) → Sat 20 Aug 2016 to Mon 22 Aug 2016 检修',
      ],
    ]);
  });

  test('say what a new campaign holds', () => {
    const changes = diffCampaigns(null, BEFORE);
    expect(changes.map((change) => describeCampaignChange(change, 'zh'))).toMatchInlineSnapshot(`
      [
        "新建专项行动 娄底市互联网金融风险专项整治：单位 11 个，人员 16 人次，报送事项 6 项",
      ]
    `);
    expect(changes.map((change) => describeCampaignChange(change, 'en'))).toMatchInlineSnapshot(`
      [
        "New campaign 娄底市互联网金融风险专项整治: 11 units, 16 postings, 6 duties",
      ]
    `);
  });

  test('are there for every kind of change and value', () => {
    const emptied: Campaign = {
      ...BEFORE,
      areas: [],
      figures: [],
      phases: [],
      forms: {},
      units: [],
      people: [],
      duties: [],
      notice: [{ date: as('2017-02-03'), off: true, name: '春节' }],
    };
    const changes = [...diffCampaigns(BEFORE, emptied), ...diffCampaigns(emptied, BEFORE)];
    const ladder = edited(['nil: true', 'ladder: [{ at: -1wd, to: [liaison, head] }]\n    nil: true']);
    const lines = [...changes, ...diffCampaigns(BEFORE, ladder)].flatMap((change) => [
      describeCampaignChange(change, 'zh'),
      describeCampaignChange(change, 'en'),
    ]);
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) expect(line).toMatch(/^(?!.*(?:undefined|\[object|NaN)).+$/);
  });

  test('never show a whole phone number', () => {
    expect(told(file, 'zh').join()).not.toMatch(/1[38]\d{9}/);
  });
});
