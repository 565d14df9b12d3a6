// The ten steps of the week: who plays them, when one is done, and how the desk does one for you. The page only shows
// where to press; whether a step is done is judged by what really happened, however it was done.
//
//   report → nil → missing → chase → monday → approve → publish → task → sign → close
//
// A later step that is done does not wait for an earlier one: the week goes on without a guide, too.

import type { Campaign, Role } from '../domain/campaign.ts';
import { as, type Instant, type ObligationId, obligationId } from '../domain/ids.ts';
import { owingUnits, periodOf } from '../domain/periods.ts';
import { addDays, dateOf, instantOf, weekdayOf } from '../domain/zone.ts';
import { decodeAction, decodeForm } from '../messages/render.ts';
import type { Element } from './block-kit.ts';
import { pointsAt } from './history.ts';
import { isStillOwing } from './history-plan.ts';
import { typedOnTour } from './history-texts.ts';
import { CLOSING } from './history-work-texts.ts';
import type { Script } from './script.ts';
import type { Act, ActAnswer, DeskChannel, DeskPerson, TourState, TourStepId } from './world.ts';

type Step = { kind: 'filing'; action: 'report' | 'nil'; obligation: ObligationId } | { kind: 'other' };

export type Tour = {
  state(): TourState;
  /** Looks at what somebody did and what came of it; true when a step has become done. */
  note(act: Act, answer: ActAnswer, view: { callbackId: string; metadata: string } | null): boolean;
  /** Looks at the clock. */
  noteTime(now: number): boolean;
  /** Looks at a message that the bot posted into a channel. */
  notePosted(channel: string): boolean;
  /** Does a step as the person who plays it would. */
  play(step: TourStepId, script: Script, goTo: (at: Instant) => Promise<void>): Promise<ActAnswer>;
};

export type TourParts = {
  campaign: Campaign;
  people: readonly DeskPerson[];
  channels: readonly DeskChannel[];
  /** When the person takes over, epoch ms. */
  startAt: Instant;
  done: readonly TourStepId[];
};

/** Sets the tour up for a campaign; steps that nobody can play have no person. */
export function newTour(parts: TourParts): Tour {
  const { campaign, people, channels } = parts;
  const done = new Set(parts.done);
  const owing = stillOwing(parts);
  const byMail = (email: string | undefined) => people.find((person) => person.email === email) ?? null;
  const inRole = (role: Role) => byMail(campaign.people.find((posting) => posting.role === role)?.email);
  const office = inRole('office_staff') ?? inRole('office_director');
  const players: Record<TourStepId, DeskPerson | null> = {
    report: byMail(owing[1]?.liaison ?? owing[0]?.liaison),
    nil: byMail(owing[2]?.liaison ?? owing[0]?.liaison),
    missing: office,
    chase: office,
    monday: office,
    approve: office,
    publish: office,
    task: office,
    sign: byMail(owing[1]?.liaison ?? owing[0]?.liaison),
    close: office,
  };
  const monday = mondayMorning(parts);
  const officeChannel = channels.find(({ purpose }) => purpose === 'office') ?? channels[0];
  const bulletinChannel = channels.find(({ purpose }) => purpose === 'bulletin');
  const mark = (step: TourStepId | null): boolean => {
    if (step === null || done.has(step)) return false;
    done.add(step);
    return true;
  };
  const filing = (step: 'report' | 'nil'): Step => {
    const found = owing.find(({ liaison }) => liaison === players[step]?.email);
    return found ? { kind: 'filing', action: step, obligation: found.obligation } : { kind: 'other' };
  };

  return {
    state: () => ({ done: [...done], people: idsOf(players) }),
    note: (act, answer, view) => mark(answer.ok ? stepDoneBy(act, view) : null),
    noteTime: (now) => (now >= monday ? mark('monday') : false),
    notePosted: (channel) => (channel === bulletinChannel?.id ? mark('publish') : false),
    async play(step, script, goTo) {
      const person = players[step];
      if (!person) return { ok: false };
      switch (step) {
        case 'report':
        case 'nil':
          return file(script, person, filing(step));
        case 'missing':
          return script.command(person, '谁没报', officeChannel?.id);
        case 'chase':
          return chase(script, person);
        case 'monday':
          await goTo(monday);
          return { ok: true };
        case 'approve':
          return pressOrSay(script, person, 'approve', '通报 批准');
        case 'publish':
          return pressOrSay(script, person, 'publish', '通报 发布');
        case 'task':
          return makeTask(script, person, officeChannel?.id, typedForTask(parts, players.sign));
        case 'sign':
          return script.pressNewest(person, isVerb('task', 'sign'));
        case 'close':
          return closeTask(script, person);
      }
    },
  };
}

const idsOf = (players: Record<TourStepId, DeskPerson | null>): Record<TourStepId, string | null> =>
  Object.fromEntries(Object.entries(players).map(([step, person]) => [step, person?.id ?? null])) as never;

