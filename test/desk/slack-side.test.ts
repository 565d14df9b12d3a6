// The desk plays Slack: what a person does reaches the bot as Slack would send it, and what the bot answers is seen by
// those who should see it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskMessage } from '../../desk/world.ts';
import { type DeskRig, newFolder, openDesk, until } from './rig.ts';

let desk: DeskRig;
let an: { id: string; dm: string };
let wen: { id: string; dm: string };
let office: string;

beforeAll(async () => {
  desk = await openDesk();
  an = await desk.personNamed('安警官');
  wen = await desk.personNamed('文书一');
  office = (await desk.world()).channels.find(({ purpose }) => purpose === 'office')?.id ?? '';
});
afterAll(() => desk.stop());

const lastHeard = (kind: string) => desk.bot().heard.findLast((one) => one.kind === kind)?.body ?? {};
const modalsOf = async (person: string) => (await desk.view(person)).modals;
const buttonIn = (messages: DeskMessage[], action: string) => {
  for (const message of messages.toReversed()) {
    for (const block of message.blocks) {
      const element = block.elements?.find(({ action_id }) => action_id?.startsWith(`do:${action}`));
      if (element) return { message, block, element };
    }
  }
  throw new Error(`no button ${action}`);
};

/** A person's direct conversation, in order. */
const directOf = async ({ id, dm }: { id: string; dm: string }) =>
  (await desk.view(id)).messages.filter(({ channel }) => channel === dm);

async function press(person: { id: string }, action: string) {
  const { message, block, element } = buttonIn((await desk.view(person.id)).messages, action);
  return desk.act({
    as: person.id,
    kind: 'press',
    on: { message: message.ts, channel: message.channel },
    blockId: block.block_id ?? '',
    action: { type: 'button', action_id: element.action_id, value: element.value },
    values: {},
  });
}

describe('people and channels', () => {
  it('keep their ids from one start to the next, for the bot keeps them in its database', async () => {
    const folder = newFolder();
    const first = await openDesk(folder);
    const before = await first.personNamed('安警官');
    await first.stop();
    const second = await openDesk(folder);
    expect(await second.personNamed('安警官')).toEqual(before);
    await second.stop();
  });

  it('show the office channel to the office alone', async () => {
    const { channels } = await desk.world();
    expect(channels.map(({ name }) => name)).toEqual(['整治通报', '整治办公室']);
    expect(channels[1]?.members).toContain(wen.id);
    expect(channels[1]?.members).not.toContain(an.id);
  });
});

describe('a command', () => {
  it('reaches the bot as a signed form with a trigger that opens one form', async () => {
    const answer = await desk.act({ as: an.id, kind: 'command', channel: an.dm, text: '填报' });
    expect(answer).toEqual({ ok: true });
    expect(lastHeard('command')).toMatchObject({ command: '/duban', text: '填报', user_id: an.id });
    expect((await modalsOf(an.id)).map(({ callback_id }) => callback_id)).toEqual(['form:report']);
  });

  it('escapes what was typed, as Slack does', async () => {
    await desk.act({ as: an.id, kind: 'command', channel: an.dm, text: '状态 <!channel> & 公安' });
    expect(lastHeard('command').text).toBe('状态 &lt;!channel&gt; &amp; 公安');
  });

  it('is answered to the asker alone', async () => {
    await desk.act({ as: wen.id, kind: 'command', channel: office, text: '谁没报' });
    const seen = await until(
      () => desk.view(wen.id),
      ({ messages }) => messages.some(({ onlyFor }) => onlyFor === wen.id),
    );
    const jin = await desk.personNamed('金主任');
    expect(seen.messages.find(({ onlyFor }) => onlyFor === wen.id)?.text).toContain('已报 6');
    expect((await desk.view(jin.id)).messages.some(({ onlyFor }) => onlyFor !== null)).toBe(false);
  });
});

