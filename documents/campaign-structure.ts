// Checks the shape of a file against its schema and turns the schema's complaints into problems with lines.
// What is wrong is then cut out, so that the checks of meaning can go on with the rest and all problems come at once.

import type { z } from 'zod';
import type { FileProblem, Notation, ProblemDetail, Shape } from '../domain/file-problem.ts';
import type { Known } from './nearest.ts';
import { knownWords } from './nearest.ts';
import { type Path, type Plain, pathText, placeOf } from './source-values.ts';
import type { SourceNode } from './yaml-source.ts';

/** What is left of a written value when everything misshapen is cut out of it. */
export type Partly<T> = T extends readonly (infer Item)[]
  ? (Partly<Item> | undefined)[]
  : T extends object
    ? { [Key in keyof T]?: Partly<T[Key]> }
    : T;

export type FindNearest = (typed: string, among: readonly Known[]) => Known | undefined;

/** `sound` is what is left, `data` the whole where nothing was wrong, `cut` the paths at which nothing can be concluded. */
export type Structure<T> = { sound: Partly<T>; data?: T; problems: FileProblem[]; cut: ReadonlySet<string> };

type Issue = z.core.$ZodIssue;
type Fault = { path: Path; detail: ProblemDetail; atKey?: boolean; found?: string };

/** The problems of shape, and the values without what is misshapen. */
export const checkStructure = <T>(
  schema: z.ZodType<T>,
  root: SourceNode,
  plain: Plain,
  findNearest: FindNearest,
): Structure<T> => {
  const result = schema.safeParse(plain);
  if (result.success) return { sound: plain as Partly<T>, data: result.data, problems: [], cut: new Set() };
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, [], plain, schema));
  const known = faults.map((fault) => ({ fault, problem: problemOf(fault, root, findNearest) }));
  const mistyped = new Set(known.flatMap(({ fault, problem }) => keyMeant(fault, problem)));
  const cut = new Set([...mistyped, ...faults.map((fault) => fault.path.join('.'))]);
  // `nmae: x` is one mistake, not an unknown key and a missing one.
  const problems = known
    .filter(({ fault }) => fault.detail.code !== 'missing_key' || !mistyped.has(fault.path.join('.')))
    .map(({ problem }) => problem);
  for (const fault of faults) cutOut(plain, fault.path);
  return { sound: plain as Partly<T>, problems, cut };
};

const keyMeant = (fault: Fault, problem: FileProblem): string[] =>
  problem.code === 'unknown_key' && problem.near
    ? [[...fault.path.slice(0, -1), problem.near].join('.')]
    : [];

const problemOf = (fault: Fault, root: SourceNode, findNearest: FindNearest): FileProblem => {
  const { detail, path } = fault;
  const place = placeOf(root, path, fault.atKey);
  const found = fault.found ?? place.found;
  const base = { line: place.line, column: place.column, path: pathText(path), found, ...detail };
  if (detail.code !== 'unknown_key' && detail.code !== 'unknown_word') return base;
  const near = findNearest(found, knownWords(detail.expected));
  return near ? { ...base, near: near.value } : base;
};

const valueAt = (plain: Plain, path: Path): Plain => {
  let at: Plain = plain;
  for (const part of path) at = typeof at === 'object' ? (at as { [key: string]: Plain })[part] : undefined;
  return at;
};

const cutOut = (plain: Plain, path: Path): void => {
  const parent = valueAt(plain, path.slice(0, -1));
  const last = path.at(-1);
  if (last === undefined || typeof parent !== 'object') return;
  // A place in a list is emptied, not closed up: the positions of what follows must stay true.
  if (Array.isArray(parent)) parent[Number(last)] = undefined;
  else delete parent[last];
};

const SHAPES: Record<string, Shape> = {
  string: 'text',
  number: 'integer',
  int: 'integer',
  boolean: 'boolean',
  array: 'list',
  object: 'map',
  record: 'map',
};

const faultsOf = (issue: Issue, above: Path, plain: Plain, schema: z.ZodType): Fault[] => {
  const path = [...above, ...issue.path] as Path;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(path, key, schema));
    case 'invalid_type':
      return [typeFault(path, SHAPES[issue.expected] ?? 'text', issue.message, plain)];
    case 'invalid_value':
      return [valueFault(path, issue.values.map(String), plain)];
    case 'invalid_union':
      return unionFaults(issue.errors, path, plain, schema);
    case 'invalid_key':
      return [
        { path, atKey: true, found: String(path.at(-1)), detail: { code: 'bad_notation', expected: 'id' } },
      ];
    case 'too_small':
      if (issue.origin === 'array') return [{ path, detail: { code: 'empty_list', expected: 'entry' } }];
      return [notationFault(path, issue.message)];
    default:
      return [notationFault(path, issue.message)];
  }
};

const notationFault = (path: Path, message: string): Fault => ({
  path,
  detail: { code: 'bad_notation', expected: message as Notation },
});

const missing = (path: Path): Fault => ({
  path,
  found: '',
  detail: { code: 'missing_key', expected: String(path.at(-1)) },
});

const isKeyLeftOut = (path: Path, plain: Plain): boolean =>
  typeof path.at(-1) === 'string' && valueAt(plain, path) === undefined;

const INTEGER_NOTATIONS: readonly string[] = ['minutes', 'call_minutes', 'decimals'];

// The schema words only the integers itself (minutes, decimals): there the message is a notation, not a shape.
const typeFault = (path: Path, shape: Shape, message: string, plain: Plain): Fault => {
  if (isKeyLeftOut(path, plain)) return missing(path);
  if (INTEGER_NOTATIONS.includes(message)) return notationFault(path, message);
  return { path, detail: { code: 'wrong_shape', expected: shape } };
};

const valueFault = (path: Path, choices: string[], plain: Plain): Fault => {
  if (isKeyLeftOut(path, plain)) return missing(path);
  if (typeof valueAt(plain, path) === 'object')
    return { path, detail: { code: 'wrong_shape', expected: 'text' } };
  return { path, detail: { code: 'unknown_word', expected: choices } };
};

// The only union of a file is an item of a form: a field, or `figures`. Which one was meant shows in its keys.
const unionFaults = (branches: Issue[][], path: Path, plain: Plain, schema: z.ZodType): Fault[] => {
  const value = valueAt(plain, path);
  if (typeof value !== 'object' || Array.isArray(value)) {
    return [{ path, detail: { code: 'wrong_shape', expected: 'map' } }];
  }
  const branch = 'figures' in value ? branches.at(-1)! : branches[0]!;
  return branch.flatMap((issue) => faultsOf(issue, path, plain, schema));
};

const unknownKey = (path: Path, key: string, schema: z.ZodType): Fault => ({
  path: [...path, key],
  atKey: true,
  found: key,
  detail: { code: 'unknown_key', expected: keysAt(schema, path) },
});

type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  valueType?: z.ZodType;
  innerType?: z.ZodType;
  options?: z.ZodType[];
};
const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def;

/** The keys the schema knows at a path; of a union, those of all its branches. */
const keysAt = (schema: z.ZodType, path: Path): string[] => {
  const def = defOf(schema);
  if (def.innerType) return keysAt(def.innerType, path);
  if (def.options) return def.options.flatMap((option) => keysAt(option, path));
  const [part, ...rest] = path;
  if (part === undefined) return Object.keys(def.shape ?? {});
  const next = def.element ?? def.valueType ?? def.shape?.[part];
  return next ? keysAt(next, rest) : [];
};
