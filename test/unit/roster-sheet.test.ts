// A roster sheet from its bytes to what it would make of the sample's roster: kinds of files, headings, cells, people, and what
// cannot be taken. Rows are numbered as the spreadsheet numbers them.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffCampaigns } from '../../documents/campaign-diff.ts';
import { readCampaignFile } from '../../documents/campaign-file.ts';
import { planSheet, type SheetPlan } from '../../documents/roster-sheet/plan.ts';
import { type ReadSheet, readRosterSheet } from '../../documents/roster-sheet/read-sheet.ts';
import { rosterCsv } from '../../documents/roster-sheet/write-sheet.ts';
import type { Campaign } from '../../domain/campaign.ts';
import { as, type PersonId } from '../../domain/ids.ts';
import { on, unitId } from '../support/builders.ts';
import { archive, type Cell, type SheetMade, separated, workbook } from '../support/sheets.ts';

const sample: Campaign = (() => {
  const reading = readCampaignFile(
    readFileSync(new URL('../../documents/samples/loudi.yml', import.meta.url)),
  );
  if (!reading.ok) throw new Error('the sample is refused');
  return reading.campaign;
})();

async function read(bytes: Buffer, file = '名册.xlsx'): Promise<ReadSheet> {
  const reading = await readRosterSheet(file, bytes);
  if (!reading.ok) throw new Error(JSON.stringify(reading.fault));
  return reading.sheet;
}
async function fault(bytes: Buffer, file = '名册.xlsx') {
  const reading = await readRosterSheet(file, bytes);
  return reading.ok ? null : reading.fault;
}
const planned = async (bytes: Buffer, file?: string): Promise<SheetPlan> =>
  planSheet(sample, await read(bytes, file), on('2016-08-05'));
const ofRows = (rows: Cell[][], more: Omit<SheetMade, 'rows'> = {}) => planned(workbook([{ rows, ...more }]));
const ofText = (text: string) => planned(Buffer.from(text), '名册.csv');
const told = ({ campaign }: SheetPlan) =>
  diffCampaigns(sample, campaign).map((change) =>
    'role' in change
      ? `${change.kind} ${change.name} ${change.role} ${change.unitName ?? ''}`.trim()
      : change.kind,
  );

const HEADINGS = ['单位', '姓名', '角色', '邮箱', '电话'];
const NEW = ['市公安局', '新警官', '联络员', 'xin.jg@loudi.example', '13900000002'];

describe('a sheet is what it names', () => {
  it('gives the office of a liaison to who stands there, and takes it from the one before', async () => {
    const plan = await ofRows([HEADINGS, NEW]);
    expect(plan.problems).toEqual([]);
    expect(told(plan)).toEqual([
      'posting_added 新警官 liaison 市公安局',
      'posting_removed 安警官 liaison 市公安局',
    ]);
    expect(plan.facts).toMatchObject({ rows: 1, added: 1, changed: 0, ended: 1, same: 0, absent: 15 });
  });

  it('says nothing of whom it does not name', async () => {
    const plan = await ofRows([HEADINGS, ['市公安局', '安警官', '联络员', 'an@loudi.example', null]]);
    expect(told(plan)).toEqual([]);
    expect(plan.facts).toMatchObject({ same: 1, absent: 15, ended: 0 });
  });

  it('knows somebody by e-mail under another name, and by name under another e-mail', async () => {
    const plan = await ofRows([
      HEADINGS,
      ['公安局', '安警长', '联络员', 'AN@loudi.example', null],
      ['市工商局', '尚工商', '联络员', 'shang2@loudi.example', null],
    ]);
    expect(told(plan)).toEqual([
      'posting_changed 尚工商 liaison 市工商局',
      'posting_changed 安警长 liaison 市公安局',
    ]);
    expect(plan.facts).toMatchObject({ changed: 2, added: 0 });
  });

  it('needs no address for who is known', async () => {
    const plan = await ofRows([
      ['单位', '姓名', '职务', '手机号码'],
      ['市公安局', '安警官', 'A角', 13800000000],
    ]);
    expect(plan.problems).toEqual([]);
    const changed = plan.campaign.people.find(({ name }) => name === '安警官');
    expect([changed?.phone, changed?.email]).toEqual(['13800000000', 'an@loudi.example']);
  });

  it('adds a second role of somebody known with the address that is known', async () => {
    const plan = await ofRows([
      ['单位', '姓名', '角色'],
      ['市公安局', '安局长', 'B角'],
    ]);
    expect(plan.campaign.people.filter(({ name }) => name === '安局长')).toMatchObject([
      { role: 'head', email: 'an.head@loudi.example' },
      { role: 'deputy', email: 'an.head@loudi.example' },
    ]);
    expect(told(plan)).toContain('posting_removed 安副手 deputy 市公安局');
  });

  it('adds office staff beside those who are there', async () => {
    const plan = await ofRows([
      HEADINGS,
      ['市公安局', '安警官', '联络员', 'an@loudi.example', null],
      ['', '文书二', '工作人员', 'wen2@loudi.example', null],
      ['', '郑副', '副组长', 'zheng@loudi.example', null],
    ]);
    expect(told(plan)).toEqual([
      'posting_added 文书二 office_staff 市政府金融办',
      'posting_added 郑副 deputy_leader',
    ]);
    expect(plan.facts.ended).toBe(0);
  });

  it('adds a unit whose kind it says', async () => {
    const plan = await ofRows([
      ['单位', '类别', '姓名', '角色', '邮箱'],
      ['市税务局', '成员单位', '水税务', '联络员', 'shui@loudi.example'],
    ]);
    expect(plan.facts.newUnits).toEqual(['市税务局']);
    expect(plan.campaign.units.at(-1)).toMatchObject({ id: 'swj', name: '市税务局', kind: 'member' });
  });
});

