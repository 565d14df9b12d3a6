// What a setup would become: contents, the first deadlines and reminders as a rehearsal foretells them, and what should be
// known before, asked of the workspace. Writes nothing.

import { readCalendar } from '../../db/reads.ts';
import { contentsOf, type Draft } from '../../documents/setup/draft.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Campaign, Duty, Posting } from '../../domain/campaign.ts';
import type { RehearsedSend } from '../../domain/facts.ts';
import type { FileProblem } from '../../domain/file-problem.ts';
import { as, type CivilTime, type Instant, type SlackUserId } from '../../domain/ids.ts';
import { deadlinesBetween } from '../../domain/periods.ts';
import { rehearse } from '../../domain/rehearsal.ts';
import type { SetupNote, SetupPreview } from '../../domain/setup/facts.ts';
import type { PersonRow } from '../../domain/things.ts';
import { addDays, dateOf, instantOf } from '../../domain/zone.ts';
import type { Deps, Workspace } from '../command.ts';

const DAYS_AHEAD_MS = 40 * 86_400_000;
const DAYS_LOOKED_AT = 400;
/** The workspace is asked while somebody waits: this long, and for so many people. */
const PATIENCE_MS = 1000;
const MOST_ASKED = 40;

const newPerson = ({ person, name, email }: Campaign['people'][number]): PersonRow => ({
  id: person,
  version: 0,
  name,
  email: email ?? null,
  slack: null,
  dm: null,
  language: null,
  locale: null,
  trouble: null,
});

/** When each duty is told of for the first time, if nobody does anything. */
async function firstOf(deps: Deps, campaign: Campaign): Promise<SetupPreview['duties']> {
  const at = deps.now();
  const calendar = await readCalendar(deps.store, campaign, deps.holidays);
  const begins = instantOf(campaign.from, as<CivilTime>('00:00'), campaign.zone);
  const to = as<Instant>(Math.max(at, begins) + DAYS_AHEAD_MS);
  const sends = rehearse(
    {
      row: {
        id: campaign.id,
        version: 0,
        definition: campaign,
        definitionNo: 1,
        plannedNo: 0,
        plannedFrom: null,
        importedAt: at,
        knownSince: {},
      },
      calendar,
      owed: [],
      known: new Set(),
      living: { tasks: [], consultations: [], incidents: [] },
      pending: [],
      reminded: new Map(),
      told: new Map(),
      snoozes: [],
      people: campaign.people.map(newPerson),
      leaves: [],
    },
    at,
    to,
  );
  return campaign.duties.map((duty) => {
    // That a unit has nobody to be reminded is no reminder; it stands among the notes.
    const own = sends.filter(({ duty: about, what }) => about?.id === duty.id && what !== 'unit_unreachable');
    const firstAt = own[0]?.at ?? null;
    const to = own.filter((send) => send.at === firstAt).map(whomOf);
    const dueAt = own[0]?.dueAt ?? nextDueAt(campaign, duty, calendar, at);
    return { name: duty.name, firstAt, dueAt, to: [...new Set(to)] };
  });
}

const whomOf = ({ to }: RehearsedSend): string => ('channel' in to ? to.channel : to.name);

/** The next deadline of a duty within a year or so; null where there is none. */
function nextDueAt(campaign: Campaign, duty: Duty, calendar: Calendar, at: Instant): Instant | null {
  const today = dateOf(at, campaign.zone);
  const from = campaign.from > today ? campaign.from : today;
  const deadlines = deadlinesBetween(campaign, duty, calendar, from, addDays(from, DAYS_LOOKED_AT));
  return deadlines.find(({ dueAt }) => dueAt >= at)?.dueAt ?? null;
}

async function inTime<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE_MS);
  });
  try {
    return await Promise.race([asked.catch(() => otherwise), enough]);
  } finally {
    clearTimeout(timer);
  }
}

async function peopleNotes(workspace: Workspace, campaign: Campaign): Promise<SetupNote[]> {
  const people = [...new Map(campaign.people.map((posting) => [posting.person, posting])).values()];
  const asked = await Promise.all(
    people.slice(0, MOST_ASKED).map(async ({ name, email, slack }) => {
      const by = slack ? { slack } : { email: email ?? '' };
      return { name, isThere: await inTime(workspace.hasAccount(by), null) };
    }),
  );
  const absent = asked.filter(({ isThere }) => isThere === false).map(({ name }) => name);
  const isUnsure = people.length > MOST_ASKED || asked.some(({ isThere }) => isThere === null);
  return [
    ...(absent.length > 0 ? [{ kind: 'not_found' as const, people: absent }] : []),
    ...(isUnsure ? [{ kind: 'unasked' as const }] : []),
  ];
}

async function channelNotes(workspace: Workspace, { channels }: Campaign): Promise<SetupNote[]> {
  const names = [...new Set([channels.bulletin, channels.office])];
  const states = await Promise.all(names.map((name) => inTime(workspace.channelState(name), null)));
  return names.flatMap((channel, at): SetupNote[] => {
    const trouble = states[at] ?? 'joined';
    return trouble === 'joined' ? [] : [{ kind: 'channel', channel, trouble }];
  });
}

/** The starter's posting, found by Slack id or by the e-mail of their account. */
export const postingOf = (
  { people }: Campaign,
  who: SlackUserId,
  email: string | null | undefined,
): Posting | undefined =>
  people.find(
    (posting) =>
      posting.slack === who || (email && posting.email?.toLowerCase() === email.toLowerCase()) === true,
  );

/** Whoever sets it up and stands in none of its roles will not be known to it. */
async function starterNote(workspace: Workspace, campaign: Campaign, who: SlackUserId): Promise<SetupNote[]> {
  const account = await inTime(workspace.findAccount(who), null);
  const isUnsure = account === null;
  return isUnsure || postingOf(campaign, who, account.email) ? [] : [{ kind: 'starter_absent' }];
}

async function notesOf({ workspace }: Deps, campaign: Campaign, who: SlackUserId): Promise<SetupNote[]> {
  if (!workspace) return [];
  const [starter, people, channels] = await Promise.all([
    starterNote(workspace, campaign, who),
    peopleNotes(workspace, campaign),
    channelNotes(workspace, campaign),
  ]);
  return [...starter, ...people, ...channels];
}

/** What would be created, or was. */
export async function previewOf(
  deps: Deps,
  who: SlackUserId,
  version: number,
  { campaign, draft, warnings }: { campaign: Campaign; draft: Draft; warnings: readonly FileProblem[] },
): Promise<SetupPreview> {
  const [duties, notes] = await Promise.all([firstOf(deps, campaign), notesOf(deps, campaign, who)]);
  return {
    contents: contentsOf(draft),
    group: campaign.group,
    zone: campaign.zone,
    now: deps.now(),
    duties,
    notes: [...notes, ...warnings.map((problem) => ({ kind: 'warning' as const, problem }))],
    version,
  };
}
