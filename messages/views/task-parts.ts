// The particulars of a task in lines: where it comes from, who helps, what closing wants, the steps of its chain.

import type { TaskFacts, TaskStepFacts } from '../../domain/task/facts.ts';
import { bold, join, linked, type Mrkdwn, safe } from '../escape.ts';
import { namesOf, type Voice } from './phrases.ts';
import { briefly, taskVoice, withSign } from './task-phrases.ts';

const SOURCE_LENGTH = 120;
const EVIDENCE_LENGTH = 160;
const HELPERS_LENGTH = 200;
const STEPS_SHOWN = 12;
const STEP_LENGTH = 40;

/** A task made from a message leads back to it. */
function sourceOf({ t }: Voice, { source }: TaskFacts): Mrkdwn {
  const said = t.tasks.from(t.tasks.source[source.kind], briefly(source.text, SOURCE_LENGTH));
  return source.kind === 'message' ? linked(source.permalink, said) : safe(said);
}

function helpersOf({ t }: Voice, { helpers }: TaskFacts): string[] {
  const names = helpers.map(({ name }) => name);
  return names.length === 0 ? [] : [t.tasks.helpers(namesOf(t, names, HELPERS_LENGTH))];
}

const evidenceOf = ({ t }: Voice, { evidence }: TaskFacts): string[] =>
  evidence === null ? [] : [t.tasks.evidence(briefly(evidence, EVIDENCE_LENGTH))];

const urgencyOf = ({ t }: Voice, { priority }: TaskFacts): string[] =>
  priority === 'normal' ? [] : [t.tasks.priority[priority]];

const rhythmOf = ({ t }: Voice, { feedback }: TaskFacts): string[] =>
  feedback === null ? [] : [t.tasks.rhythm(feedback)];

/** All that a unit must know beside what is asked: urgency, source, helpers, feedback, evidence. */
export const particulars = (voice: Voice, task: TaskFacts): Mrkdwn[] => [
  join(
    [...urgencyOf(voice, task).map(safe), sourceOf(voice, task), ...rhythmOf(voice, task).map(safe)],
    ' · ',
  ),
  ...[...helpersOf(voice, task), ...evidenceOf(voice, task)].map(safe),
];

/** Its area and phase, where it has any. */
export function placeOf({ t }: Voice, { area, phase }: TaskFacts): Mrkdwn[] {
  if (area === null && phase === null) return [];
  return [safe(t.tasks.place(area && briefly(area, SOURCE_LENGTH), phase && briefly(phase, SOURCE_LENGTH)))];
}

function stepStands({ t, d }: Voice, { standing, dueOn, doneAt }: TaskStepFacts): string {
  switch (standing) {
    case 'done':
      return withSign('✅', t.tasks.stepDone(doneAt === null ? d.date(dueOn) : d.on(doneAt)));
    case 'current':
      return withSign('⏳', t.tasks.stepDue(d.date(dueOn)));
    case 'waiting':
      return t.tasks.stepPlanned(d.date(dueOn));
  }
}

/** The chain, one step a line. */
export function stepLines(voice: Voice, task: TaskFacts): Mrkdwn[] {
  if (task.steps.length === 0) return [];
  const own = taskVoice(voice, task);
  const { t } = own;
  const lines = task.steps.slice(0, STEPS_SHOWN).map((step, i) => {
    const name = briefly(step.name, STEP_LENGTH);
    const said = t.tasks.step(i + 1, name, briefly(step.unit.name, STEP_LENGTH), t.tasks.length(step.length));
    return safe(`${said} · ${stepStands(own, step)}`);
  });
  const hidden = task.steps.length - lines.length;
  return [bold(t.tasks.steps), ...lines, ...(hidden > 0 ? [safe(t.words.moreItems(hidden))] : [])];
}
