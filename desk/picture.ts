// What everybody sees: conversations, threads, Home and open modals, kept as the bot's calls and the people's acts
// change them. It decides nothing and calls nobody; whoever wants to know is told by `onPush`.
// Invariant: a message that is `onlyFor` somebody is in nobody else's view and in no unread count but theirs.

import { type Block, type View, withBlockIds } from './block-kit.ts';
import type {
  DeskChannel,
  DeskFile,
  DeskMessage,
  DeskPerson,
  DeskPrompt,
  PersonView,
  Push,
} from './world.ts';

/** What is kept from one start to the next. */
export type KeptPicture = {
  messages: DeskMessage[];
  homes: [person: string, view: View][];
  unread: [person: string, counts: Record<string, number>][];
};

export type NewMessage = {
  channel: string;
  ts: string;
  from: string;
  at: number;
  text?: string;
  blocks?: Block[];
  files?: DeskFile[];
  threadTs?: string | null;
  onlyFor?: string | null;
  metadata?: unknown;
};

export type Picture = {
  post(message: NewMessage): void;
  edit(channel: string, ts: string, change: { text?: string; blocks?: Block[] }): void;
  /** The same message in other words: nobody edited it, so it is not marked and not pushed. */
  reword(channel: string, ts: string, words: { text: string; blocks: Block[] }): void;
  remove(channel: string, ts: string): void;
  find(channel: string, ts: string): DeskMessage | null;
  list(channel: string): readonly DeskMessage[];
  setHome(person: string, view: View): void;
  findHome(person: string): View | null;
  /** The modals open for a person, lowest first. */
  modalsOf(person: string): readonly View[];
  setModals(person: string, views: readonly View[]): void;
  /** Whose modal this is, or null when it is closed. */
  findModal(viewId: string): { person: string; view: View } | null;
  /** What the bot suggests to ask in this direct message. */
  setPrompts(channel: string, prompts: DeskPrompt[]): void;
  markRead(person: string, channel: string): void;
  /** Whatever was said before this moment (campaign time, epoch ms) counts as read by everybody. */
  markAllRead(before: number): void;
  unread(): Record<string, Record<string, number>>;
  viewOf(person: string): PersonView;
  keep(): KeptPicture;
};

/** Starts with nothing, or with what was kept. */
export function newPicture(
  people: readonly DeskPerson[],
  channels: readonly DeskChannel[],
  onPush: (push: Push) => void,
  kept: KeptPicture = { messages: [], homes: [], unread: [] },
): Picture {
  const messages = new Map<string, DeskMessage[]>();
  const homes = new Map(kept.homes);
  const modals = new Map<string, readonly View[]>();
  const prompts = new Map<string, DeskPrompt[]>();
  const unread = new Map(kept.unread);
  const members = membersByConversation(people, channels);
  const messagesIn = (channel: string): DeskMessage[] => {
    const known = messages.get(channel) ?? [];
    messages.set(channel, known);
    return known;
  };
  for (const message of kept.messages) messagesIn(message.channel).push(message);

  const readersOf = (message: DeskMessage): readonly string[] =>
    message.onlyFor === null ? (members.get(message.channel) ?? []) : [message.onlyFor];

  /** Replies in a thread are not unread for a whole channel; in a direct conversation they are meant for the one in it. */
  function countUnread(message: DeskMessage): void {
    const isDirect = people.some(({ dm }) => dm === message.channel);
    if (message.threadTs !== null && !isDirect) return;
    for (const person of readersOf(message)) {
      if (person === message.from) continue;
      const counts = unread.get(person) ?? {};
      counts[message.channel] = (counts[message.channel] ?? 0) + 1;
      unread.set(person, counts);
      onPush({ kind: 'unread', person, unread: counts });
    }
  }

  return {
    post(given) {
      const message = completed(given);
      messagesIn(message.channel).push(message);
      onPush({ kind: 'message', message });
      countUnread(message);
    },
    edit(channel, ts, change) {
      const message = messagesIn(channel).find((one) => one.ts === ts);
      if (!message) return;
      if (change.text !== undefined) message.text = change.text;
      if (change.blocks !== undefined) message.blocks = withBlockIds(change.blocks);
      message.edited = true;
      onPush({ kind: 'message', message });
    },
    reword(channel, ts, { text, blocks }) {
      const message = messagesIn(channel).find((one) => one.ts === ts);
      if (message) Object.assign(message, { text, blocks: withBlockIds(blocks) });
    },
    remove(channel, ts) {
      messages.set(
        channel,
        messagesIn(channel).filter((one) => one.ts !== ts),
      );
      onPush({ kind: 'removed', channel, ts });
    },
    find: (channel, ts) => messagesIn(channel).find((one) => one.ts === ts) ?? null,
    list: messagesIn,
    setHome(person, view) {
      homes.set(person, view);
      onPush({ kind: 'home', person, view });
    },
    findHome: (person) => homes.get(person) ?? null,
    modalsOf: (person) => modals.get(person) ?? [],
    setModals(person, views) {
      modals.set(person, views);
      onPush({ kind: 'modals', person, views: [...views] });
    },
    findModal(viewId) {
      for (const [person, views] of modals) {
        const view = views.find((one) => one.id === viewId);
        if (view) return { person, view };
      }
      return null;
    },
    setPrompts(channel, given) {
      const person = people.find(({ dm }) => dm === channel)?.id;
      if (person === undefined) return;
      prompts.set(person, given);
      onPush({ kind: 'prompts', person, prompts: given });
    },
    markRead(person, channel) {
      const counts = unread.get(person);
      if (!counts?.[channel]) return;
      delete counts[channel];
      onPush({ kind: 'unread', person, unread: counts });
    },
    markAllRead(before) {
      unread.clear();
      const fresh = [...messages.values()].flat().filter(({ at }) => at >= before);
      for (const message of fresh) countUnread(message);
    },
    unread: () => Object.fromEntries(unread),
    viewOf: (person) => ({
      messages: [...messages.values()].flat().filter((message) => readersOf(message).includes(person)),
      home: homes.get(person) ?? null,
      modals: [...(modals.get(person) ?? [])],
      prompts: prompts.get(person) ?? [],
    }),
    // What only one person saw is gone when Slack is opened again.
    keep: () => ({
      messages: [...messages.values()].flat().filter(({ onlyFor }) => onlyFor === null),
      homes: [...homes],
      unread: [...unread],
    }),
  };
}

function membersByConversation(
  people: readonly DeskPerson[],
  channels: readonly DeskChannel[],
): Map<string, string[]> {
  const direct = people.map((person): [string, string[]] => [person.dm, [person.id]]);
  return new Map([
    ...channels.map((channel): [string, string[]] => [channel.id, channel.members]),
    ...direct,
  ]);
}

const completed = (given: NewMessage): DeskMessage => ({
  channel: given.channel,
  ts: given.ts,
  from: given.from,
  at: given.at,
  text: given.text ?? '',
  blocks: withBlockIds(given.blocks ?? []),
  files: given.files ?? [],
  threadTs: given.threadTs ?? null,
  onlyFor: given.onlyFor ?? null,
  edited: false,
  metadata: given.metadata,
});
