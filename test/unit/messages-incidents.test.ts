import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { incidentVerbsFor } from '../../domain/incident/verbs.ts';
import type { NoticeItem } from '../../domain/notice.ts';
import type { Outcome, Refusal } from '../../domain/outcome.ts';
import { decodeAction, decodeForm, renderMessage, renderOutcome } from '../../messages/render.ts';
import { reported, who } from '../support/incident-row.ts';
import { plainRendering } from '../support/plain-rendering.ts';
import {
  anIncident,
  incidentForms,
  incidentNotices,
  incidentOutcomes,
  incidentRefusals,
} from '../support/sample-incidents.ts';
import { homes } from '../support/sample-outcomes.ts';

const told = (item: NoticeItem | undefined) => {
  if (item?.kind !== 'incident') throw new Error('An incident was wanted');
  const { now, zone } = item.incident;
  return renderMessage({ kind: 'told', at: now, zone, items: [item] }, 'zh');
};
const read = (i: number): string => plainRendering(told(incidentNotices[i]));
const buttons = (blocks: readonly KnownBlock[]) =>
  blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
const answered = (outcome: Outcome) => {
  const rendered = renderOutcome(outcome, 'zh');
  if (rendered.kind !== 'message') throw new Error(`A message was wanted, not a ${rendered.kind}`);
  return { private: rendered.private, said: plainRendering(rendered.message) };
};

describe('an incident', () => {
  it('says first its number, then from whom, and in the notification where and what', () => {
    const [text, title, from] = read(0).split('\n');
    expect(text).toBe(
      '(重大情况急报〔2016〕1号：娄星区乐坪大道富民投资公司门口，约 80 名投资人聚集在公司门口要求退款，有人准备拉横幅堵路。)',
    );
    expect(title).toBe('🔴 *重大情况急报〔2016〕1号*');
    expect(from).toBe('市公安局 安警官，10月2日 周日 02:31 报告');
  });

  it('is taken by the first button, which is set off', () => {
    const [first] = buttons(told(incidentNotices[0]).blocks);
    expect(first).toMatchObject({ style: 'primary', text: { text: '已收到' } });
    const value = first !== undefined && 'value' in first ? String(first.value) : '';
    expect(decodeAction(first?.action_id ?? '', value)).toEqual({
      action: 'incident',
      input: { verb: 'acknowledge', incident: anIncident().id },
    });
  });

  it('says who was called so far, and when the next is', () => {
    expect(read(2)).toContain('已呼叫：金主任、文书一、周正\n到 03:01 仍无人接报的，继续呼叫下一位。');
  });

  it('for which the list was called through in vain says so, and to phone', () => {
    const through = anIncident({ called: ['金主任', '文书一'], calledThrough: true });
    const answer = answered({ kind: 'incident', incident: through, may: [], did: null, told: [] }).said;
    expect(answer).toContain('名单已轮流呼叫三遍，仍无人接报，请立即电话联系办公室和组领导。');
    expect(answer).toContain('到 02:41 仍无人接报的，全部再呼叫一遍。');
  });

  it('that reached nobody says so at once, with the word to phone, and promises no next one', () => {
    const incident = anIncident({ called: [] });
    const answer = answered({ kind: 'incident', incident, may: [], did: 'first', told: [] }).said;
    expect(answer).toContain('🔴 *没有通知到任何人，请立即电话联系办公室和组领导*');
    expect(answer).not.toContain('继续呼叫下一位');
  });

  it('tells whoever is called that it is their turn, and how long nobody answered', () => {
    expect(read(2)).toContain('*现请您接报*\n10 分钟内无人接报，依次轮到您。');
    expect(read(1)).toContain('*现请您接报*\n接报请点“已收到”。');
    expect(read(0)).not.toContain('现请您接报');
  });

  it('once taken says by whom and when in every copy, and calls nobody any more', () => {
    for (const copy of [read(3), read(4)]) {
      expect(copy).toContain('✅ 已由周正于 02:53 接报');
      expect(copy).not.toMatch(/现请您接报|已呼叫|\[已收到\]/);
    }
  });

  it('marks a reporter who belongs to no unit', () => {
    expect(read(5)).toContain('督查员（未挂单位），10月2日 周日 02:57 报告');
  });

  it('is followed by short messages that stand for themselves', () => {
    expect(read(6)).toContain('(急报〔2016〕1号已由周正于 02:53 接报。)');
    expect(read(7)).toContain('*急报〔2016〕1号续报*\n安警官，03:40\n> 人群已劝离大部');
    expect(read(8)).toContain('✅ *急报〔2016〕1号终报*');
    expect(read(9)).toContain('*急报〔2016〕2号并入急报〔2016〕1号*');
  });
});

describe('what followed', () => {
  it('leads to the whole incident, also whoever was told nothing before', () => {
    const item = incidentNotices.find(({ entry }) => entry.kind === 'acknowledged')!;
    const may = incidentVerbsFor([], { ...reported().row, state: 'acknowledged' }, who('leng'));
    const verbs = buttons(told({ ...item, may }).blocks).map((element) =>
      'value' in element ? decodeAction(element.action_id ?? '', String(element.value))?.input.verb : null,
    );
    expect(verbs).toEqual(['follow_up', 'show']);
  });
});

describe('only the asker sees', () => {
  it.each([...incidentOutcomes.incident, ...incidentOutcomes.incidents])('an incident', (outcome) => {
    expect(answered(outcome).private).toBe(true);
  });

  it.each(Object.values(incidentRefusals).flat() as Refusal[])('why not: $kind', (refusal) => {
    expect(answered({ kind: 'refused', refusal }).private).toBe(true);
  });
});

describe('the form of an incident', () => {
  const rendered = renderOutcome({ kind: 'ask_form', form: incidentForms.incident }, 'zh');
  if (rendered.kind !== 'modal') throw new Error('A form was wanted');

  it('says first that one phones first, and whom', () => {
    const [, first, second] = plainRendering(rendered.modal).split('\n');
    expect(first).toBe('🔴 *先打电话，后写急报*');
    expect(second).toBe('请先电话报告办公室：文书一、金主任。');
  });

  it('wants to know who was phoned, and little else', () => {
    const required = (rendered.modal.blocks as KnownBlock[]).flatMap((block) =>
      block.type === 'input' && block.optional !== true ? [block.block_id] : [],
    );
    expect(required).toEqual(['what~0', 'phoned~0']);
  });

  it('goes to the campaign and unit for which it was opened', () => {
    const { callback_id = '', private_metadata = '' } = rendered.modal;
    expect(decodeForm(callback_id, private_metadata)?.input).toMatchObject({
      verb: 'report',
      campaign: anIncident().campaign,
      unit: 'gaj',
    });
  });
});

describe('Home', () => {
  it('begins with incidents that have no final report', () => {
    const office = homes.find(({ name }) => name === 'office')!.facts;
    const rendered = renderOutcome({ kind: 'home', home: office }, 'zh');
    const lines = rendered.kind === 'home' ? plainRendering(rendered.home).split('\n') : [];
    expect(lines[3]).toBe('🔴 *急报：2 件未终报*');
  });
});
