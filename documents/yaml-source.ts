// Reads YAML 1.2 into a tree that remembers where everything stands. Scalars stay the text that was written, so that
// `due: 10`, a phone number and `+0` keep their spelling; what a text means is for the reader of the tree to say.
// Must not know what the file is about. Invariants: never throws; depth and alias expansion are bounded before
// anything recursive runs (a deep enough file would otherwise exhaust the stack, which can end the process).

import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
  type YAMLError,
} from 'yaml';
import type { FileProblem, ProblemDetail, SyntaxFault } from '../domain/file-problem.ts';

export type Spot = { line: number; column: number };
type Measured = Spot & { size: number; depth: number };
export type SourceNode = Measured &
  (
    | { kind: 'nothing' }
    | { kind: 'text'; text: string; plain: boolean }
    | { kind: 'list'; items: SourceNode[] }
    | { kind: 'map'; entries: Map<string, SourceEntry> }
  );
export type SourceEntry = { key: Spot; node: SourceNode };

export type YamlReading = { ok: true; root: SourceNode } | { ok: false; problems: FileProblem[] };

export const MAX_BYTES = 2 * 1024 * 1024;
export const MAX_DEPTH = 32;
/** How many nodes all aliases of a file together may stand for. */
export const MAX_ALIASED_NODES = 100_000;

const problemAt = (spot: Spot, found: string, detail: ProblemDetail, path = ''): FileProblem => ({
  ...spot,
  path,
  found,
  ...detail,
});

const START: Spot = { line: 1, column: 1 };
const refusal = (detail: ProblemDetail, found = '', spot = START): YamlReading => ({
  ok: false,
  problems: [problemAt(spot, found, detail)],
});

/** Decodes a file's bytes; absent when they are not UTF-8. */
export const findText = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Reads one document of YAML text (BOM and CRLF allowed), or says everything that keeps it from being read. */
export const readYaml = (raw: string): YamlReading => {
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  if (Buffer.byteLength(text) > MAX_BYTES) return refusal({ code: 'too_large', expected: MAX_BYTES });
  const stray = findUnreadable(text);
  if (stray) return refusal({ code: 'not_text', expected: 'utf-8' }, '', stray);
  try {
    return compose(text);
  } catch (error) {
    if (error instanceof RangeError) return refusal({ code: 'too_deep', expected: MAX_DEPTH });
    return refusal({ code: 'bad_syntax', expected: 'unexpected' });
  }
};

// A decoder that was not strict leaves U+FFFD where bytes were no UTF-8; NUL stands in no text file.
const findUnreadable = (text: string): Spot | undefined => {
  const index = ['\u0000', '\uFFFD'].map((stray) => text.indexOf(stray)).find((at) => at >= 0);
  if (index === undefined) return undefined;
  const before = text.slice(0, index);
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
};

const compose = (text: string): YamlReading => {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const spotOf = (offset: number): Spot => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const deep = tokens.map(findTooDeep).find((offset) => offset !== undefined);
  if (deep !== undefined) return refusal({ code: 'too_deep', expected: MAX_DEPTH }, '', spotOf(deep));
  // uniqueKeys compares every key with every other; the tree below finds repeats in one pass.
  const composer = new Composer({ version: '1.2', uniqueKeys: false, logLevel: 'silent' });
  const documents = [...composer.compose(tokens, true, text.length)];
  const errors = documents.flatMap((document) => document.errors);
  if (errors.length > 0) return { ok: false, problems: syntaxProblems(text, tokens, errors, spotOf) };
  return readDocuments(documents, spotOf);
};

const readDocuments = (documents: Document.Parsed[], spotOf: (offset: number) => Spot): YamlReading => {
  const filled = documents.filter((document) => document.contents !== null && !isBlank(document.contents));
  const [first, second] = filled;
  if (!first) return refusal({ code: 'empty_file', expected: 'map' });
  if (documents.length > 1) {
    const spot = spotOf((second ?? documents[1]!).range[0]);
    return refusal({ code: 'several_documents', expected: 'one' }, '---', spot);
  }
  return readTree(first, spotOf);
};

const isBlank = (node: Node): boolean => isScalar(node) && node.value === null && !node.anchor;

// Walked with a list of its own, not by calling itself: this is what makes it safe to recurse afterwards.
const findTooDeep = (root: CST.Token): number | undefined => {
  let level: CST.Token[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level;
    if (depth > MAX_DEPTH && first) return 'offset' in first ? first.offset : 0;
    const below: CST.Token[] = [];
    for (const token of level) collectWithin(token, below);
    level = below;
  }
  return undefined;
};

const collectWithin = (token: CST.Token, into: CST.Token[]): void => {
  if (token.type === 'document' && token.value) into.push(token.value);
  if (!('items' in token)) return;
  for (const item of token.items) {
    if (item.key) into.push(item.key);
    if (item.value) into.push(item.value);
  }
};

// ---- syntax