/** The reports of the collected duty that the played history left open, with who can file them. */
function stillOwing({ campaign, startAt }: TourParts): { liaison: string; obligation: ObligationId }[] {
  const collected = campaign.duties.find(({ kind }) => kind === 'bulletin')?.collects;
  const duty = campaign.duties.find(({ id }) => id === collected);
  if (!duty || (duty.rhythm.every !== 'week' && duty.rhythm.every !== 'month')) return [];
  const today = dateOf(startAt, campaign.zone);
  const period = periodOf(duty.rhythm.every, today);
  return owingUnits(campaign, duty, today)
    .filter((_unit, index) => isStillOwing(index))
    .flatMap((unit) => {
      const liaison = campaign.people.find((one) => one.role === 'liaison' && one.unit === unit)?.email;
      return liaison ? [{ liaison, obligation: obligationId(campaign.id, duty.id, unit, period) }] : [];
    });
}

/** The Monday after, when the office begins its day and finds the bulletin drafted. */
function mondayMorning({ campaign, startAt }: TourParts): Instant {
  const today = dateOf(startAt, campaign.zone);
  return instantOf(addDays(today, 8 - weekdayOf(today)), as('09:00'), campaign.zone);
}

const opensForm = ({ action, input }: { action: string; input: { verb?: string } }): boolean =>
  action === 'report' || action === 'nil' || (action === 'task' && input.verb !== 'sign');

function stepDoneBy(act: Act, view: { callbackId: string; metadata: string } | null): TourStepId | null {
  if (act.kind === 'submit' && view) return stepOf(decodeForm(view.callbackId, view.metadata));
  if (act.kind === 'press') {
    const pointer = decodeAction(String(act.action.action_id ?? ''), String(act.action.value ?? ''));
    // Opening a form is not filing it; what comes after it is.
    return pointer && opensForm(pointer) ? null : stepOf(pointer);
  }
  if (act.kind === 'command' || act.kind === 'say') return stepOfWords(act.text);
  return null;
}

const TASK_STEPS: Record<string, TourStepId> = { new: 'task', sign: 'sign', close: 'close' };

function stepOf(pointer: { action: string; input: { verb?: string } } | null): TourStepId | null {
  if (pointer?.action === 'bulletin') {
    return pointer.input.verb === 'approve' ? 'approve' : null;
  }
  if (pointer?.action === 'task') return TASK_STEPS[pointer.input.verb ?? ''] ?? null;
  const steps: Record<string, TourStepId> = {
    report: 'report',
    nil: 'nil',
    missing: 'missing',
    chase: 'chase',
  };
  return steps[pointer?.action ?? ''] ?? null;
}

const WORDS: [RegExp, TourStepId][] = [
  [/谁没报|谁还没|未报|missing|who/i, 'missing'],
  [/催报|催办|chase/i, 'chase'],
  [/通报.*批准|批准.*通报|approve/i, 'approve'],
  [/督办.*签收|task sign/i, 'sign'],
];
const stepOfWords = (text: string): TourStepId | null =>
  WORDS.find(([words]) => words.test(text))?.[1] ?? null;

async function file(script: Script, person: DeskPerson, step: Step): Promise<ActAnswer> {
  if (step.kind !== 'filing') return { ok: false };
  const pressed = await script.pressNewest(person, pointsAt(step.action, step.obligation));
  if (!pressed.ok) await script.command(person, step.action === 'report' ? '填报' : '零报告');
  return script.submitForm(person, (field) => (step.action === 'report' ? typedOnTour(field) : undefined));
}

async function chase(script: Script, person: DeskPerson): Promise<ActAnswer> {
  const pressed = await script.pressNewest(person, pointsAt('chase'));
  return pressed.ok ? pressed : script.command(person, '催报');
}

async function pressOrSay(
  script: Script,
  person: DeskPerson,
  verb: string,
  words: string,
): Promise<ActAnswer> {
  const pressed = await script.pressNewest(person, isVerb('bulletin', verb));
  return pressed.ok ? pressed : script.command(person, words);
}

const isVerb =
  (action: string, verb: string) =>
  (element: Element): boolean => {
    const pointer = decodeAction(element.action_id ?? '', element.value);
    return pointer?.action === action && pointer.input.verb === verb;
  };

/** Days until the deadline of the tour's task. */
const TASK_DAYS = 14;

/** The unit of whoever signs in the next step, and a day two weeks on; title and words stand in the form. */
const typedForTask = (
  { campaign, startAt }: TourParts,
  signer: DeskPerson | null,
): Record<string, string> => ({
  lead: signer?.postings.find(({ unit }) => unit !== null)?.unit ?? '',
  dueOn: addDays(dateOf(startAt, campaign.zone), TASK_DAYS),
});

async function makeTask(
  script: Script,
  person: DeskPerson,
  channel: string | undefined,
  typed: Record<string, string>,
): Promise<ActAnswer> {
  if (channel === undefined) return { ok: false };
  const pointed = await script.pointAtNewest(person, 'duban_task', channel);
  if (!pointed.ok) await script.command(person, '督办 新建', channel);
  return script.submitForm(person, (field) => typed[field]);
}

async function closeTask(script: Script, person: DeskPerson): Promise<ActAnswer> {
  const pressed = await script.pressNewest(person, isVerb('task', 'close'));
  if (!pressed.ok) return pressed;
  return script.submitForm(person, (field) => (field === 'text' ? CLOSING : undefined));
}
