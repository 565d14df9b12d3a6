// A process that lives through one step of an incident, made to be killed: it carries out a command, if it is given one, then
// plans and delivers as in production, against a real store and a chat stand-in. Beside the points of delivery it can be
// stopped before and after any commit, so between any two steps there are. Left alone, it passes until there is nothing
// left to plan or send, writes `quiet` and ends.

import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { Deps } from '../../commands/command.ts';
import { act } from '../../commands/registry.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { holidayTable } from '../../documents/holidays.ts';
import type { ActionInput } from '../../domain/actions.ts';
import { as, type Instant, type MessageId, type SlackUserId } from '../../domain/ids.ts';
import type { MessageContent } from '../../domain/message-content.ts';
import { startLoop } from '../../scheduler/loop.ts';
import type { KillPoint } from '../../scheduler/ports.ts';
import { createRecheck } from '../../scheduler/recheck.ts';
import { createRetell } from '../../scheduler/retell.ts';
import { tick } from '../../scheduler/tick.ts';
import { chatSender, isQuiet, type KillableTask, log, readTask, standStillAt } from './killable.ts';

export type StepPoint = KillPoint | 'before_commit' | 'after_commit';
export type IncidentTask = KillableTask<StepPoint> & {
  /** Who does what with an incident before time goes on; sent again after a kill, as Slack and people do. */
  command: { who: string; input: ActionInput } | null;
};

const task = readTask<IncidentTask>();
const atPoint = standStillAt(task.stopAt);

const stoppable = (store: Store): Store => ({
  ...store,
  commit: async (changes) => {
    atPoint('before_commit');
    const result = await store.commit(changes);
    atPoint('after_commit');
    return result;
  },
});

const labelOf = (content: MessageContent): string => {
  if (content.kind !== 'told') return content.kind;
  const labels = content.items.map((item) =>
    item.kind === 'incident' ? `${item.entry.no} ${item.entry.kind}${item.call ? ' call' : ''}` : item.kind,
  );
  return labels.join(' + ');
};

const opened = await openStore(task.databaseUrl);
const store = stoppable(opened);
const holidays = holidayTable();
const deps: Deps = { store, now: () => as<Instant>(task.now), newId: randomUUID, holidays };
if (task.command) {
  const { who, input } = task.command;
  const outcome = await act(deps, as<SlackUserId>(who), 'incident', input);
  if (outcome.kind !== 'incident') throw new Error(JSON.stringify(outcome));
}
const loop = startLoop({
  store,
  sender: chatSender(task),
  recheck: createRecheck({ store, holidays }),
  retell: createRetell({ store, holidays }),
  clocks: { campaign: deps.now, process: Date.now },
  render: (content) => ({ text: labelOf(content), blocks: [] }),
  languageOf: () => 'zh',
  newId: () => as<MessageId>(randomUUID()),
  onRefused: () => [],
  atPoint,
  log: { warn: log, error: log },
  options: task.options,
  tick: () => tick(deps),
  intervalMs: 20,
});

do {
  await loop.pass();
  await new Promise((resolve) => setTimeout(resolve, 20));
} while (!(await isQuiet(opened)));
await loop.stop();
await opened.close();
writeSync(1, 'quiet\n');
