import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { NoticeItem } from '../../domain/notice.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { decodeAction, renderMessage, renderOutcome } from '../../messages/render.ts';
import { plainRendering } from '../support/plain-rendering.ts';
import {
  consultationForms,
  consultationNotices,
  consultationOutcomes,
  consultationRefusals,
  topicNotices,
} from '../support/sample-consultations.ts';

const told = (item: NoticeItem | undefined) => {
  if (item?.kind !== 'consultation' && item?.kind !== 'topic') throw new Error('A consultation was wanted');
  const { now, zone } = item.consultation;
  return renderMessage({ kind: 'told', at: now, zone, items: [item] }, 'zh');
};
const read = (i: number): string => plainRendering(told(consultationNotices[i]));
const pressed = (blocks: readonly KnownBlock[]) =>
  blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .map((element) =>
      'value' in element ? decodeAction(element.action_id ?? '', String(element.value)) : null,
    );
const answered = (outcome: Outcome) => {
  const rendered = renderOutcome(outcome, 'zh');
  if (rendered.kind !== 'message') throw new Error(`A message was wanted, not a ${rendered.kind}`);
  return { private: rendered.private, said: plainRendering(rendered.message) };
};
const formOf = (form: Extract<Outcome, { kind: 'ask_form' }>['form']) => {
  const rendered = renderOutcome({ kind: 'ask_form', form }, 'zh');
  if (rendered.kind !== 'modal') throw new Error('A form was wanted');
  return { said: plainRendering(rendered.modal), blocks: rendered.modal.blocks };
};

describe('a call for topics', () => {
  it('says until when, and opens the form of this meeting', () => {
    expect(read(0)).toContain('请于 8月23日 周二 09:00 前提出');
    expect(pressed(told(consultationNotices[0]).blocks)[0]).toEqual({
      action: 'consultation',
      input: { verb: 'topic', consultation: consultationNotices[0]!.consultation.id },
    });
  });

  it('says once the agenda is issued that no more are taken, and offers none', () => {
    expect(read(1)).toContain('议程已于 8月23日 周二 16:00 印发，不再接受议题。');
    expect(read(1)).not.toContain('[提请议题]');
  });
});

describe('an invitation', () => {
  it('says when, where and what about, and takes the answer', () => {
    expect(read(5)).toContain('时间：8月25日 周四 15:00，约 90 分钟\n地点：市政府三楼会议室\n*议程*\n1. ');
    expect(read(5)).toContain('[参加]  [请假]  [加入日历]');
  });

  it('shows the answer once it is given, and offers the other', () => {
    expect(read(6)).toContain('✅ 您已答复：参加');
    expect(read(6)).not.toContain('[参加]');
    expect(read(7)).toContain('✅ 您已请假，由工商局副局长李平代为参会');
    expect(read(7)).toContain('[改为参加]  [更改请假]');
  });

  it('that was sent before says later that the meeting is moved, cancelled or held', () => {
    expect(read(8)).toContain('时间：8月26日 周五 09:30，约 90 分钟（原定 8月25日 周四 15:00）');
    expect(read(9)).toContain('🟡 *8月领导小组会议已取消*');
    expect(read(9)).not.toContain('[参加]');
    expect(read(10)).toContain('✅ *8月领导小组会议已召开*');
    expect(read(10)).toContain('会议纪要〔2016〕3号');
  });
});

describe('news of a meeting', () => {
  it('that it is cancelled reads as moved once it is to be held after all', () => {
    expect(read(18)).toContain('改期：由 8月25日 周四 15:00 改为 8月26日 周五 09:30');
    expect(read(18)).toContain('[参加]  [请假]  [加入日历]');
    expect(read(18)).not.toContain('取消');
  });

  it('that was moved says from when to when', () => {
    expect(read(11)).toContain('改期：由 8月25日 周四 15:00 改为 8月26日 周五 09:30');
  });

  it('with its minutes names every decision with unit, date and task', () => {
    expect(read(17)).toContain('1. 公布全市统一举报电话（市工商局，8月31日 周三 前） · 督办〔2016〕9号');
  });

  it('says red that it counts as not held when the period is over', () => {
    expect(read(16)).toContain('🔴 *请写纪要：8月领导小组会议*');
    expect(read(16)).toContain('台账记为未召开');
  });

  it('of a declined topic gives the reason word for word', () => {
    expect(plainRendering(told(topicNotices[2]))).toContain('> 不属会商范围，请按程序报财政部门。');
  });
});

describe('only the asker sees', () => {
  it.each(consultationOutcomes.consultation)('what a consultation holds', (outcome) => {
    expect(answered(outcome).private).toBe(true);
  });

  it('decisions, and a topic that came too late, with all that was typed', () => {
    expect(answered(consultationOutcomes.decisions[0]!).private).toBe(true);
    const late = answered({ kind: 'refused', refusal: consultationRefusals.topics_closed[0]! });
    expect(late.private).toBe(true);
    expect(late.said).toContain('> 增加值班力量\n> 理由：国庆期间人手不足。\n> 提请：请会议明确值班安排。');
  });
});

describe('a refusal', () => {
  it('to the second of two says what the first decided', () => {
    const { said } = answered({ kind: 'refused', refusal: consultationRefusals.consultation_state[0]! });
    expect(said).toContain('议程已由文书一印发');
  });
});

describe('a file for the calendar', () => {
  it('says kindly that nobody without an address is named in it', () => {
    const rendered = renderOutcome(consultationOutcomes.invitation[1]!, 'zh');
    expect(rendered.kind).toBe('file');
    if (rendered.kind !== 'file') return;
    expect(rendered.name).toBe('会商-2016-08-25.ics');
    expect(plainRendering(rendered.message)).toContain('名册里没有您的邮箱');
  });
});

describe('a form', () => {
  it('of the agenda has a place for each part by its key, as it stands now', () => {
    const { said, blocks } = formOf(consultationForms.agenda);
    expect(blocks.map(({ block_id }) => block_id)).toContain('pos_follow_up~0');
    expect(blocks.map(({ block_id }) => block_id)).toContain('pos_topic:loudi-2016/topic/t1~0');
    expect(said).toMatch(/逾期督办事项：1 项 \(optional\): \{● 不列入/);
    expect(said).toMatch(/富民投资公司涉案资产处置（市公安局） \(optional\): .*● 第 4 项/);
    expect(said).toContain('其他事项 (optional): {通报国庆值班安排}');
  });

  it('of the agenda keeps what was chosen when it comes back', () => {
    const values = { pos_follow_up: '5', pos_numbers: '0', lines: '' };
    const { said } = formOf({ ...consultationForms.agenda, values });
    expect(said).toMatch(/未办结 \(optional\): .*● 第 5 项/);
    expect(said).toMatch(/第31周工作进展周报情况 \(optional\): \{● 不列入/);
    expect(said).toContain('其他事项 (optional): {}');
  });

  it('of the minutes begins with who said they come, until somebody changes it', () => {
    expect(formOf(consultationForms.minutes).said).toContain('出席 (optional): {● 周正 | ○ 安局长');
    const cleared = formOf({ ...consultationForms.minutes, values: { attended: '' } });
    expect(cleared.said).toContain('出席 (optional): {○ 周正 | ○ 安局长');
  });

  it('of a new time begins with the time and place as they are', () => {
    const { said } = formOf(consultationForms.move_consultation);
    expect(said).toContain('开始时间: {15:00}');
    expect(said).toContain('地点 (optional): {市政府三楼会议室}');
  });
});
