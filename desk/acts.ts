// What a person can do in Slack, carried out as Slack would: the request goes to the bot signed, and the answer shows
// on the page. Pages, the tour and the played history all act through here.
//
//   answer to a view_submission     what happens to the modal
//   empty                           it closes; those below stay
//   errors                          it stays, with a message at the field
//   update / push                   its content is replaced / another one lies on top
//   clear                           all close

import type { StateValues, View } from './block-kit.ts';
import { withBlockIds } from './block-kit.ts';
import type { Picture } from './picture.ts';
import type { Response, ResponseUrls } from './response-urls.ts';
import type { Ack, SlackEvents } from './slack-events.ts';
import { BOT_USER_ID } from './slack-ids.ts';
import * as payloads from './slack-payloads.ts';
import { replaceModal } from './watching.ts';
import type { WebApi } from './web-api.ts';
import { tokenOf } from './workspace.ts';
import type { Act, ActAnswer, DeskChannel, DeskPerson, PressedOn } from './world.ts';

export type ActingParts = {
  people: readonly DeskPerson[];
  channels: readonly DeskChannel[];
  picture: Picture;
  webApi: WebApi;
  events: SlackEvents;
  responseUrls: ResponseUrls;
  /** Base of the gateway, for response_url. */
  gatewayUrl: string;
  now(): number;
  /** Remembers who caused this trigger. */
  noteTrigger(trigger: string, person: string): void;
};

type Of<K extends Act['kind']> = Extract<Act, { kind: K }>;
type Acting = { [K in Act['kind']]: (person: DeskPerson, act: Of<K>) => Promise<ActAnswer> };

const DONE: ActAnswer = { ok: true };
const answerOf = (ack: Ack): ActAnswer => (ack.kind === 'acked' ? DONE : { ok: false, trouble: ack.trouble });

/** Binds the acts to one workspace. Unknown people and closed modals are answered with `ok: false`. */
export function newActing(parts: ActingParts): (act: Act) => Promise<ActAnswer> {
  const acting: Acting = {
    command: (person, act) => runCommand(parts, person, act),
    say: (person, act) => say(parts, person, act),
    press: (person, act) => press(parts, person, act),
    submit: (person, act) => submit(parts, person, act),
    close: (person, act) => close(parts, person, act),
    shortcut: async (person, act) => {
      const trigger = await newTrigger(parts, person);
      return answerOf(
        await parts.events.sendPayload(payloads.globalShortcut(person, act.callbackId, trigger)),
      );
    },
    message_shortcut: (person, act) => messageShortcut(parts, person, act),
    open: async (person, act) => {
      const event = payloads.homeOpened(person, act.tab, parts.picture.findHome(person.id));
      return answerOf(await parts.events.sendEvent(payloads.eventCallback(event)));
    },
    read: async (person, act) => {
      parts.picture.markRead(person.id, act.channel);
      return DONE;
    },
  };
  return async (act) => {
    const person = parts.people.find(({ id }) => id === act.as);
    if (!person) return { ok: false };
    const carryOut = acting[act.kind] as (person: DeskPerson, act: Act) => Promise<ActAnswer>;
    return carryOut(person, act);
  };
}

async function newTrigger(parts: ActingParts, person: DeskPerson, view?: View): Promise<string> {
  const pointer = view ? { view_id: view.id } : {};
  const answer = await parts.webApi.call('views.generateTriggerId', { user_id: person.id, ...pointer });
  const trigger = String(answer.trigger_id);
  parts.noteTrigger(trigger, person.id);
  return trigger;
}

const channelName = (parts: ActingParts, channel: string): string =>
  parts.channels.find(({ id }) => id === channel)?.name ?? 'directmessage';

