// Who may read an answer that was asked for before others: in a channel it is said openly only if everybody on the roster
// may see all of it (sight.ts), and the channel is not another campaign's; else it goes to the asker alone, with a word in
// the thread. Roster, audit, drafts, one's own matters and whatever was asked for in private go to the asker alone in any
// case (product.md, "In chat").

import type { Posting } from './campaign.ts';
import type { ObligationFacts } from './facts.ts';
import { as, type PersonId } from './ids.ts';
import type { Outcome, Refusal } from './outcome.ts';
import { type Matter, maySee } from './sight.ts';

/** What an answer states: matters of the campaign, or something that is the asker's own business. */
type Stated = readonly (Matter | 'own')[];
type StatedBy = { [K in Outcome['kind']]: (outcome: Extract<Outcome, { kind: K }>) => Stated };

/** Somebody on the roster of whom nothing else is known: what they may see, everybody on it may. */
const SOMEBODY: readonly Posting[] = [{ person: as<PersonId>(''), name: '', role: 'liaison' }];

/** Refusals that say what only those concerned may know. */
const NAMING: ReadonlySet<Refusal['kind']> = new Set([
  'which_task',
  'task_state',
  'extension_too_late',
  'extension_pending',
  'consultation_state',
  'topics_closed',
  'no_such_incident',
  'which_incident',
  'incident_not_yours',
  'incident_state',
  'leave_overlaps',
]);

const nothing = (): Stated => [];
const standing = (): Stated => [{ kind: 'standing' }];
const figuresOf = (figures: readonly unknown[]): Stated =>
  figures.length > 0 ? [{ kind: 'contents', unit: null }] : [];

/** Why a report was returned says something of what stands in it. */
const whyReturned = ({ standing: stands, reason, unit }: ObligationFacts): Stated =>
  stands === 'returned' && reason !== null ? [{ kind: 'contents', unit: unit.id }] : [];

/** Whatever is not named here is the asker's own business: a new kind of answer is open to nobody else by oversight. */
const STATED_BY: Partial<StatedBy> = {
  refused: ({ refusal }) => (NAMING.has(refusal.kind) ? ['own'] : []),
  settings: nothing,
  help: nothing,
  clarify: nothing,
  filed: ({ report }) => [{ kind: 'contents', unit: report.obligation.unit.id }],
  mine: ({ tasks }) => (tasks.length > 0 ? ['own'] : standing()),
  status: ({ figures }) => [...standing(), ...figuresOf(figures)],
  unit_status: standing,
  missing: standing,
  who: ({ rows }) => [...standing(), ...rows.flatMap(whyReturned)],
  timeliness: standing,
  not_begun: standing,
  report_shown: ({ report }) => [{ kind: 'contents', unit: report.obligation.unit.id }],
  nothing_filed: standing,
  chased: standing,
  returned: standing,
  accepted: standing,
  waived: standing,
  disputed: standing,
  dispute_decided: standing,
  noted: standing,
  cannot_note: standing,
  bulletin: ({ bulletin }) => [{ kind: 'bulletin', published: bulletin.state === 'published' }],
  leave_set: nothing,
  figures: ({ units }) => (units ?? [null]).map((unit) => ({ kind: 'contents', unit: unit?.id ?? null })),
};

/** Whether an answer goes to the asker alone, wherever it was asked for. */
export function isForAskerAlone(outcome: Outcome): boolean {
  if (outcome.isElsewhere) return true;
  // That the entry of a kind takes this outcome is more than the compiler can follow.
  const statedBy = STATED_BY[outcome.kind] as ((outcome: Outcome) => Stated) | undefined;
  return !statedBy || statedBy(outcome).some((matter) => matter === 'own' || !maySee(SOMEBODY, matter));
}
