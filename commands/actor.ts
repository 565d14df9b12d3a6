// Who acts: the person bound to a Slack account, the campaign meant, and the roles held in it today.

import { readCampaign, readCampaigns } from '../db/kept-campaigns.ts';
import { readCalendar } from '../db/reads.ts';
import type { ActionInput } from '../domain/actions.ts';
import { as, type CampaignId, type PersonId, type SlackChannelId, type SlackUserId } from '../domain/ids.ts';
import type { Refusal } from '../domain/outcome.ts';
import { postingsOf } from '../domain/recipients.ts';
import type { CampaignRow, PersonRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import type { Actor, Conversation, Deps } from './command.ts';

const postingsIn = (deps: Deps, row: CampaignRow, person: PersonRow) =>
  postingsOf(row.definition, dateOf(deps.now(), row.definition.zone), person.id);

const POINTERS = ['obligation', 'bulletin', 'task', 'consultation', 'incident', 'amendment'] as const;

type CampaignPointer = Pick<ActionInput, (typeof POINTERS)[number] | 'campaign'>;

/** The campaign of the row that a pointer names, so that a person of two campaigns acts in the right one. */
async function campaignMeant(deps: Deps, pointer: CampaignPointer): Promise<string | null> {
  for (const kind of POINTERS) {
    const id = pointer[kind];
    if (id) return (await deps.store.find(kind, id))?.campaign ?? null;
  }
  return pointer.campaign ?? null;
}

type Candidate = { person: PersonRow; campaign: CampaignRow; postings: Actor['postings'] };

async function candidates(deps: Deps, people: PersonRow[]): Promise<Candidate[]> {
  const campaigns = await readCampaigns(deps.store);
  return campaigns.flatMap((campaign) =>
    people
      .map((person) => ({ person, campaign, postings: postingsIn(deps, campaign, person) }))
      .filter(({ postings }) => postings.length > 0),
  );
}

/** Somebody who left office acts without postings on a row of their former campaign, so that what they typed can be kept. */
async function formerly(deps: Deps, people: PersonRow[], meant: string | null): Promise<Candidate | null> {
  const campaign = meant === null ? null : await readCampaign(deps.store, as<CampaignId>(meant));
  const person = people.find(({ id }) =>
    campaign?.definition.people.some((posting) => posting.person === id),
  );
  return campaign && person ? { person, campaign, postings: [] } : null;
}

/** Which of several campaigns is meant where no pointer says it; the one imported last where nothing does. */
async function likeliest(
  deps: Deps,
  found: readonly Candidate[],
  text: string,
  conversation: Conversation | undefined,
): Promise<Candidate | undefined> {
  const [first, another] = found;
  if (!another) return first;
  const named = found
    .filter(({ campaign }) => text.includes(campaign.definition.name))
    .sort((a, b) => b.campaign.definition.name.length - a.campaign.definition.name.length);
  const ofChannel = await campaignsOf(deps, conversation?.channel);
  const before = conversation?.before()?.campaign;
  return (
    named[0] ??
    found.find(({ campaign }) => ofChannel.has(campaign.id)) ??
    found.find(({ campaign }) => campaign.id === before) ??
    first
  );
}

/** The campaigns that speak in a channel; none where it is nobody's. */
export async function campaignsOf(
  { store }: Deps,
  channel: SlackChannelId | undefined,
): Promise<Set<CampaignId>> {
  const rows = channel ? await store.list('channel', { where: { slack: channel } }) : [];
  return new Set(rows.map(({ campaign }) => campaign));
}

/**
 * Finds the acting person by Slack user id. Of several campaigns the one that the pointer belongs to is meant, else the
 * one named in the text, else the one in whose channel it was said, else the one asked about before, else the one imported
 * last. A pointer at a campaign that is not theirs is nobody's: what it asks for is done in no other.
 */
export async function findActor(
  deps: Deps,
  slack: SlackUserId,
  pointer: CampaignPointer,
  text = '',
  conversation?: Conversation,
): Promise<Actor | { refusal: Refusal }> {
  const people = await deps.store.list('person', { where: { slack } });
  const found = await candidates(deps, people);
  const meant = await campaignMeant(deps, pointer);
  const pointedAt =
    found.find(({ campaign }) => campaign.id === meant) ?? (await formerly(deps, people, meant));
  const chosen = pointedAt ?? (await likeliest(deps, found, text, conversation));
  if (!chosen) return { refusal: { kind: 'unknown_person' } };
  if (!pointedAt && pointer.campaign !== undefined && pointer.campaign === meant)
    return { refusal: { kind: 'gone', id: meant } };
  const own = new Set([...found, chosen].map(({ campaign }) => campaign.id));
  return {
    ...chosen,
    slack,
    calendar: await readCalendar(deps.store, chosen.campaign.definition, deps.holidays),
    ...(own.size > 1 && { isOfSeveral: true }),
  };
}

/** The row of somebody of whom only the Slack account is known; version 0 says that it is yet to be written. */
const unheardOf = (slack: SlackUserId): PersonRow => ({
  id: as<PersonId>(`slack:${slack}`),
  version: 0,
  name: slack,
  email: null,
  slack,
  dm: null,
  language: null,
  locale: null,
  trouble: null,
});

/**
 * Somebody who stands on no roster (any more), for the commands that are open to anybody; null unless it is certain which
 * campaign they mean, because there is one only.
 */
export async function findStranger(deps: Deps, slack: SlackUserId): Promise<Actor | null> {
  const [campaign, another] = await readCampaigns(deps.store);
  if (!campaign || another) return null;
  const [person] = await deps.store.list('person', { where: { slack }, limit: 1 });
  const calendar = await readCalendar(deps.store, campaign.definition, deps.holidays);
  return { person: person ?? unheardOf(slack), slack, campaign, postings: [], calendar };
}