describe('headings', () => {
  it.each([
    [['成员单位', '联络员姓名', '身份', '电子邮件', '联系电话', '备注']],
    [['部门', '名字', '岗位', 'E-mail', '手机', '序号']],
    [['Unit', 'Name', 'Role', 'Email', 'Phone', 'Remarks']],
    [['单位名称（全称）', '姓 名*', '角色：', '邮 箱', '手机号码', '  ']],
  ])('are read in their variants: %j', async (headings) => {
    const plan = await ofRows([headings, [...NEW, '备注一']]);
    expect(plan.problems).toEqual([]);
    expect(plan.facts.added).toBe(1);
  });

  it('are found below a title that is merged over them, in any order', async () => {
    const plan = await ofRows(
      [
        ['娄底市专项整治人员名册'],
        [],
        ['填报日期：2016年8月'],
        ['邮箱', '角色', '姓名', '单位'],
        ['xin.jg@loudi.example', '联络员', '新警官', '市公安局'],
      ],
      { merges: ['A1:D1', 'A3:D3'] },
    );
    expect(plan.facts).toMatchObject({ rows: 1, added: 1 });
  });

  it('that say nothing to a roster are named', async () => {
    const plan = await ofRows([
      [...HEADINGS, '备注', '政治面貌'],
      [...NEW, '无', '群众'],
    ]);
    expect(plan.facts.ignored).toEqual(['备注', '政治面貌']);
  });

  it('of one row a unit name the role each', async () => {
    const plan = await ofRows([
      ['单位', '联络员', '联络员邮箱', '联络员电话', 'B角', 'B角邮箱', '分管领导', '分管领导邮箱'],
      [
        '市公安局',
        '安警官',
        'an@loudi.example',
        13900000003,
        '新副手',
        'xin.b@loudi.example',
        '安局长',
        null,
      ],
      ['市工商局', '尚工商', 'shang@loudi.example', null, '无', null, null, null],
    ]);
    expect(plan.problems).toEqual([]);
    expect(told(plan)).toEqual([
      'posting_added 新副手 deputy 市公安局',
      'posting_changed 安警官 liaison 市公安局',
      'posting_removed 安副手 deputy 市公安局',
    ]);
    expect(plan.facts).toMatchObject({ rows: 2, same: 2 });
  });

  it.each([
    [['单位', '联络员', '电话', '邮箱', 'B角', '电话', '邮箱']],
    [['单位', '联络员', '联系电话', '联络员邮箱', '副联络员', '手机', '电子邮箱']],
  ])('of one row a unit may leave the role out where it stands before: %j', async (headings) => {
    const plan = await ofRows([
      headings,
      [
        '市公安局',
        '新警官',
        13900000003,
        'xin.jg@loudi.example',
        '新副手',
        13900000004,
        'xin.b@loudi.example',
      ],
    ]);
    const found = plan.campaign.people.filter(({ name }) => name.startsWith('新') && name !== '新小化');
    expect(found).toMatchObject([
      { role: 'liaison', phone: '13900000003', email: 'xin.jg@loudi.example' },
      { role: 'deputy', phone: '13900000004', email: 'xin.b@loudi.example' },
    ]);
    expect(plan.facts.ignored).toEqual([]);
  });

  it('tell the deputy from the liaison, wherever B角 stands', async () => {
    const wide = await ofRows([
      ['单位', '联络员（A角）', '联络员（A角）邮箱', '联络员（B角）', '联络员（B角）邮箱'],
      ['市公安局', '安警官', 'an@loudi.example', '安副手', 'an.b@loudi.example'],
    ]);
    const long = await ofRows([
      ['单位', '姓名', '角色'],
      ['市公安局', '安警官', '联络员(A角)'],
      ['市公安局', '安副手', '联络员（B角）'],
    ]);
    for (const { facts, problems } of [wide, long])
      expect([problems, facts.same, facts.added]).toEqual([[], 2, 0]);
  });

  it('may stand in two rows, the upper one merged over what it heads', async () => {
    const plan = await ofRows(
      [
        ['单位', '联络员', null, 'B角', null],
        [null, '姓名', '邮箱', '姓名', '邮箱'],
        ['市公安局', '新警官', 'xin.jg@loudi.example', '安副手', 'an.b@loudi.example'],
      ],
      { merges: ['A1:A2', 'B1:C1', 'D1:E1'] },
    );
    expect(plan.problems).toEqual([]);
    expect(plan.facts).toMatchObject({ rows: 1, added: 1, same: 1, ended: 1 });
  });

  it('without roles are those of liaisons where the title says so', async () => {
    const plan = await ofRows(
      [
        ['各单位联络员名单'],
        ['单位', '姓名', '职务', '邮箱'],
        ['市公安局', '新警官', '科长', 'xin.jg@loudi.example'],
      ],
      { merges: ['A1:D1'] },
    );
    expect(plan.facts).toMatchObject({ allLiaisons: true, added: 1, ignored: ['职务'] });
    expect(
      await fault(
        workbook([
          {
            rows: [
              ['单位', '姓名', '邮箱'],
              ['市公安局', '新警官', 'x@loudi.example'],
            ],
          },
        ]),
      ),
    ).toEqual({
      code: 'no_heading',
      missing: ['role'],
    });
  });
});