async function runCommand(parts: ActingParts, person: DeskPerson, act: Of<'command'>): Promise<ActAnswer> {
  const respondent = { person: person.id, channel: act.channel, source: null, threadTs: null };
  const ack = await parts.events.sendForm(
    payloads.slashCommand({
      person,
      channel: { id: act.channel, name: channelName(parts, act.channel) },
      text: escaped(act.text),
      triggerId: await newTrigger(parts, person),
      responseUrl: parts.responseUrls.issue(parts.gatewayUrl, respondent),
    }),
  );
  const response = ack.kind === 'acked' ? responseIn(ack.body) : null;
  if (response) await parts.responseUrls.show(respondent, response);
  return answerOf(ack);
}

/** An acknowledgement may be empty, plain words or a message. */
function responseIn(body: string): Response | null {
  if (body.trim() === '') return null;
  try {
    return JSON.parse(body) as Response;
  } catch {
    return { text: body };
  }
}

/** What a person typed reaches an app with its three control characters escaped. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const MENTION = /@(duban|督办)/iu;

async function say(parts: ActingParts, person: DeskPerson, act: Of<'say'>): Promise<ActAnswer> {
  const { channel, threadTs } = act;
  const text = escaped(act.text).replace(MENTION, `<@${BOT_USER_ID}>`);
  const thread = threadTs ? { thread_ts: threadTs } : {};
  const files = await filesOf(parts, act.files ?? []);
  // The stand-in has no message without words; nobody sees these.
  const words = { channel, text: text || files.map(({ name }) => name).join(' '), ...thread };
  const posted = await parts.webApi.call('chat.postMessage', words, tokenOf(person));
  if (!posted.ok) return { ok: false };
  const ts = String(posted.ts);
  const shown = files.map(({ id, name, size }) => ({ id, name, bytes: size }));
  parts.picture.post({ channel, ts, from: person.id, at: parts.now(), text, files: shown, threadTs });
  const event = { person, channel, ts, text, threadTs, files };
  if (channel === person.dm) return sendEvent(parts, payloads.directMessage(event));
  if (text.includes(`<@${BOT_USER_ID}>`)) return sendEvent(parts, payloads.appMention(event));
  return DONE;
}

/** Files as an event describes them; those that are gone are left out. */
async function filesOf({ webApi }: ActingParts, ids: readonly string[]): Promise<payloads.SharedFile[]> {
  const found = await Promise.all(ids.map((file) => webApi.call('files.info', { file })));
  return found.filter(({ ok }) => ok).map(({ file }) => file as payloads.SharedFile);
}

const sendEvent = async (parts: ActingParts, event: Record<string, unknown>): Promise<ActAnswer> =>
  answerOf(await parts.events.sendEvent(payloads.eventCallback(event)));

async function press(parts: ActingParts, person: DeskPerson, act: Of<'press'>): Promise<ActAnswer> {
  const payload = await payloadOfPress(parts, person, act, act.on);
  return payload === null ? { ok: false } : answerOf(await parts.events.sendPayload(payload));
}

async function payloadOfPress(
  parts: ActingParts,
  person: DeskPerson,
  { blockId, action, values }: Of<'press'>,
  on: PressedOn,
): Promise<object | null> {
  if ('view' in on) {
    const view = viewWithId(parts.picture, person, on.view);
    if (!view) return null;
    const triggerId = await newTrigger(parts, person, view.type === 'modal' ? view : undefined);
    return payloads.viewAction({ person, view, blockId, action, values, triggerId });
  }
  const message = parts.picture.find(on.channel, on.message);
  if (!message) return null;
  const { channel, ts, threadTs } = message;
  const responseUrl = parts.responseUrls.issue(parts.gatewayUrl, {
    person: person.id,
    channel,
    source: { ts },
    threadTs,
  });
  const triggerId = await newTrigger(parts, person);
  const name = channelName(parts, channel);
  return payloads.messageAction({
    person,
    message,
    channelName: name,
    blockId,
    action,
    values,
    triggerId,
    responseUrl,
  });
}

