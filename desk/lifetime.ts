// The desk's world from start to stop: opened as it was left, or played anew, and started over on demand. It holds the
// one bot and the one Slack side that belong together; nobody else starts or stops them.
//
//   closed → playing (first start, no start kept) → open
//   closed → open (a kept world of this campaign)
//   open → closed → open (start over, from the kept start)

import { randomBytes } from 'node:crypto';
import type { Campaign, Language } from '../domain/campaign.ts';
import type { Instant } from '../domain/ids.ts';
import type { DeskOptions, RunningBot } from './contract.ts';
import { playHistory } from './history.ts';
import { historyStart, planHistory } from './history-plan.ts';
import { fingerprintOf, type KeptWorld, newKeeping } from './keeping.ts';
import { newScript, type Script } from './script.ts';
import { openSlackSide, type SlackSide } from './slack-side.ts';
import { newTour, type Tour } from './tour.ts';
import { BOT_TOKEN } from './workspace.ts';
import type { Playing, Push } from './world.ts';

const SAVE_AFTER_MS = 400;
/** The past is past: only what was said this long before the person takes over is still unread. */
const UNREAD_MS = 6 * 3_600_000;

/** What is running now; the script acts in it. */
export type OpenWorld = { bot: RunningBot; side: SlackSide; tour: Tour; script: Script };

export type Lifetime = {
  campaign: Campaign;
  startAt: Instant;
  /** Null while earlier weeks are played or the desk starts over. */
  current(): OpenWorld | null;
  playing(): Playing;
  language(): Language;
  setLanguage(language: Language): void;
  open(): Promise<void>;
  startOver(): Promise<void>;
  /** Writes the world down soon. */
  touch(): void;
  close(): Promise<void>;
};

/** Nothing runs before `open`. Pushes of the played past are not passed on: the page loads once it is over. */
export function newLifetime(
  options: DeskOptions,
  campaign: Campaign,
  onPush: (push: Push) => void,
): Lifetime {
  const startAt = Date.parse(options.clockStart) as Instant;
  /** Where nothing was set up yet there are no earlier weeks to be played. */
  const hasPast = options.campaignFile !== null;
  const keeping = newKeeping(options.databaseUrl, fingerprintOf(campaign, options.clockStart));
  let world: OpenWorld | null = null;
  let playing: Playing = null;
  let language: Language = campaign.language;
  let saving: NodeJS.Timeout | null = null;

  const notePlaying = (now: Playing) => {
    playing = now;
    onPush({ kind: 'playing', playing });
  };
  const push = (change: Push) => {
    if (!world) return;
    if (change.kind === 'message' && world.tour.notePosted(change.message.channel)) pushTour(world);
    onPush(change);
    touch();
  };
  const pushTour = (open: OpenWorld) => onPush({ kind: 'tour', tour: open.tour.state() });

  async function start(kept: KeptWorld | null): Promise<OpenWorld> {
    const clockAt = kept?.clockAt ?? (hasPast ? historyStart(campaign, startAt) : startAt);
    language = kept?.language ?? language;
    const signingSecret = randomBytes(16).toString('hex');
    let bot: RunningBot | null = null;
    const side = await openSlackSide({
      campaign,
      signingSecret,
      kept: kept?.picture,
      language: () => language,
      now: () => bot?.clock.now() ?? clockAt,
      botUrl: () => bot?.url ?? '',
      onPush: push,
    });
    const { databaseUrl, campaignFile, startBot } = options;
    bot = await startBot({
      slackApiUrl: side.apiUrl,
      botToken: BOT_TOKEN,
      signingSecret,
      databaseUrl,
      campaignFile,
      clockAt,
    });
    const { people, channels } = side;
    const tour = newTour({ campaign, people, channels, startAt, done: kept?.tour ?? [] });
    return { bot, side, tour, script: newScript(side, bot.idle) };
  }

  const stop = async ({ bot, side }: OpenWorld): Promise<void> => {
    await bot.stop();
    await side.close();
  };

  /** The past is played by a bot of its own, whose database is then kept as the start. */
  async function play(): Promise<void> {
    const past = await start(null);
    const { clock } = past.bot;
    const happenings = hasPast
      ? planHistory(campaign, clock.calendar(), clock.now() as Instant, startAt)
      : [];
    notePlaying({ done: 0, total: happenings.length });
    await playHistory(happenings, startAt, {
      clock,
      script: past.script,
      people: past.side.people,
      officeChannel: past.side.channels.find(({ purpose }) => purpose === 'office')?.id,
      onProgress: notePlaying,
    });
    past.side.picture.markAllRead(startAt - UNREAD_MS);
    await keeping.save(stateOf(past));
    await stop(past);
    await keeping.keepAsStart();
  }

  const stateOf = ({ bot, side, tour }: OpenWorld): KeptWorld => ({
    language,
    clockAt: bot.clock.now(),
    picture: side.picture.keep(),
    tour: tour.state().done,
  });

  function touch(): void {
    saving ??= setTimeout(() => {
      saving = null;
      if (world)
        keeping
          .save(stateOf(world))
          .catch((error: unknown) => options.log.warn({ error: String(error) }, 'keep'));
    }, SAVE_AFTER_MS);
  }

  async function open(): Promise<void> {
    if ((await keeping.load()) === null && !(await keeping.restoreStart())) {
      await keeping.clear();
      await play();
    }
    world = await start(await keeping.load());
    onPush({ kind: 'reload' });
  }

  async function close(): Promise<void> {
    if (saving) clearTimeout(saving);
    saving = null;
    const closing = world;
    world = null;
    if (!closing) return;
    await keeping.save(stateOf(closing));
    await stop(closing);
  }

  return {
    campaign,
    startAt,
    current: () => world,
    playing: () => playing,
    language: () => language,
    setLanguage: (chosen) => {
      language = chosen;
    },
    open,
    async startOver() {
      await close();
      await keeping.clear();
      await open();
    },
    touch,
    close,
  };
}
