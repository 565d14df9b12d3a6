// The office changes the roster by a sheet: who may, what is shown, what comes of confirming it and of undoing it. Reading the
// bytes is test/unit/roster-sheet.test.ts, fetching the file test/slack/roster-sheet.test.ts.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/registry.ts';
import { areFilesMeant, type SentFile, takeFiles } from '../../commands/roster-sheet/door.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Dialog, expectKind, expectRefused, openDialog } from '../support/dialog.ts';
import { type Cell, workbook } from '../support/sheets.ts';

let dialog: Dialog;
let fetched: number;
beforeEach(async () => {
  dialog = await openDialog();
  fetched = 0;
});
afterEach(() => dialog.close());

const HEADINGS = ['单位', '姓名', '角色', '邮箱', '电话'];
const NEW = ['市公安局', '新警官', '联络员', 'xin.jg@loudi.example', '13900000002'];

const fileOf = (bytes: Buffer, name = '名册.xlsx'): SentFile => ({
  name,
  size: bytes.length,
  fetch: async () => {
    fetched += 1;
    return bytes;
  },
});
const sheetOf = (rows: Cell[][]): SentFile => fileOf(workbook([{ name: '名册', rows: [HEADINGS, ...rows] }]));

const send = async (person: string, files: SentFile[], key?: string): Promise<Outcome> =>
  takeFiles({ ...dialog.deps, commands }, await dialog.slackOf(person), {
    files,
    text: '',
    ...(key && { key }),
  });
const proposed = async (rows: Cell[][] = [NEW], key?: string) =>
  expectKind(await send('文书一', [sheetOf(rows)], key), 'amendment');
const pressed = (id: string, verb: 'make' | 'drop' | 'undo', person = '文书一') =>
  dialog.press(person, 'amendment', { amendment: id, verb });
const liaisons = async () =>
  (await dialog.campaign()).definition.people
    .filter(({ role, unit }) => role === 'liaison' && unit === 'gaj')
    .map(({ name, to }) => (to === undefined ? name : `${name} –${to}`));

