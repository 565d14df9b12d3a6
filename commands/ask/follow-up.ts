// Fills what a follow-up leaves out from the reading of the question before it: 那上周呢, 娄星区呢, only the red ones, 催一下他们.
// Knows readings only. Invariant: what the follow-up itself says always wins, and a new question keeps nothing of the old.

import type { Intent, Reading, Slots } from './reading.ts';

const FOLLOWS =
  /^(?:那么?|还有|然后|再|以及|另外|其中|只|只看|光|而|换成|改成|and|what about|how about|only|just|also|but|then|or)(?![a-z])|(?:呢|的呢|的话|呢嘛)[?。!]*$|^(?:关于|对于|about )|(?<![a-z])(?:only|instead|too|as well|alone)[?.! ]*$|(?:也|又)(?:有|是|要)?(?:哪些|什么|谁)/;
const POINTS =
  /他们|她们|它们|这几家|那几家|这些|那些|这家|那家|该单位|其|(?<![a-z])(?:they|them|their|it|its|those|these|that one|this one)(?![a-z])/;

/** Whether a text leans on what was asked before. */
export const leansOn = (plain: string): boolean => FOLLOWS.test(plain) || POINTS.test(plain);

export const pointsBack = (plain: string): boolean => POINTS.test(plain);

/** Slots that say of what: naming one of them anew drops the others that cannot stand beside it. */
const INSTEAD: Readonly<Record<string, readonly (keyof Slots)[]>> = {
  units: ['area', 'phase', 'person'],
  area: ['units', 'phase'],
  phase: ['units', 'area', 'period'],
  person: ['units', 'kind'],
  no: ['period'],
  period: ['no', 'from', 'to'],
  from: ['to', 'period'],
  to: ['from', 'period'],
};
/** In these a unit narrows an area, and does not replace it. */
const NARROWS: ReadonlySet<Intent> = new Set<Intent>([
  'figures',
  'tasks',
  'overdue',
  'who',
  'search',
  'decisions',
]);

const bare = ({ intent, used, sure, ...slots }: Reading): Slots => slots;

/** The slots of the question before, as far as what is said now leaves them standing. */
function kept(before: Slots, now: Slots, intent: Intent): Slots {
  const gone = new Set<keyof Slots>();
  for (const said of Object.keys(now) as (keyof Slots)[])
    for (const other of INSTEAD[said] ?? [])
      if (!(NARROWS.has(intent) && (other === 'area' || other === 'units'))) gone.add(other);
  return Object.fromEntries(Object.entries(before).filter(([slot]) => !gone.has(slot as keyof Slots)));
}

/** The same question about something else: 那上周呢. */
export function sameQuestion(before: Reading, now: Slots): { intent: Intent } & Slots {
  return { intent: before.intent, ...kept(bare(before), now, before.intent), ...now };
}

/** What another question may take over from the one before. */
const TAKES: Readonly<Partial<Record<Intent, readonly (keyof Slots)[]>>> = {
  history: ['task', 'units', 'duty', 'period'],
  contact: ['units'],
  latest: ['units', 'duty', 'period'],
  task: ['task'],
  act: ['units', 'duty', 'period', 'task'],
  status: ['units', 'duty', 'area', 'period'],
  who: ['duty', 'period', 'area'],
  figures: ['units', 'area', 'period', 'figure'],
  timeliness: ['units', 'duty', 'period'],
  tasks: ['units', 'area'],
  overdue: ['units', 'area'],
  due: ['units', 'duty'],
  decisions: ['period', 'query'],
  consultation_agenda: ['period'],
  consultation_attendance: ['period'],
  consultation_next: ['period'],
};

/** Another question that leans on the one before: what it takes over and does not say itself. */
export function nextQuestion(before: Reading, now: { intent: Intent } & Slots): { intent: Intent } & Slots {
  const old = bare(before);
  const takes = TAKES[now.intent] ?? [];
  const over = Object.fromEntries(takes.flatMap((slot) => (slot in old ? [[slot, old[slot]]] : [])));
  return { ...kept(over, now, now.intent), ...now };
}

const BARE_TOPIC = /^(?:那么?|还有|and|what about|how about|关于)?\s*(.{2,16}?)(?:的)?(?:呢)?[?。!]*$/;

/** After a search 那羊毛党呢 is what is looked for: what remains of a text in which nothing was found. */
export function bareTopic(before: Reading, plain: string): Slots {
  const topic = before.query === undefined ? undefined : BARE_TOPIC.exec(plain)?.[1];
  return topic === undefined ? {} : { query: topic };
}
