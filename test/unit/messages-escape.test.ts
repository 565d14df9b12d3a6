import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bold,
  clean,
  excerpt,
  lengthOf,
  linked,
  md,
  mention,
  pieces,
  plain,
  quote,
  safe,
  truncate,
} from '../../messages/escape.ts';

const unescaped = (text: string): string =>
  text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

describe('typed text', () => {
  it.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['<@U0SAMPLE1>', '&lt;@U0SAMPLE1&gt;'],
    ['<https://evil.example|市公安局>', '&lt;https://evil.example|市公安局&gt;'],
    ['a & b &amp;', 'a &amp; b &amp;amp;'],
  ])('%s is shown as it was typed', (typed, shown) => {
    expect(safe(typed).mrkdwn).toBe(shown);
    expect(md`${typed}`.mrkdwn).toBe(shown);
  });

  it.each([
    ['a right-to-left override', 'a\u202Eb', 'ab'],
    ['isolates', 'a\u2066b\u2069', 'ab'],
    ['zero-width spaces and joiners', 'a\u200B\u200Db\uFEFF', 'ab'],
    ['controls', 'a\u0000\u0007b\u009F', 'ab'],
    ['half a surrogate', 'a\uD83Db\uDE00', 'ab'],
    ['Windows line ends and tabs', 'a\r\nb\tc\rd', 'a\nb c\nd'],
    ['line separators', 'a\u2028b', 'ab'],
  ])('loses %s', (_, typed, shown) => {
    expect(clean(typed)).toBe(shown);
  });

  it('keeps rare characters, signs and line feeds', () => {
    expect(clean('𠮷野家\n🔴 〔2016〕')).toBe('𠮷野家\n🔴 〔2016〕');
  });

  it('inside markup stays what it was, and markup stays markup', () => {
    expect(md`${bold('<a>')} · ${'*b*'}`.mrkdwn).toBe('*&lt;a&gt;* · *b*');
  });

  it('is quoted line by line, so that it cannot pass for ours', () => {
    expect(quote(safe('一\n二')).mrkdwn).toBe('> 一\n> 二');
  });

  it('does not end bold at its line feeds', () => {
    expect(bold('市\n公安局').mrkdwn).toBe('*市 公安局*');
  });
});

describe('a mention', () => {
  it('is made of a Slack id', () => {
    expect(mention({ name: '安警官', slack: 'U0SAMPLE1' }).mrkdwn).toBe('<@U0SAMPLE1>');
  });

  it.each([[null], ['U1> <!channel'], ['C123'], ['u0sample1']])('is the name when the id is %s', (slack) => {
    expect(mention({ name: '安警官', slack }).mrkdwn).toBe('安警官');
  });
});

describe('a link to a message', () => {
  it.each([
    'https://loudi.slack.com/archives/C0TONGZHI/p1470380400000100',
    'http://127.0.0.1:3000/archives/D1/p1?thread_ts=1.2',
  ])('leads to %s', (url) => {
    expect(linked(url, '来源 <!channel> | x').mrkdwn).toBe(`<${url}|来源 &lt;!channel&gt; ∣ x>`);
  });

  it.each(['javascript:alert(1)', 'https://evil.example/x|y>', 'https://a.b/archives/C1/p1> <!here', ''])(
    'is only its words where the address is %j',
    (url) => {
      expect(linked(url, '来源').mrkdwn).toBe('来源');
    },
  );
});

describe('a long text', () => {
  it('is cut by characters, never through one', () => {
    expect(truncate('𠮷'.repeat(5), 3)).toBe('𠮷𠮷…');
    expect(lengthOf(plain('𠮷\n'.repeat(100), 75))).toBe(75);
  });

  it('is cut into pieces that fit once escaped, and none of it is lost', () => {
    const typed = fc.string({ unit: fc.constantFrom('<', '&', '字', '𠮷', '\n', 'a') });
    fc.assert(
      fc.property(typed, fc.integer({ min: 5, max: 40 }), (text, most) => {
        const cut = pieces(text, most);
        expect(cut.every(({ mrkdwn }) => lengthOf(mrkdwn) <= most)).toBe(true);
        expect(cut.map(({ mrkdwn }) => unescaped(mrkdwn)).join('')).toBe(text);
      }),
    );
  });

  it('keeps its beginning as an excerpt', () => {
    expect(excerpt('短', 10).mrkdwn).toBe('短');
    expect(excerpt('一二三四五六七八九十', 6).mrkdwn).toBe('一二三四五…');
    expect(lengthOf(excerpt('<'.repeat(100), 50).mrkdwn)).toBeLessThanOrEqual(50);
    expect(excerpt('', 10).mrkdwn).toBe('');
  });
});
