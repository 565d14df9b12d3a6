// What the page can ask, answered from the world that is open. While none is open (earlier weeks are being played), acts
// are refused with `not_ready` and the page shows how far the play is.

import type { Language } from '../domain/campaign.ts';
import type { Instant } from '../domain/ids.ts';
import { dateOf } from '../domain/zone.ts';
import type { Block } from './block-kit.ts';
import type { Lifetime, OpenWorld } from './lifetime.ts';
import { channelsOf, groupsOf, peopleOf } from './people.ts';
import { newScript } from './script.ts';
import type { DeskApi } from './server.ts';
import { BOT_USER_ID } from './slack-ids.ts';
import { travel, travelTo } from './time-travel.ts';
import type { Act, ActAnswer, DeskClock, Push, World } from './world.ts';

const NOT_READY: ActAnswer = { ok: false, trouble: 'not_ready' };
const BOT_NAMES: Record<Language, string> = { zh: '督办', en: 'Duban' };

/** Binds the page's questions to a lifetime. Time moves in one place at a time: jumps wait for each other. */
export function newApi(lifetime: Lifetime, onPush: (push: Push) => void): DeskApi {
  let jumps: Promise<void> = Promise.resolve();
  const oneByOne = (job: () => Promise<void>): Promise<void> => {
    const next = jumps.then(job);
    jumps = next.catch(() => undefined);
    return next;
  };
  const onStep = async (world: OpenWorld) => {
    onPush({ kind: 'clock', clock: await clockOf(lifetime, world) });
    if (world.tour.noteTime(world.bot.clock.now())) onPush({ kind: 'tour', tour: world.tour.state() });
    lifetime.touch();
  };
  const withWorld = async <T>(otherwise: T, job: (world: OpenWorld) => T | Promise<T>): Promise<T> => {
    const world = lifetime.current();
    return world ? job(world) : otherwise;
  };

  async function act(wish: Act, world: OpenWorld): Promise<ActAnswer> {
    const view = wish.kind === 'submit' ? world.side.picture.findModal(wish.view)?.view : null;
    const answer = await world.side.act(wish);
    const form = view ? { callbackId: view.callback_id, metadata: view.private_metadata } : null;
    if (world.tour.note(wish, answer, form)) onPush({ kind: 'tour', tour: world.tour.state() });
    if (wish.kind !== 'read' && wish.kind !== 'open') afterwards(world);
    return answer;
  }

  /** What was done may have changed what comes next. */
  function afterwards(world: OpenWorld): void {
    world.bot
      .idle()
      .then(() => onStep(world))
      .catch(() => undefined);
  }

  return {
    world: () => worldOf(lifetime),
    view: (person) =>
      lifetime.current()?.side.picture.viewOf(person) ?? {
        messages: [],
        home: null,
        modals: [],
        prompts: [],
      },
    act: (wish) => withWorld(NOT_READY, (world) => act(wish, world)),
    travel: (jump) =>
      oneByOne(() => withWorld(undefined, (world) => travel(world.bot.clock, jump, () => onStep(world)))),
    setLanguage: async (language) => {
      lifetime.setLanguage(language);
      await withWorld(undefined, (world) => speak(world, language));
      lifetime.touch();
      onPush({ kind: 'reload' });
    },
    startOver: () => oneByOne(() => lifetime.startOver()),
    playTourStep: (step) =>
      withWorld(NOT_READY, async (world) => {
        const goTo = (at: Instant) => oneByOne(() => travelTo(world.bot.clock, at, () => onStep(world)));
        const answer = await world.tour.play(step, noted(world), goTo);
        await onStep(world);
        return answer;
      }),
    rehearse: (days) => withWorld([], (world) => world.bot.rehearse(lifetime.language(), days)),
    recent: (limit) => withWorld([], (world) => world.bot.recent(lifetime.language(), limit)),
    upload: async (name, bytes) => {
      const world = lifetime.current();
      if (!world) throw new Error('The desk is not open yet');
      return world.side.upload(name, bytes);
    },
    download: (file) => withWorld(null, (world) => world.side.download(file)),
  };

  /** The script's acts count for the tour as a person's do. */
  function noted(world: OpenWorld): OpenWorld['script'] {
    return newScript({ ...world.side, act: (wish) => act(wish, world) }, world.bot.idle);
  }
}

/** Everybody's Slack changes its language, and what they were told before is worded anew. */
async function speak({ bot, side }: OpenWorld, language: Language): Promise<void> {
  await side.announceLanguage();
  await bot.idle();
  for (const { channel, ts, text, blocks } of await bot.reword(language)) {
    side.picture.reword(channel, ts, { text, blocks: blocks as Block[] });
  }
}

async function clockOf(lifetime: Lifetime, { bot }: OpenWorld): Promise<DeskClock> {
  const now = bot.clock.now();
  const date = dateOf(now as Instant, lifetime.campaign.zone);
  const day = { date, ...bot.clock.calendar().day(date) };
  return { now, day, next: await bot.clock.nextEventAt(lifetime.language()) };
}

async function worldOf(lifetime: Lifetime): Promise<World> {
  const { campaign, startAt } = lifetime;
  const language = lifetime.language();
  const open = lifetime.current();
  const people = peopleOf(campaign);
  return {
    campaign: campaign.name,
    group: campaign.group,
    zone: campaign.zone,
    bot: { id: BOT_USER_ID, name: BOT_NAMES[language] },
    language,
    people,
    groups: groupsOf(campaign, people),
    channels: channelsOf(campaign, people),
    commands: open ? await open.bot.commands(language) : [],
    shortcuts: open ? open.bot.shortcuts(language) : [],
    clock: open ? await clockOf(lifetime, open) : standing(startAt, campaign.zone),
    playing: open ? null : (lifetime.playing() ?? { done: 0, total: 1 }),
    unread: open?.side.picture.unread() ?? {},
    tour: open?.tour.state() ?? { done: [], people: NOBODY },
  };
}

const standing = (now: Instant, zone: string): DeskClock => ({
  now,
  day: { date: dateOf(now, zone), working: true, name: null, provisional: false },
  next: null,
});

const NOBODY = {
  report: null,
  nil: null,
  missing: null,
  chase: null,
  monday: null,
  approve: null,
  publish: null,
  task: null,
  sign: null,
  close: null,
};
