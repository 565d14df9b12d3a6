// Who may change what of the roster: each verb by each role, of one's own unit and of another. What is refused leaves every
// row as it was; what is shown to one may be made, dropped or undone only by those who could have proposed it.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { tables } from '../../db/columns.ts';
import type { ActionInput, ActionName } from '../../domain/actions.ts';
import type { ThingKind } from '../../domain/things.ts';
import { type Dialog, expectKind, openDialog } from '../support/dialog.ts';

const PEOPLE = ['文书一', '金主任', '安警官', '安局长', '安副手', '尚工商', '周正', '督查员'] as const;
type Person = (typeof PEOPLE)[number];
const OFFICE: readonly Person[] = ['文书一', '金主任'];
/** Liaison and head of the unit, and the office. */
const KEEPERS: readonly Person[] = [...OFFICE, '安警官', '安局长'];

type Case = { what: string; action: ActionName; input: () => Promise<ActionInput>; may: readonly Person[] };

let dialog: Dialog;
beforeAll(async () => {
  dialog = await openDialog();
});
afterAll(() => dialog.close());

const idOf = async (name: string) => (await dialog.store.list('person', { where: { name } }))[0]!.id;
const details = { email: '', phone: '13911112222', language: 'slack' };
const unitValues = { aliases: '新名', kind: 'member', to: '' };

const cases: Case[] = [
  {
    what: 'a person of the unit',
    action: 'roster',
    input: async () => {
      const [posting] = (await dialog.campaign()).definition.people.filter(({ name }) => name === '安副手');
      return {
        verb: 'person',
        person: posting!.person,
        values: { ...details, name: '安副手', email: posting!.email! },
      };
    },
    may: KEEPERS,
  },
  {
    what: 'somebody new for the unit',
    action: 'roster',
    input: async () => ({
      verb: 'person',
      values: { ...details, name: '辛人', email: 'xinren@loudi.example', role: 'deputy', unit: 'gaj' },
    }),
    may: KEEPERS,
  },
  {
    what: 'somebody new for the office',
    action: 'roster',
    input: async () => ({
      verb: 'person',
      values: { ...details, name: '辛人', email: 'xinren@loudi.example', role: 'office_staff' },
    }),
    may: OFFICE,
  },
  {
    what: 'a person of the office',
    action: 'roster',
    input: async () => ({
      verb: 'person',
      person: await idOf('文书一'),
      values: { ...details, name: '文书一', email: 'wen@other.example' },
    }),
    may: OFFICE,
  },
  {
    what: 'the unit’s names',
    action: 'roster',
    input: async () => ({ verb: 'unit', unit: 'gaj', values: { ...unitValues, name: '市公安局' } }),
    may: KEEPERS,
  },
  {
    what: 'a new unit',
    action: 'roster',
    input: async () => ({ verb: 'unit', values: { ...unitValues, name: '市税务局' } }),
    may: OFFICE,
  },
  {
    what: 'an account',
    action: 'roster',
    input: async () => ({
      verb: 'bind',
      person: await idOf('安警官'),
      values: { account: 'U0NEW1234' },
    }),
    may: OFFICE,
  },
  {
    what: 'no account',
    action: 'roster',
    input: async () => ({ verb: 'unbind', person: await idOf('安警官') }),
    may: OFFICE,
  },
  {
    what: 'the unit’s liaison',
    action: 'replace_liaison',
    input: async () => ({
      unit: 'gaj',
      values: { unit: 'gaj', name: '辛警官', email: 'xin.jg@loudi.example' },
    }),
    may: KEEPERS,
  },
];

const KINDS = Object.keys(tables).filter((name) => name !== 'gate' && name !== 'auditChain') as ThingKind[];
async function everyRow(): Promise<string> {
  const rows = await Promise.all(KINDS.map(async (kind) => [kind, await dialog.store.list(kind)] as const));
  return JSON.stringify(rows);
}

/** What is done leaves every row as it was, and says why. */
async function expectNothing(done: () => Promise<unknown>, what: string): Promise<void> {
  const before = await everyRow();
  expect(await done(), what).toMatchObject({ kind: 'refused' });
  expect(await everyRow(), what).toBe(before);
}

it.each(cases)('$what is proposed by whom it is for', async ({ what, action, input, may }) => {
  for (const person of PEOPLE) {
    const asked = await input();
    const ask = () => dialog.press(person, action, asked);
    if (may.includes(person)) expect((await ask()).kind, `${what}: ${person}`).toBe('amendment');
    else await expectNothing(ask, `${what}: ${person}`);
  }
});

it.each(cases)('$what is made, dropped and undone by nobody else', async ({ what, action, input, may }) => {
  const others = PEOPLE.filter((person) => !may.includes(person));
  const propose = async () =>
    expectKind(await dialog.press('文书一', action, await input()), 'amendment').amendment.id;
  const act = (person: string, amendment: string, verb: string) =>
    dialog.press(person, 'amendment', { amendment, verb });
  const dropped = await propose();
  for (const person of others)
    for (const verb of ['make', 'drop', 'undo', ''])
      await expectNothing(() => act(person, dropped, verb), `${what}: ${person} ${verb}`);
  expectKind(await act('文书一', dropped, 'drop'), 'amendment');
  const made = await propose();
  expectKind(await act('文书一', made, 'make'), 'amendment');
  for (const person of others.filter((each) => each !== '安警官'))
    await expectNothing(() => act(person, made, 'undo'), `${what}: ${person} undo`);
  expectKind(await act('文书一', made, 'undo'), 'amendment');
});
