// 督办: supervised tasks, from dispatch to closing. One command with a verb; what each verb does is a use case of its own
// in commands/task/. Who may do what, and when, is asked of domain/task/verbs.ts there.

import type { ActionInput } from '../domain/actions.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { TaskVerb } from '../domain/task/facts.ts';
import { type Context, defineCommand } from './command.ts';
import { refused } from './review-row.ts';
import { close } from './task/close.ts';
import { decideExtension } from './task/decide-extension.ts';
import { askOrAct, type TaskDecision } from './task/decision.ts';
import { extend } from './task/extend.ts';
import { feedBack } from './task/feed-back.ts';
import { list } from './task/list.ts';
import { newTask } from './task/new.ts';
import { reassign } from './task/reassign.ts';
import { reopen } from './task/reopen.ts';
import { returnTask } from './task/return.ts';
import { show } from './task/show.ts';
import { sign } from './task/sign.ts';
import { stepDone } from './task/step-done.ts';
import { submit } from './task/submit.ts';
import { parseTask, words } from './task/typed.ts';
import { withdraw } from './task/withdraw.ts';

type Run = (context: Context, input: ActionInput) => Promise<Outcome>;

const deciding =
  (decision: TaskDecision): Run =>
  (context, input) =>
    askOrAct(context, input, decision);

const VERBS: Record<TaskVerb, Run> = {
  new: newTask,
  list,
  show,
  sign: deciding(sign),
  feed_back: deciding(feedBack),
  submit: deciding(submit),
  step_done: deciding(stepDone),
  extend: deciding(extend),
  decide_extension: deciding(decideExtension),
  close: deciding(close),
  return: deciding(returnTask),
  reassign: deciding(reassign),
  withdraw: deciding(withdraw),
  reopen: deciding(reopen),
};

const isVerb = (verb: string): verb is TaskVerb => Object.hasOwn(VERBS, verb);

export const task = defineCommand({
  name: 'task',
  words,
  access: 'all',
  parse: parseTask,
  run: async (context, input) => {
    // A chooser only says which task; looking at it comes first.
    const verb = input.verb ?? (input.task || input.no !== undefined ? 'show' : 'list');
    if (!isVerb(verb)) return refused({ kind: 'unknown_word', typed: verb, command: 'task' });
    return VERBS[verb](context, input);
  },
});
