import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { NoticeItem } from '../../domain/notice.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { decodeAction, languageOf, renderMessage, renderOutcome } from '../../messages/render.ts';
import { at, on } from '../support/builders.ts';
import { plainRendering } from '../support/plain-rendering.ts';
import { aBulletin, anObligation, aReport, unit } from '../support/sample-facts.ts';
import { aReportForm, problems } from '../support/sample-forms.ts';
import { messages, notices } from '../support/sample-messages.ts';
import { allOutcomes, outcomes } from '../support/sample-outcomes.ts';
import { refusals } from '../support/sample-refusals.ts';

const ZONE = 'Asia/Shanghai';
const EVE = { now: at('2016-08-04 09:00'), zone: ZONE };
const MONDAY = { now: at('2016-08-08 09:00'), zone: ZONE };

const told = (items: NoticeItem[], now = EVE.now) =>
  renderMessage({ kind: 'told', at: now, zone: ZONE, items }, 'zh');
const readTold = (items: NoticeItem[], now = EVE.now) => plainRendering(told(items, now));
const answer = (outcome: Outcome, language: 'zh' | 'en' = 'zh') => {
  const rendered = renderOutcome(outcome, language);
  if (rendered.kind !== 'message') throw new Error(`A message was wanted, not a ${rendered.kind}`);
  return { ...rendered, said: plainRendering(rendered.message) };
};
const onlyOf = <K extends keyof typeof notices>(kind: K, i = 0) => notices[kind][i] as NoticeItem;
const pressed = (blocks: readonly KnownBlock[]) =>
  blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .map((element) =>
      'value' in element ? decodeAction(element.action_id ?? '', String(element.value)) : null,
    );

describe('a list that is cut', () => {
  it('counts units by one word and what is none by another', () => {
    const [ends] = outcomes.amendment;
    const areas = Array.from({ length: 500 }, (_, i) => `领域${i}`);
    const guide = outcomes.setup_guide.find(({ guide: { contents } }) => contents.areas.length > 0)!;
    const filled = { ...guide, guide: { ...guide.guide, contents: { ...guide.guide.contents, areas } } };
    expect(answer(ends!).said).toContain('第31周工作进展周报 等 2 项');
    expect(answer(filled).said).toContain('等 500 项');
  });
});

describe('a reminder', () => {
  it('reads as the voice of the office has it', () => {
    expect(readTold([onlyOf('reminder')])).toBe(
      [
        '(明天 17:00 前请报送：工作进展周报（第31周，8月1日—7日），市公安局。)',
        '*明天 17:00 前请报送：工作进展周报（第31周，8月1日—7日）*',
        '市公安局 · 截止 8月5日 周五 17:00 · 还差 1 天',
        '[填报]  [零报告]  [已知悉]',
        '  _因您是市公安局联络员；报送后不再提醒。（前一日提醒）_',
      ].join('\n'),
    );
  });

  it('says 已知悉 with the step that it belongs to', () => {
    const note = pressed(told([onlyOf('reminder')]).blocks).find((pointer) => pointer?.action === 'note');
    expect(note?.input).toEqual({ obligation: anObligation().id, step: 'eve' });
  });

  it('never offers 已知悉 when it may not be skipped, nor 零报告 where none is allowed', () => {
    const item = onlyOf('reminder') as Extract<NoticeItem, { kind: 'reminder' }>;
    const strict = {
      ...item,
      obligation: { ...item.obligation, nilAllowed: false },
      reminder: { ...item.reminder, canSnooze: false },
    };
    expect(pressed(told([strict]).blocks).map((pointer) => pointer?.action)).toEqual(['report']);
  });

  it('says why a deadline is not on its usual day, and that it is 暂定', () => {
    const said = readTold([onlyOf('reminder', 4)]);
    expect(said).toContain('截止日原为 10月7日 周五，因国庆节顺延至 10月8日 周六。');
    expect(said).toContain('10月8日 周六 17:00（暂定）');
  });

  it('tells the head by whom and when it was known', () => {
    const said = readTold([onlyOf('reminder', 3)], at('2016-08-05 17:00'));
    expect(said).toContain('🔴 *市工商局第31周工作进展周报尚未报送，已过截止时间（8月5日 周五 17:00）*');
    expect(said).toContain('联络员 尚工商 已于 8月3日、4日、5日 收到提醒。');
    expect(said).toContain('[说明情况]');
  });

  it('says for whom one stands in', () => {
    expect(readTold([onlyOf('reminder', 1)])).toContain(
      '安警官暂不能接收，因您是市公安局联络员（B角），由您代收',
    );
  });

  it('of a bulletin leads to the bulletin, not to a report', () => {
    const [pointer] = pressed(told([onlyOf('reminder', 5)]).blocks);
    expect(pointer).toEqual({ action: 'bulletin', input: { verb: 'preview', bulletin: aBulletin().id } });
  });
});

