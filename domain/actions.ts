// The pointers that buttons and forms carry. They point, they never prove: whoever presses is checked anew.
// The same input may come from typed words, so a button is a sentence the person did not have to type.

import type { CommandName } from './outcome.ts';

/** What can be asked for: the commands, and actions behind buttons and forms that have no words of their own. */
export type ActionName =
  | CommandName
  | 'note'
  | 'draft'
  | 'decide_dispute'
  | 'home'
  | 'ask'
  | 'amendment'
  | 'setup';

/** A reading of a question as a button carries it: an intent and what it is about. Checked anew when it comes back. */
export type OfferedReading = Readonly<Record<string, unknown>>;

/** What may stand in a button's or form's pointer. Every action reads the parts it knows. */
export type ActionInput = {
  /** For people of several campaigns: the one that is meant, where no row says it. */
  campaign?: string;
  /** Ledger row the action is about. */
  obligation?: string;
  bulletin?: string;
  task?: string;
  consultation?: string;
  topic?: string;
  incident?: string;
  /** A change of settings or roster that was shown. */
  amendment?: string;
  /** The message that a task or an incident is made from. */
  permalink?: string;
  /**
   * The words of that message, to begin with, or those that are looked for; they stand in the form's fields and never in a
   * pointer.
   */
  text?: string;
  duty?: string;
  unit?: string;
  period?: string;
  /** A campaign's area, for its lead units. */
  area?: string;
  person?: string;
  /** Which of an action's verbs: bulletin preview/edit/approve/publish/correct, task sign/close …, settings language zh/en/slack … */
  verb?: string;
  /** Reminder step that a 已知悉 belongs to. */
  step?: string;
  /** 与上周相同: fill the form from the last period. */
  copyLast?: boolean;
  /**
   * A version of a report; the number of a bulletin or a task, whose year stands in `period`; beside `task` how long its
   * timeline was when the form was made, so that who decides on an older one hears what was decided since.
   */
  no?: number;
  days?: number;
  from?: string;
  to?: string;
  upheld?: boolean;
  /** How much of a list was shown already. */
  offset?: number;
  /** The reading that a choice offered. */
  reading?: OfferedReading;
  /** Typed values by field id; their presence means "do it", their absence "ask me". */
  values?: Record<string, string>;
  files?: { id: string; name: string }[];
  /** Idempotency key of a submission (view id and hash). */
  key?: string;
};
