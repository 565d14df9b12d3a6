// The plan of the house, held by a machine: who may import whom, which packages live in which room, how long functions
// are. When this test is in the way, change docs/ARCHITECTURE.md and an ADR first.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('..', import.meta.url).pathname;
const ROOMS = ['bot', 'commands', 'scheduler', 'domain', 'db', 'messages', 'documents', 'desk'] as const;
type Room = (typeof ROOMS)[number];

const MAY_IMPORT: Record<Room, readonly Room[]> = {
  bot: ['commands', 'scheduler', 'messages', 'documents', 'db', 'domain'],
  commands: ['db', 'domain', 'documents'],
  scheduler: ['db', 'domain', 'messages'],
  messages: ['domain'],
  documents: ['domain', 'messages'],
  db: ['domain'],
  desk: ['bot', 'messages', 'domain'],
  domain: [],
};

/** Packages and the rooms in which they may be imported; a package that is not here may be used anywhere but in domain. */
const PACKAGE_ROOMS: Record<string, readonly (Room | string)[]> = {
  '@slack/bolt': ['bot', 'desk'],
  '@slack/web-api': ['bot', 'desk'],
  '@slack/types': ['messages', 'bot', 'desk'],
  bottleneck: ['bot/pacing.ts'],
  'drizzle-orm': ['db'],
  'better-sqlite3': ['db'],
  pg: ['db'],
  emulate: ['desk'],
  '@napi-rs/canvas': ['documents'],
  // Loaded when the first sheet comes.
  saxes: ['documents/roster-sheet/workbook.ts'],
  yauzl: ['documents/roster-sheet/archive.ts'],
  'csv-parse': ['documents/roster-sheet/separated.ts'],
};
const DOMAIN_PACKAGES = ['date-fns', '@date-fns/tz', '@date-fns/utc'];

type Import = { from: string; to: string; typeOnly: boolean; dynamic: boolean };
type Source = { file: string; text: string; program: ReturnType<typeof parseSync> };

