// 中文: settings.

import type { SettingWords } from '../catalog-settings.ts';

const WHY: Record<Parameters<SettingWords['badLine']>[2], string> = {
  hours: '应为起止时间，如 08:30-17:30',
  span: '应以日期开头，如 8月20日 或 8月20日至22日',
  range: '日期不存在，或结束早于开始',
  long: '天数太多：静默日一项最多 92 天，放假一项最多 31 天',
  name: '事由或名称最多 40 字',
  many: '已超过可写的行数（静默日 40 行，提醒 30 步），请删去不需要的',
  step: '应先写时间，如 前 1 个工作日 09:00、前 2 小时、截止时、后 1 个工作日 09:00',
  recipient: '时间之后应写提醒谁：联络员、联络员（B角）、负责人、办公室、办公室主任',
  mark: '应写明 休 或 班（取消则写 取消）',
  imported: '这一天已由导入的放假通知确定，以通知为准',
};

export const settings: SettingWords = {
  title: (campaign) => `${campaign} · 设置`,
  hours: '工作时间',
  quietDays: '静默日',
  ranking: '及时率排名',
  rankingOn: '开',
  rankingOff: '关',
  holidays: '放假安排',
  language: '专项行动语言',
  reminders: '提醒安排',
  none: '无',
  noticeDays: (count) => (count === 0 ? '按国家日历' : `另有 ${count} 天按本专项行动的放假通知`),
  steps: (duty, count, isUsual) => `${duty} ${isUsual ? '默认' : '自定'} ${count} 步`,
  edit: (setting) => `修改${setting}`,
  rankOn: '打开排名',
  rankOff: '关闭排名',
  campaignIn: (language) => `专项行动用${language}`,
  recent: '近期变更',
  forms: {
    working_hours: {
      title: '工作时间',
      label: '起止时间',
      hint: '如 08:30-17:30。没有写明时间的截止日期，以结束时间为准。',
      note: '提醒时段（工作日 08:30—18:00）不随此项改变。',
    },
    quiet_days: {
      title: '静默日',
      label: '每行一项：日期 事由',
      hint: '如 8月20日至22日 停电检修。清空即没有静默日。',
      note: '静默日不主动提醒（急报除外），提醒提前或顺延；截止时间不变。',
    },
    ladder: {
      title: '提醒安排',
      label: '每行一步：时间：提醒谁',
      hint: '如 前 1 个工作日 09:00：联络员、联络员（B角）。写“默认”恢复默认，写“无”不提醒。',
      note: '已经发出的提醒不受影响。',
    },
    holidays: {
      title: '放假安排',
      label: '每行一项：日期 休或班 名称',
      hint: '如 2027-02-06至02-12 休 春节；2027-02-20 班 春节；写“取消”去掉已有的一天。也可以粘贴放假通知文件的内容。',
      note: '只对本专项行动有效；未截止的报送重新计算，已提醒过的人会收到说明。',
    },
  },
  submit: '下一步',
  stepAt: (at) => {
    switch (at.kind) {
      case 'deadline':
        return '截止时';
      case 'hours':
        return `${at.hours < 0 ? '前' : '后'} ${Math.abs(at.hours)} 小时`;
      case 'working_days':
        return `${at.days < 0 ? '前' : '后'} ${Math.abs(at.days)} 个工作日 ${at.time}`;
    }
  },
  step: (at, recipients) => `${at}：${recipients}`,
  between: '至',
  usual: '默认',
  off: '休',
  work: '班',
  badLine: (no, typed, why) => `第 ${no} 行“${typed}”：${WHY[why]}。`,
  badLines: (lines, hidden) => (hidden > 0 ? `${lines}另有 ${hidden} 行需要改正。` : lines),
};
