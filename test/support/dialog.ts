// Conversations with the commands: a real SQLite store, the sample campaign as a file would bring it, everybody bound to
// Slack, and the ledger planned up to a moment. Who says what is a person's name; what comes back is exactly one Outcome.

import { readFileSync } from 'node:fs';
import { createReader } from '../../commands/ask/reader.ts';
import type { Deps } from '../../commands/command.ts';
import { importCampaign } from '../../commands/import-campaign.ts';
import { keepReaders } from '../../commands/questions/kept-readers.ts';
import { act, answer } from '../../commands/registry.ts';
import type { Store } from '../../db/store.ts';
import { holidayTable } from '../../documents/holidays.ts';
import type { ActionInput, ActionName } from '../../domain/actions.ts';
import type { Campaign, Posting } from '../../domain/campaign.ts';
import { move } from '../../domain/change.ts';
import { as, type ObligationId, obligationId, type SlackUserId } from '../../domain/ids.ts';
import type { CommandName, Outcome, Refusal } from '../../domain/outcome.ts';
import type { CampaignRow, ObligationRow } from '../../domain/things.ts';
import { tick } from '../../scheduler/tick.ts';
import { at, dutyId, period, unitId } from './builders.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { type Engine, freshStore } from './stores.ts';

/** The sample's file as text; `change` edits it before it is imported. */
export const sampleFile = (change: (text: string) => string = (text) => text): string =>
  change(readFileSync(new URL('../../documents/samples/loudi.yml', import.meta.url), 'utf8'));

/** The values with which the sample's weekly form is complete. */
export const fullReport = (over: Record<string, string> = {}): Record<string, string> => ({
  progress: '已排查网贷平台 12 家',
  'figure:checked': '12',
  'figure:problems': '4',
  'figure:rectified': '2',
  'figure:transferred': '0',
  next: '下周复查',
  ...over,
});

export type Dialog = {
  store: Store;
  clock: FakeClock;
  deps: Deps;
  /** Words typed after /duban, in a mention or a direct message. */
  say(person: string, text: string): Promise<Outcome>;
  /** A button pressed, or a form submitted (`values` present). */
  press(person: string, action: ActionName, input?: ActionInput): Promise<Outcome>;
  /** Time passes to this moment, and what became due is planned. */
  until(moment: string): Promise<void>;
  /** The campaign as it stands. */
  campaign(): Promise<CampaignRow>;
  /** Changes the definition as an import would (a liaison replaced, a duty added). */
  redefine(change: (campaign: Campaign) => Campaign): Promise<void>;
  /** The ledger's row of a duty, unit and period. */
  row(duty: string, unit: string, period: string): Promise<ObligationRow>;
  slackOf(person: string): Promise<SlackUserId>;
  close(): Promise<void>;
};

export type DialogOptions = {
  /** The moment of the conversation: Friday afternoon of week 31, unless said otherwise. */
  now?: string;
  /** The moment a bot first planned this campaign; what was due earlier is waived as 启用前. */
  plannedFrom?: string;
  file?: string;
  engine?: Engine;
};

/** The key of a ledger row of the sample. */
export const rowId = (duty: string, unit: string, of: string): ObligationId =>
  obligationId(as('loudi-2016'), dutyId(duty), unitId(unit), period(of));

/** Opens a conversation on a fresh ledger; by default on Friday 2016-08-05 15:30, planned since week 30. */
export async function openDialog(options: DialogOptions = {}): Promise<Dialog> {
  const { now = '2016-08-05 15:30', plannedFrom = '2016-07-25 08:00', engine = 'sqlite' } = options;
  const fresh = await freshStore(engine);
  const clock = fakeClock(plannedFrom);
  let made = 0;
  const deps: Deps = {
    store: fresh.store,
    now: clock.campaign,
    newId: () => `id-${++made}`,
    holidays: holidayTable(),
    read: keepReaders(createReader),
  };
  const result = await importCampaign(deps, options.file ?? sampleFile(), {
    dryRun: false,
    source: 'sample',
  });
  if (result.kind === 'refused') throw new Error(`the sample is refused: ${JSON.stringify(result.problems)}`);
  await bindEverybody(fresh.store);
  await tick(deps);
  const dialog = talking(deps, clock, fresh.close);
  await dialog.until(now);
  return dialog;
}

async function bindEverybody(store: Store): Promise<void> {
  const people = await store.list('person');
  await store.commit(
    people.map((person, index) => move('person', person, { slack: as<SlackUserId>(`U${1000 + index}`) })),
  );
}

async function slackIn(store: Store, name: string): Promise<SlackUserId> {
  const [person] = await store.list('person', { where: { name } });
  return person?.slack ?? as<SlackUserId>('U0NOBODY');
}

function talking(deps: Deps, clock: FakeClock, close: () => Promise<void>): Dialog {
  const { store } = deps;
  const campaign = async () => (await store.list('campaign'))[0]!;
  return {
    store,
    clock,
    deps,
    campaign,
    close,
    slackOf: (person) => slackIn(store, person),
    say: async (person, text) => answer(deps, await slackIn(store, person), text),
    press: async (person, action, input = {}) => act(deps, await slackIn(store, person), action, input),
    until: async (moment) => {
      clock.setCampaign(at(moment));
      await tick(deps);
    },
    redefine: async (change) => {
      const row = await campaign();
      const definition = change(row.definition);
      await store.commit([move('campaign', row, { definition, definitionNo: row.definitionNo + 1 })]);
    },
    row: async (duty, unit, of) => (await store.find('obligation', rowId(duty, unit, of)))!,
  };
}

/** Ends somebody's postings on the day before, as a hand-over does. */
export const withoutPerson =
  (name: string, to = '2016-08-04') =>
  (campaign: Campaign): Campaign => ({
    ...campaign,
    people: campaign.people.map(
      (posting): Posting => (posting.name === name ? { ...posting, to: as(to) } : posting),
    ),
  });

/** Adds one posting for somebody who already stands in the file. */
export const withPosting =
  (name: string, over: Pick<Posting, 'role'> & Partial<Posting>) =>
  (campaign: Campaign): Campaign => {
    const { person, email } = campaign.people.find((posting) => posting.name === name)!;
    return { ...campaign, people: [...campaign.people, { person, name, ...(email && { email }), ...over }] };
  };

/** The outcome, if it is of this kind; else the test fails with what it is. */
export function expectKind<K extends Outcome['kind']>(outcome: Outcome, kind: K): Outcome & { kind: K } {
  if (outcome.kind !== kind)
    throw new Error(`expected ${kind}, got ${JSON.stringify(outcome).slice(0, 400)}`);
  return outcome as Outcome & { kind: K };
}

/** The refusal, if it is one of this kind; else the test fails with what it is. */
export function expectRefused<K extends Refusal['kind']>(outcome: Outcome, kind: K): Refusal & { kind: K } {
  const { refusal } = expectKind(outcome, 'refused');
  if (refusal.kind !== kind)
    throw new Error(`expected ${kind}, got ${JSON.stringify(refusal).slice(0, 400)}`);
  return refusal as Refusal & { kind: K };
}

/** Whether help offers a command to somebody. */
export async function helpOffers(dialog: Dialog, person: string, command: CommandName): Promise<boolean> {
  return expectKind(await dialog.say(person, 'help'), 'help').commands.includes(command);
}