describe('cells', () => {
  it('that were merged downwards, or left blank, are those of the row above', async () => {
    const rows = [
      HEADINGS,
      ['市公安局', '安警官', '联络员', 'an@loudi.example'],
      [null, '安副手', '副联络员', 'an.b@loudi.example'],
      [null, '安局长', '单位负责人', 'an.head@loudi.example'],
    ];
    for (const merges of [['A2:A4'], []])
      expect((await ofRows(rows, { merges })).facts).toMatchObject({ rows: 3, same: 3, absent: 13 });
  });

  it('with formulas count as what they came to; one without a result is named', async () => {
    const plan = await ofRows([
      HEADINGS,
      [
        '市公安局',
        { formula: 'Sheet2!A1', value: '新警官' },
        '联络员',
        { formula: 'B2&"@x"' },
        { error: '#N/A' },
      ],
    ]);
    expect(plan.problems.map(({ row, heading, code }) => [row, heading, code])).toEqual([
      [2, '邮箱', 'formula'],
      [2, '电话', 'formula'],
      [2, '姓名', 'no_address'],
    ]);
  });

  it('hold rich text, inline text and numbers of every spelling', async () => {
    const plan = await ofRows([
      HEADINGS,
      [
        { rich: ['市公', '安局'] },
        { inline: '新警官' },
        '联络员',
        'ｘｉｎ@loudi.example',
        { raw: '13900000000' },
      ],
      ['市工商局', '尚工商', '联络员', 'shang@loudi.example', { raw: '1.38E+10' }],
    ]);
    const phones = plan.campaign.people.filter(({ name }) => ['新警官', '尚工商'].includes(name));
    expect(plan.problems).toEqual([]);
    expect(phones.find(({ name }) => name === '尚工商')?.phone).toBe('13800000000');
    expect(phones.find(({ name }) => name === '新警官')?.email).toBe('xin@loudi.example');
  });

  it('of a phone that a .csv has rounded are refused, for the last figures are lost', async () => {
    const plan = await ofText(`${HEADINGS.join()}\n市公安局,安警官,联络员,an@loudi.example,1.38E+10`);
    expect(plan.problems).toMatchObject([
      { row: 2, heading: '电话', found: '1.38E+10', code: 'rounded_phone' },
    ]);
  });

  it('with a phone as it is shown here change nothing', async () => {
    const plan = await ofText(`${HEADINGS.join()}\n人行,银人行,联络员,yin@loudi.example,138****0001`);
    expect(told(plan)).toEqual([]);
  });
});

