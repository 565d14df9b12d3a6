// What a setup would become: contents, the first deadlines and reminders as a rehearsal foretells them, and what should be
// known before, asked of the workspace. Writes nothing.

import { readCalendar } from '../../db/reads.ts';
import { contentsOf, type Draft } from '../../documents/setup/draft.ts';
import type { Campaign } from '../../domain/campaign.ts';
import type { FileProblem } from '../../domain/file-problem.ts';
import { as, type CivilTime, type Instant, type SlackUserId } from '../../domain/ids.ts';
import { rehearse } from '../../domain/rehearsal.ts';
import type { SetupNote, SetupPreview } from '../../domain/setup/facts.ts';
import type { PersonRow } from '../../domain/things.ts';
import { instantOf } from '../../domain/zone.ts';
import type { Deps, Workspace } from '../command.ts';

const DAYS_AHEAD_MS = 40 * 86_400_000;
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
      calendar: await readCalendar(deps.store, campaign, deps.holidays),
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
  return campaign.duties.map(({ id, name }) => {
    const first = sends.find(({ duty }) => duty?.id === id);
    const whom = first && ('channel' in first.to ? first.to.channel : first.to.name);
    return { name, firstAt: first?.at ?? null, dueAt: first?.dueAt ?? null, to: whom ?? null };
  });
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

/** Whoever sets it up and stands in none of its roles will not be known to it. */
async function starterNote(workspace: Workspace, campaign: Campaign, who: SlackUserId): Promise<SetupNote[]> {
  const account = await inTime(workspace.findAccount(who), null);
  const isAmong = campaign.people.some(
    ({ slack, email }) =>
      slack === who || (email !== undefined && email.toLowerCase() === account?.email?.toLowerCase()),
  );
  return account === null || isAmong ? [] : [{ kind: 'starter_absent' }];
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
