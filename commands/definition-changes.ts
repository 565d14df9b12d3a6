// What is written when a campaign gets another definition, by an import or by a change made in chat: the campaign's row,
// its people and its channels. What runs sees it at its next tick, because `definitionNo` grew. No new rule reaches back: a
// duty, a unit, or a unit newly named by a duty, is known from then on.

import type { Campaign, Duty, Posting, Unit } from '../domain/campaign.ts';
import { type Change, ensure, insert, move } from '../domain/change.ts';
import type { CampaignId, CivilDate, Instant, PersonId } from '../domain/ids.ts';
import { owingUnits } from '../domain/periods.ts';
import type { CampaignRow, ChannelRow, PersonRow } from '../domain/things.ts';
import type { Deps } from './command.ts';

/** What a new definition is decided on, as it stands. */
export type DefinitionGround = {
  row: CampaignRow | null;
  people: Map<PersonId, PersonRow>;
  channels: ChannelRow[];
  now: Instant;
};

/** Reads what stands now; the row is null where the campaign is new. */
export async function readGround(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  id: CampaignId,
): Promise<DefinitionGround> {
  const [row, people, channels] = await Promise.all([
    store.find('campaign', id),
    store.list('person'),
    store.list('channel', { where: { campaign: id } }),
  ]);
  return { row, people: new Map(people.map((person) => [person.id, person])), channels, now: now() };
}

/**
 * What is to be written so that `campaign` is the definition from `today` on (a civil date in its zone): the row, the people
 * and the channels. Fails as stale when the campaign was changed since the ground was read.
 */
export const definitionChanges = (
  ground: DefinitionGround,
  campaign: Campaign,
  today: CivilDate,
  importedAt = ground.row?.importedAt ?? ground.now,
): Change[] => [
  ...personChanges(ground, campaign, today),
  ...channelChanges(ground, campaign),
  campaignChange(ground, campaign, today, importedAt),
];

function campaignChange(
  { row, now }: DefinitionGround,
  definition: Campaign,
  today: CivilDate,
  importedAt: Instant,
): Change {
  if (row) {
    const knownSince = { ...row.knownSince, ...newlyKnown(row, definition, today, now) };
    return move('campaign', row, {
      definition,
      definitionNo: row.definitionNo + 1,
      importedAt,
      knownSince,
    });
  }
  return insert('campaign', {
    id: definition.id,
    definition,
    definitionNo: 1,
    plannedNo: 0,
    plannedFrom: null,
    importedAt,
    knownSince: {},
  });
}

// Since when what is known

type Spanned = { from?: CivilDate; to?: CivilDate };
const wasEnded = ({ to }: Spanned, today: CivilDate): boolean => to !== undefined && to < today;
const isRevived = (before: Spanned, after: Spanned, today: CivilDate): boolean =>
  wasEnded(before, today) && !wasEnded(after, today);

/** Whether periods of the past would be opened that the duty did not have before. */
const isAnother = (before: Duty, after: Duty, today: CivilDate): boolean =>
  before.rhythm.every !== after.rhythm.every ||
  (before.from !== undefined && (after.from ?? '') < before.from) ||
  isRevived(before, after, today);

const isNewUnit = (before: Unit | undefined, after: Unit, today: CivilDate): boolean =>
  !before || isRevived(before, after, today);

/** A campaign that no bot has planned yet has no past, so nothing in it is new. */
function newlyKnown(
  { definition: before, plannedFrom }: CampaignRow,
  after: Campaign,
  today: CivilDate,
  now: Instant,
): Record<string, Instant> {
  if (plannedFrom === null) return {};
  const unitBefore = new Map(before.units.map((unit) => [unit.id, unit]));
  const units = after.units.filter((unit) => isNewUnit(unitBefore.get(unit.id), unit, today));
  const keys = [
    ...units.map(({ id }) => `unit:${id}`),
    ...after.duties.flatMap((duty) => newOfDuty(before, after, duty, today)),
  ];
  return Object.fromEntries(keys.map((key) => [key, now]));
}

function newOfDuty(before: Campaign, after: Campaign, duty: Duty, today: CivilDate): string[] {
  const earlier = before.duties.find(({ id }) => id === duty.id);
  if (!earlier || isAnother(earlier, duty, today)) return [`duty:${duty.id}`];
  const owed = new Set(owingUnits(before, earlier, today));
  return owingUnits(after, duty, today)
    .filter((unit) => !owed.has(unit))
    .map((unit) => `owes:${duty.id}/${unit}`);
}

// People

type Addressed = Pick<Posting, 'name' | 'email' | 'slack' | 'language'>;

/** Everybody in office, once; of several postings the first that says something about a person counts. */
function peopleOf(campaign: Campaign, today: CivilDate): Map<PersonId, Addressed> {
  const people = new Map<PersonId, Addressed>();
  for (const { person, name, email, slack, language, to } of campaign.people) {
    if (to !== undefined && to < today) continue;
    const known = people.get(person);
    people.set(person, {
      name: known?.name ?? name,
      email: known?.email ?? email,
      slack: known?.slack ?? slack,
      language: known?.language ?? language,
    });
  }
  return people;
}

const newPerson = (
  id: PersonId,
  { name, email, slack, language }: Addressed,
): Omit<PersonRow, 'version'> => ({
  id,
  name,
  email: email ?? null,
  slack: slack ?? null,
  dm: null,
  language: language ?? null,
  locale: null,
  trouble: null,
});

/** Whether the account is to be looked for anew: it may be another one than that behind the former e-mail. */
function isReaddressed(row: PersonRow, { email, slack }: Addressed): boolean {
  if (slack !== undefined && slack !== row.slack) return true;
  return email !== undefined && row.email !== null && email.toLowerCase() !== row.email.toLowerCase();
}

/** The file's language counts when the file changes it; what the person chose since stays otherwise. */
function movedPerson(row: PersonRow, before: Addressed | undefined, after: Addressed): Partial<PersonRow> {
  const { name, email, slack, language } = after;
  return {
    ...(name !== row.name && { name }),
    ...(email !== undefined && email !== row.email && { email, trouble: null }),
    ...(isReaddressed(row, after) && { slack: slack ?? null, dm: null, locale: null, trouble: null }),
    ...(language !== before?.language && { language: language ?? null }),
  };
}

function personChanges({ row, people }: DefinitionGround, campaign: Campaign, today: CivilDate): Change[] {
  const before = row ? peopleOf(row.definition, today) : new Map<PersonId, Addressed>();
  return [...peopleOf(campaign, today)].flatMap(([id, posting]) => {
    const known = people.get(id);
    if (!known) return [ensure('person', newPerson(id, posting))];
    const columns = movedPerson(known, before.get(id) ?? (row ? undefined : posting), posting);
    return Object.keys(columns).length > 0 ? [move('person', known, columns)] : [];
  });
}

// Channels

function channelChanges({ channels }: DefinitionGround, campaign: Campaign): Change[] {
  return (['bulletin', 'office'] as const).flatMap((purpose) => {
    const id = `${campaign.id}/${purpose}`;
    const name = campaign.channels[purpose];
    const known = channels.find((channel) => channel.id === id);
    if (!known)
      return [ensure('channel', { id, campaign: campaign.id, purpose, name, slack: null, trouble: null })];
    return known.name === name ? [] : [move('channel', known, { name, slack: null, trouble: null })];
  });
}
