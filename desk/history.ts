// Plays the planned history through the front door: the clock is led to each happening, then the person presses, fills
// and submits as they would on the page. So the past that the desk shows was made by the bot itself.

import { decodeAction } from '../messages/render.ts';
import type { Element } from './block-kit.ts';
import type { BotClock } from './contract.ts';
import type { Happening } from './history-plan.ts';
import { typedInto } from './history-texts.ts';
import type { Script } from './script.ts';
import { travelTo } from './time-travel.ts';
import type { ActAnswer, DeskPerson, Playing } from './world.ts';

export type HistoryParts = {
  clock: BotClock;
  script: Script;
  people: readonly DeskPerson[];
  officeChannel: string | undefined;
  onProgress(playing: Playing): void;
};

/** Of so many happenings one may go wrong in a campaign of one's own; more means that the bot does not work. */
const MOST_FAILED_SHARE = 0.1;

/** Plays the happenings in order and ends at `until`, epoch ms. Throws when the bot refused too many of them. */
export async function playHistory(
  happenings: readonly Happening[],
  until: number,
  parts: HistoryParts,
): Promise<void> {
  let failed = 0;
  for (const [done, happening] of happenings.entries()) {
    parts.onProgress({ done, total: happenings.length });
    await travelTo(parts.clock, happening.at);
    if (!(await play(happening, parts)).ok) failed += 1;
  }
  if (failed > happenings.length * MOST_FAILED_SHARE)
    throw new Error(
      `The earlier weeks could not be played: ${failed} of ${happenings.length} acts were refused`,
    );
  await travelTo(parts.clock, until);
  parts.onProgress(null);
}

async function play(
  happening: Happening,
  { script, people, officeChannel }: HistoryParts,
): Promise<ActAnswer> {
  const person = people.find(({ email }) => email === happening.by);
  if (!person) return { ok: false };
  switch (happening.kind) {
    case 'report':
      return fileReport(script, person, happening);
    case 'nil':
      return fileNil(script, person, happening);
    case 'bulletin':
      await script.command(person, '通报 批准');
      return script.command(person, '通报 发布');
    case 'remark':
      return officeChannel === undefined ? { ok: false } : script.say(person, happening.text, officeChannel);
    case 'said':
      return say(script, person, happening);
  }
}

async function say(
  script: Script,
  person: DeskPerson,
  { words, typed }: Extract<Happening, { kind: 'said' }>,
): Promise<ActAnswer> {
  const said = await script.command(person, words);
  return typed && said.ok ? script.submitForm(person, (field) => typed[field]) : said;
}

/** Presses the button of the reminder if there is one: it knows which report is meant. Words know only the duty. */
async function fileReport(
  script: Script,
  person: DeskPerson,
  { obligation, duty, seed }: Extract<Happening, { kind: 'report' }>,
): Promise<ActAnswer> {
  const pressed = await script.pressNewest(person, pointsAt('report', obligation));
  if (!pressed.ok) await script.command(person, `填报 ${duty}`);
  return script.submitForm(person, (field) => typedInto(field, seed));
}

async function fileNil(
  script: Script,
  person: DeskPerson,
  { obligation, duty }: Extract<Happening, { kind: 'nil' }>,
): Promise<ActAnswer> {
  const pressed = await script.pressNewest(person, pointsAt('nil', obligation));
  if (!pressed.ok) await script.command(person, `零报告 ${duty}`);
  return script.submitForm(person, () => undefined);
}

/** Whether a button carries out this action, for this ledger row if one is named. */
export const pointsAt =
  (action: string, obligation?: string) =>
  (element: Element): boolean => {
    const pointer = decodeAction(element.action_id ?? '', element.value);
    if (pointer?.action !== action) return false;
    return obligation === undefined || pointer.input.obligation === obligation;
  };