const FAULTS: Partial<Record<YAMLError['code'], SyntaxFault>> = {
  MISSING_CHAR: 'unclosed',
  BAD_INDENT: 'bad_indent',
  BLOCK_AS_IMPLICIT_KEY: 'nested_colon',
  BAD_SCALAR_START: 'reserved_character',
  BAD_DQ_ESCAPE: 'bad_escape',
  MULTILINE_IMPLICIT_KEY: 'bad_key',
  KEY_OVER_1024_CHARS: 'bad_key',
  NON_STRING_KEY: 'bad_key',
  ALIAS_PROPS: 'bad_anchor',
  BAD_ALIAS: 'bad_anchor',
  MULTIPLE_ANCHORS: 'bad_anchor',
};

type SyntaxPlace = { offset: number; fault: SyntaxFault };

// A parser notices an open quote or bracket at the end, and a key out of line at the value before it; a person looks for
// them where the one was opened and the other stands.
const placeOfError = (error: YAMLError, unclosed: readonly number[]): SyntaxPlace => {
  const [from, to] = error.pos;
  const isLeftOpen = /^(?:Missing closing|Flow )/.test(error.message);
  const opened = isLeftOpen ? unclosed.findLast((offset) => offset < to) : undefined;
  if (opened !== undefined) return { offset: opened, fault: 'unclosed' };
  if (error.code === 'MULTILINE_IMPLICIT_KEY') return { offset: Math.max(from, to - 1), fault: 'bad_indent' };
  return { offset: from, fault: FAULTS[error.code] ?? 'unexpected' };
};

/** Where quotes and brackets are opened that are never closed. */
const findUnclosed = (tokens: readonly CST.Token[]): number[] => {
  const offsets: number[] = [];
  for (let level = [...tokens]; level.length > 0; ) {
    const below: CST.Token[] = [];
    for (const token of level) {
      if (isUnclosed(token)) offsets.push(token.offset);
      collectWithin(token, below);
    }
    level = below;
  }
  return offsets.sort((a, b) => a - b);
};

const isUnclosed = (token: CST.Token): token is CST.FlowCollection | CST.FlowScalar => {
  if (token.type === 'flow-collection') return token.end.length === 0;
  if (token.type !== 'single-quoted-scalar' && token.type !== 'double-quoted-scalar') return false;
  return token.source.length < 2 || !token.source.endsWith(token.source[0]!);
};

// One slip makes a parser complain many times, so a line is named once and a tab explains what follows it.
const syntaxProblems = (
  text: string,
  tokens: readonly CST.Token[],
  errors: readonly YAMLError[],
  spotOf: (offset: number) => Spot,
): FileProblem[] => {
  const lines = text.split('\n');
  const tabbed = tabProblems(lines);
  const firstTab = tabbed[0]?.line ?? Number.POSITIVE_INFINITY;
  const unclosed = findUnclosed(tokens);
  const byLine = new Map<number, FileProblem>();
  for (const error of withoutEchoes(errors)) {
    const { offset, fault } = placeOfError(error, unclosed);
    const spot = spotOf(offset);
    if (error.code === 'TAB_AS_INDENT' || spot.line >= firstTab || byLine.has(spot.line)) continue;
    const found = (lines[spot.line - 1] ?? '').trim().slice(0, 60);
    byLine.set(spot.line, problemAt(spot, found, { code: 'bad_syntax', expected: fault }));
  }
  return [...byLine.values(), ...tabbed].sort((a, b) => a.line - b.line);
};

// A key out of line is also taken for a map within the value before it.
const withoutEchoes = (errors: readonly YAMLError[]): YAMLError[] => {
  const keys = new Set(
    errors.filter(({ code }) => code === 'MULTILINE_IMPLICIT_KEY').map(({ pos }) => pos[0]),
  );
  return errors.filter(({ code, pos }) => code !== 'BLOCK_AS_IMPLICIT_KEY' || !keys.has(pos[0]));
};

const tabProblems = (lines: string[]): FileProblem[] =>
  lines.flatMap((line, index) => {
    const tab = /^ *\t/.exec(line);
    if (!tab || line.trim() === '') return [];
    const spot = { line: index + 1, column: tab[0].length };
    return [problemAt(spot, '\t', { code: 'tab_indent', expected: 'spaces' })];
  });

// ---- the tree

type Walk = {
  spotOf: (offset: number) => Spot;
  anchors: Map<string, SourceNode | 'open'>;
  problems: FileProblem[];
  aliased: number;
};

const readTree = (document: Document.Parsed, spotOf: (offset: number) => Spot): YamlReading => {
  const walk: Walk = { spotOf, anchors: new Map(), problems: [], aliased: 0 };
  const root = treeOf(document.contents, START, '', walk);
  return walk.problems.length === 0 ? { ok: true, root } : { ok: false, problems: walk.problems };
};

// Nodes are made by the ten thousand: named fields are several times faster than spreading.
const nothing = ({ line, column }: Spot): SourceNode => ({
  line,
  column,
  size: 1,
  depth: 1,
  kind: 'nothing',
});

