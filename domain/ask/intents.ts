// The vocabulary of questions: what may be asked, of what in which state, of whom and where. Readings (commands/ask), answers
// and their words are made of it.

/** What a question may ask for; `act` asks for something to be done. */
export const INTENTS = [
  'mine',
  'who',
  'status',
  'due',
  'overdue',
  'task',
  'tasks',
  'figures',
  'timeliness',
  'latest',
  'consultation_next',
  'consultation_agenda',
  'consultation_attendance',
  'decisions',
  'contact',
  'bulletin',
  'search',
  'history',
  'sent',
  'help',
  'act',
] as const;
export type AskedIntent = (typeof INTENTS)[number];

/** What was asked for by `who`; as in obligation.ts, derived and never stored. */
export type WhoState = 'missing' | 'reported' | 'on_time' | 'late' | 'nil' | 'returned' | 'waived';
/** How units or tasks stand that are asked for. */
export type AskedStanding =
  | WhoState
  | 'dispatched'
  | 'in_progress'
  | 'in_review'
  | 'closed'
  | 'open'
  | 'extension'
  | 'overdue'
  | 'red'
  | 'yellow'
  | 'green';
/** Who is asked for by a post, or where something is looked for. */
export type AskedKind =
  | 'liaison'
  | 'deputy'
  | 'head'
  | 'office'
  | 'leader'
  | 'reports'
  | 'tasks'
  | 'decisions';
