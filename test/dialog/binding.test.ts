// 绑定: whose a Slack account is, said by the office by hand or by another e-mail; an account has one person; and everything is
// as it was when it is undone, also where nobody was bound.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { move } from '../../domain/change.ts';
import type { FieldProblem } from '../../domain/facts.ts';
import { as, type SlackUserId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Dialog, expectKind, expectRefused, openDialog } from '../support/dialog.ts';
import { freshStore } from '../support/stores.ts';
import { aWorld } from '../support/world.ts';

const shownIn = (outcome: Outcome) => expectKind(outcome, 'amendment').amendment;

describe('绑定', () => {
  let dialog: Dialog;
  beforeEach(async () => {
    dialog = await openDialog();
  });
  afterEach(() => dialog.close());

  const rowOf = async (name: string) => (await dialog.store.list('person', { where: { name } }))[0]!;
  const act = (person: string, id: string, verb: string) =>
    dialog.press(person, 'amendment', { amendment: id, verb });
  const bind = async (name: string, values: Record<string, string>, who = '文书一') =>
    dialog.press(who, 'roster', { verb: 'bind', person: (await rowOf(name)).id, values });
  const postingOf = async (name: string) =>
    (await dialog.campaign()).definition.people.find((posting) => posting.name === name);

  it('by hand is shown with the account there was and the one there will be, and then holds', async () => {
    const before = (await rowOf('安警官')).slack;
    const proposed = shownIn(await bind('安警官', { account: 'U0NEW1234' }));
    expect(proposed.changes[0]).toEqual({
      kind: 'account_changed',
      name: '安警官',
      from: before,
      to: 'U0NEW1234',
    });
    expect((await rowOf('安警官')).slack).toBe(before);
    await act('文书一', proposed.id, 'make');
    expect(await rowOf('安警官')).toMatchObject({ slack: 'U0NEW1234', dm: null, trouble: null });
    expect((await postingOf('安警官'))?.slack).toBe('U0NEW1234');
    await act('金主任', proposed.id, 'undo');
    expect((await rowOf('安警官')).slack).toBe(before);
    expect((await postingOf('安警官'))?.slack).toBeUndefined();
  });

  it('undone leaves nobody bound where nobody was', async () => {
    const row = await rowOf('安警官');
    await dialog.store.commit([move('person', row, { slack: null, trouble: 'not_found' })]);
    const proposed = shownIn(await dialog.say('文书一', '绑定 安警官 <@U0NEW1234|an>'));
    await act('文书一', proposed.id, 'make');
    expect(await rowOf('安警官')).toMatchObject({ slack: 'U0NEW1234', trouble: null });
    await act('文书一', proposed.id, 'undo');
    expect(await rowOf('安警官')).toMatchObject({ slack: null, trouble: 'not_found' });
  });

  it('by another e-mail lets the account be looked for anew', async () => {
    const before = (await rowOf('安警官')).slack;
    const proposed = shownIn(await dialog.say('文书一', '绑定 安警官 an.other@loudi.example'));
    await act('文书一', proposed.id, 'make');
    expect(await rowOf('安警官')).toMatchObject({ slack: null, email: 'an.other@loudi.example' });
    await act('文书一', proposed.id, 'undo');
    expect(await rowOf('安警官')).toMatchObject({ slack: before, email: 'an@loudi.example' });
  });

  it('refuses an account that somebody else has, and names them', async () => {
    const taken = (await rowOf('尚工商')).slack!;
    const { form } = expectRefused(await bind('安警官', { account: taken }), 'form');
    expect(form).toMatchObject({
      form: 'roster_bind',
      values: { account: taken },
      problems: [{ field: 'account', kind: 'account_taken', holder: { name: '尚工商' } }],
    });
  });

  it('refuses it as well where it was taken between showing and confirming', async () => {
    const proposed = shownIn(await bind('安警官', { account: 'U0NEW1234' }));
    const other = shownIn(await bind('尚工商', { account: 'U0NEW1234' }));
    await act('文书一', other.id, 'make');
    const refusal = expectRefused(await act('文书一', proposed.id, 'make'), 'account_taken');
    expect(refusal.holder?.name).toBe('尚工商');
  });

  it('keeps the name of somebody of another campaign to itself', async () => {
    const foreign = await rowOf('尚工商');
    await dialog.redefine((campaign) => ({
      ...campaign,
      people: campaign.people.filter(({ person }) => person !== foreign.id),
    }));
    const { form } = expectRefused(await bind('安警官', { account: foreign.slack! }), 'form');
    expect(form).toMatchObject({ problems: [{ kind: 'account_taken', holder: null }] });
  });

  it('refuses a bot, what is no account, and nothing at all', async () => {
    const workspace = { hasAccount: async () => false } as unknown as NonNullable<
      Dialog['deps']['workspace']
    >;
    dialog.deps.workspace = workspace;
    const problemsOf = async (values: Record<string, string>) =>
      (expectRefused(await bind('安警官', values), 'form').form as { problems: FieldProblem[] }).problems;
    expect(await problemsOf({ account: 'U0BOT12345' })).toMatchObject([{ kind: 'not_an_account' }]);
    expect(await problemsOf({ account: '安警官' })).toMatchObject([{ kind: 'not_an_account' }]);
    expect(await problemsOf({})).toMatchObject([{ field: 'account', kind: 'required' }]);
    expect(await problemsOf({ email: 'xx' })).toMatchObject([{ field: 'email', kind: 'not_an_address' }]);
    expect(await problemsOf({ email: 'shang@loudi.example' })).toMatchObject([{ kind: 'known_under' }]);
  });

  it('is taken away by 解除绑定, and given back when that is undone', async () => {
    const before = (await rowOf('安警官')).slack;
    const proposed = shownIn(await dialog.say('文书一', '解除绑定 安警官'));
    await act('文书一', proposed.id, 'make');
    expect(await rowOf('安警官')).toMatchObject({ slack: null, trouble: 'unbound' });
    await act('文书一', proposed.id, 'undo');
    expect(await rowOf('安警官')).toMatchObject({ slack: before, trouble: null });
  });

  it('is not taken away from the last of the office who has an account', async () => {
    const other = shownIn(await dialog.say('文书一', '解除绑定 金主任'));
    expectKind(await act('文书一', other.id, 'make'), 'amendment');
    const own = shownIn(await dialog.say('文书一', '解除绑定 文书一'));
    expectRefused(await act('文书一', own.id, 'make'), 'last_of_office');
    expect((await rowOf('文书一')).slack).not.toBeNull();
  });

  it('asks in a form where only a name is typed, and offers the nearest for one it does not know', async () => {
    expect(expectKind(await dialog.say('文书一', '绑定 安警官'), 'ask_form').form).toMatchObject({
      form: 'roster_bind',
      person: { name: '安警官' },
      bound: true,
    });
    expect(expectRefused(await dialog.say('文书一', '绑定 安警宫'), 'unknown_member').near).toMatchObject([
      { name: '安警官' },
    ]);
    const { slack } = await rowOf('安警官');
    expectRefused(await bind('安警官', { account: slack! }), 'nothing_changes');
    expectRefused(await bind('安警官', { email: 'AN@loudi.example' }), 'nothing_changes');
  });

  it.each(['安警官', '安局长', '周正', '督查员'])('is not for %s', async (who) => {
    for (const verb of ['bind', 'unbind'])
      for (const values of [undefined, { account: 'U0NEW1234' }])
        expectRefused(
          await dialog.press(who, 'roster', {
            verb,
            person: (await rowOf('安警官')).id,
            ...(values && { values }),
          }),
          'office_only',
        );
    expect(await dialog.store.list('amendment')).toHaveLength(0);
  });

  it('leaves a line about the person in the log', async () => {
    const proposed = shownIn(await bind('安警官', { account: 'U0NEW1234' }));
    await act('文书一', proposed.id, 'make');
    const { lines } = expectKind(await dialog.say('督查员', '日志 安警官'), 'audit');
    expect(lines.map(({ verb }) => verb)).toContain('binding');
  });
});

