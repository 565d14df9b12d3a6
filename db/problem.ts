// Why a database cannot be used, as data; whoever starts the process finds the words for people.

export type Problem =
  /** Neither `file:PATH` nor `postgres://…`. */
  | { code: 'not_a_url'; url: string }
  /** Another bot process has this file. */
  | { code: 'locked_by_other_bot'; file: string }
  /** Somebody's, but not ours: another program's tables, or no database at all. */
  | { code: 'not_duban_database'; where: string }
  /** Ours, and damaged; `detail` is what the engine says. */
  | { code: 'corrupt'; where: string; detail: string }
  /** The folder or file cannot be made, read or written. */
  | { code: 'not_writable'; where: string; detail: string }
  /** No server there, or the connection broke. */
  | { code: 'unreachable'; where: string; detail: string }
  /** The server answered and refused: password, database or rights. */
  | { code: 'refused'; where: string; detail: string }
  /** Written by a version that knows migrations this one does not. */
  | { code: 'newer_schema'; where: string }
  /** Migrations are missing and were not allowed. */
  | { code: 'older_schema'; where: string };

export type ProblemCode = Problem['code'];

/** Thrown by openStore; the message is for logs, `problem` for everybody else. Never holds a password. */
export class DatabaseProblem extends Error {
  override name = 'DatabaseProblem';
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    const { code, ...params } = problem;
    super(`database ${code}: ${JSON.stringify(params)}`, { cause });
    this.problem = problem;
  }

  get code(): ProblemCode {
    return this.problem.code;
  }
}

/** What an error of a driver says of itself: its code (`SQLITE_CORRUPT`, `ECONNREFUSED`, `28P01`) or ''. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** The URL as it may be logged. */
export const withoutPassword = (url: string): string =>
  url.replace(/(\/\/[^:/@]*):.*@/, '$1:***@').replace(/([?&]password=)[^&]*/, '$1***');
