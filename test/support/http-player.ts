// Plays people against a running bot as Slack would: every action is a signed request, everything seen is what the bot
// called on the Web API. Finds buttons and fields by what a person reads, not by ids.

import { expect } from 'vitest';
import type { Element } from '../../desk/block-kit.ts';
import { stateOf as elementState } from '../../desk/block-state.ts';
import type { RunningBot } from '../../desk/contract.ts';
import { messageShortcut, pressInMessage, type Reply, shortcut, slash, submit } from './signed-requests.ts';
import type { Json, SlackStandIn } from './slack-stand-in.ts';

type Block = Json & { block_id?: string; element?: Json };
export type Modal = { id: string; hash: string; view: Json & { blocks: Block[] } };
/** A post as people see it: where, and its one-line text. */
export type Post = { channel: string; text: string; blocks: Block[]; threadTs: string | null; ts: string };

const everyObject = (value: unknown): Json[] => {
  if (Array.isArray(value)) return value.flatMap(everyObject);
  if (!value || typeof value !== 'object') return [];
  return [value as Json, ...Object.values(value).flatMap(everyObject)];
};

const labelOf = (element: Json): string => (element.text as { text?: string } | undefined)?.text ?? '';
const buttonsIn = (blocks: unknown): Json[] => everyObject(blocks).filter(({ type }) => type === 'button');
/** All words of a view or message, for a look at what is said. */
export const wordsOf = (view: unknown): string =>
  everyObject(view)
    .map(({ text }) => (typeof text === 'string' ? text : ''))
    .filter((text) => text !== '')
    .join('\n');

const fieldOf = (blockId: string): string => blockId.split('~')[0] ?? blockId;

function stateOf({ blocks }: Modal['view'], typed: Record<string, string>): Record<string, Json> {
  const inputs = blocks.filter(({ type }) => type === 'input');
  const unknown = Object.keys(typed).filter(
    (key) => !inputs.some(({ block_id }) => fieldOf(String(block_id)) === key),
  );
  if (unknown.length > 0) throw new Error(`The form has no field ${unknown.join(', ')}`);
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => {
      const shown = element as Element;
      return [block_id, { [String(shown.action_id)]: elementState(shown, typed[fieldOf(String(block_id))]) }];
    }),
  );
}

export type Player = ReturnType<typeof createPlayer>;