describe('what is wrong is named all at once, by row and heading', () => {
  it('with the unit that was probably meant', async () => {
    const plan = await ofRows([
      ['标题'],
      HEADINGS,
      ['市公案局', '新警官', '联络员', 'xin.jg@loudi.example'],
      ['市公安局', '', '科员', 'not an address'],
      ['市工商局', '新工商', '联络员', ''],
      ['市公安局', '甲', 'B角', 'same@loudi.example'],
      ['市公安局', '乙', '联络员', 'same@loudi.example'],
    ]);
    expect(plan.problems.map(({ row, heading, code }) => `${row} ${heading} ${code}`)).toEqual([
      '3 单位 unknown_unit',
      '4 姓名 no_name',
      '4 角色 unknown_role',
      '4 邮箱 bad_email',
      '5 姓名 no_address',
      '7 姓名 two_names',
    ]);
    expect(plan.problems[0]).toMatchObject({ found: '市公案局', near: '市公安局' });
  });
});

describe('files', () => {
  const text = `${HEADINGS.join()}\r\n${NEW.join()}\r\n`;
  const gb = Buffer.from(
    'b5a5cebb2cd0d5c3fb2cbdc7c9ab2cd3cacfe40acad0b9abb0b2bed62cd0c2beafb9d92cc1aac2e7d4b12c78696e40612e6578616d706c65',
    'hex',
  );
  it.each([
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['GB 18030', gb],
    ['semicolons', separated([HEADINGS, NEW], ';')],
    ['tabs', separated([HEADINGS, NEW], '\t')],
  ])('of text are read in %s', async (_kind, bytes) => {
    const plan = await planned(bytes, '名册.CSV');
    expect(plan.problems).toEqual([]);
    expect(plan.facts).toMatchObject({ added: 1, ended: 1, sheet: null });
  });

  it('with several sheets are read from the first that has headings and can be seen', async () => {
    const rows = [HEADINGS, NEW];
    const plan = await planned(
      workbook([
        { name: '说明', rows: [['请按要求填写']] },
        { name: '旧', rows, hidden: true },
        { name: '名册', rows, hiddenRows: [2] },
      ]),
    );
    expect(plan.facts).toMatchObject({ sheet: '名册', rows: 1, hiddenRows: 1 });
  });

  it.each([
    ['of Word', archive({ 'word/document.xml': '<w/>' }), '名册.xlsx', 'not_a_sheet'],
    ['of pictures', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), '名册.csv', 'not_a_sheet'],
    ['of web pages', Buffer.from('<!DOCTYPE html><html>单位,姓名,角色</html>'), '名册.csv', 'not_a_sheet'],
    ['with another name', Buffer.from('单位,姓名,角色'), '名册.docx', 'not_a_sheet'],
    [
      'locked with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
      '名册.xlsx',
      'locked',
    ],
    ['cut off', workbook([{ rows: [HEADINGS, NEW] }]).subarray(0, 700), '名册.xlsx', 'damaged'],
    ['with nothing in them', Buffer.alloc(0), '名册.csv', 'empty'],
    ['with nothing in their sheets', workbook([{ rows: [] }]), '名册.xlsx', 'empty'],
    ['with nothing below the headings', workbook([{ rows: [HEADINGS] }]), '名册.xlsx', 'empty'],
    [
      'without headings',
      workbook([
        {
          rows: [
            ['a', 'b'],
            ['c', 'd'],
          ],
        },
      ]),
      '名册.xlsx',
      'no_heading',
    ],
    ['that are too large', Buffer.alloc(5 * 1024 * 1024 + 1, 65), '名册.csv', 'too_large'],
  ])('%s are refused', async (_kind, bytes, name, code) => {
    expect((await fault(bytes, name))?.code).toBe(code);
  });

  it('of 10 000 rows are refused with the limit', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [
      '市公安局',
      `某${at}`,
      '联络员',
      `p${at}@loudi.example`,
      '13900000000',
    ]);
    const refusal = { code: 'too_many_rows', most: 2000 };
    expect(await fault(workbook([{ rows: [HEADINGS, ...rows] }]))).toEqual(refusal);
    expect(await fault(separated([HEADINGS, ...rows]), '名册.csv')).toEqual(refusal);
  });

  it.each([
    ['empty lines', '\n', 4_000_000],
    ['lines of separators', ',,,,\r\n', 700_000],
  ])(
    'with %s below are read as far as anything stands in them',
    async (_kind, line, count) => {
      const plan = await planned(Buffer.from(text + line.repeat(count)), '名册.csv');
      expect(plan.facts).toMatchObject({ rows: 1, added: 1 });
    },
    4000,
  );

  it('with more lines than any roster, most of them empty, are refused with the limit', async () => {
    const bytes = Buffer.from(`${'\n'.repeat(4_000_000)}${text}`);
    expect(await fault(bytes, '名册.csv')).toEqual({ code: 'too_many_rows', most: 2000 });
  }, 4000);

  it('that unpack to more than they may are not unpacked', async () => {
    const bomb = archive({ 'xl/workbook.xml': new Uint8Array(60_000_000) });
    expect(bomb.length).toBeLessThan(200_000);
    expect((await fault(bomb))?.code).toBe('too_large');
  });

  it('never end in an error, whatever their bytes', async () => {
    const real = workbook([{ rows: [HEADINGS, NEW], merges: ['A1:B9'] }]);
    const spoilt = fc
      .array(fc.tuple(fc.nat(real.length - 1), fc.nat(255)), { maxLength: 8 })
      .map((changes) =>
        changes.reduce((bytes, [at, value]) => bytes.fill(value, at, at + 1), Buffer.from(real)),
      );
    const any = fc.oneof(
      spoilt,
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
      fc.string().map((text) => Buffer.from(`单位,姓名,角色,邮箱\n${text}`)),
    );
    await fc.assert(
      fc.asyncProperty(any, fc.constantFrom('a.csv', 'a.xlsx'), async (bytes, name) => {
        const reading = await readRosterSheet(name, bytes);
        if (reading.ok) planSheet(sample, reading.sheet, on('2016-08-05'));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the roster as a sheet', () => {
  const full: Campaign = {
    ...sample,
    people: [
      ...sample.people,
      ...(['deputy_leader', 'deputy', 'head', 'office_staff', 'inspector'] as const).map((role, at) => ({
        ...sample.people[4]!,
        person: as<PersonId>(`p-${at}`),
        name: `=某,"${at}"`,
        role,
        unit: unitId('gsj'),
        email: `p${at}@loudi.example`,
        phone: '+86 138 0000 0000',
      })),
    ],
  };

  it.each(['zh', 'en'] as const)('reads back as it is, in %s', async (language) => {
    const { text, rows } = rosterCsv(full, on('2016-08-05'), language);
    const plan = planSheet(full, await read(Buffer.from(text), 'x.csv'), on('2016-08-05'));
    expect(plan.problems).toEqual([]);
    expect(diffCampaigns(full, plan.campaign)).toEqual([]);
    expect(plan.facts).toMatchObject({ rows, same: rows, absent: 0, added: 0, ignored: [] });
    expect(text.startsWith('\uFEFF')).toBe(true);
  });
});
