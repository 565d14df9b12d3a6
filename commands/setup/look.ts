// A setup as it stands: what was typed, read as a whole and held against the checks of a campaign file.

import {
  contentsOf,
  type Draft,
  type DraftReading,
  readAsFile,
  readDraft,
  stepsOf,
} from '../../documents/setup/draft.ts';
import { workCalendar } from '../../domain/calendar.ts';
import type { Instant, SlackUserId } from '../../domain/ids.ts';
import type { SetupGuide, SetupProblem } from '../../domain/setup/facts.ts';
import type { Deps } from '../command.ts';
import { type Kept, readKept } from './kept.ts';

export type Look = { kept: Kept; draft: Draft; reading: DraftReading; problems: SetupProblem[]; at: Instant };

/** Reads what somebody has typed so far. */
export async function look(deps: Deps, who: SlackUserId, kept?: Kept): Promise<Look> {
  const standing = kept ?? (await readKept(deps, who));
  const taken = new Set((await deps.store.list('campaign')).map(({ id }) => id));
  const draft = readDraft(standing.values, taken);
  const calendar = workCalendar('cn', deps.holidays, await deps.store.list('noticeDay'));
  const reading = readAsFile(draft, calendar);
  return { kept: standing, draft, reading, problems: reading.ok ? [] : reading.problems, at: deps.now() };
}

/** The guide, as it is shown. */
export const guideOf = ({ kept: { values }, draft, problems, at }: Look): SetupGuide => ({
  steps: stepsOf(values, problems),
  contents: contentsOf(draft),
  now: at,
});
