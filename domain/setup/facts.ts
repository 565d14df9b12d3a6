// A campaign that somebody sets up in chat: the steps of the guide, what can be wrong with what was typed, and what the
// guide says. Words are in messages/catalog-setup.ts; how lines are read, in documents/setup/.

import type { UnitKind } from '../campaign.ts';
import type { FileProblem } from '../file-problem.ts';
import type { CampaignId, CivilDate, Instant } from '../ids.ts';

/** In the order in which they are usually filled; any order will do. */
export const SETUP_STEPS = ['basics', 'units', 'people', 'duties', 'areas'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];
/** The fields of channels. */
export const SETUP_CHANNELS = ['bulletin', 'officeChannel'] as const;
/** Whether a channel was chosen, and not typed. */
export const isChannelId = (value: string): boolean => /^[CG][A-Z0-9]{7,}$/.test(value);

/** Steps that may be left out. */
export const OPTIONAL_STEPS: readonly SetupStep[] = ['areas'];

/**
 * What was typed, by step and field.
 *
 *   basics: name, group, office, from, to, zone, calendar, language, bulletin, officeChannel, hours; of a channel that was
 *   chosen its id, and what it is called in bulletinName, officeChannelName
 *   units: units · people: people, more · duties: duties (entries of the catalogue, joined by commas), weekday, time,
 *   filing, final, figures, phases · areas: areas
 */
export type SetupValues = Partial<Record<SetupStep, Record<string, string>>>;

/** The usual duties of a leading group, in the order of the catalogue (documents/setup/duty-catalogue.ts). */
export const USUAL_DUTIES = [
  'weekly',
  'bulletin',
  'consultation',
  'monthly',
  'filing',
  'stage',
  'final',
] as const;
export type UsualDuty = (typeof USUAL_DUTIES)[number];

/** Where something stands in the guide; `line` counts from 1, null where a field has one line only. */
export type SetupPlace = { step: SetupStep; field: string; line: number | null };

export type SetupFault =
  | { code: 'missing' }
  | { code: 'too_long'; length: number; most: number }
  | { code: 'bad_date' }
  | { code: 'bad_time' }
  | { code: 'ends_before_start'; first: string }
  | { code: 'bad_hours' }
  | { code: 'repeated'; firstLine: number }
  | { code: 'unknown_unit'; near: string | null }
  | { code: 'no_unit' }
  | { code: 'no_role' }
  | { code: 'no_name' }
  | { code: 'no_address' }
  | { code: 'bad_email' }
  /** `@name`: a form gives the name alone, and several people may have it. */
  | { code: 'no_account' }
  | { code: 'not_understood' }
  | { code: 'no_office_people' }
  | { code: 'no_measure' }
  | { code: 'no_phases' }
  | { code: 'no_weekly' }
  /** A channel was chosen that Duban cannot see, or could not ask for. */
  | { code: 'unseen_channel' }
  /** What the checks of a campaign file have to say. */
  | { code: 'file'; problem: FileProblem };

/** One thing that is wrong; `found` is the text it is about, '' where something is missing. */
export type SetupProblem = SetupPlace & { found: string } & SetupFault;

export type SetupStepFacts = {
  step: SetupStep;
  /** `optional`: not filled, and need not be. */
  state: 'empty' | 'optional' | 'wrong' | 'done';
  problems: number;
};

/** What stands in the guide so far, as far as it can be read. */
export type SetupContents = {
  name: string;
  from: CivilDate | null;
  to: CivilDate | null;
  units: { id: string; name: string; kind: UnitKind }[];
  people: number;
  officePeople: string[];
  duties: string[];
  areas: string[];
};

export type SetupGuide = { steps: SetupStepFacts[]; contents: SetupContents; now: Instant };

/** Something to know before or after; nothing that stands in the way. */
export type SetupNote =
  | { kind: 'not_found'; people: string[] }
  | { kind: 'unasked' }
  | { kind: 'channel'; channel: string; trouble: 'absent' | 'not_joined' | 'archived' }
  | { kind: 'starter_absent' }
  | { kind: 'warning'; problem: FileProblem };

/** What would be created, and when each duty is due and told of for the first time. */
export type SetupPreview = {
  contents: SetupContents;
  group: string;
  zone: string;
  now: Instant;
  /** `firstAt` null: no reminder in the next weeks; `to`: everybody who gets the first one. */
  duties: { name: string; firstAt: Instant | null; dueAt: Instant | null; to: string[] }[];
  notes: SetupNote[];
  /** The setup's version that was looked at: a later one is looked at anew before it becomes a campaign. */
  version: number;
};

/** `chooses`: whether channels are chosen from those that there are; else they are typed by name. */
export type SetupForm = { form: `setup_${SetupStep}`; wrong: SetupProblem[]; chooses?: boolean };

export type SetupOutcome =
  | { kind: 'setup_greeting'; may: boolean; begun: boolean }
  | { kind: 'setup_guide'; guide: SetupGuide; did: 'shown' | 'saved' | 'anew' }
  | { kind: 'setup_wrong'; problems: SetupProblem[] }
  | { kind: 'setup_preview'; preview: SetupPreview }
  | { kind: 'setup_file'; name: string; text: string }
  | { kind: 'setup_done'; campaign: CampaignId; preview: SetupPreview };

export type SetupRefusal =
  /** `first`: there is no campaign yet, so an administrator of the workspace decides; else an office director. */
  { kind: 'setup_not_yours'; first: boolean } | { kind: 'setup_unsure' };
