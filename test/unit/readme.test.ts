// The papers, held to the code: both READMEs say the same, and what they name is there.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../bot/refused-start.ts';
import { commands } from '../../commands/registry.ts';
import { readCampaignFile } from '../../documents/campaign-file.ts';
import { PICTURED, pictureFile } from '../desk/pictures-questions.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const en = read('README.md');
const zh = read('README.zh.md');
const BOTH = [
  ['README.md', en],
  ['README.zh.md', zh],
] as const;
const ADRS = readdirSync(join(ROOT, 'docs/adr')).filter((name) => /^\d{4}-/.test(name));
const PAPERS = [
  ...BOTH.map(([file]) => file),
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  'docs/adr/README.md',
  ...ADRS.map((name) => `docs/adr/${name}`),
];

const QUESTIONS = 'docs/images/questions';
/** The pictures of questions that a README shows: what stands in for each, and its file. */
const picturesIn = (text: string): string[][] =>
  [...text.matchAll(/!\[([^\]]*)\]\(docs\/images\/questions\/([^)]+)\)/g)].map(([, said, file]) => [
    said!,
    file!,
  ]);

const FENCE = /^ *```(\w*)\n([\s\S]*?)^ *```$/gm;
const codeOf = (text: string): string[] => [...text.matchAll(FENCE)].map(([all]) => all);
const proseOf = (text: string): string => text.replace(FENCE, '');
const headingsOf = (text: string): string[] =>
  proseOf(text)
    .split('\n')
    .filter((line) => /^#+ /.test(line));
const levelsOf = (text: string): number[] => headingsOf(text).map((heading) => heading.indexOf(' '));

/** The cells of every row of the tables under the n-th heading; the row of titles and the rule are left out. */
function rowsUnder(text: string, heading: number): string[][] {
  const title = headingsOf(text)[heading]!;
  const section = text.slice(text.indexOf(`\n${title}\n`) + title.length + 2).split(/^#+ /m)[0]!;
  return section
    .split('\n\n')
    .filter((block) => block.startsWith('|'))
    .flatMap((block) => block.trim().split('\n').slice(2))
    .map((row) => row.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

const headingNo = (title: string): number => headingsOf(en).indexOf(`## ${title}`);
const bare = (cell: string): string => cell.replaceAll('`', '');
/** `退回 单位 [事项]` → `退回`; words of several parts stand before the first bracket. */
const wordOf = (cell: string): string => cell.split(/[[]/)[0]!.trim();

describe('the two READMEs', () => {
  it('have the same headings, level by level', () => {
    expect(levelsOf(zh)).toEqual(levelsOf(en));
  });

  it('have the same code blocks, so that every command stands in both', () => {
    expect(codeOf(en).length).toBeGreaterThan(5);
    expect(codeOf(zh)).toEqual(codeOf(en));
  });

  it('have the same number of rows in every table', () => {
    const rows = (text: string) => headingsOf(text).map((_, heading) => rowsUnder(text, heading).length);
    expect(rows(zh)).toEqual(rows(en));
  });

  it.each([
    ['zh', zh],
    ['en', en],
  ] as const)(
    'show twenty questions in %s with their answers, as npm run pictures took them',
    (language, text) => {
      const taken = PICTURED.map((each, index) => [
        each[language].asked.join(' → '),
        pictureFile(index, each.name, language),
      ]);
      expect(taken).toHaveLength(20);
      expect(picturesIn(text)).toEqual(taken);
    },
  );

  it('keep no picture of a question that they do not show', () => {
    const shown = [...picturesIn(zh), ...picturesIn(en)].map(([, file]) => file);
    expect(readdirSync(join(ROOT, QUESTIONS)).sort()).toEqual(shown.sort());
  });

  it('begin with what a fresh machine needs', () => {
    expect(codeOf(en).slice(0, 2).join()).toMatch(/npm install && npm start[\s\S]*npm install && npm test/);
  });
});

describe.each(BOTH)('%s', (_, text) => {
  it('lists every command that can be typed, with its full words, and no other', () => {
    const listed = rowsUnder(text, headingNo('Commands')).map(([first, second]) => [
      wordOf(first!).split(' ')[0],
      wordOf(second!),
    ]);
    const known = commands
      .filter(({ words }) => words.zh.length > 0)
      .map(({ words }) => [words.zh[0], words.en[0]]);
    expect(listed.sort()).toEqual(known.sort());
  });

  it('lists every setting the program reads, and no other', () => {
    const [, names = ''] = /const NAMES = \[([^\]]*)\]/.exec(read('bot/config.ts')) ?? [];
    const known = [...names.matchAll(/'(\w+)'/g)].map(([, name]) => name);
    const listed = rowsUnder(text, headingNo('Settings')).map(([first]) => bare(first!));
    expect(known.length).toBeGreaterThan(5);
    expect(listed.filter((name) => /^[A-Z_]+$/.test(name)).sort()).toEqual(known.sort());
  });

  it('lists every exit code', () => {
    const listed = rowsUnder(text, headingNo('Command line')).map(([first]) => Number(first));
    expect(listed).toEqual(Object.values(EXIT).sort());
  });

  it('shows a campaign file that is taken as it stands, without a warning', () => {
    const [, , example = ''] = [...text.matchAll(FENCE)].find(([, kind]) => kind === 'yaml') ?? [];
    expect(readCampaignFile(example)).toMatchObject({ ok: true, warnings: [] });
  });
});

describe.each(PAPERS)('%s', (file) => {
  const text = read(file);

  it('points only at what is there', () => {
    const targets = [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
    const missing = targets
      .filter((target) => !/^https?:/.test(target))
      .filter((target) => !existsSync(join(ROOT, dirname(file), target.split('#')[0]!)));
    expect(missing).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script!);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('does not shout', () => {
    expect(proseOf(text).replaceAll('![', '[')).not.toMatch(/[!！]/);
  });
});

describe('the other papers', () => {
  it.each(ADRS)('docs/adr/%s says context, decision and consequences within forty lines', (name) => {
    const text = read(`docs/adr/${name}`);
    expect(text.split('\n').length).toBeLessThanOrEqual(41);
    expect(text.match(/^\*\*\w+\.\*\*/gm)).toEqual(['**Context.**', '**Decision.**', '**Consequences.**']);
    expect(read('docs/adr/README.md')).toContain(`(${name})`);
  });

  it('name every metric', () => {
    const known = [...read('bot/metrics.ts').matchAll(/'(duban_\w+)'/g)].map(([, name]) => name);
    const listed = [...read('docs/operating.md').matchAll(/^\| `(duban_\w+)/gm)].map(([, name]) => name);
    expect(known.length).toBeGreaterThan(3);
    expect(listed.sort()).toEqual(known.sort());
  });

  it('name no file of documents/ that is not shipped', () => {
    const { files } = JSON.parse(read('package.json')) as { files: string[] };
    const named = [en, zh, read('docs/campaign-file.md')].flatMap((text) =>
      [...text.matchAll(/documents\/[\w./-]+\w/g)].map(([path]) => path),
    );
    expect(named).toContain('documents/campaign.schema.json');
    expect(named.filter((path) => !files.some((shipped) => path.startsWith(shipped)))).toEqual([]);
  });

  it('explain every key of a campaign file', () => {
    const schema = JSON.parse(read('documents/campaign.schema.json')) as object;
    const paper = read('docs/campaign-file.md');
    const keys = new Set<string>();
    JSON.stringify(schema, (key, value: unknown) => {
      if (key === 'properties') for (const name of Object.keys(value as object)) keys.add(name);
      return value;
    });
    expect(keys.size).toBeGreaterThan(30);
    expect([...keys].filter((key) => !new RegExp(`\\b${key}\\b`).test(paper))).toEqual([]);
  });
});