it('lets go out what waits for somebody as soon as they are bound, and looks for nobody who was unbound', async () => {
  const { store, close } = await freshStore('sqlite');
  const world = await aWorld(store, { strangers: ['an@loudi.example'], from: '2016-08-01 08:00' });
  const rowOf = async () => (await store.list('person', { where: { name: '安警官' } }))[0]!;
  expect(await rowOf()).toMatchObject({ slack: null, trouble: 'not_found' });
  const home = expectKind(await world.press('文书一', 'home'), 'home').home;
  expect(home.troubles.people.map(({ name }) => name)).toEqual(['安警官']);
  const account: SlackUserId = as('U0NEW1234');
  const confirm = async (outcome: Outcome) =>
    world.press('文书一', 'amendment', { amendment: shownIn(outcome).id, verb: 'make' });
  await confirm(
    await world.press('文书一', 'roster', { verb: 'bind', person: (await rowOf()).id, values: { account } }),
  );
  world.news();
  await world.liveUntil('2016-08-04 10:00');
  expect(world.news().filter((line) => line.includes('安警官: eve weekly gaj'))).toHaveLength(1);
  await confirm(await world.press('文书一', 'roster', { verb: 'unbind', person: (await rowOf()).id }));
  await world.pass();
  expect(await rowOf()).toMatchObject({ slack: null, trouble: 'unbound' });
  await close();
});