describe('a form', () => {
  it('stays open with a message at the field when the bot finds an error', async () => {
    await press(an, 'report');
    const [view] = await modalsOf(an.id);
    const field = view?.blocks.find(({ block_id }) => block_id?.startsWith('progress'))?.block_id ?? '';
    const values = { [field]: { value: { type: 'plain_text_input', value: null } } };
    const answer = await desk.act({ as: an.id, kind: 'submit', view: view?.id ?? '', values });
    expect(answer).toEqual({ ok: false, errors: { [field]: '请填写此项。' } });
    expect(await modalsOf(an.id)).toHaveLength(1);
  });

  it('closes when it was accepted, and the receipt arrives', async () => {
    const [view] = await modalsOf(an.id);
    const values = { p: { value: { type: 'plain_text_input', value: '排查 12 家' } } };
    expect(await desk.act({ as: an.id, kind: 'submit', view: view?.id ?? '', values })).toEqual({ ok: true });
    expect(await modalsOf(an.id)).toEqual([]);
    await until(
      () => directOf(an),
      (messages) => messages.at(-1)?.text.startsWith('已收到') ?? false,
    );
  });

  it('tells the bot when it is closed unsubmitted, with what was typed', async () => {
    await press(an, 'report');
    const [view] = await modalsOf(an.id);
    const values = { p: { value: { type: 'plain_text_input', value: '写了一半' } } };
    await desk.act({ as: an.id, kind: 'close', view: view?.id ?? '', all: false, values });
    expect(await modalsOf(an.id)).toEqual([]);
    expect(lastHeard('view_closed')).toMatchObject({ is_cleared: false, view: { state: { values } } });
  });
});

describe('a conversation', () => {
  it('carries a direct message to the bot and its answer back', async () => {
    await desk.act({ as: an.id, kind: 'say', channel: an.dm, text: '谁还没交', threadTs: null });
    expect(lastHeard('message')).toMatchObject({ channel_type: 'im', text: '谁还没交', user: an.id });
    const messages = await until(
      () => directOf(an),
      (seen) => seen.at(-1)?.text.startsWith('工作进展周报') ?? false,
    );
    expect(messages.at(-2)).toMatchObject({ from: an.id, text: '谁还没交' });
  });

  it('turns @督办 in a channel into a mention, answered in the thread', async () => {
    await desk.act({ as: wen.id, kind: 'say', channel: office, text: '@督办 谁还没交周报', threadTs: null });
    const said = lastHeard('app_mention');
    expect(said.text).toBe('<@U0DUBAN001> 谁还没交周报');
    await until(
      () => desk.view(wen.id),
      ({ messages }) => messages.some(({ threadTs }) => threadTs === said.ts),
    );
  });

  it('counts what one has not read, until it is read', async () => {
    const unread = async () => (await desk.world()).unread[an.id]?.[an.dm] ?? 0;
    expect(await unread()).toBeGreaterThan(0);
    await desk.act({ as: an.id, kind: 'read', channel: an.dm });
    expect(await unread()).toBe(0);
  });

  it('publishes Home when it is opened', async () => {
    await desk.act({ as: an.id, kind: 'open', tab: 'home' });
    expect((await desk.view(an.id)).home?.blocks[0]).toMatchObject({ type: 'header' });
  });
});

describe('what does not answer', () => {
  it('is shown as Slack would: a refused request fails to dispatch', async () => {
    const gone = await desk.act({ as: an.id, kind: 'submit', view: 'V000', values: {} });
    expect(gone).toEqual({ ok: false });
    expect(await desk.act({ as: 'U000', kind: 'open', tab: 'home' })).toEqual({ ok: false });
  });
});

describe('a file', () => {
  it('comes back by the name it was given, in whatever script', async () => {
    for (const name of ['会商邀请（7月）.ics', '100%.csv', 'a b.txt']) {
      const put = await fetch(`${desk.url}/api/upload?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'x-desk': '1' },
        body: 'BEGIN:VCALENDAR',
      });
      const { id } = (await put.json()) as { id: string };
      const got = await fetch(`${desk.url}/api/file?id=${id}`);
      expect(await got.text()).toBe('BEGIN:VCALENDAR');
      expect(decodeURIComponent(String(got.headers.get('content-disposition')))).toContain(`''${name}`);
    }
  });
});
