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
  signed: { zh: '已签收', en: 'already signed for' },
  fed_back: { zh: '已反馈', en: 'already fed back' },
  reassigned: { zh: '已改派', en: 'already reassigned' },
  in_review: { zh: '已报送审核', en: 'submitted for review' },
  closed: { zh: '已办结', en: 'already closed' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
  issued: { zh: '议程已印发', en: 'the agenda is issued' },
  approved: { zh: '纪要已批准', en: 'the minutes are approved' },
  cancelled: { zh: '会议已取消', en: 'the meeting is cancelled' },
  acknowledged: { zh: '已有人接报', en: 'already acknowledged' },
  nothing_left: { zh: '已无需告知', en: 'nothing left to be told' },
  nothing_to_update: { zh: '原消息未发出', en: 'the message was never sent' },
  unchanged: { zh: '内容没有变化', en: 'nothing has changed' },
  original_refused: { zh: '原消息被拒收', en: 'the message was refused' },
  message_not_found: { zh: '原消息已被删除', en: 'the message was deleted' },
  cant_update_message: { zh: '原消息不能更改', en: 'the message cannot be changed' },
  edit_window_closed: { zh: '原消息已不能更改', en: 'the message can no longer be changed' },
  deadline_moved: { zh: '截止时间已改', en: 'the deadline has changed' },
  channel_not_found: { zh: '找不到频道', en: 'the channel is not found' },
  not_in_channel: { zh: '机器人不在频道里', en: 'Duban is not in the channel' },
  is_archived: { zh: '频道已归档', en: 'the channel is archived' },
  user_not_found: { zh: '找不到此人的账号', en: 'the account is not found' },
  user_disabled: { zh: '账号已停用', en: 'the account is deactivated' },
  no_such_channel: { zh: '找不到频道', en: 'the channel is not found' },
  no_destination: { zh: '不知发到哪里', en: 'nobody knows where it was to go' },
  cannot_render: { zh: '内容无法显示', en: 'it cannot be put into words' },
  process_ended: { zh: '发送中断，正在核对', en: 'sending was cut off; being checked' },
  lease_expired: { zh: '发送超时，正在核对', en: 'sending took too long; being checked' },
  person_unbound: { zh: '未关联 Slack', en: 'not bound to Slack' },
};

/** A reason in words. */
export const reasonInWords = (reason: string, language: Language): string =>
  REASONS[reason]?.[language] ?? reason;