describe('a roster sheet', () => {
  it('is shown with what was read and what would change, and changes nothing by itself', async () => {
    const { amendment, sheet } = await proposed();
    expect(sheet).toMatchObject({
      file: '名册.xlsx',
      sheet: '名册',
      rows: 1,
      added: 1,
      ended: 1,
      absent: 15,
    });
    expect(amendment).toMatchObject({ subject: 'roster_sheet', may: ['make', 'drop'] });
    expect(amendment.changes.map(({ kind }) => kind)).toEqual(['posting_added', 'posting_ended']);
    expect(await liaisons()).toEqual(['安警官']);
  });

  it('holds once it is confirmed: the former liaison keeps a past, and both are told', async () => {
    const { amendment } = await proposed();
    await pressed(amendment.id, 'make');
    expect((await liaisons()).sort()).toEqual(['安警官 –2016-08-04', '新警官']);
    const told = (await dialog.store.list('intent')).filter(({ notice }) => notice.kind === 'handed_over');
    expect(told).toHaveLength(2);
    const [person] = await dialog.store.list('person', { where: { name: '新警官' } });
    expect(person).toMatchObject({ email: 'xin.jg@loudi.example' });
  });

  it('is undone within a day', async () => {
    const { amendment } = await proposed();
    await pressed(amendment.id, 'make');
    await dialog.until('2016-08-06 15:00');
    expectKind(await pressed(amendment.id, 'undo', '金主任'), 'amendment');
    const open = (await liaisons()).filter((each) => !each.includes('–'));
    expect(open).toEqual(['安警官']);
  });

  it('is not made over what somebody changed meanwhile', async () => {
    const { amendment } = await proposed();
    await dialog.redefine((campaign) => ({
      ...campaign,
      people: campaign.people.map((each) =>
        each.name === '安警官' ? { ...each, phone: '13900000009' } : each,
      ),
    }));
    expectRefused(await pressed(amendment.id, 'make'), 'amendment_overtaken');
    expect(await liaisons()).toEqual(['安警官']);
  });

  it('that is sent twice is proposed once', async () => {
    const [one, other] = [await proposed([NEW], 'message:D1:1.1'), await proposed([NEW], 'message:D1:1.1')];
    expect(other).toEqual(one);
    expect(await dialog.store.list('amendment')).toHaveLength(1);
  });

  it('that agrees with the roster says so', async () => {
    const refusal = expectRefused(
      await send('文书一', [sheetOf([['市公安局', '安警官', '联络员', 'an@loudi.example']])]),
      'sheet_same',
    );
    expect(refusal.sheet).toMatchObject({ same: 1, absent: 15 });
  });

  it('gives nobody an account that is somebody else’s, and knows by it whose it is', async () => {
    const account = await dialog.slackOf('尚工商');
    const sheet = (name: string, email: string) =>
      fileOf(
        Buffer.from(`单位,姓名,角色,邮箱,Slack账号\n市公安局,${name},联络员,${email},${account}`),
        'a.csv',
      );
    const refusal = expectRefused(
      await send('文书一', [sheet('新警官', 'xin.jg@loudi.example')]),
      'sheet_wrong',
    );
    expect(refusal.problems).toMatchObject([{ row: 2, code: 'taken_slack', name: '尚工商' }]);
    const { amendment } = expectKind(await send('文书一', [sheet('尚工商', '')]), 'amendment');
    await pressed(amendment.id, 'make');
    const people = await dialog.store.list('person', { where: { name: '尚工商' } });
    expect(people).toMatchObject([{ slack: account, email: 'shang@loudi.example' }]);
  });

  it('of many changes shows all of them, a screen at a time', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => ['', `某${at}`, '工作人员', `p${at}@loudi.example`]);
    const { amendment } = await proposed(rows);
    expect(amendment.changes).toHaveLength(40);
    const more = await dialog.press('文书一', 'amendment', { amendment: amendment.id, no: 15 });
    expect(expectKind(more, 'amendment')).toMatchObject({ did: 'shown', from: 15 });
  });

  it('of very many rows lets others be answered between its steps, proposed and confirmed', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => ['', `某${at}`, '工作人员', `p${at}@loudi.example`]);
    const answeredDuring = async <T>(work: Promise<T>): Promise<{ result: T; turns: number }> => {
      let [turns, isOver] = [0, false];
      const turn = () => {
        turns += 1;
        if (!isOver) setImmediate(turn);
      };
      setImmediate(turn);
      const result = await work;
      isOver = true;
      return { result, turns };
    };
    const sheet = sheetOf(rows);
    const proposal = await answeredDuring(send('文书一', [sheet]));
    const { id } = expectKind(proposal.result, 'amendment').amendment;
    const confirmation = await answeredDuring(pressed(id, 'make'));
    expectKind(confirmation.result, 'amendment');
    expect(proposal.turns).toBeGreaterThanOrEqual(6);
    expect(confirmation.turns).toBeGreaterThanOrEqual(4);
  });

  it('with anything wrong in it proposes nothing, and says all of it', async () => {
    const rows = [['市公案局', '甲', '联络员', 'jia@loudi.example'], ['市公安局', '乙', '科员', 'yi'], NEW];
    const { problems } = expectRefused(await send('文书一', [sheetOf(rows)]), 'sheet_wrong');
    expect(problems.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '2 unknown_unit',
      '3 unknown_role',
      '3 bad_email',
    ]);
    expect(await dialog.store.list('amendment')).toEqual([]);
  });

  it('calls no new unit what is read as something else', async () => {
    const headings = [...HEADINGS, '类别'];
    const row = ['周报', '甲', '联络员', 'jia@loudi.example', '', '成员单位'];
    const sheet = fileOf(workbook([{ name: '名册', rows: [headings, row] }]));
    const { problems } = expectRefused(await send('文书一', [sheet]), 'sheet_wrong');
    expect(problems).toMatchObject([{ row: 2, heading: '单位', found: '周报', code: 'says_else' }]);
  });

  it('adds roles of the office, and takes the director’s from who held it', async () => {
    const rows = [
      ['', '安警官', '办公室主任', 'an@loudi.example'],
      ['', '文书一', '督查', 'wen@loudi.example'],
    ];
    const { sheet } = await proposed(rows);
    expect(sheet).toMatchObject({ added: 2, ended: 1 });
  });
});

