// mrkdwn as Slack reads it: what a bot escaped stays text, and nothing that was said disappears.

import { describe, expect, it } from 'vitest';
import { type Inline, parseInline, parseMrkdwn } from '../../desk/page/mrkdwn-parse.ts';

/** The tree in one line: `[bold 已收到]，按时`. */
const shown = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      if (inline.kind === 'code') return `[code ${inline.text}]`;
      if ('inner' in inline) return `[${inline.kind} ${shown(inline.inner)}]`;
      return `[${inline.kind} ${'id' in inline ? inline.id : 'fallback' in inline ? inline.fallback : inline.name}]`;
    })
    .join('');

describe('a line', () => {
  it.each([
    ['✅ *已收到市公安局周报*，按时。', '✅ [bold 已收到市公安局周报]，按时。'],
    ['\u200b*已收到*\u200b，按时', '\u200b[bold 已收到]\u200b，按时'],
    ['“*市公安局*”', '“[bold 市公安局]”'],
    ['5*3*2 = 30 a_b_c', '5*3*2 = 30 a_b_c'],
    ['* 不是 粗体*', '* 不是 粗体*'],
    ['_*又斜又粗*_', '[italic [bold 又斜又粗]]'],
    ['`*原样*`', '[code *原样*]'],
    ['&lt;!channel&gt; &amp; &lt;@U123&gt;', '<!channel> & <@U123>'],
    ['<!channel> <@U123> <#C1|通报>', '[broadcast channel] [user U123] [channel C1]'],
    ['# 排查情况', '# 排查情况'],
    ['<https://a.example|说明>', '[link 说明]'],
    ['<javascript:alert(1)|点我>', '<javascript:alert(1)|点我>'],
    ['<!date^1470387600^{time}|8月5日 17:00>', '[date 8月5日 17:00]'],
  ])('%s', (typed, expected) => {
    expect(shown(parseInline(typed))).toBe(expected);
  });
});

describe('a text', () => {
  it('keeps lines, quotes and preformatted parts apart', () => {
    const kinds = parseMrkdwn('第一行\n第二行\n> 引用\n```原样 *x*```').map(({ kind }) => kind);
    expect(kinds).toEqual(['lines', 'quote', 'preformatted']);
  });
});
