// Refusals about a task: how it stands, or whose it is, is why not. The second of two who decide reads what the first did.

import type { Button } from '@slack/types';
import type { TaskFacts, TaskVerb } from '../../domain/task/facts.ts';
import { type Voice, voiceOf } from './phrases.ts';
import { askOffice, offer, type Said, type Sayings } from './refusal-said.ts';
import { allTasksButton, citedOf, stateWord, taskButton, taskChoice } from './task-phrases.ts';
import { doneWords } from './task-timeline.ts';

const CHOICES_SHOWN = 20;
/** What the office alone decides. */
const OF_OFFICE: ReadonlySet<TaskVerb> = new Set([
  'new',
  'decide_extension',
  'close',
  'return',
  'reassign',
  'withdraw',
  'reopen',
]);

const show = (voice: Voice, task: TaskFacts): Button => taskButton(voice, task, 'show', true);

function whoMay({ tasks }: Voice['t'], verb: TaskVerb, lead: string): string {
  if (verb === 'show' || verb === 'list') return tasks.seeOnly;
  const word = tasks.verbs[verb];
  return OF_OFFICE.has(verb) ? tasks.officeVerb(word) : tasks.notYours(word, lead);
}

export const taskSayings = {
  no_such_task: ({ typed }, { t }): Said => ({
    sentence: t.tasks.noSuch(typed),
    buttons: [allTasksButton(t)],
  }),
  which_task: ({ verb, choices }, { t, language }): Said => {
    const word = t.tasks.verbs[verb];
    if (choices.length === 0) return { sentence: t.tasks.whichNone(word), buttons: [allTasksButton(t)] };
    const buttons = choices
      .slice(0, CHOICES_SHOWN)
      .map((task) => taskChoice(voiceOf(language, task), task, verb));
    return { sentence: t.tasks.which(word), buttons };
  },
  not_your_task: ({ verb, lead, contact }, { t }): Said => ({
    sentence: askOffice(t, whoMay(t, verb, lead.name), contact),
    buttons: [offer(t, 'task')],
  }),
  task_state: ({ verb, task, last, overtaken = false }, { language }): Said => {
    const voice = voiceOf(language, task);
    const { t, d } = voice;
    const why = overtaken
      ? t.tasks.overtaken(citedOf(voice, task))
      : t.tasks.stateForbids(citedOf(voice, task), t.tasks.verbs[verb], stateWord(voice, task));
    const done = last === null ? [] : [t.tasks.lastDid(last.by, d.at(last.at), doneWords(voice, last))];
    return { sentence: t.words.sentences([why, ...done]), buttons: [show(voice, task)] };
  },
  extension_too_late: ({ task }, { language }): Said => {
    const voice = voiceOf(language, task);
    const { t, d } = voice;
    const feedBack = taskButton(voice, task, 'feed_back');
    return {
      sentence: t.tasks.tooLate(citedOf(voice, task), d.due(task)),
      buttons: [feedBack, show(voice, task)],
    };
  },
  extension_pending: ({ task }, { language }): Said => {
    const voice = voiceOf(language, task);
    const { t, d } = voice;
    const { extension } = task;
    const until = extension === null ? t.words.none : d.date(extension.until);
    const at = extension === null ? t.words.none : d.at(extension.at);
    const by = extension?.by ?? t.words.none;
    return {
      sentence: t.tasks.pending(citedOf(voice, task), until, by, at),
      buttons: [show(voice, task)],
    };
  },
} satisfies Partial<Sayings>;
