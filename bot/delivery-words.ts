// Why something was not sent, in words: the scheduler's reasons and Slack's commonest refusals. A reason without words here
// is shown as it is.

import type { Language } from '../domain/campaign.ts';

const REASONS: Record<string, Record<Language, string>> = {
  not_owed: { zh: '已不欠报', en: 'no longer owed' },
  noted: { zh: '本人已知悉', en: 'noted by the person' },
  filed: { zh: '已报送', en: 'already filed' },
  waived: { zh: '已免报', en: 'waived' },
  on_leave: { zh: '本人请假', en: 'the person is on leave' },
  not_in_office: { zh: '本人已不任此职', en: 'no longer in this role' },
  superseded: { zh: '已有更新的一条', en: 'a newer one takes its place' },
  expired: { zh: '时机已过', en: 'its time has passed' },
  unbound: { zh: '未关联 Slack', en: 'not bound to Slack' },
  gone: { zh: '所涉事项已不存在', en: 'what it was about is gone' },
  decided: { zh: '已有答复', en: 'already decided' },
  published: { zh: '通报已发布', en: 'already published' },
  bound_meanwhile: { zh: '已关联 Slack', en: 'bound meanwhile' },
  parent_cancelled: { zh: '所回复的消息已取消', en: 'the message it follows was cancelled' },
  deadline_moved: { zh: '截止时间已改', en: 'the deadline has changed' },
  channel_not_found: { zh: '找不到频道', en: 'the channel is not found' },
  not_in_channel: { zh: '机器人不在频道里', en: 'Duban is not in the channel' },
  is_archived: { zh: '频道已归档', en: 'the channel is archived' },
  user_not_found: { zh: '找不到此人的账号', en: 'the account is not found' },
  user_disabled: { zh: '账号已停用', en: 'the account is deactivated' },
  person_unbound: { zh: '未关联 Slack', en: 'not bound to Slack' },
};

/** A reason in words. */
export const reasonInWords = (reason: string, language: Language): string =>
  REASONS[reason]?.[language] ?? reason;