const treeOf = (node: Node | null | undefined, fallback: Spot, path: string, walk: Walk): SourceNode => {
  if (!node) return nothing(fallback);
  const spot = node.range ? walk.spotOf(node.range[0]) : fallback;
  if (isAlias(node)) return aliasOf(node.source, spot, path, walk);
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor) walk.anchors.set(anchor, 'open');
  const built = buildNode(node, spot, path, walk);
  if (anchor) walk.anchors.set(anchor, built);
  return built;
};

const buildNode = (node: Node, spot: Spot, path: string, walk: Walk): SourceNode => {
  if (isSeq(node)) return listOf(node.items as (Node | null)[], spot, path, walk);
  if (isMap(node)) return mapOf(node.items as { key: Node | null; value: Node | null }[], spot, path, walk);
  if (!isScalar(node)) return nothing(spot);
  const plain = node.type === 'PLAIN';
  const text = node.source ?? (node.value === null ? '' : String(node.value));
  if (plain && /^(?:~|null|Null|NULL)?$/.test(text)) return nothing(spot);
  const { line, column } = spot;
  return { line, column, size: 1, depth: 1, kind: 'text', text, plain };
};

const join = (path: string, part: string | number): string => (path === '' ? `${part}` : `${path}.${part}`);
const sizeOf = (parts: readonly SourceNode[]): number => parts.reduce((size, part) => size + part.size, 1);
const depthOf = (parts: readonly SourceNode[]): number =>
  parts.reduce((depth, part) => Math.max(depth, part.depth + 1), 1);

const listOf = (nodes: (Node | null)[], spot: Spot, path: string, walk: Walk): SourceNode => {
  const items = nodes.map((node, index) => treeOf(node, spot, join(path, index), walk));
  const { line, column } = spot;
  return { line, column, size: sizeOf(items), depth: depthOf(items), kind: 'list', items };
};

type NodePair = { key: Node | null; value: Node | null };
const mapOf = (pairs: NodePair[], spot: Spot, path: string, walk: Walk): SourceNode => {
  const entries = new Map<string, SourceEntry>();
  const merged: SourceNode[] = [];
  for (const pair of pairs) {
    const key = treeOf(pair.key, spot, path, walk);
    if (key.kind !== 'text') {
      walk.problems.push(problemAt(key, '', { code: 'bad_syntax', expected: 'bad_key' }, path));
      continue;
    }
    const node = treeOf(pair.value, key, join(path, key.text), walk);
    if (key.plain && key.text === '<<') merged.push(node);
    else addEntry(entries, key.text, { key, node }, path, walk);
  }
  for (const node of merged) mergeInto(entries, node, join(path, '<<'), walk);
  const nodes = Array.from(entries.values(), (entry) => entry.node);
  const { line, column } = spot;
  return { line, column, size: sizeOf(nodes), depth: depthOf(nodes), kind: 'map', entries };
};

const addEntry = (
  entries: Map<string, SourceEntry>,
  key: string,
  entry: SourceEntry,
  path: string,
  walk: Walk,
): void => {
  const first = entries.get(key);
  if (!first) {
    entries.set(key, entry);
    return;
  }
  const { line, column } = entry.key;
  const detail: ProblemDetail = { code: 'duplicate_key', expected: 'once', firstLine: first.key.line };
  walk.problems.push(problemAt({ line, column }, key, detail, join(path, key)));
};

// A map's own keys win over merged ones, and of several merged maps the first (the YAML merge-key rule).
const mergeInto = (entries: Map<string, SourceEntry>, from: SourceNode, path: string, walk: Walk): void => {
  if (from.kind === 'list') {
    for (const item of from.items) {
      if (item.kind === 'map') mergeInto(entries, item, path, walk);
      else mergeRefused(item, path, walk);
    }
    return;
  }
  if (from.kind === 'nothing') return;
  if (from.kind !== 'map') {
    mergeRefused(from, path, walk);
    return;
  }
  for (const [key, entry] of from.entries) if (!entries.has(key)) entries.set(key, entry);
};

const mergeRefused = (node: SourceNode, path: string, walk: Walk): void => {
  const { line, column } = node;
  const found = node.kind === 'text' ? node.text : '';
  walk.problems.push(problemAt({ line, column }, found, { code: 'wrong_shape', expected: 'map' }, path));
};

const aliasOf = (name: string, spot: Spot, path: string, walk: Walk): SourceNode => {
  const target = walk.anchors.get(name);
  const refuse = (detail: ProblemDetail): SourceNode => {
    walk.problems.push(problemAt(spot, `*${name}`, detail, path));
    return nothing(spot);
  };
  if (target === undefined) return refuse({ code: 'unknown_anchor', expected: 'anchor' });
  if (target === 'open') return refuse({ code: 'circular_anchor', expected: 'anchor' });
  if (target.depth > MAX_DEPTH) return refuse({ code: 'too_deep', expected: MAX_DEPTH });
  const before = walk.aliased;
  walk.aliased += target.size;
  if (walk.aliased <= MAX_ALIASED_NODES) return { ...target, ...spot };
  // The first alias beyond the limit is named, not each of the thousands after it.
  if (before > MAX_ALIASED_NODES) return nothing(spot);
  return refuse({ code: 'too_many_aliases', expected: MAX_ALIASED_NODES });
};
