// What stands in buttons and forms so that a press finds its way back: written here, read here, and nowhere else.
// A pointer is no proof: whoever presses is checked anew, and a pointer that makes no sense is null, never an error.
//
//   button   action_id do:ACTION:N                  value: ActionInput as JSON
//   chooser  action_id do:ACTION:choose:KEY         value: the id that becomes input[KEY]
//   box      action_id words                        value: a question or a command, as typed
//   form     callback_id form:FORM                  private_metadata: ActionInput as JSON
//   field    block_id FIELD~REVISION                action_id: value

import type { ActionInput, ActionName } from '../domain/actions.ts';
import type { AskFormFacts } from '../domain/outcome.ts';

export type FormName = 'report' | AskFormFacts['form'];
export type Pointer = { action: ActionName; input: ActionInput };
/** Which part of the input a chooser fills. */
export type ChooserKey = 'obligation' | 'unit' | 'person' | 'task' | 'incident';

const ACTIONS: Record<ActionName, true> = {
  report: true,
  nil: true,
  mine: true,
  status: true,
  missing: true,
  show: true,
  search: true,
  chase: true,
  return: true,
  accept: true,
  waive: true,
  dispute: true,
  bulletin: true,
  task: true,
  consultation: true,
  incident: true,
  roster: true,
  replace_liaison: true,
  leave: true,
  rehearse: true,
  export: true,
  audit: true,
  settings: true,
  help: true,
  note: true,
  draft: true,
  decide_dispute: true,
  home: true,
  ask: true,
  amendment: true,
  setup: true,
};

/** What a form asks for when it is submitted. */
const FORMS: Record<FormName, Pointer> = {
  report: { action: 'report', input: {} },
  nil: { action: 'nil', input: {} },
  return: { action: 'return', input: {} },
  waive: { action: 'waive', input: {} },
  dispute: { action: 'dispute', input: {} },
  decide_dispute: { action: 'decide_dispute', input: {} },
  bulletin_edit: { action: 'bulletin', input: { verb: 'edit' } },
  bulletin_correct: { action: 'bulletin', input: { verb: 'correct' } },
  setting: { action: 'settings', input: {} },
  leave: { action: 'leave', input: {} },
  replace_liaison: { action: 'replace_liaison', input: {} },
  roster_person: { action: 'roster', input: { verb: 'person' } },
  roster_unit: { action: 'roster', input: { verb: 'unit' } },
  roster_bind: { action: 'roster', input: { verb: 'bind' } },
  task_new: { action: 'task', input: { verb: 'new' } },
  task_feed_back: { action: 'task', input: { verb: 'feed_back' } },
  task_submit: { action: 'task', input: { verb: 'submit' } },
  task_step_done: { action: 'task', input: { verb: 'step_done' } },
  task_extend: { action: 'task', input: { verb: 'extend' } },
  task_decide_extension: { action: 'task', input: { verb: 'decide_extension' } },
  task_close: { action: 'task', input: { verb: 'close' } },
  task_return: { action: 'task', input: { verb: 'return' } },
  task_withdraw: { action: 'task', input: { verb: 'withdraw' } },
  task_reopen: { action: 'task', input: { verb: 'reopen' } },
  task_reassign: { action: 'task', input: { verb: 'reassign' } },
  topic: { action: 'consultation', input: { verb: 'topic' } },
  decline_topic: { action: 'consultation', input: { verb: 'decline_topic' } },
  agenda: { action: 'consultation', input: { verb: 'agenda' } },
  move_consultation: { action: 'consultation', input: { verb: 'move' } },
  cancel_consultation: { action: 'consultation', input: { verb: 'cancel' } },
  excuse: { action: 'consultation', input: { verb: 'excuse' } },
  minutes: { action: 'consultation', input: { verb: 'minutes' } },
  incident: { action: 'incident', input: { verb: 'report' } },
  incident_follow_up: { action: 'incident', input: { verb: 'follow_up' } },
  incident_final: { action: 'incident', input: { verb: 'final' } },
  incident_join: { action: 'incident', input: { verb: 'join' } },
  setup_basics: { action: 'setup', input: { verb: 'basics' } },
  setup_units: { action: 'setup', input: { verb: 'units' } },
  setup_people: { action: 'setup', input: { verb: 'people' } },
  setup_duties: { action: 'setup', input: { verb: 'duties' } },
  setup_areas: { action: 'setup', input: { verb: 'areas' } },
};

