// Lines of the log, as they are read: what was done to what, in the words of the product and never in those of the code.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderOutcome } from '../../messages/render.ts';
import { aLedgerOfCanaries, says } from '../support/canaries.ts';
import { plainRendering } from '../support/plain-rendering.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import type { World } from '../support/world.ts';

let fresh: FreshStore;
let world: World;
let lines: Record<'zh' | 'en', string[]>;

async function logIn(language: 'zh' | 'en'): Promise<string[]> {
  const rendered = renderOutcome(await says(world, 'office_staff', '日志'), language);
  if (rendered.kind !== 'message') throw new Error('A message was wanted');
  return plainRendering(rendered.message)
    .split('\n')
    .filter((line) => line.includes(' · ') && !line.startsWith('(') && !line.startsWith('*'));
}

beforeAll(async () => {
  fresh = await freshStore('sqlite');
  world = await aLedgerOfCanaries(fresh.store);
  await says(world, 'office_staff', '导出 台账');
  await says(world, 'liaison', '请假 2016-08-10 2016-08-12');
  await says(world, 'office_staff', '退回 市工商局 第31周 数据不全');
  lines = { zh: await logIn('zh'), en: await logIn('en') };
}, 60_000);
afterAll(() => fresh.close());

const line = (language: 'zh' | 'en', ...words: string[]) =>
  lines[language].find((each) => words.every((word) => each.includes(word))) ?? '';

describe('the log', () => {
  it.each(['zh', 'en'] as const)('shows no id and no key of the code (%s)', (language) => {
    expect(lines[language].length).toBeGreaterThan(30);
    for (const each of lines[language]) {
      expect(each).not.toMatch(/\b20\d\d-(?:W\d\d|\d\d)(?!\d)/);
      expect(each).not.toMatch(/\b(?:dueOn|phonedBy|fromUnit|toUnit|gsj|gaj|once|true|false|null)\b/);
      expect(each).not.toMatch(/\b(?:p-[0-9a-f]{6,}|[0-9a-f]{8}-[0-9a-f]{4})\b|[{}"]/);
      expect(each).not.toMatch(/ · (?:task|incident) · /);
    }
  });

  it('names the period that was asked about', async () => {
    const rendered = renderOutcome(await says(world, 'office_staff', '日志 市工商局 第31周'), 'zh');
    expect(rendered.kind === 'message' && rendered.message.text).toMatch(/^市工商局 · 第31周的日志/);
  });

  it('labels what is known of each line', () => {
    expect(line('zh', '报送', '第31周', '市工商局')).toMatch(/第31周工作进展周报 · 市工商局 · 第 1 版$/);
    expect(line('en', 'filed', 'week 31', '市工商局')).toMatch(/version 1$/i);
    expect(line('zh', '交办督办事项', 'zqtaskgsj')).toMatch(
      /督办〔2016〕3号 · 标题：.*承办单位：市工商局，截止：8月4日 周四$/,
    );
    expect(line('zh', '反馈进展', 'zqentrygaj')).toContain('进度：40%');
    expect(line('zh', '报出急报')).toContain('急报〔2016〕');
    expect(line('zh', '退回', '市工商局')).toContain('理由：数据不全');
    expect(line('zh', '导出')).toMatch(/行数：\d+$/);
    expect(line('zh', '请假', '安警官', '8月10日')).toContain('起：8月10日 周三，止：8月12日 周五');
    expect(line('zh', '编辑议程', '8月')).toContain('议程：3 项');
    expect(line('en', 'waived')).toContain('reason: ');
  });
});
