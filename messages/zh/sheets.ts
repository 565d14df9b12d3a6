// 中文: a roster sheet.

import type { SheetWords } from '../catalog-sheets.ts';

const AGAIN = '改好后请再发一次。';
const HEADINGS = '表头请写明：单位、姓名、角色、邮箱、电话，顺序不限。';

export const sheets: SheetWords = {
  fields: {
    unit: '单位',
    kind: '类别',
    name: '姓名',
    role: '角色',
    email: '邮箱',
    phone: '电话',
    slack: 'Slack 账号',
  },
  read: (file, sheet, rows, hiddenRows) =>
    `已读取“${file}”${sheet === null ? '' : `的工作表“${sheet}”`}，共 ${rows} 行${hiddenRows > 0 ? `（含隐藏的 ${hiddenRows} 行）` : ''}。`,
  counts: ({ added, changed, ended, same, absent }) =>
    `新增 ${added} 人、变更 ${changed} 人、卸任 ${ended} 人、不变 ${same} 人；名册中另有 ${absent} 人未列入表格，保持不变。兼任的按职分别计。`,
  newUnits: (count, names) => `新增单位 ${count} 个：${names}。`,
  ignored: (headings) => `没有用到的列：${headings}。`,
  allLiaisons: '表格没有“角色”一列，按标题都作为联络员。',
  same: (file) => `“${file}”与名册一致，没有变更。`,
  exported: (rows) => `名册已导出，共 ${rows} 行，含联系电话，请妥善保管。改好后发回即可更新名册。`,
  officeOnly: '文件没有读取。报送的附件请在填报时上传；用表格更新名册由办公室办理。',
  unreadable: {
    not_a_sheet: (file) =>
      `“${file}”不是能读取的表格。名册请用 .xlsx 或 .csv 文件；报送的附件请在填报时上传。`,
    locked: (file) => `“${file}”设有密码，或是 .xls 旧格式，无法读取。请另存为 .xlsx，不要加密，再发一次。`,
    damaged: (file) => `“${file}”不完整或已损坏，无法读取。请另存为 .xlsx，再发一次。`,
    too_large: (file, { most }) =>
      `“${file}”太大，最多 ${Math.round(most / 1024 / 1024)} MB。请只保留名册一个工作表，去掉图片，再发一次。`,
    too_many_rows: (file, { most }) =>
      `“${file}”超过 ${most} 行，没有读取。名册一次最多 ${most} 行，请删去无关的行，或分成几个文件依次发送。`,
    empty: (file) => `“${file}”里没有人员。${HEADINGS}表头之下每人一行。`,
    no_heading: (file) => `在“${file}”的前 15 行里没有找到表头。${HEADINGS}`,
    not_fetched: (file) => `没有能从 Slack 取到“${file}”。请再发一次。`,
    several: () => '一次只读取一个表格，请分别发送。',
  },
  missing: (file, headings) => `“${file}”的表头缺少：${headings}。${HEADINGS}`,
  wrong: (file, problems) => `“${file}”有 ${problems} 处需要改正，名册没有变更。${AGAIN}`,
  moreWrong: (hidden) => `另有 ${hidden} 处，改好以上各处后会再列出。`,
  at: (row, heading, what) => `第 ${row} 行${heading === '' ? '' : `“${heading}”`}：${what}`,
  faults: {
    no_unit: () => '没有写单位。',
    no_name: () => '没有写姓名。',
    no_role: () => '没有写角色。可以写：联络员、B角、单位负责人、办公室主任、工作人员、组长、副组长、督查。',
    no_address: ({ found }) => `名册中没有“${found}”，新增的人请写明邮箱，或 Slack 账号。`,
    unknown_unit: ({ found, near }) =>
      `没有找到单位“${found}”。${near === null ? '' : `是“${near}”吗？`}如是新单位，请加“类别”一列，写明成员单位、县市区或协会。`,
    says_else: ({ found }) => `单位不能叫“${found}”，它另有含义或太短，会使提问被误读。请换一个叫法。`,
    unknown_role: ({ found }) =>
      `“${found}”不是角色。可以写：联络员、B角、单位负责人、办公室主任、工作人员、组长、副组长、督查。`,
    unknown_kind: ({ found }) => `单位类别“${found}”没有看懂。请写：成员单位、县市区、协会。`,
    long_name: ({ most }) => `姓名超过 ${most} 个字。`,
    bad_email: ({ found }) => `“${found}”不是邮箱地址。应如 name@example.cn。`,
    bad_phone: ({ found }) => `“${found}”不是电话号码。应如 13800000000 或 0738-8300000。`,
    bad_slack: ({ found }) => `“${found}”不是 Slack 账号。应为成员 ID，如 U012AB3CD；写了邮箱的可以留空。`,
    taken_slack: ({ found, name }) => `账号 ${found} 是“${name}”的。请写本人的账号，或留空。`,
    rounded_phone: ({ found }) => `“${found}”的后几位已被表格软件略去。请把这一列设为文本，重新填写。`,
    two_names: ({ found, name, firstRow }) =>
      `“${found}”与第 ${firstRow} 行“${name}”是同一个邮箱。一个邮箱只能是一个人。`,
    formula: () => '公式没有结果。请改为数值或文字。',
  },
};
