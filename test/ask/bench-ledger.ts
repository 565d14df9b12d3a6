// A ledger of any size for the benchmark, the same each time: reports with figures and text, what was told, tasks, meetings, audit.

import type { Store } from '../../db/store.ts';
import type { Campaign } from '../../domain/campaign.ts';
import { type Change, insert } from '../../domain/change.ts';
import { as, type PersonId, type SlackUserId } from '../../domain/ids.ts';
import type { PersonRow } from '../../domain/things.ts';
import { calendarOf } from '../support/builders.ts';
import { benchCampaign, NOW, type Size } from './bench-campaign.ts';
import { chanceFrom } from './bench-chance.ts';
import { type Making, reportChanges } from './bench-reports.ts';
import { workChanges } from './bench-work.ts';

const SEED = 20_160_801;

/** The Slack account of somebody in the benchmark. */
export const slackOf = (person: string): SlackUserId =>
  as<SlackUserId>(`U${person.toUpperCase().replace(/[^A-Z0-9]/g, '')}`);

const personOf = (id: PersonId, name: string): PersonRow => ({
  id,
  version: 1,
  name,
  email: id,
  slack: slackOf(id),
  dm: null,
  language: 'zh',
  locale: 'zh-CN',
  trouble: null,
});

function makingOf(campaign: Campaign): Making {
  const calendar = calendarOf(campaign);
  const people = new Map(campaign.people.map(({ person, name }) => [person, personOf(person, name)]));
  return { campaign, calendar, scene: { campaign, calendar, now: NOW, people }, chance: chanceFrom(SEED) };
}

const firstChanges = ({ campaign, scene }: Making): Change[] => [
  insert('campaign', {
    id: campaign.id,
    definition: campaign,
    definitionNo: 1,
    plannedNo: 1,
    plannedFrom: null,
    importedAt: NOW,
    knownSince: {},
  }),
  ...[...scene.people.values()].map((row) => insert('person', row)),
];

/** Fills an empty store with a ledger of this size, committing a period at a time as a bot would have. */
export async function fillLedger(store: Store, size: Size): Promise<void> {
  const making = makingOf(benchCampaign(size));
  const commit = async (changes: readonly Change[]): Promise<void> => {
    const result = await store.commit(changes);
    if (result.kind !== 'committed') throw new Error(`The ledger does not fit: ${JSON.stringify(result)}`);
  };
  await commit(firstChanges(making));
  for (const changes of reportChanges(making)) await commit(changes);
  for (const changes of workChanges(making, size)) await commit(changes);
}