/** People of the sample, by e-mail name (`an` is an@loudi.example), acting on this bot. */
export function createPlayer(bot: RunningBot, slack: SlackStandIn) {
  const userOf = (who: string) => slack.userId(`${who}@loudi.example`);

  const posts = (): Post[] =>
    slack
      .callsOf('chat.postMessage')
      .filter(({ answer }) => answer?.ok)
      .map(({ args, answer }) => ({
        channel: String(args.channel),
        text: String(args.text),
        blocks: args.blocks as Block[],
        threadTs: args.thread_ts ? String(args.thread_ts) : null,
        ts: String(answer?.ts),
      }));

  const inbox = async (who: string): Promise<Post[]> => {
    const direct = await slack.directId(await userOf(who));
    return posts().filter(({ channel }) => channel === direct);
  };

  async function openedBy(act: (triggerId: string) => Promise<Reply>, who: string): Promise<Modal> {
    const before = slack.callsOf('views.open').length;
    expect((await act(await slack.trigger(await userOf(who)))).status).toBe(200);
    await bot.idle();
    const call = slack.callsOf('views.open')[before];
    if (!call?.answer?.ok) throw new Error(`No form was opened: ${JSON.stringify(call?.answer)}`);
    const { id, hash } = call.answer.view as { id: string; hash: string };
    return { id, hash, view: call.args.view as Modal['view'] };
  }

  async function press(who: string, post: Post, label: string, triggerId?: string): Promise<Reply> {
    const button = buttonsIn(post.blocks).find((each) => labelOf(each).startsWith(label));
    if (!button) throw new Error(`No button ${label} under: ${wordsOf(post.blocks)}`);
    const reply = await pressInMessage(bot.url, {
      user: await userOf(who),
      channel: post.channel,
      ts: post.ts,
      ...(post.threadTs && { threadTs: post.threadTs }),
      actionId: String(button.action_id),
      value: String(button.value),
      responseUrl: slack.responseUrl(),
      ...(triggerId && { triggerId }),
    });
    await bot.idle();
    return reply;
  }

  const lastOf = async (who: string): Promise<Post> => {
    const last = (await inbox(who)).at(-1);
    if (!last) throw new Error(`${who} was told nothing`);
    return last;
  };

  return {
    posts,
    inbox,
    lastOf,
    press,
    /** Presses a button under a message to a person, the newest unless said otherwise, which opens a form. */
    openForm: async (who: string, label: string, under?: Post): Promise<Modal> => {
      const post = under ?? (await lastOf(who));
      return openedBy((triggerId) => press(who, post, label, triggerId), who);
    },
    /** Types `/duban …`; answers what only the person sees. */
    ask: async (who: string, text: string): Promise<Json> => {
      const reply = await slash(bot.url, {
        user: await userOf(who),
        text,
        responseUrl: slack.responseUrl(),
        triggerId: await slack.trigger(await userOf(who)),
      });
      await bot.idle();
      expect(reply.status).toBe(200);
      return reply.json ?? slack.responses.at(-1) ?? {};
    },
    /** Types `/duban …`, which opens a form. */
    askForForm: (who: string, text: string): Promise<Modal> =>
      openedBy(
        async (triggerId) =>
          slash(bot.url, { user: await userOf(who), text, triggerId, responseUrl: slack.responseUrl() }),
        who,
      ),
    /** Uses a global shortcut, which opens a form. */
    useShortcut: (who: string, callbackId: string): Promise<Modal> =>
      openedBy(
        async (triggerId) => shortcut(bot.url, { user: await userOf(who), callbackId, triggerId }),
        who,
      ),
    /** Uses 消息转督办 on a message, which opens a form. */
    makeTask: (who: string, message: { channel: string; ts: string; text: string }): Promise<Modal> =>
      openedBy(
        async (triggerId) =>
          messageShortcut(bot.url, {
            user: await userOf(who),
            callbackId: 'duban_task',
            ...message,
            triggerId,
          }),
        who,
      ),
    /** A message as it reads now, after every update in place. */
    nowReads: ({ channel, ts, text }: Post): string =>
      String(
        slack
          .callsOf('chat.update')
          .findLast(({ args, answer }) => answer?.ok && args.channel === channel && args.ts === ts)?.args
          .text ?? text,
      ),
    /** Presses a button in an answer that only the person sees. */
    pressIn: async (who: string, answer: Json, label: string): Promise<Json> => {
      const before = slack.responses.length;
      await press(
        who,
        { channel: 'C0000000001', text: '', blocks: answer.blocks as Block[], threadTs: null, ts: '1.1' },
        label,
        await slack.trigger(await userOf(who)),
      );
      return slack.responses[before] ?? {};
    },
    /** Submits a form with what is typed; fields that are not named keep what was filled in. */
    submit: async (
      who: string,
      { id, hash, view }: Modal,
      typed: Record<string, string> = {},
    ): Promise<Reply> => {
      const reply = await submit(bot.url, {
        user: await userOf(who),
        view: {
          id,
          hash,
          callbackId: String(view.callback_id),
          metadata: String(view.private_metadata ?? ''),
          blocks: view.blocks,
          values: stateOf(view, typed),
        },
      });
      expect(reply.status).toBe(200);
      await bot.idle();
      return reply;
    },
    /** Sets the clock over the admin port; answers what was posted meanwhile, as `who: first line`. */
    clockTo: async (when: string): Promise<void> => {
      const reply = await fetch(`${bot.adminUrl}/-/clock`, {
        method: 'POST',
        body: JSON.stringify({ set: `${when.replace(' ', 'T')}:00+08:00` }),
      });
      expect(await reply.text()).toContain('"now"');
    },
  };
}
