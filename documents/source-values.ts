// From a YAML tree to the plain values a schema checks, and from a path back to its place in the file.
// Texts stay texts unless their key says number or truth value; what is left empty counts as left out.

import { NO_LINE } from '../domain/file-problem.ts';
import type { SourceNode, Spot } from './yaml-source.ts';

export type Path = readonly (string | number)[];
export type Plain = string | number | boolean | undefined | Plain[] | { [key: string]: Plain };
/** Keys whose plain scalars are a number, or a truth value (where standing alone means yes: `{date: …, off}`). */
export type TypedKeys = { numbers: ReadonlySet<string>; booleans: ReadonlySet<string> };

/** The values of a tree. Maps have no prototype, so that no key of a file can mean more than itself. */
export const plainOf = (node: SourceNode, typed: TypedKeys, key = ''): Plain => {
  switch (node.kind) {
    case 'nothing':
      return key === 'off' || key === 'work' ? true : undefined;
    case 'text':
      return node.plain ? scalarOf(node.text, typed, key) : node.text.trim();
    case 'list':
      return node.items.map((item) => plainOf(item, typed));
    case 'map':
      return plainMap(node.entries, typed);
  }
};

const plainMap = (entries: Map<string, { node: SourceNode }>, typed: TypedKeys): { [key: string]: Plain } => {
  const map: { [key: string]: Plain } = Object.create(null);
  for (const [key, { node }] of entries) {
    const value = plainOf(node, typed, key);
    if (value !== undefined) map[key] = value;
  }
  return map;
};

const scalarOf = (text: string, typed: TypedKeys, key: string): Plain => {
  if (typed.numbers.has(key) && /^[+-]?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (typed.booleans.has(key) && /^(?:true|True|TRUE)$/.test(text)) return true;
  if (typed.booleans.has(key) && /^(?:false|False|FALSE)$/.test(text)) return false;
  return text;
};

const NOWHERE: Spot = { line: NO_LINE, column: 0 };

// Made by the ten thousand, as in yaml-source.ts: named fields, no spreading.
const mapOf = (value: object): SourceNode => {
  const entries = new Map<string, { key: Spot; node: SourceNode }>();
  for (const [key, each] of Object.entries(value))
    if (each !== undefined) entries.set(key, { key: NOWHERE, node: treeOf(each) });
  return { line: NO_LINE, column: 0, size: 1, depth: 1, kind: 'map', entries };
};

/** The tree of values that were never text: as a file with these values would be read, but that nothing in it has a place. */
export const treeOf = (value: unknown): SourceNode => {
  if (value === undefined || value === null)
    return { line: NO_LINE, column: 0, size: 1, depth: 1, kind: 'nothing' };
  if (Array.isArray(value))
    return { line: NO_LINE, column: 0, size: 1, depth: 1, kind: 'list', items: value.map(treeOf) };
  if (typeof value === 'object') return mapOf(value);
  const plain = typeof value !== 'string';
  return { line: NO_LINE, column: 0, size: 1, depth: 1, kind: 'text', text: String(value), plain };
};

const child = (node: SourceNode, part: string | number): { node: SourceNode; key?: Spot } | undefined => {
  if (node.kind === 'list') {
    const item = node.items[Number(part)];
    return item && { node: item };
  }
  return node.kind === 'map' ? node.entries.get(String(part)) : undefined;
};

/** What stands at a path: its place (of the value, or of the key where `atKey`), else the place of what encloses it. */
export const placeOf = (root: SourceNode, path: Path, atKey = false): Spot & { found: string } => {
  let at = root;
  let key: Spot | undefined;
  for (const part of path) {
    const next = child(at, part);
    if (!next) return { line: at.line, column: at.column, found: '' };
    at = next.node;
    key = next.key;
  }
  const spot = (atKey && key) || at;
  return { line: spot.line, column: spot.column, found: at.kind === 'text' ? at.text : '' };
};

/** A path as people read it: `duties.2.owed_by`, without the position of a single value in a list. */
export const pathText = (path: Path): string => {
  const shown = typeof path.at(-1) === 'number' && path.length > 2 ? path.slice(0, -1) : path;
  return shown.join('.');
};
