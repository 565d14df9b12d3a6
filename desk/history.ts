// Plays the planned history through the front door: the clock is led to each happening, then the person presses, fills
// and submits as they would on the page. So the past that the desk shows was made by the bot itself.

import { decodeAction } from '../messages/render.ts';
import type { Element } from './block-kit.ts';
import type { BotClock } from './contract.ts';
import type { Happening } from './history-plan.ts';
import { typedInto } from './history-texts.ts';
import type { Script } from './script.ts';
import { travelTo } from './time-travel.ts';
import type { DeskPerson, Playing } from './world.ts';

export type HistoryParts = {
  clock: BotClock;
  script: Script;
  people: readonly DeskPerson[];
  onProgress(playing: Playing): void;
};

/** Plays the happenings in order and ends at `until`, epoch ms. */
export async function playHistory(
  happenings: readonly Happening[],
  until: number,
  parts: HistoryParts,
): Promise<void> {
  for (const [done, happening] of happenings.entries()) {
    parts.onProgress({ done, total: happenings.length });
    await travelTo(parts.clock, happening.at);
    await play(happening, parts);
  }
  await travelTo(parts.clock, until);
  parts.onProgress(null);
}

async function play(happening: Happening, { script, people }: HistoryParts): Promise<void> {
  const person = people.find(({ email }) => email === happening.by);
  if (!person) return;
  switch (happening.kind) {
    case 'report':
      return fileReport(script, person, happening);
    case 'nil':
      return fileNil(script, person, happening);
    case 'bulletin':
      await script.command(person, '通报 批准');
      await script.command(person, '通报 发布');
  }
}

/** Presses the button of the reminder if there is one: it knows which report is meant. Words know only the duty. */
async function fileReport(
  script: Script,
  person: DeskPerson,
  { obligation, duty, seed }: Extract<Happening, { kind: 'report' }>,
): Promise<void> {
  const pressed = await script.pressNewest(person, pointsAt('report', obligation));
  if (!pressed.ok) await script.command(person, `填报 ${duty}`);
  await script.submitForm(person, (field) => typedInto(field, seed));
}

async function fileNil(
  script: Script,
  person: DeskPerson,
  { obligation, duty }: Extract<Happening, { kind: 'nil' }>,
): Promise<void> {
  const pressed = await script.pressNewest(person, pointsAt('nil', obligation));
  if (!pressed.ok) await script.command(person, `零报告 ${duty}`);
  await script.submitForm(person, () => undefined);
}

/** Whether a button carries out this action, for this ledger row if one is named. */
export const pointsAt =
  (action: string, obligation?: string) =>
  (element: Element): boolean => {
    const pointer = decodeAction(element.action_id ?? '', element.value);
    if (pointer?.action !== action) return false;
    return obligation === undefined || pointer.input.obligation === obligation;
  };
