// 中文: the roster and what is changed of it.

import type { RosterWords } from '../catalog-roster.ts';

export const roster: RosterWords = {
  head: { person: '姓名', role: '职务', unit: '单位', phone: '电话', email: '邮箱', note: '说明' },
  found: (query, count) => `名册中与“${query}”相符的有 ${count} 项`,
  buttons: {
    change: '修改',
    changeUnit: '修改单位',
    newPerson: '新增人员',
    newUnit: '新增单位',
    bind: '绑定',
    unbind: '解除绑定',
    bindWhom: (name) => `绑定 ${name}`,
  },
  choosePerson: '选一人修改',
  warns: {
    leaves_office: '🟡 确认后您不再是办公室人员，不能再作变更；撤销须由办公室其他人员办理。',
    leaves_roster: '🟡 确认后您不再列入名册。',
  },
  account: (name) => `${name}的 Slack 账号：`,
  nobody: '（未绑定，按邮箱查找）',
  lastOfOffice: '办公室至少要留一名工作人员，请先登记接替的人。',
  unitInUse: (unit) =>
    `${unit}已有人员、报送或督办事项，不能撤销新增。不再需要的，请修改单位，填写最后一天。`,
  accountTaken: (holder) =>
    holder === null
      ? '这个账号属于另一专项行动的人员，不能重复绑定。请核对账号，或改用邮箱登记。'
      : `这个账号已绑定${holder}。请先解除其绑定，再重新绑定。`,
  notAnAccount: (typed) => `“${typed}”不是 Slack 账号，请从列表中选择或用 @ 提及。`,
  person: {
    name: '姓名',
    phone: '电话',
    email: '邮箱',
    emailHint: '用于查找 Slack 账号；更换后重新查找',
    language: '语言',
    languages: { zh: '中文', en: 'English', slack: '按 Slack 设置' },
    end: '结束任职',
    endHint: '所选职务到昨天为止，历史保留',
    role: '新任职务',
    roleHint: '不新增则不选',
    unit: '所在单位',
    unitHint: '联络员、B角和负责人须选单位',
    note: '更换联络员并移交未办事项，请用“换联络员”。',
  },
  unit: {
    name: '名称',
    aliases: '别名',
    aliasesHint: '用顿号或逗号分开，如：公安、公安局',
    kind: '类别',
    to: '最后一天',
    toHint: '单位从次日起不再报送；不结束则不填',
    note: '名称和别名在全部单位中不能重复。',
  },
  bind: {
    now: '现绑定：',
    nowNothing: '现未绑定',
    account: 'Slack 账号',
    accountHint: '从工作区成员中选择',
    email: '或更换邮箱',
    emailHint: '不选账号时按此邮箱查找',
    note: '绑定后，等待发送的内容随即送达。',
  },
};
