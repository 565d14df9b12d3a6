// English: a roster sheet.

import type { SheetWords } from '../catalog-sheets.ts';
import { count } from './words.ts';

const AGAIN = 'Please mend it and send it again.';
const HEADINGS = 'The headings should say: unit, name, role, e-mail, phone, in any order.';
const ROLES = 'It may be: liaison, deputy, head, director, staff, leader, deputy leader, inspector.';

export const sheets: SheetWords = {
  fields: {
    unit: 'unit',
    kind: 'kind',
    name: 'name',
    role: 'role',
    email: 'e-mail',
    phone: 'phone',
    slack: 'Slack',
  },
  read: (file, sheet, rows, hiddenRows) =>
    `Read “${file}”${sheet === null ? '' : `, sheet “${sheet}”`}: ${count(rows, 'row')}${hiddenRows > 0 ? ` (${hiddenRows} of them hidden)` : ''}.`,
  counts: ({ added, changed, ended, same, absent }) =>
    `Added ${added}, changed ${changed}, ended ${ended}, the same ${same}; ${absent} more in the roster are not in the sheet and stay. Who holds two offices counts twice.`,
  newUnits: (units, names) => `New ${units === 1 ? 'unit' : 'units'}: ${names}.`,
  ignored: (headings) => `Columns not used: ${headings}.`,
  allLiaisons: 'The sheet has no column of roles; by its title all are liaisons.',
  same: (file) => `“${file}” agrees with the roster. Nothing was changed.`,
  exported: (rows) =>
    `The roster is exported, ${count(rows, 'row')} with phone numbers; please keep it safe. Change it and send it back to update the roster.`,
  officeOnly:
    'The file was not read. Attachments of a report are uploaded in its form; the office changes the roster by a sheet.',
  unreadable: {
    not_a_sheet: (file) =>
      `“${file}” is no sheet that can be read. A roster comes as .xlsx or .csv; attachments of a report are uploaded in its form.`,
    locked: (file) =>
      `“${file}” has a password, or is of the old .xls format. Please save it as .xlsx without a password and send it again.`,
    damaged: (file) => `“${file}” is incomplete or damaged. Please save it as .xlsx and send it again.`,
    too_large: (file, { most }) =>
      `“${file}” is too large; at most ${Math.round(most / 1024 / 1024)} MB. Please keep the roster alone, without pictures, and send it again.`,
    too_many_rows: (file, { most }) =>
      `“${file}” has more than ${most} rows and was not read. A roster has at most ${most} at a time: please delete other rows, or send it in parts.`,
    empty: (file) => `“${file}” names nobody. ${HEADINGS} Below them stands one person a row.`,
    no_heading: (file) => `No headings were found in the first 15 rows of “${file}”. ${HEADINGS}`,
    not_fetched: (file) => `“${file}” could not be fetched from Slack. Please send it again.`,
    several: () => 'One sheet is read at a time. Please send them one by one.',
  },
  missing: (file, headings) => `“${file}” lacks headings: ${headings}. ${HEADINGS}`,
  wrong: (file, problems) =>
    `“${file}” needs ${count(problems, 'correction')}; the roster was not changed. ${AGAIN}`,
  moreWrong: (hidden) => `${hidden} more will be listed once these are mended.`,
  at: (row, heading, what) => `Row ${row}${heading === '' ? '' : `, “${heading}”`}: ${what}`,
  faults: {
    no_unit: () => 'No unit is given.',
    no_name: () => 'No name is given.',
    no_role: () => `No role is given. ${ROLES}`,
    no_address: ({ found }) =>
      `“${found}” is not in the roster; somebody new needs an e-mail address or a Slack account.`,
    unknown_unit: ({ found, near }) =>
      `There is no unit “${found}”.${near === null ? '' : ` Did you mean “${near}”?`} For a new unit, add a column “Kind” that says member, locality or association.`,
    says_else: ({ found }) =>
      `A unit cannot be called “${found}”: it means something else or is too short, and questions would be misread. Choose another name.`,
    unknown_role: ({ found }) => `“${found}” is no role. ${ROLES}`,
    unknown_kind: ({ found }) => `“${found}” is no kind of unit. It may be: member, locality, association.`,
    long_name: ({ most }) => `The name is longer than ${most} characters.`,
    bad_email: ({ found }) => `“${found}” is no e-mail address. It should look like name@example.com.`,
    bad_phone: ({ found }) =>
      `“${found}” is no phone number. It should look like 13800000000 or 0738-8300000.`,
    bad_slack: ({ found }) =>
      `“${found}” is no Slack account. It should be a member ID such as U012AB3CD, or blank where there is an e-mail address.`,
    taken_slack: ({ found, name }) =>
      `The account ${found} is that of “${name}”. Please give their own, or leave it blank.`,
    rounded_phone: ({ found }) =>
      `“${found}” has lost its last figures in the spreadsheet. Please make the column text and type it again.`,
    two_names: ({ found, name, firstRow }) =>
      `“${found}” has the same e-mail address as “${name}” in row ${firstRow}. One address is one person.`,
    formula: () => 'The formula has no result. Please put a value in its place.',
  },
};