const isAction = (name: string | undefined): name is ActionName =>
  name !== undefined && Object.hasOwn(ACTIONS, name);
const isForm = (name: string | undefined): name is FormName =>
  name !== undefined && Object.hasOwn(FORMS, name);
const isChooserKey = (key: string | undefined): key is ChooserKey =>
  ['obligation', 'unit', 'person', 'task', 'incident'].includes(key ?? '');

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => Number.isSafeInteger(value);
const isYesOrNo = (value: unknown): boolean => typeof value === 'boolean';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isFile = (value: unknown): boolean => isObject(value) && isText(value.id) && isText(value.name);

/** What each part of a pointer looks like. Parts that are not known here are left out. */
const PARTS: Record<keyof ActionInput, (value: unknown) => boolean> = {
  campaign: isText,
  obligation: isText,
  bulletin: isText,
  task: isText,
  consultation: isText,
  topic: isText,
  incident: isText,
  amendment: isText,
  permalink: isText,
  text: isText,
  duty: isText,
  unit: isText,
  period: isText,
  area: isText,
  person: isText,
  verb: isText,
  step: isText,
  copyLast: isYesOrNo,
  no: isNumber,
  days: isNumber,
  offset: isNumber,
  from: isText,
  to: isText,
  upheld: isYesOrNo,
  // What stands in it is checked where it is answered, so that a choice that lost its meaning is told so.
  reading: isObject,
  values: (value) => isObject(value) && Object.values(value).every(isText),
  files: (value) => Array.isArray(value) && value.every(isFile),
  key: isText,
};

function parseInput(json: string): ActionInput | null {
  try {
    const input: unknown = JSON.parse(json);
    if (!isObject(input)) return null;
    const known = Object.entries(input).filter(([part]) => Object.hasOwn(PARTS, part));
    const isSound = known.every(([part, value]) => PARTS[part as keyof ActionInput](value));
    return isSound ? (Object.fromEntries(known) as ActionInput) : null;
  } catch {
    return null;
  }
}

/** The action id and value of a button. The id is completed with a number when its message is put together. */
export const encodeAction = (
  action: ActionName,
  input: ActionInput,
): { action_id: string; value: string } => ({
  action_id: `do:${action}`,
  value: JSON.stringify(input),
});

/** The action id of a select whose chosen id becomes one part of the input. */
export const chooserId = (action: ActionName, key: ChooserKey): string => `do:${action}:choose:${key}`;

/** The box in which words are typed on Home, and what its element is called. */
export const BOX = { block: 'ask', action: 'words' } as const;
export const isBox = (actionId: string): boolean => actionId === BOX.action;

/** Reads a button or a chooser; null if it is neither, or was not written here. */
export function decodeAction(actionId: string, value: string | null | undefined): Pointer | null {
  const [prefix, action, rest, key] = actionId.split(':');
  if (prefix !== 'do' || !isAction(action) || typeof value !== 'string') return null;
  if (rest === 'choose') return isChooserKey(key) ? { action, input: { [key]: value } } : null;
  const input = parseInput(value);
  // Who chose something is answered, if only with a sentence.
  if (action === 'ask') return { action, input: input ?? {} };
  return input && { action, input };
}

export const formId = (form: FormName): string => `form:${form}`;

/** Reads a form's pointer; null if it was not written here. The typed values are not in it. */
export function decodeForm(
  callbackId: string,
  privateMetadata: string,
): (Pointer & { form: FormName }) | null {
  const [prefix, form] = callbackId.split(':');
  if (prefix !== 'form' || !isForm(form)) return null;
  const pointer = parseInput(privateMetadata || '{}');
  if (pointer === null) return null;
  const { action, input } = FORMS[form];
  return { form, action, input: { ...pointer, ...input } };
}

/** The block id of a field. Slack keeps what was typed under an id, so new initial values need a new revision. */
export const blockIdOf = (field: string, revision: number): string => `${field}~${revision}`;
/** The field that a block id stands for. */
export const fieldOf = (blockId: string): string => blockId.replace(/~\d+$/, '');