describe('several things', () => {
  const item = onlyOf('reminder') as Extract<NoticeItem, { kind: 'reminder' }>;
  const late: NoticeItem = {
    ...item,
    obligation: anObligation({
      ...EVE,
      standing: 'overdue',
      dueAt: at('2016-08-03 17:00'),
      dueOn: on('2016-08-03'),
    }),
  };

  it('are one message, what is late first', () => {
    const said = readTold([item, late]);
    expect(said).toContain('您有 2 项待办');
    expect(said.indexOf('🔴 逾期 1 天')).toBeLessThan(said.indexOf('🟡 明天到期'));
  });

  it('do not name the unit when there is but one, and do when there are two', () => {
    expect(readTold([item, late])).not.toContain('市公安局 · 工作进展周报');
    const other = { ...item, obligation: anObligation({ ...EVE, unit: unit('gsj') }) };
    expect(readTold([item, other])).toContain('市工商局 · 工作进展周报');
  });

  it('beyond ten are counted, with a button that shows them', () => {
    const message = told(Array.from({ length: 13 }, () => item));
    expect(plainRendering(message)).toContain('还有 3 项  [我的待办]');
  });

  it('of one duty are one card to the office, with a button that chases all', () => {
    const board = onlyOf('reminder', 6) as Extract<NoticeItem, { kind: 'reminder' }>;
    const items = ['gsj', 'sfx'].map((id) => ({
      ...board,
      obligation: anObligation({ ...MONDAY, unit: unit(id), standing: 'overdue' }),
    }));
    const message = told(items, MONDAY.now);
    expect(plainRendering(message)).toContain('2 家尚未报送');
    expect(pressed(message.blocks)[0]).toEqual({
      action: 'chase',
      input: { campaign: 'loudi-2016', duty: 'weekly', period: '2016-W31' },
    });
  });
});

describe('a receipt', () => {
  it('says what was filed, when, by whom, how it counts and how to correct it', () => {
    const { said } = answer({ kind: 'filed', report: aReport(), again: false });
    expect(said).toContain('✅ *已收到市公安局第31周工作进展周报*\n8月5日 周五 15:42，安警官报送，按时。');
    expect(said).toContain('排查机构 12 家（上周 9，+3）');
    expect(said).toContain('本周日 24:00 前可以更正。');
  });

  it('offers no correction once the period has closed', () => {
    const report = aReport({ afterClose: true, obligation: anObligation({ ...MONDAY, standing: 'filed' }) });
    expect(answer({ kind: 'filed', report, again: false }).said).not.toContain('[更正]');
  });
});

