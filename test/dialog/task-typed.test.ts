// Words after 督办, in both languages: what they come to as a pointer or a form, before anything is done.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findActor } from '../../commands/actor.ts';
import { commands } from '../../commands/registry.ts';
import { parseTask } from '../../commands/task/typed.ts';
import { matchCommand } from '../../commands/words.ts';
import type { ActionInput } from '../../domain/actions.ts';
import { plain } from '../../domain/names.ts';
import type { Refusal } from '../../domain/outcome.ts';
import { type Dialog, openDialog } from '../support/dialog.ts';

describe('words about tasks', () => {
  let dialog: Dialog;
  beforeAll(async () => {
    dialog = await openDialog();
  });
  afterAll(() => dialog.close());

  async function read(text: string): Promise<ActionInput | { refusal: Refusal }> {
    const actor = await findActor(dialog.deps, await dialog.slackOf('文书一'), {});
    if ('refusal' in actor) throw new Error(actor.refusal.kind);
    const match = matchCommand(commands, plain(text));
    expect(match?.command.name).toBe('task');
    return parseTask(match!.rest, { ...dialog.deps, actor, at: dialog.deps.now(), commands }, text);
  }

  const UNDATED = { reason: '数据不全', until: '' };
  it.each<[string, ActionInput]>([
    ['督办', { verb: 'list' }],
    ['督办 列表', { verb: 'list' }],
    ['督办 市公安局', { verb: 'list', unit: 'gaj' }],
    ['市公安局 督办', { verb: 'list', unit: 'gaj' }],
    ['督办 列表 公安局 红灯', { verb: 'list', unit: 'gaj', values: { light: 'red' } }],
    ['督办 逾期', { verb: 'list', values: { light: 'red' } }],
    ['督办 列表 黄灯 市工商局的', { verb: 'list', unit: 'gsj', values: { light: 'yellow' } }],
    ['督办 列表 第三方支付 领域', { verb: 'list', area: 'zf' }],
    ['督办 列表 第三方支付 人民银行', { verb: 'list', unit: 'rmyh', area: 'zf' }],
    ['督办 待签收', { verb: 'list', values: { state: 'dispatched' } }],
    ['督办 列表 办理中', { verb: 'list', values: { state: 'in_progress' } }],
    ['督办列表待审核', { verb: 'list', values: { state: 'in_review' } }],
    ['督办 列表 已办结', { verb: 'list', values: { state: 'closed' } }],
    ['督办 列表 办结', { verb: 'list', values: { state: 'closed' } }],
    ['督办 列表 已撤销', { verb: 'list', values: { state: 'withdrawn' } }],
    ['督办 列表 延期', { verb: 'list', values: { state: 'extension' } }],
    ['督办 列表 未办结', { verb: 'list', values: { state: 'open' } }],
    ['督办 我的', { verb: 'list', values: { mine: 'yes' } }],
    ['督办 我的 逾期', { verb: 'list', values: { mine: 'yes', light: 'red' } }],
    ['督办 全部', { verb: 'list', values: { state: 'all' } }],
    ['tasks', { verb: 'list' }],
    ['task list overdue gaj', { verb: 'list', unit: 'gaj', values: { light: 'red' } }],
    ['Task List mine in review', { verb: 'list', values: { mine: 'yes', state: 'in_review' } }],

    ['督办 查看 12', { verb: 'show', no: 12 }],
    ['督办 12', { verb: 'show', no: 12 }],
    ['督办12号', { verb: 'show', no: 12 }],
    ['督办 第12号', { verb: 'show', no: 12 }],
    ['督办 #12', { verb: 'show', no: 12 }],
    ['督办〔2016〕12号', { verb: 'show', no: 12, period: '2016' }],
    ['督办 查看 督办〔2016〕12号', { verb: 'show', no: 12, period: '2016' }],
    ['督办 查看 (2016)12', { verb: 'show', no: 12, period: '2016' }],
    ['督办 ［２０１６］１２号', { verb: 'show', no: 12, period: '2016' }],
    ['督办 2016/12', { verb: 'show', no: 12, period: '2016' }],
    ['督办 2016年12号', { verb: 'show', no: 12, period: '2016' }],
    ['task show 12', { verb: 'show', no: 12 }],
    ['task 2016/12', { verb: 'show', no: 12, period: '2016' }],

    ['督办 签收', { verb: 'sign' }],
    ['督办 签收 12', { verb: 'sign', no: 12 }],
    ['督办 签收12号', { verb: 'sign', no: 12 }],
    ['督办 12 签收', { verb: 'sign', no: 12 }],
    ['task sign 12', { verb: 'sign', no: 12 }],
    ['task sign for 12', { verb: 'sign', no: 12 }],

    ['督办 反馈 12', { verb: 'feed_back', no: 12 }],
    [
      '督办 反馈 12 60% 已约谈3家',
      { verb: 'feed_back', no: 12, values: { percent: '60', text: '已约谈3家' } },
    ],
    [
      '督办 反馈 12：６０％，已约谈…',
      { verb: 'feed_back', no: 12, values: { percent: '60', text: '已约谈…' } },
    ],
    ['督办 反馈 60% 已约谈3家', { verb: 'feed_back', values: { percent: '60', text: '已约谈3家' } }],
    ['督办 反馈 12 3家已约谈', { verb: 'feed_back', no: 12, values: { percent: '', text: '3家已约谈' } }],
    ['督办 反馈 3家已约谈', { verb: 'feed_back', values: { percent: '', text: '3家已约谈' } }],
    ['督办 反馈 12 150%', { verb: 'feed_back', no: 12, values: { percent: '150', text: '' } }],
    [
      'task feedback 12 60% Three Firms Heard',
      { verb: 'feed_back', no: 12, values: { percent: '60', text: 'Three Firms Heard' } },
    ],

    ['督办 审核 12', { verb: 'submit', no: 12 }],
    ['督办 提请办结 12 已整改完毕', { verb: 'submit', no: 12, values: { text: '已整改完毕' } }],
    ['task submit 12 all done', { verb: 'submit', no: 12, values: { text: 'all done' } }],
    ['督办 完成本步 12', { verb: 'step_done', no: 12 }],
    ['task step done 12', { verb: 'step_done', no: 12 }],

    ['督办 延期 12', { verb: 'extend', no: 12 }],
    [
      '督办 延期 12 8月25日 对方未配合',
      { verb: 'extend', no: 12, values: { until: '8月25日', reason: '对方未配合', progress: '' } },
    ],
    [
      '督办 延期 12 对方未配合 8月25日',
      { verb: 'extend', no: 12, values: { until: '8月25日', reason: '对方未配合', progress: '' } },
    ],
    ...['督办 12 延期至8月25日 对方未配合', '督办 延期 12 到 8月25日，对方未配合'].map(
      (words): [string, ActionInput] => [
        words,
        { verb: 'extend', no: 12, values: { until: '8月25日', reason: '对方未配合', progress: '' } },
      ],
    ),
    [
      'task extend 12 until 2016-08-25 no reply yet',
      { verb: 'extend', no: 12, values: { until: '2016-08-25', reason: 'no reply yet', progress: '' } },
    ],
    [
      '督办 延期 12 至今未收到回复',
      { verb: 'extend', no: 12, values: { until: '', reason: '至今未收到回复', progress: '' } },
    ],
    [
      '督办 延期 12 8月25日 对方未配合；进展：已约谈',
      { verb: 'extend', no: 12, values: { until: '8月25日', reason: '对方未配合', progress: '已约谈' } },
    ],
    [
      'task extend 12 2016-08-25 they refuse, progress: two of three',
      {
        verb: 'extend',
        no: 12,
        values: { until: '2016-08-25', reason: 'they refuse', progress: 'two of three' },
      },
    ],
    ['督办 答复延期 12', { verb: 'decide_extension', no: 12 }],
    [
      '督办 同意延期 12',
      { verb: 'decide_extension', no: 12, values: { answer: 'grant', reason: '', until: '' } },
    ],
    [
      '督办 12 同意延期 8月24日',
      { verb: 'decide_extension', no: 12, values: { answer: 'grant', reason: '', until: '8月24日' } },
    ],
    [
      '督办 不同意延期 12 理由不足',
      { verb: 'decide_extension', no: 12, values: { answer: 'refuse', reason: '理由不足', until: '' } },
    ],
    [
      '督办 答复延期 12 不同意 理由不足',
      { verb: 'decide_extension', no: 12, values: { answer: 'refuse', reason: '理由不足', until: '' } },
    ],
    [
      'task grant 12',
      { verb: 'decide_extension', no: 12, values: { answer: 'grant', reason: '', until: '' } },
    ],

    ['督办 办结 12', { verb: 'close', no: 12 }],
    ['督办 办结销号 12 照片已核', { verb: 'close', no: 12, values: { text: '照片已核' } }],
    ['task close 12', { verb: 'close', no: 12 }],
    ['督办 退回 12', { verb: 'return', no: 12 }],
    ['督办 退回 12 数据不全', { verb: 'return', no: 12, values: UNDATED }],
    ['督办 退回 12 8月20日 数据不全', { verb: 'return', no: 12, values: { ...UNDATED, until: '8月20日' } }],
    [
      '督办 退回 12号 数据不全 8月20日前',
      { verb: 'return', no: 12, values: { ...UNDATED, until: '8月20日' } },
    ],
    [
      'task return 12 2016-08-20 Figures Missing',
      { verb: 'return', no: 12, values: { reason: 'Figures Missing', until: '2016-08-20' } },
    ],
    ['督办 撤销 12 事项已并入他项', { verb: 'withdraw', no: 12, values: { reason: '事项已并入他项' } }],
    ['task withdraw 12 merged', { verb: 'withdraw', no: 12, values: { reason: 'merged' } }],
    ['督办 重开 12 又有反弹', { verb: 'reopen', no: 12, values: { reason: '又有反弹', until: '' } }],
    ['task reopen 12', { verb: 'reopen', no: 12 }],
    ['督办 转办 12', { verb: 'reassign', no: 12 }],
    ['督办 转办 12 市工商局', { verb: 'reassign', no: 12, values: { lead: 'gsj', reason: '', until: '' } }],
    [
      '督办 改派 12 工商局 8月24日 职责所在',
      { verb: 'reassign', no: 12, values: { lead: 'gsj', reason: '职责所在', until: '8月24日' } },
    ],
    [
      '督办 转办 12 市工伤局',
      { verb: 'reassign', no: 12, values: { lead: '市工伤局', reason: '', until: '' } },
    ],
    ['task reassign 12 gsj', { verb: 'reassign', no: 12, values: { lead: 'gsj', reason: '', until: '' } }],

    ['督办 新建', { verb: 'new' }],
    ['督办 新建 整改虚假广告', { verb: 'new', text: '整改虚假广告' }],
    [
      '督办 新建 市公安局 8月20日 整改虚假广告',
      { verb: 'new', unit: 'gaj', to: '8月20日', text: '整改虚假广告' },
    ],
    [
      '督办新建8月20日前 公安局 整改ABC广告',
      { verb: 'new', unit: 'gaj', to: '8月20日', text: '整改ABC广告' },
    ],
    [
      '督办 新建 市公安局 整改虚假广告 8月20日',
      { verb: 'new', unit: 'gaj', to: '8月20日', text: '整改虚假广告' },
    ],
    [
      'task new gaj by 20 Aug Fix False Ads',
      { verb: 'new', unit: 'gaj', to: '20 Aug', text: 'Fix False Ads' },
    ],
    [
      'task return 12 August 20 redo it',
      { verb: 'return', no: 12, values: { reason: 'redo it', until: 'August 20' } },
    ],
    [
      'task new gaj 2016-08-20 Fix False Ads',
      { verb: 'new', unit: 'gaj', to: '2016-08-20', text: 'Fix False Ads' },
    ],
  ])('%s', async (text, input) => {
    expect(await read(text)).toEqual(input);
  });

  it('keep the line breaks of a text', async () => {
    expect(await read('督办 反馈 12 60% 第一行\n第二行')).toMatchObject({
      values: { text: '第一行\n第二行' },
    });
  });

  it.each<[string, Refusal]>([
    ['督办 签收 12 谢谢', { kind: 'unknown_word', typed: '谢谢', command: 'task' }],
    ['督办 查看 虚假广告', { kind: 'unknown_word', typed: '虚假广告', command: 'task' }],
    [
      '督办 列表 市公案局',
      { kind: 'unknown_unit', typed: '市公案局', near: [{ id: 'gaj' as never, name: '市公安局' }] },
    ],
    ['督办 随便说说', { kind: 'unknown_unit', typed: '随便说说', near: [] }],
  ])('%s is not understood, and says so', async (text, refusal) => {
    expect(await read(text)).toEqual({ refusal });
  });

  it('stand first and win over words of other commands behind them', () => {
    const called = (text: string) => matchCommand(commands, text)?.command.name;
    expect(called('督办 退回 12')).toBe('task');
    expect(called('督办 查看 12')).toBe('task');
    expect(called('task return 12')).toBe('task');
    expect(called('退回 市公安局')).toBe('return');
    expect(called('return gaj')).toBe('return');
  });
});
