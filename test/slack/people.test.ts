import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../bot/log.ts';
import { changePerson, createLanguages } from '../../bot/people.ts';
import { insert } from '../../domain/change.ts';
import { as, type PersonId, type SlackUserId } from '../../domain/ids.ts';
import type { Directory } from '../../scheduler/ports.ts';
import { aPerson } from '../support/delivery-rig.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';

let fresh: FreshStore;
let asked: number;
const AN = as<SlackUserId>('UAN');
const STRANGER = as<SlackUserId>('U0STRANGER');
const directoryWith = (find: () => ReturnType<Directory['findUser']>): Directory => ({
  findUser: () => {
    asked += 1;
    return find();
  },
  findChannel: async () => ({ kind: 'unknown' }),
});
const english = directoryWith(async () => ({
  kind: 'found',
  slack: STRANGER,
  locale: 'en-GB',
  active: true,
}));

beforeEach(async () => {
  asked = 0;
  fresh = await freshStore('sqlite');
  await fresh.store.commit([insert('person', aPerson('an', { locale: 'en-US' }))]);
});
afterEach(() => fresh.close());
const an = async () => (await fresh.store.find('person', as<PersonId>('an')))!;

describe('the language to speak', () => {
  it('is that of the person, without asking Slack', async () => {
    expect(await createLanguages(fresh.store, english)(AN)).toBe('en');
    expect(asked).toBe(0);
  });

  it('with a stranger is that of their Slack, asked once', async () => {
    const languageFor = createLanguages(fresh.store, english);
    expect([await languageFor(STRANGER), await languageFor(STRANGER)]).toEqual(['en', 'en']);
    expect(asked).toBe(1);
  });

  it.each<[string, () => ReturnType<Directory['findUser']>]>([
    ['cannot be asked', async () => ({ kind: 'unknown' })],
    ['fails', () => Promise.reject(new Error('no'))],
    ['never answers', () => new Promise(() => {})],
  ])('is Chinese when Slack %s, and nobody waits long', async (_what, find) => {
    expect(await createLanguages(fresh.store, directoryWith(find))(STRANGER)).toBe('zh');
  });
});

describe('an account', () => {
  it('that speaks another language is spoken to in it', async () => {
    await changePerson(fresh.store, { slack: AN, locale: 'zh-CN', isDeactivated: false }, silentLog);
    expect((await an()).locale).toBe('zh-CN');
  });

  it('that is closed is trouble, and none when it is opened again', async () => {
    await changePerson(fresh.store, { slack: AN, locale: null, isDeactivated: true }, silentLog);
    expect(await an()).toMatchObject({ trouble: 'deactivated', locale: 'en-US', slack: AN });
    await changePerson(fresh.store, { slack: AN, locale: null, isDeactivated: false }, silentLog);
    expect((await an()).trouble).toBeNull();
  });

  it('that did not change in what matters here writes nothing', async () => {
    await changePerson(fresh.store, { slack: AN, locale: 'en-US', isDeactivated: false }, silentLog);
    expect((await an()).version).toBe(1);
  });
});
