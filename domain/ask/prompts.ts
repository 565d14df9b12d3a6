// Questions that are suggested to somebody who opens the conversation with Duban and has not asked anything yet. A rule over
// the roles they hold: each suggests what its holder wants to know first and may have an answer to. The words stand in
// messages/; a test holds them to being read surely.

import type { Posting, Role } from '../campaign.ts';

export type PromptName =
  | 'missing'
  | 'figures'
  | 'overdue_tasks'
  | 'tasks_in_review'
  | 'progress'
  | 'red'
  | 'consultation'
  | 'due_next_week'
  | 'mine'
  | 'own_tasks'
  | 'own_reported'
  | 'own_overdue'
  | 'late_this_month';

/** Slack shows no more. */
const MOST_PROMPTS = 4;

const OFFICE: readonly PromptName[] = ['missing', 'figures', 'overdue_tasks', 'tasks_in_review'];
const LEADER: readonly PromptName[] = ['progress', 'red', 'figures', 'consultation'];
const LIAISON: readonly PromptName[] = ['due_next_week', 'mine', 'own_tasks', 'consultation'];
const OF_ROLE: Record<Role, readonly PromptName[]> = {
  office_director: OFFICE,
  office_staff: OFFICE,
  leader: LEADER,
  deputy_leader: LEADER,
  inspector: ['late_this_month', 'overdue_tasks', 'red', 'figures'],
  head: ['own_reported', 'own_overdue', 'own_tasks', 'consultation'],
  liaison: LIAISON,
  deputy: LIAISON,
};

/** At most four questions for somebody with these postings; of several roles by turns, in the order above. None for a stranger. */
export function suggestedPrompts(postings: readonly Posting[]): PromptName[] {
  const held = new Set(postings.map(({ role }) => role));
  const wishes = (Object.keys(OF_ROLE) as Role[])
    .filter((role) => held.has(role))
    .map((role) => OF_ROLE[role]);
  const byTurns = [0, 1, 2, 3].flatMap((turn) => wishes.flatMap((wish) => wish[turn] ?? []));
  return [...new Set(byTurns)].slice(0, MOST_PROMPTS);
}
