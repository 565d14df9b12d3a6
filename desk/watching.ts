// What the bot's successful calls change in the picture. The stand-in has already accepted them.

import type { Block, View } from './block-kit.ts';
import { withBlockIds } from './block-kit.ts';
import type { Picture } from './picture.ts';
import { BOT_USER_ID } from './slack-ids.ts';
import type { Answer, Args, WebApiCall } from './web-api.ts';
import type { DeskFile, DeskPrompt } from './world.ts';

export type WatchingFacts = {
  picture: Picture;
  now(): number;
  /** Who pressed what gave this trigger. */
  personOfTrigger(trigger: string): string | null;
};

type Watcher = (args: Args, answer: Answer, facts: WatchingFacts) => void;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const blocks = (value: unknown): Block[] | undefined =>
  Array.isArray(value) ? (value as Block[]) : undefined;
const viewOf = (answer: Answer): View => {
  const view = answer.view as View;
  return { ...view, blocks: withBlockIds(view.blocks) };
};

const WATCHERS: Record<string, Watcher> = {
  'chat.postMessage': (args, answer, { picture, now }) =>
    picture.post({
      channel: String(answer.channel),
      ts: String(answer.ts),
      from: BOT_USER_ID,
      at: now(),
      text: text(args.text),
      blocks: blocks(args.blocks),
      threadTs: text(args.thread_ts) ?? null,
      metadata: args.metadata,
    }),
  'chat.postEphemeral': (args, answer, { picture, now }) =>
    picture.post({
      channel: String(args.channel),
      ts: String(answer.message_ts),
      from: BOT_USER_ID,
      at: now(),
      text: text(args.text),
      blocks: blocks(args.blocks),
      threadTs: text(args.thread_ts) ?? null,
      onlyFor: String(args.user),
    }),
  'chat.update': (args, _answer, { picture }) =>
    picture.edit(String(args.channel), String(args.ts), {
      text: text(args.text),
      blocks: blocks(args.blocks),
    }),
  'chat.delete': (args, _answer, { picture }) => picture.remove(String(args.channel), String(args.ts)),
  'views.publish': (args, answer, { picture }) => picture.setHome(String(args.user_id), viewOf(answer)),
  'views.open': (args, answer, facts) => openedModal(args, answer, facts),
  'views.push': (args, answer, facts) => openedModal(args, answer, facts),
  'views.update': (_args, answer, { picture }) => replaceModal(picture, viewOf(answer)),
  'assistant.threads.setSuggestedPrompts': (args, _answer, { picture }) =>
    picture.setPrompts(String(args.channel_id), args.prompts as DeskPrompt[]),
  'files.completeUploadExternal': (args, answer, facts) => sharedFiles(args, answer, facts),
};

/** Changes the picture as this call did in Slack; calls that change nothing are ignored. */
export function watch({ method, args, answer }: WebApiCall, facts: WatchingFacts): void {
  WATCHERS[method]?.(args, answer, facts);
}

/** Puts a new version of a modal in the place of the old one; a closed one stays closed. */
export function replaceModal(picture: Picture, view: View): void {
  const open = picture.findModal(view.id);
  if (!open) return;
  picture.setModals(
    open.person,
    picture.modalsOf(open.person).map((one) => (one.id === view.id ? view : one)),
  );
}

function openedModal(args: Args, answer: Answer, { picture, personOfTrigger }: WatchingFacts): void {
  const person = personOfTrigger(String(args.trigger_id));
  if (person === null) return;
  const view = viewOf(answer);
  // Slack shows one stack of modals at a time: a fresh one replaces whatever was open.
  const below = view.previous_view_id ? picture.modalsOf(person) : [];
  picture.setModals(person, [...below, view]);
}

type SlackFile = {
  id: string;
  name: string;
  size?: number;
  mimetype?: string;
  alt_txt?: string;
  shares?: Record<string, Record<string, { ts: string }[]>>;
};

function sharedFiles(args: Args, answer: Answer, { picture, now }: WatchingFacts): void {
  const files = (answer.files as SlackFile[] | undefined) ?? [];
  const shares = Object.assign({}, ...Object.values(files[0]?.shares ?? {})) as Record<
    string,
    { ts: string }[]
  >;
  const kept: DeskFile[] = files.map((file) => ({
    id: file.id,
    name: file.name,
    bytes: file.size ?? 0,
    ...(file.mimetype === 'image/png' && { alt: file.alt_txt ?? file.name }),
  }));
  for (const [channel, [share]] of Object.entries(shares)) {
    if (!share) continue;
    const comment = text(args.initial_comment);
    const threadTs = text(args.thread_ts) ?? null;
    picture.post({
      channel,
      ts: share.ts,
      from: BOT_USER_ID,
      at: now(),
      text: comment,
      files: kept,
      threadTs,
    });
  }
}
