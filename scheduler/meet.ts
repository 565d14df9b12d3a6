// Who is who in Slack: people are bound by e-mail or by the id in the campaign file, channels by name. Who or what cannot
// be found is told to the office with what to do, and everything else goes on. Asked again from time to time, because
// people join late and channels are mended; what waited for them then goes out.

import { readCalendar, readPresence } from '../db/reads.ts';
import type { Store } from '../db/store.ts';
import type { HolidayTable } from '../domain/calendar.ts';
import { type Change, ensure, move } from '../domain/change.ts';
import type { Instant } from '../domain/ids.ts';
import type { Notice } from '../domain/notice.ts';
import { slotAfter } from '../domain/office-hours.ts';
import { intentOf } from '../domain/plan.ts';
import { inOffice, officeStaff } from '../domain/recipients.ts';
import type { CampaignRow, ChannelRow, PersonRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import { planRelease } from './parked.ts';
import type { Clocks, Directory } from './ports.ts';

export type MeetDeps = { store: Store; directory: Directory; clocks: Clocks; holidays: HolidayTable };

/** Remembers, in process time, when whom it last asked about, so that one call asks only what is worth asking. */
export type Meeting = {
  /** Looks up at most `most` people and all channels that are due to be asked about; answers how many people are left. */
  meet(most: number): Promise<number>;
};

/** After an answer; while somebody is mending a channel; after no answer (Slack was away, or asked for patience), or overtaken. */
const ASK_AGAIN_MS = { answered: 10 * 60_000, mending: 60_000, unknown: 30_000 } as const;

type Answer = keyof typeof ASK_AGAIN_MS;
/** Who or what is asked about again not before when, in process time. */
type Notes = { isDue(key: string): boolean; write(key: string, answer: Answer): void };

function takeNotes({ clocks }: MeetDeps): Notes {
  const notBefore = new Map<string, number>();
  return {
    isDue: (key) => clocks.process() >= (notBefore.get(key) ?? 0),
    write: (key, answer) => void notBefore.set(key, clocks.process() + ASK_AGAIN_MS[answer]),
  };
}

/** Starts with nobody met; everybody without an account is asked about at the first call. */
export function createMeeting(deps: MeetDeps): Meeting {
  const notes = takeNotes(deps);
  const meet = async (most: number) => {
    const campaigns = await deps.store.list('campaign');
    await meetChannels(deps, campaigns, notes);
    const waiting = (await strangers(deps, campaigns)).filter(({ person }) => notes.isDue(person.id));
    for (const { person, campaign } of waiting.slice(0, most)) {
      notes.write(person.id, await meetPerson(deps, campaign, person));
    }
    return Math.max(waiting.length - most, 0);
  };
  return { meet };
}

type Stranger = { person: PersonRow; campaign: CampaignRow };

/** People in office who have no account, or whose account did not work. */
async function strangers(
  { store, clocks }: MeetDeps,
  campaigns: readonly CampaignRow[],
): Promise<Stranger[]> {
  const people = await store.list('person');
  const homes = new Map(
    campaigns.flatMap((campaign) =>
      inOffice(campaign.definition, dateOf(clocks.campaign(), campaign.definition.zone)).map(
        ({ person }) => [person, campaign] as const,
      ),
    ),
  );
  return people
    .filter(
      ({ id, slack, trouble, locale }) =>
        homes.has(id) && trouble !== 'unbound' && (!slack || trouble !== null || locale === null),
    )
    .map((person) => ({ person, campaign: homes.get(person.id)! }));
}

async function meetPerson(deps: MeetDeps, campaign: CampaignRow, person: PersonRow): Promise<Answer> {
  const by = person.slack ? { slack: person.slack } : person.email ? { email: person.email } : null;
  const found = by ? await deps.directory.findUser(by) : ({ kind: 'absent' } as const);
  if (found.kind === 'unknown') return 'unknown';
  if (found.kind === 'found' && found.active) {
    const result = await deps.store.commit([
      move('person', person, { slack: found.slack, locale: found.locale ?? '', trouble: null }),
      ...(await planRelease(deps.store, { kind: 'person', person: person.id }, deps.clocks.process())),
    ]);
    return result.kind === 'committed' ? 'answered' : 'unknown';
  }
  const trouble = found.kind === 'found' ? 'deactivated' : 'not_found';
  if (person.trouble === trouble) return 'answered';
  await deps.store.commit([
    move('person', person, { trouble }),
    ...(await planOfficeTold(
      deps,
      campaign,
      `unbound:${person.id}:${trouble}:${dateOf(deps.clocks.campaign(), campaign.definition.zone)}`,
      { kind: 'person_unbound', person: person.id, trouble },
      person.id,
    )),
  ]);
  return 'answered';
}

/** Tells the office's staff something, once under this key, in their next reminder hours. */
export async function planOfficeTold(
  { store, clocks, holidays }: Omit<MeetDeps, 'directory'>,
  { definition: campaign }: CampaignRow,
  key: string,
  notice: Notice,
  except?: string,
): Promise<Change[]> {
  const now: Instant = clocks.campaign();
  const [calendar, presence] = await Promise.all([
    readCalendar(store, campaign, holidays),
    readPresence(store, campaign, dateOf(now, campaign.zone)),
  ]);
  const slotAt = slotAfter(now, calendar, campaign.zone);
  return officeStaff(presence.on(dateOf(slotAt, campaign.zone)))
    .filter((person) => person !== except)
    .map((person) =>
      ensure(
        'intent',
        intentOf({ campaign, now }, `${key}:${campaign.id}:${person}`, person, notice, {
          slotAt,
          about: null,
        }),
      ),
    );
}

async function meetChannels(deps: MeetDeps, campaigns: readonly CampaignRow[], notes: Notes): Promise<void> {
  const channels = await deps.store.list('channel');
  for (const channel of channels.filter(
    ({ id, slack, trouble }) => (!slack || trouble !== null) && notes.isDue(id),
  )) {
    const campaign = campaigns.find(({ id }) => id === channel.campaign);
    if (campaign) notes.write(channel.id, await meetChannel(deps, campaign, channel));
  }
}

async function meetChannel(deps: MeetDeps, campaign: CampaignRow, channel: ChannelRow): Promise<Answer> {
  const found = await deps.directory.findChannel(channel.name);
  if (found.kind === 'unknown') return 'unknown';
  const trouble =
    found.kind === 'absent' ? 'not_found' : found.archived ? 'archived' : found.joined ? null : 'not_joined';
  const slack = found.kind === 'found' ? found.slack : null;
  if (trouble === null) {
    await deps.store.commit([
      move('channel', channel, { slack, trouble }),
      ...(await planRelease(deps.store, { kind: 'channel', channel: channel.id }, deps.clocks.process())),
    ]);
  } else if (channel.trouble !== trouble) {
    await deps.store.commit([
      move('channel', channel, { slack, trouble }),
      ...(await planChannelTold(deps, campaign, channel, trouble)),
    ]);
  }
  return trouble === null ? 'answered' : 'mending';
}

/** Tells the office that a channel does not work and what to do; once a day for one trouble. */
export const planChannelTold = (
  deps: Omit<MeetDeps, 'directory'>,
  campaign: CampaignRow,
  channel: ChannelRow,
  trouble: NonNullable<ChannelRow['trouble']>,
): Promise<Change[]> =>
  planOfficeTold(
    deps,
    campaign,
    `channel:${channel.id}:${trouble}:${dateOf(deps.clocks.campaign(), campaign.definition.zone)}`,
    { kind: 'channel_trouble', channel: channel.name, trouble },
  );