/** Slack offers these on what stays in the conversation, not on what only one person was shown. */
async function messageShortcut(
  parts: ActingParts,
  person: DeskPerson,
  { channel, message: ts, callbackId }: Of<'message_shortcut'>,
): Promise<ActAnswer> {
  const message = parts.picture.find(channel, ts);
  if (!message || message.onlyFor !== null) return { ok: false };
  const respondent = { person: person.id, channel, source: null, threadTs: message.threadTs };
  const payload = payloads.messageShortcut({
    person,
    message,
    callbackId,
    channelName: channelName(parts, channel),
    triggerId: await newTrigger(parts, person),
    responseUrl: parts.responseUrls.issue(parts.gatewayUrl, respondent),
  });
  return answerOf(await parts.events.sendPayload(payload));
}

function viewWithId(picture: Picture, person: DeskPerson, id: string): View | null {
  const home = picture.findHome(person.id);
  return home?.id === id ? home : (picture.modalsOf(person.id).find((view) => view.id === id) ?? null);
}

type SubmitAnswer =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update' | 'push'; view: View }
  | { response_action: 'clear' };

async function submit(parts: ActingParts, person: DeskPerson, act: Of<'submit'>): Promise<ActAnswer> {
  const view = parts.picture.modalsOf(person.id).find(({ id }) => id === act.view);
  if (!view) return { ok: false };
  const triggerId = await newTrigger(parts, person, view);
  const ack = await parts.events.sendPayload(
    payloads.viewSubmission({ person, view, values: act.values, triggerId }),
  );
  if (ack.kind === 'failed') return answerOf(ack);
  return settleModal(parts, person, view, submitAnswerIn(ack.body));
}

function submitAnswerIn(body: string): SubmitAnswer | null {
  const parsed = body.trim() === '' ? {} : (JSON.parse(body) as Partial<SubmitAnswer>);
  return parsed.response_action ? (parsed as SubmitAnswer) : null;
}

async function settleModal(
  parts: ActingParts,
  person: DeskPerson,
  view: View,
  answer: SubmitAnswer | null,
): Promise<ActAnswer> {
  const open = parts.picture.modalsOf(person.id);
  switch (answer?.response_action) {
    case undefined:
      parts.picture.setModals(
        person.id,
        open.filter(({ id }) => id !== view.id),
      );
      return DONE;
    case 'clear':
      parts.picture.setModals(person.id, []);
      return DONE;
    case 'errors':
      return { ok: false, errors: answer.errors };
    case 'update':
      return updateModal(parts, view, answer.view);
    case 'push':
      return pushModal(parts, person, view, answer.view);
  }
}

/** The stand-in keeps the hash, by which the bot's later views.update is checked. */
async function updateModal(parts: ActingParts, old: View, next: View): Promise<ActAnswer> {
  const answer = await parts.webApi.call('views.update', { view_id: old.id, view: next });
  if (!answer.ok)
    replaceModal(parts.picture, { ...old, ...next, blocks: withBlockIds(next.blocks), id: old.id });
  return DONE;
}

async function pushModal(
  parts: ActingParts,
  person: DeskPerson,
  below: View,
  next: View,
): Promise<ActAnswer> {
  const trigger = await newTrigger(parts, person, below);
  const answer = await parts.webApi.call('views.push', { trigger_id: trigger, view: next });
  return { ok: answer.ok };
}

/** Slack tells the app only if the modal asked for it, and whether all were closed at once. */
async function close(parts: ActingParts, person: DeskPerson, act: Of<'close'>): Promise<ActAnswer> {
  const open = parts.picture.modalsOf(person.id);
  const view = open.find(({ id }) => id === act.view);
  if (!view) return { ok: false };
  parts.picture.setModals(
    person.id,
    act.all || view.clear_on_close ? [] : open.filter((one) => one !== view),
  );
  if (!view.notify_on_close) return DONE;
  const values = act.values as StateValues;
  return answerOf(
    await parts.events.sendPayload(payloads.viewClosed({ person, view, values, all: act.all })),
  );
}