describe('a status', () => {
  it('says its scope, its moment and who is missing, and chases them all', () => {
    const { said, message } = answer(outcomes.status[0]!);
    expect(said).toContain('*工作进展周报 · 第31周 · 截至 8月5日 周五 16:00（还有 1 小时）*');
    expect(said).toContain(
      '应报 10 · 已报 6（零报告 1） · 未报 4：市工商局、市公安局、市商务粮食局、双峰县人民政府',
    );
    expect(said).toContain('[催报 4 家]  [查看台账]');
    expect(message.text).toContain('截至 8月5日 周五 16:00');
  });

  it('has no button to chase for whoever may not', () => {
    expect(answer({ ...outcomes.status[0]!, mayChase: false }).said).not.toContain('催报');
  });

  it('of an area names the area: its lead units are not everybody', () => {
    const [status] = outcomes.status;
    const { said } = answer({ ...status!, area: 'P2P网络借贷' } as Outcome);
    expect(said).toContain('*P2P网络借贷 · 工作进展周报 · 第31周 · 截至 8月5日 周五 16:00');
  });
});

describe('a bulletin', () => {
  const published = aBulletin({ state: 'published', no: 9 });

  it('that is read once it is published offers nothing that only the office may do, and is no preview', () => {
    const { message, said } = answer({ kind: 'bulletin', bulletin: published, did: 'read' });
    expect(said).toMatch(/^\(已发布的通报：/);
    expect(pressed(message.blocks)).toMatchObject([{ action: 'status' }]);
  });

  it('that the office looks at offers the office to correct it', () => {
    const { message, said } = answer({ kind: 'bulletin', bulletin: published, did: 'preview' });
    expect(pressed(message.blocks)).toMatchObject([{ action: 'bulletin', input: { verb: 'correct' } }]);
    expect(said).toMatch(/^\(已发布的通报：/);
    expect(said).not.toContain('预览');
  });

  it('is headed by its number once it is published, not by the week in which it was due', () => {
    const heading = answer({ kind: 'bulletin', bulletin: published, did: 'read' }).said.split('\n')[1];
    expect(heading).toBe('*已发布的通报：情况通报 第9期*');
    const draft = answer({ kind: 'bulletin', bulletin: aBulletin(), did: 'preview' }).said.split('\n')[1];
    expect(draft).toMatch(/^\*通报预览：情况通报（第\d+周/);
    expect(answer({ kind: 'bulletin', bulletin: published, did: 'read' }, 'en').said).toMatch(/\. As of /);
  });
});

describe('a near match', () => {
  it('offers help once, also where help is among the likeliest commands', () => {
    const refusal = { kind: 'unknown_command', typed: '?x', near: ['help', 'mine'] } as const;
    const { message } = answer({ kind: 'refused', refusal: { ...refusal, near: [...refusal.near] } });
    expect(pressed(message.blocks).map((pointer) => pointer?.action)).toEqual(['mine', 'help']);
  });

  it('asks again what was asked, with the right unit', () => {
    const { said, message } = answer({ kind: 'refused', refusal: refusals.unknown_unit[0]! });
    expect(said).toContain('没有找到单位“市公案局”。您要找的是 市公安局 吗？');
    expect(pressed(message.blocks)[0]).toEqual({ action: 'show', input: { duty: 'weekly', unit: 'gaj' } });
  });
});

describe('a form that was refused', () => {
  const refused = (over = {}) => {
    const report = aReportForm({
      problems: Object.values(problems),
      values: { progress: '已写好', 'figure:checked': '十二' },
      ...over,
    });
    const rendered = renderOutcome(
      { kind: 'refused', refusal: { kind: 'form', form: { form: 'report', report } } },
      'zh',
      { revision: 3 },
    );
    if (rendered.kind !== 'modal') throw new Error('A form was wanted');
    return rendered;
  };

  it('comes back with what was typed', () => {
    expect(plainRendering(refused().modal)).toContain('进展及成效: {已写好}');
  });

  it('says at each field what is wrong, under the block id that Slack shows', () => {
    expect(refused().errors['figure:checked~3']).toBe('“十二”不是数字，请只填数字，如 12。');
  });

  it('is silent about no problem: what has no field stands above the fields', () => {
    const { modal, errors } = refused({ problems: [problems.classified] });
    expect(errors).toEqual({});
    expect(plainRendering(modal)).toContain('涉密内容不得在此填写');
  });

  it('keeps drafts while text is typed, and hears when it is closed', () => {
    const { modal } = refused();
    expect(modal.notify_on_close).toBe(true);
    const field = modal.blocks.find(({ block_id }) => block_id === 'progress~3');
    expect(field).toMatchObject({
      dispatch_action: true,
      element: { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } },
    });
  });
});

describe('only the asker sees', () => {
  const PRIVATE = ['filed', 'report_shown', 'roster', 'rehearsal', 'audit', 'status', 'figures'];
  const OPEN = ['mine', 'unit_status', 'missing', 'chased', 'help', 'settings', 'nothing_filed', 'accepted'];
  it.each([...PRIVATE.map((kind) => [kind, true]), ...OPEN.map((kind) => [kind, false])] as [
    Outcome['kind'],
    boolean,
  ][])('an outcome %s: %s', (kind, isPrivate) => {
    expect(answer(outcomes[kind][0]!).private).toBe(isPrivate);
  });

  it('figures, be they of all units: how many have reported everybody may see', () => {
    const [status] = outcomes.status;
    expect(answer({ ...status!, figures: [] }).private).toBe(false);
    expect(outcomes.figures.map((each) => answer(each).private)).not.toContain(false);
  });

  it('a bulletin until it is published', () => {
    expect(answer({ kind: 'bulletin', bulletin: aBulletin(), did: 'preview' }).private).toBe(true);
    expect(
      answer({ kind: 'bulletin', bulletin: aBulletin({ state: 'published', no: 9 }), did: 'published' })
        .private,
    ).toBe(false);
  });
});

describe('the voice', () => {
  const said = (language: 'zh' | 'en'): [string, string][] => [
    ...messages.map(({ name, facts }): [string, string] => [
      name,
      plainRendering(renderMessage(facts, language)),
    ]),
    ...allOutcomes.map(({ name, facts }): [string, string] => {
      const rendered = renderOutcome(facts, language);
      if (rendered.kind === 'modal') return [name, plainRendering(rendered.modal)];
      return [name, plainRendering(rendered.kind === 'home' ? rendered.home : rendered.message)];
    }),
  ];
  const everything = [...said('zh'), ...said('en')];

  it('never shouts', () => {
    expect(everything.filter(([, text]) => /[!！]/.test(text))).toEqual([]);
  });

  it('knows five signs, and none of them stands alone', () => {
    const signs = everything.flatMap(([, text]) => text.match(/\p{Extended_Pictographic}/gu) ?? []);
    expect([...new Set(signs)].filter((sign) => !['🟢', '🟡', '🔴', '✅', '⏳'].includes(sign))).toEqual([]);
    expect(everything.filter(([, text]) => /(?:🟢|🟡|🔴|✅|⏳)\s*(?:$|·)/mu.test(text))).toEqual([]);
  });

  it('says a whole sentence in every notification', () => {
    const ends = everything.flatMap(([name, text]) =>
      text.startsWith('(') ? [[name, text.split('\n')[0]!]] : [],
    );
    expect(ends.filter(([, sentence]) => !/[。.？?：:…）]\)?$/.test(sentence!))).toEqual([]);
  });
});

describe('the language', () => {
  it.each([
    [{ language: 'en', locale: 'zh-CN' }, 'en'],
    [{ language: null, locale: 'zh-TW' }, 'zh'],
    [{ language: null, locale: 'en-GB' }, 'en'],
    [{ language: null, locale: 'ja-JP' }, 'en'],
    [{ language: null, locale: null }, 'zh'],
    [{ language: null, locale: '' }, 'zh'],
  ] as const)('of %o is %s', (person, language) => {
    expect(languageOf(person)).toBe(language);
  });
});