const isSource = (name: string): boolean => /\.(ts|tsx)$/.test(name) && !name.endsWith('.d.ts');

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && isSource(entry.name) && !entry.name.includes('drizzle.config'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const sources: Source[] = ROOMS.flatMap(filesIn).map((file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return { file, text, program: parseSync(file, text) };
});

function importsOf({ file, text, program }: Source): Import[] {
  const { staticImports, staticExports, dynamicImports } = program.module;
  const fixed = staticImports.map(({ moduleRequest, entries, start, end }) => ({
    from: file,
    to: moduleRequest.value,
    dynamic: false,
    typeOnly:
      /^import\s+type\b/.test(text.slice(start, end)) ||
      (entries.length > 0 && entries.every((entry) => entry.isType)),
  }));
  const passed = staticExports.flatMap(({ entries }) =>
    entries
      .filter((entry) => entry.moduleRequest)
      .map((entry) => ({
        from: file,
        to: entry.moduleRequest!.value,
        dynamic: false,
        typeOnly: entry.isType,
      })),
  );
  const late = dynamicImports.map(({ moduleRequest }) => ({
    from: file,
    to: text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    dynamic: true,
    typeOnly: false,
  }));
  return [...fixed, ...passed, ...late];
}

const imports = sources.flatMap(importsOf);
const roomOf = (file: string): Room => file.split('/')[0] as Room;
const isOwn = ({ to }: Import): boolean => to.startsWith('.');
const targetOf = ({ from, to }: Import): string => relative(ROOT, resolve(ROOT, dirname(from), to));
const packageOf = (to: string): string =>
  to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/');
const inWords = (each: Import): string => `${each.from} → ${each.to}`;

describe('rooms', () => {
  it('are entered only by those who may', () => {
    const wrong = imports.filter(isOwn).filter((each) => {
      const [here, there] = [roomOf(each.from), roomOf(targetOf(each))];
      if (here === there || !ROOMS.includes(there)) return false;
      if (each.from === 'bot/main.ts' && there === 'desk') return !each.dynamic && !each.typeOnly;
      return !MAY_IMPORT[here].includes(there);
    });
    expect(wrong.map(inWords)).toEqual([]);
  });

  it('know of the database only the port and what is written over it', () => {
    const overThePort = ['db/store.ts', 'db/reads.ts', 'db/kept-campaigns.ts', 'db/rehearsal-sources.ts'];
    const wrong = imports.filter(isOwn).filter((each) => {
      const target = targetOf(each);
      return (
        ['commands', 'scheduler'].includes(roomOf(each.from)) &&
        roomOf(target) === 'db' &&
        !overThePort.includes(target)
      );
    });
    expect(wrong.map(inWords)).toEqual([]);
  });

  it('keep packages where they belong', () => {
    const wrong = imports
      .filter((each) => !isOwn(each))
      .filter((each) => {
        const homes = PACKAGE_ROOMS[packageOf(each.to)];
        return homes && !homes.some((home) => each.from === home || each.from.startsWith(`${home}/`));
      });
    expect(wrong.map(inWords)).toEqual([]);
  });

  it('leave the rules pure: domain imports date-fns and its own kind', () => {
    const wrong = imports.filter(
      (each) =>
        roomOf(each.from) === 'domain' && !isOwn(each) && !DOMAIN_PACKAGES.includes(packageOf(each.to)),
    );
    expect(wrong.map(inWords)).toEqual([]);
  });

  it('give messages only the types of Slack', () => {
    const wrong = imports.filter(
      (each) => roomOf(each.from) === 'messages' && packageOf(each.to) === '@slack/types' && !each.typeOnly,
    );
    expect(wrong.map(inWords)).toEqual([]);
  });

  it('read no clock in rules, commands and scheduler: now is passed in', () => {
    const wrong = sources
      .filter(({ file }) => ['domain', 'commands', 'scheduler', 'messages'].includes(roomOf(file)))
      .filter(({ text }) => /Date\.now\(\)|new Date\(\)/.test(text));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('are the only folders', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const known = [...ROOMS, 'test', 'docs', '.ci', '.git', 'node_modules', 'dist', 'data'];
    expect(folders.filter((folder) => !known.includes(folder))).toEqual([]);
  });
});

// Seeing

/** Where outside the rules it is asked whether somebody is of the office: to do something, not to see it. */
const OFFICE_DOES: readonly string[] = [
  'commands/amend/propose.ts',
  'commands/ask/forbidden.ts',
  'commands/bulletin.ts',
  'commands/chase.ts',
  'commands/consultation.ts',
  'commands/consultation/own.ts',
  'commands/filing-target.ts',
  'commands/leave.ts',
  'commands/own-rows.ts',
  'commands/questions/overdue.ts',
  'commands/questions/who.ts',
  'commands/replace-liaison.ts',
  'commands/review-row.ts',
  'commands/roster.ts',
  'commands/roster/bind.ts',
  'commands/roster/edit-person.ts',
  'commands/roster/edit-unit.ts',
  'commands/roster/read.ts',
  'commands/settings.ts',
  'commands/show.ts',
  'commands/standing-of-duty.ts',
  'commands/status.ts',
  'commands/task/new-opening.ts',
  'scheduler/describe-consultation.ts',
  'scheduler/describe-task.ts',
];
/** Leaders give tasks; for everything else they are asked about they only look. */
const LEADERS_DO: readonly string[] = ['commands/ask/forbidden.ts', 'commands/task/new-opening.ts'];
/** Inspectors do nothing but look. */
const INSPECTORS_DO: readonly string[] = [];

const importersOf = (name: string): string[] =>
  sources
    .filter(({ file }) => roomOf(file) !== 'domain')
    .filter(({ program }) =>
      program.module.staticImports.some(
        ({ moduleRequest, entries }) =>
          moduleRequest.value.endsWith('/permission.ts') &&
          entries.some(({ importName }) => importName.name === name),
      ),
    )
    .map(({ file }) => file);

describe('seeing', () => {
  it.each([
    ['isOffice', OFFICE_DOES],
    ['isLeader', LEADERS_DO],
    ['isInspector', INSPECTORS_DO],
  ])('is asked of domain/sight.ts: %s serves who may do something', (name, known) => {
    expect(importersOf(name).filter((file) => !known.includes(file))).toEqual([]);
  });

  it('goes by one rule whatever it is called', () => {
    const named = /\b(?:const|function) ((?:sees|maySee|canSee|isSeen|seenBy)\w*)\b[\s\S]*?(?:;\n|\n})/g;
    const own = sources
      .filter(({ file }) => roomOf(file) !== 'domain')
      .flatMap(({ file, text }) =>
        [...text.matchAll(named)]
          .filter(([body]) => !/maySee\(/.test(body))
          .map(([, name]) => `${file} ${name}`),
      );
    expect(own).toEqual([]);
  });
});

// Size

type Node = { type: string; start: number; end: number; [key: string]: unknown };
const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

function walk(node: unknown, visit: (node: Node) => void): void {
  for (const each of Array.isArray(node) ? node : []) walk(each, visit);
  if (Array.isArray(node) || !node || typeof node !== 'object') return;
  const found = node as Node;
  if (typeof found.type === 'string') visit(found);
  for (const value of Object.values(found)) walk(value, visit);
}

const isFunction = (node: Node): boolean =>
  FUNCTIONS.includes(node.type) && (node.body as Node | undefined)?.type === 'BlockStatement';

function functionsInside(node: Node): Node[] {
  const inside: Node[] = [];
  walk(node.body, (each) => {
    if (isFunction(each) && !inside.some((outer) => each.start >= outer.start && each.end <= outer.end))
      inside.push(each);
  });
  return inside;
}

/** Own lines of every function: a function that only holds others (a factory) is as long as what it says itself. */
function functionLengths({ file, text, program }: Source): { at: string; lines: number }[] {
  const linesOf = ({ start, end }: Node) => text.slice(start, end).split('\n').length;
  const found: { at: string; lines: number }[] = [];
  walk(program.program, (node) => {
    if (!isFunction(node)) return;
    const held = functionsInside(node).reduce((sum, each) => sum + linesOf(each), 0);
    found.push({
      at: `${file}:${text.slice(0, node.start).split('\n').length}`,
      lines: linesOf(node) - held,
    });
  });
  return found;
}

const median = (numbers: number[]): number =>
  numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

describe('size', () => {
  const bodies = sources.flatMap(functionLengths);

  it('keeps the median function near eight lines', () => {
    expect(median(bodies.map(({ lines }) => lines))).toBeLessThanOrEqual(10);
  });

  it('has no function longer than sixty lines', () => {
    expect(bodies.filter(({ lines }) => lines > 60).map(({ at, lines }) => `${at} ${lines}`)).toEqual([]);
  });

  it('has no file where everything meets; a list of words may be long', () => {
    const isWords = (file: string) => /-words\.ts$|^messages\/(zh|en)/.test(file);
    const long = sources
      .map(({ file, text }) => ({ file, lines: text.split('\n').length }))
      .filter(({ file, lines }) => lines > 400 && !isWords(file));
    expect(long.map(({ file, lines }) => `${file} ${lines}`)).toEqual([]);
  });

  it('opens every file of more than thirty lines with what it owns', () => {
    const silent = sources.filter(
      ({ text }) => text.split('\n').length > 30 && !/^(#!.*\n)?(\/\/|\/\*)/.test(text),
    );
    expect(silent.map(({ file }) => file)).toEqual([]);
  });
});
