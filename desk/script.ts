// People who act by themselves: the played history and the tour's "do it for me" go through the same front door as
// whoever sits at the page. A form is filled by the ids of its fields, which are the campaign's own.

import type { Block, Element } from './block-kit.ts';
import { actionOf, filled, type Typing } from './block-state.ts';
import { BOT_USER_ID } from './slack-ids.ts';
import type { SlackSide } from './slack-side.ts';
import type { ActAnswer, DeskMessage, DeskPerson } from './world.ts';

export type Script = {
  /** `/duban TEXT` in the person's direct conversation with the bot, or in a channel. */
  command(person: DeskPerson, text: string, channel?: string): Promise<ActAnswer>;
  /** Fills and submits the modal that lies on top, if there is one. */
  submitForm(person: DeskPerson, typing: Typing): Promise<ActAnswer>;
  /** Says something in a conversation. */
  say(person: DeskPerson, text: string, channel: string): Promise<ActAnswer>;
  /** Uses a shortcut on the newest message that somebody else wrote into a channel. */
  pointAtNewest(person: DeskPerson, callbackId: string, channel: string): Promise<ActAnswer>;
  /** Presses the newest button that `isWanted` in what the person can see. */
  pressNewest(person: DeskPerson, isWanted: (element: Element) => boolean): Promise<ActAnswer>;
};

const NOTHING: ActAnswer = { ok: false };

/** Binds the script to one workspace; `settle` waits until the bot has done what it was asked. */
export function newScript(side: SlackSide, settle: () => Promise<void>): Script {
  const settled = async (answer: Promise<ActAnswer>): Promise<ActAnswer> => {
    const given = await answer;
    await settle();
    return given;
  };
  return {
    command: (person, text, channel = person.dm) =>
      settled(side.act({ as: person.id, kind: 'command', channel, text })),
    say: (person, text, channel) =>
      settled(side.act({ as: person.id, kind: 'say', channel, text, threadTs: null })),
    async pointAtNewest(person, callbackId, channel) {
      const message = side.picture
        .list(channel)
        .findLast(({ from, onlyFor }) => onlyFor === null && from !== person.id && from !== BOT_USER_ID);
      if (!message) return NOTHING;
      return settled(
        side.act({ as: person.id, kind: 'message_shortcut', callbackId, channel, message: message.ts }),
      );
    },
    async submitForm(person, typing) {
      const view = side.picture.modalsOf(person.id).at(-1);
      if (!view?.submit) return NOTHING;
      const values = filled(view, typing);
      return settled(side.act({ as: person.id, kind: 'submit', view: view.id, values }));
    },
    async pressNewest(person, isWanted) {
      const found = newestButton(side.picture.viewOf(person.id).messages, isWanted);
      if (!found) return NOTHING;
      const { message, block, element } = found;
      const on = { message: message.ts, channel: message.channel };
      const action = actionOf(element);
      return settled(
        side.act({ as: person.id, kind: 'press', on, blockId: block.block_id ?? '', action, values: {} }),
      );
    },
  };
}

type Found = { message: DeskMessage; block: Block; element: Element };

function newestButton(
  messages: readonly DeskMessage[],
  isWanted: (element: Element) => boolean,
): Found | null {
  const newestFirst = [...messages].sort((a, b) => b.at - a.at || (a.ts < b.ts ? 1 : -1));
  for (const message of newestFirst) {
    for (const block of message.blocks) {
      const element = buttonsOf(block).find(isWanted);
      if (element) return { message, block, element };
    }
  }
  return null;
}

const buttonsOf = (block: Block): Element[] =>
  [...(block.elements ?? []), ...(block.accessory ? [block.accessory] : [])].filter(
    ({ type }) => type === 'button',
  );