describe('a sheet is the office’s to send', () => {
  it.each(['安警官', '安局长', '周正', '督查员'])(
    '%s is told whom to ask, and it is not fetched',
    async (person) => {
      expect(expectRefused(await send(person, [sheetOf([NEW])]), 'sheet_office_only').contact).toEqual([
        '文书一',
      ]);
      expect(fetched).toBe(0);
    },
  );

  it('whoever is on no roster is told so', async () => {
    expectRefused(await send('路人', [sheetOf([NEW])]), 'unknown_person');
    expect(fetched).toBe(0);
  });

  it.each(['安警官', '周正'])('%s cannot confirm one', async (person) => {
    const { amendment } = await proposed();
    expectKind(await pressed(amendment.id, 'make', person), 'refused');
    expect(await liaisons()).toEqual(['安警官']);
  });
});

describe('what is sent', () => {
  it('is meant as a sheet by its name, or where there are no words', () => {
    expect(areFilesMeant([{ name: '名册.XLSX' }], '请更新')).toBe(true);
    expect(areFilesMeant([{ name: '情况.docx' }], '')).toBe(true);
    expect(areFilesMeant([{ name: '情况.docx' }], '谁没报')).toBe(false);
    expect(areFilesMeant([], '')).toBe(false);
  });

  it.each([
    ['is no sheet', () => [fileOf(Buffer.from('x'), '说明.docx')], 'not_a_sheet', 0],
    ['is more than one', () => [sheetOf([NEW]), sheetOf([NEW])], 'several', 0],
    ['is too large', () => [{ ...sheetOf([NEW]), size: 6_000_000 }], 'too_large', 0],
    [
      'cannot be fetched',
      () => [{ ...sheetOf([NEW]), fetch: async () => 'not_fetched' as const }],
      'not_fetched',
      0,
    ],
    ['is locked', () => [fileOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))], 'locked', 1],
  ])('and %s gets a sentence', async (_what, files, code, reads) => {
    expect(expectRefused(await send('文书一', files()), 'sheet_unreadable').fault.code).toBe(code);
    expect(fetched).toBe(reads);
  });
});

describe('导出 名册', () => {
  it.each(['导出 名册', '导出名册', 'export roster'])(
    '%s gives the office a sheet that can be sent back',
    async (words) => {
      const { text, name, rows } = expectKind(await dialog.say('文书一', words), 'export');
      expect(name).toMatch(/^名册-loudi-2016-2016-08-05\.csv$/);
      expect([rows, text.includes('13800000001')]).toEqual([16, true]);
      const back = expectRefused(await send('文书一', [fileOf(Buffer.from(text), name)]), 'sheet_same');
      expect(back.sheet).toMatchObject({ same: 16, absent: 0 });
    },
  );

  it('is on record', async () => {
    await dialog.say('文书一', '导出 名册');
    const lines = await dialog.store.list('audit', { where: { verb: 'export' } });
    expect(lines.map(({ detail }) => detail)).toEqual([{ what: 'roster', rows: 16 }]);
  });

  it.each(['督查员', '安警官', '周正'])('is refused to %s', async (person) => {
    const { refusal } = expectKind(await dialog.say(person, '导出 名册'), 'refused');
    expect(['office_only', 'no_role_for']).toContain(refusal.kind);
  });
});
