// Slack's mrkdwn as a tree. Our own, because the library decodes entities before it looks for mentions and marks: a
// typed "<!channel>" that the bot escaped would show as a real mention, plain text would turn bold, and a line that
// begins with "#" would vanish. This one decodes last, so what is escaped stays text.
//
// Marks work as in Slack: they open after a space, a sign or the start, and close before one; inside a line only.

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; inner: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; inner: Inline[] }
  | { kind: 'user'; id: string; name: string | null }
  | { kind: 'channel'; id: string; name: string | null }
  | { kind: 'broadcast'; name: string }
  | { kind: 'date'; unix: number; format: string; url: string | null; fallback: string };

export type Paragraph =
  | { kind: 'lines'; lines: Inline[][] }
  | { kind: 'quote'; lines: Inline[][] }
  | { kind: 'preformatted'; text: string };

const MARKS: Record<string, 'bold' | 'italic' | 'strike'> = { '*': 'bold', _: 'italic', '~': 'strike' };

export const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Reads a whole mrkdwn text into paragraphs of lines. */
export function parseMrkdwn(text: string): Paragraph[] {
  return text.split(/\n?```\n?/).flatMap((part, index): Paragraph[] => {
    if (index % 2 === 1) return [{ kind: 'preformatted', text: decode(part) }];
    return part.trim() === '' ? [] : paragraphsOf(part);
  });
}

function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const line of text.split('\n')) {
    const quoted = /^(&gt;|>)\s?(.*)$/.exec(line);
    const kind = quoted ? 'quote' : 'lines';
    const last = paragraphs.at(-1);
    const inlines = parseInline(quoted ? (quoted[2] ?? '') : line);
    if (last?.kind === kind) last.lines.push(inlines);
    else paragraphs.push({ kind, lines: [inlines] });
  }
  return paragraphs;
}

/** Reads one line. */
export function parseInline(line: string): Inline[] {
  const found: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') found.push({ kind: 'text', text: decode(plain) });
    plain = '';
  };
  for (let at = 0; at < line.length; ) {
    const taken = takeCode(line, at) ?? takeAngle(line, at) ?? takeMark(line, at);
    if (taken) {
      flush();
      found.push(taken.inline);
      at = taken.end;
    } else {
      plain += line[at];
      at += 1;
    }
  }
  flush();
  return found;
}

type Taken = { inline: Inline; end: number } | null;

function takeCode(line: string, at: number): Taken {
  if (line[at] !== '`') return null;
  const end = line.indexOf('`', at + 1);
  if (end <= at + 1) return null;
  return { inline: { kind: 'code', text: decode(line.slice(at + 1, end)) }, end: end + 1 };
}

function takeAngle(line: string, at: number): Taken {
  if (line[at] !== '<') return null;
  const end = line.indexOf('>', at);
  if (end < 0) return null;
  const inline = angleInline(line.slice(at + 1, end));
  return inline && { inline, end: end + 1 };
}

function angleInline(inside: string): Inline | null {
  const [target = '', label = null] = splitOnce(inside, '|');
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), name: label };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), name: label };
  if (target.startsWith('!date^')) return dateInline(target, label ?? '');
  if (target.startsWith('!')) return { kind: 'broadcast', name: target.slice(1) };
  if (!/^(https?|mailto):/.test(target)) return null;
  return { kind: 'link', url: decode(target), inner: [{ kind: 'text', text: decode(label ?? target) }] };
}

function splitOnce(text: string, by: string): [string, string | null] {
  const at = text.indexOf(by);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

function dateInline(target: string, fallback: string): Inline {
  const [, unix, format = '', url = null] = target.split('^');
  return { kind: 'date', unix: Number(unix), format, url, fallback: decode(fallback) };
}

/** A zero-width space counts, as in Slack: that is how marks are set inside Chinese text. */
const isBoundary = (letter: string | undefined): boolean =>
  letter === undefined || /[\s\u200b\p{P}\p{S}]/u.test(letter);

function takeMark(line: string, at: number): Taken {
  const sign = line[at] ?? '';
  const kind = MARKS[sign];
  if (!kind || !isBoundary(line[at - 1]) || line[at - 1] === sign || /\s/.test(line[at + 1] ?? ' '))
    return null;
  for (let end = line.indexOf(sign, at + 2); end > 0; end = line.indexOf(sign, end + 1)) {
    if (/\s/.test(line[end - 1] ?? ' ') || !isBoundary(line[end + 1])) continue;
    return { inline: { kind, inner: parseInline(line.slice(at + 1, end)) }, end: end + 1 };
  }
  return null;
}
