// What can be wrong with a file a person wrote, as data: where, what was found, what would be right.
// Owns the closed list of codes. Holds no wording (file-problem-words.ts has all of it) and reads no file.

import type { OtherMeaning } from './unit-names.ts';

/** Instead of a line: what is wrong was never a file, but a change made in chat. */
export const NO_LINE = 0;

/** Where a problem stands. `line` and `column` count from 1; `path` is keys and positions (from 0) joined by dots. */
export type ProblemPlace = {
  line: number;
  column?: number;
  path: string;
  /** The text that was found, or '' where something is missing. */
  found: string;
  /** The nearest known value, as it would have to be written, and the name people know it by. */
  near?: string;
  nearName?: string;
  /** Set when the line belongs to another file that this one names. */
  file?: string;
};

/** How a value must be written. */
export type Notation =
  | 'id'
  | 'name'
  | 'text'
  | 'date'
  | 'email'
  | 'slack_user'
  | 'working_hours'
  | 'due_week'
  | 'due_month'
  | 'due_phase'
  | 'once'
  | 'on_holiday'
  | 'step_at'
  | 'minutes'
  | 'call_minutes'
  | 'decimals'
  | 'choice';

export type Shape = 'text' | 'integer' | 'boolean' | 'list' | 'map';

export type SyntaxFault =
  | 'unclosed'
  | 'bad_indent'
  | 'nested_colon'
  | 'reserved_character'
  | 'bad_escape'
  | 'bad_key'
  | 'bad_anchor'
  | 'unexpected';

/** The lists whose entries carry ids. */
export type IdList = 'units' | 'areas' | 'phases' | 'figures' | 'forms' | 'fields' | 'duties';

export type Spanned = 'campaign' | 'unit' | 'phase' | 'duty' | 'working_hours' | 'quiet_days';

/** Why nobody can ever owe a duty: nobody is named, they do not exist on the day, or no day falls inside. */
export type NeverOwedReason = 'no_unit' | 'no_unit_then' | 'no_date' | 'no_phase';

export type ProblemDetail =
  // the text
  | { code: 'too_large'; expected: number }
  | { code: 'not_text'; expected: 'utf-8' }
  | { code: 'empty_file'; expected: 'map' }
  | { code: 'tab_indent'; expected: 'spaces' }
  | { code: 'bad_syntax'; expected: SyntaxFault }
  | { code: 'duplicate_key'; expected: 'once'; firstLine: number }
  | { code: 'several_documents'; expected: 'one' }
  | { code: 'too_deep'; expected: number }
  | { code: 'unknown_anchor'; expected: 'anchor' }
  | { code: 'circular_anchor'; expected: 'anchor' }
  | { code: 'too_many_aliases'; expected: number }
  // the shape
  | { code: 'unknown_key'; expected: readonly string[] }
  | { code: 'missing_key'; expected: string }
  | { code: 'wrong_shape'; expected: Shape }
  | { code: 'unknown_word'; expected: readonly string[] }
  | { code: 'bad_notation'; expected: Notation }
  | { code: 'misplaced_key'; expected: string }
  | { code: 'exactly_one'; expected: readonly string[] }
  | { code: 'empty_list'; expected: 'entry' }
  // the meaning
  | { code: 'unknown_zone'; expected: 'zone' }
  | { code: 'ends_before_start'; expected: string; what: Spanned }
  | { code: 'duplicate_id'; expected: 'unique'; list: IdList; firstLine: number }
  | { code: 'reserved_id'; expected: 'other' }
  | { code: 'shared_name'; expected: 'unique'; unit: string; firstLine: number }
  | { code: 'says_else'; expected: OtherMeaning }
  | { code: 'no_office'; expected: 'office' }
  | { code: 'several_offices'; expected: 'one'; firstLine: number }
  | { code: 'unknown_unit'; expected: 'unit' | 'unit_or_kind' | 'lead' }
  | { code: 'unknown_duty'; expected: 'report_duty' }
  | { code: 'unknown_form'; expected: 'form' }
  | { code: 'unknown_figure'; expected: 'figure' }
  | { code: 'unknown_phase'; expected: 'phase' }
  | { code: 'not_a_report'; expected: 'report_duty' }
  | { code: 'too_many'; expected: number; what: 'fields' | 'choices' }
  | { code: 'repeated'; expected: 'once'; firstLine: number }
  | { code: 'unit_needed'; expected: string }
  | { code: 'no_address'; expected: 'email_or_slack' }
  | { code: 'two_names'; expected: string; firstLine: number }
  | { code: 'two_slack_ids'; expected: string; firstLine: number }
  | { code: 'duty_never_owed'; expected: NeverOwedReason }
  | { code: 'own_parent'; expected: 'other' }
  | { code: 'notice_unreadable'; expected: 'notice' }
  // warnings: the file is taken all the same
  | { code: 'unit_without_liaison'; expected: 'liaison' }
  | { code: 'unused_form'; expected: 'duty' }
  | { code: 'calendar_provisional'; expected: 'notice' };

export type ProblemCode = ProblemDetail['code'];

/** One thing that is wrong with a file; described for people by `describeProblem`. */
export type FileProblem = ProblemPlace & ProblemDetail;

const byPlace = (a: FileProblem, b: FileProblem): number =>
  (a.file ?? '').localeCompare(b.file ?? '') || a.line - b.line || (a.column ?? 0) - (b.column ?? 0);

/** Puts problems in the order of the file and drops those an alias made appear twice. */
export const inFileOrder = (problems: readonly FileProblem[]): FileProblem[] => {
  const seen = new Set<string>();
  const isNew = (problem: FileProblem): boolean => {
    const key = [
      problem.file,
      problem.line,
      problem.column,
      problem.code,
      problem.found,
      problem.expected,
    ].join('\u0000');
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  return [...problems].sort(byPlace).filter(isNew);
};

/** The same problem without a place, for what was never a file. */
export const withoutPlace = (problem: FileProblem): FileProblem =>
  ({
    ...problem,
    line: NO_LINE,
    path: '',
    ...('firstLine' in problem && { firstLine: NO_LINE }),
  }) as FileProblem;
