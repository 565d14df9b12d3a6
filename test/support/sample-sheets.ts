// Roster sheets as they were read, and every reason why one was not taken. Typed by kind, and by code.

import type { SheetFacts, SheetFault, SheetFileFault, SheetRefusal } from '../../domain/roster-sheet.ts';

const FILE = '8月名册.xlsx';

export const aSheet: SheetFacts = {
  file: FILE,
  sheet: '名册',
  rows: 32,
  hiddenRows: 2,
  added: 3,
  changed: 2,
  ended: 1,
  same: 26,
  absent: 5,
  newUnits: ['市税务局', '市邮政管理局'],
  ignored: ['备注', '政治面貌'],
  allLiaisons: true,
};

const fileFaults: { [C in SheetFileFault['code']]: Extract<SheetFileFault, { code: C }>[] } = {
  not_a_sheet: [{ code: 'not_a_sheet' }],
  locked: [{ code: 'locked' }],
  damaged: [{ code: 'damaged' }],
  too_large: [{ code: 'too_large', most: 5 * 1024 * 1024 }],
  too_many_rows: [{ code: 'too_many_rows', most: 2000 }],
  empty: [{ code: 'empty' }],
  no_heading: [
    { code: 'no_heading', missing: [] },
    { code: 'no_heading', missing: ['unit', 'role'] },
  ],
  not_fetched: [{ code: 'not_fetched' }],
  several: [{ code: 'several' }],
};

const faults: {
  [C in SheetFault['code']]: SheetFault & { code: C } & { heading: string; found: string };
} = {
  no_unit: { code: 'no_unit', heading: '单位', found: '' },
  no_name: { code: 'no_name', heading: '姓名', found: '' },
  no_role: { code: 'no_role', heading: '角色', found: '' },
  no_address: { code: 'no_address', heading: '姓名', found: '新警官' },
  unknown_unit: { code: 'unknown_unit', heading: '单位', found: '市公案局', near: '市公安局' },
  says_else: { code: 'says_else', heading: '单位', found: '周报' },
  unknown_role: { code: 'unknown_role', heading: '角色', found: '科员' },
  unknown_kind: { code: 'unknown_kind', heading: '类别', found: '企业' },
  long_name: { code: 'long_name', most: 80, heading: '姓名', found: '很长的姓名' },
  bad_email: { code: 'bad_email', heading: '邮箱', found: 'an＠loudi' },
  bad_phone: { code: 'bad_phone', heading: '电话', found: '同上' },
  bad_slack: { code: 'bad_slack', heading: 'Slack账号', found: '安警官' },
  taken_slack: { code: 'taken_slack', heading: '姓名', found: 'U012AB3CD', name: '尚工商' },
  rounded_phone: { code: 'rounded_phone', heading: '电话', found: '1.38E+10' },
  two_names: { code: 'two_names', heading: '姓名', found: '乙', name: '甲', firstRow: 6 },
  formula: { code: 'formula', heading: '', found: '#N/A' },
};
const problems = Object.values(faults).map((fault, index) => ({ row: index + 3, ...fault }));

export const sheetRefusals: { [K in SheetRefusal['kind']]: Extract<SheetRefusal, { kind: K }>[] } = {
  sheet_unreadable: Object.values(fileFaults)
    .flat()
    .map((fault) => ({ kind: 'sheet_unreadable', file: FILE, fault })),
  sheet_wrong: [
    { kind: 'sheet_wrong', file: FILE, sheet: '名册', problems },
    { kind: 'sheet_wrong', file: FILE, sheet: null, problems: [...problems, ...problems] },
  ],
  sheet_same: [
    {
      kind: 'sheet_same',
      sheet: {
        ...aSheet,
        sheet: null,
        hiddenRows: 0,
        added: 0,
        changed: 0,
        ended: 0,
        newUnits: [],
        ignored: [],
        allLiaisons: false,
      },
    },
  ],
  sheet_office_only: [
    { kind: 'sheet_office_only', contact: ['文书一'], mayReport: true },
    { kind: 'sheet_office_only', contact: [], mayReport: false },
  ],
};
