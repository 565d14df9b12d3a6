// How a bot is put together, from the database outwards: store, clock, campaign, Slack, loop, servers. Every part gets
// what it needs handed in. Whatever was opened is closed in reverse order, at a stop and at a start that fails.

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createReader } from '../commands/ask/reader.ts';
import type { Deps } from '../commands/command.ts';
import { importCampaign } from '../commands/import-campaign.ts';
import { keepReaders } from '../commands/questions/kept-readers.ts';
import { promptsFor } from '../commands/questions/prompted.ts';
import { act, answer, commands } from '../commands/registry.ts';
import { takeFiles } from '../commands/roster-sheet/door.ts';
import { openStore } from '../db/open.ts';
import type { Store } from '../db/store.ts';
import { holidayTable } from '../documents/holidays.ts';
import { createPainter, type Painter } from '../documents/picture/painter.ts';
import { type Calendar, workCalendar } from '../domain/calendar.ts';
import type { Instant, SlackUserId } from '../domain/ids.ts';
import { createDatabaseWatch } from '../scheduler/database-watch.ts';
import type { Loop } from '../scheduler/loop.ts';
import type { AtPoint, Clocks } from '../scheduler/ports.ts';
import { startApp } from './app.ts';
import { type AskedBefore, createAskedBefore } from './asked-before.ts';
import { type Background, createBackground } from './background.ts';
import { readCampaignSource } from './campaign-source.ts';
import { type CampaignClock, processNow } from './clock.ts';
import type { BotSettings } from './config.ts';
import { createHealth, type Health } from './health.ts';
import type { Doors, House } from './house.ts';
import { startAdmin } from './http.ts';
import { claimClock, keepSimulatedNow } from './kept-clock.ts';
import type { Log } from './log.ts';
import type { Looking } from './looking.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createNudge, startPassing } from './passing.ts';
import { changePerson, createLanguages } from './people.ts';
import { createPictures } from './pictures.ts';
import { RefusedStart } from './refused-start.ts';
import { createSeen } from './seen.ts';
import { createSlackSide, type SendListeners, type SlackSide } from './slack-side.ts';

/** How long a stop waits for answers that are under way. */
const DRAIN_MS = 10_000;

export type StartOptions = {
  log: Log;
  /** Points at which a test may end the process. */
  atPoint?: AtPoint;
};

export type Bot = {
  /** Where Slack's requests go; null with Socket Mode. */
  url: string | null;
  adminUrl: string;
  clock: CampaignClock;
  /** Sets a simulated clock, plans and delivers once; false, and nothing happens, if that would be back in time. */
  advanceTo(at: Instant): Promise<boolean>;
  looking: Looking;
  calendar(): Calendar;
  /** Resolves when every background task and every message that is due has been carried out. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/** Things to be closed, the newest first. */
type Opened = { add(close: () => Promise<unknown>): void; closeAll(): Promise<void> };

function createOpened(): Opened {
  const closers: (() => Promise<unknown>)[] = [];
  return {
    add: (close) => void closers.push(close),
    closeAll: async () => {
      for (const close of closers.splice(0).reverse()) await close();
    },
  };
}

async function openClock(store: Store, startAt: Instant | null): Promise<CampaignClock> {
  const claim = await claimClock(store, startAt);
  if (claim.kind === 'refused') throw new RefusedStart({ kind: claim.because });
  return claim.clock;
}

async function importAtStart(deps: Deps, file: string, log: Log): Promise<void> {
  const { bytes, name, noticeFile } = readCampaignSource(file);
  const result = await importCampaign(deps, bytes, { dryRun: false, source: name, noticeFile });
  if (result.kind === 'refused')
    throw new RefusedStart({ kind: 'campaign_refused', file, problems: result.problems });
  log.info(
    { campaign: result.campaign.id, result: result.kind, changes: result.changes.length },
    'campaign imported',
  );
}

type HouseParts = {
  deps: Deps;
  askedBefore: AskedBefore;
  slack: SlackSide;
  background: Background;
  loop: Loop;
  health: Health;
  log: Log;
  paint: Painter['paint'];
};

function doorsOf({
  deps: own,
  askedBefore,
  slack,
}: Pick<HouseParts, 'deps' | 'askedBefore' | 'slack'>): Doors {
  const deps = { ...own, workspace: slack.workspace };
  const talk = (who: SlackUserId, place: string | undefined) =>
    place === undefined ? undefined : askedBefore.of(who, place);
  return {
    answer: (who, text, key, place) => answer(deps, who, text, key, talk(who, place)),
    take: (who, sent) => takeFiles({ ...deps, commands }, who, sent),
    act: (who, action, input, place) => act(deps, who, action, input, talk(who, place)),
    prompts: (who) => promptsFor(deps, who),
  };
}

const furnish = ({ deps, askedBefore, slack, background, loop, health, log, paint }: HouseParts): House => ({
  doors: doorsOf({ deps, askedBefore, slack }),
  web: slack.web,
  fetchFile: slack.fetchFile,
  pictures: createPictures({ paint, web: slack.web, background, log }),
  languageFor: createLanguages(deps.store, slack.directory),
  background,
  seen: createSeen(),
  log,
  nudge: createNudge(background, loop),
  people: {
    nameOf: async (who) =>
      (await deps.store.list('person', { where: { slack: who }, limit: 1 }))[0]?.name ?? null,
    changed: (account) => changePerson(deps.store, account, log),
    appRemoved: (how) => {
      health.noteRemoved(how);
      log.error({ how }, 'Slack took the installation back: install the app again');
    },
  },
});

async function readCalendarNow({ store, holidays }: Deps): Promise<Calendar> {
  const [campaign] = await store.list('campaign', { limit: 1 });
  const days = [...(campaign?.definition.notice ?? []), ...(await store.list('noticeDay'))];
  return workCalendar(campaign?.definition.calendar ?? 'cn', holidays, days);
}

const heardBy = (metrics: Metrics, health: Health, log: Log): SendListeners => ({
  onResult: (result) => {
    metrics.noteSend(result);
    if (result.kind === 'sent') health.noteSent();
  },
  onRejected: (reason) => {
    health.noteRejected(reason);
    log.error({ reason }, 'Slack takes no messages; they wait until that is mended');
  },
});

const atMost = (ms: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, sleep(ms, undefined, { ref: false })]);

async function assemble(
  settings: BotSettings,
  { log, atPoint = () => {} }: StartOptions,
  opened: Opened,
): Promise<Bot> {
  const store = await openStore(settings.databaseUrl, { role: 'bot' });
  opened.add(() => store.close());
  const clock = await openClock(store, settings.clockAt);
  const deps: Deps = {
    store,
    now: clock.now,
    newId: randomUUID,
    holidays: holidayTable(),
    read: keepReaders(createReader),
  };
  if (settings.campaignFile) await importAtStart(deps, settings.campaignFile, log);

  const metrics = createMetrics(store);
  const clocks: Clocks = { campaign: clock.now, process: processNow };
  const database = createDatabaseWatch({ store, clocks, holidays: deps.holidays, log });
  const health = createHealth({ database, metrics, now: processNow });
  const slack = createSlackSide(settings, store, log, heardBy(metrics, health, log));
  await slack.identity();
  const background = createBackground((name, error) =>
    log.error({ name, error: String(error) }, 'a background task failed'),
  );

  const loop = startPassing({ deps, clock, clocks, slack, database, metrics, atPoint, log });
  opened.add(() => loop.stop());
  const painter = createPainter();
  opened.add(() => painter.close());
  opened.add(() => atMost(DRAIN_MS, background.idle()));
  const { botToken, slackApiUrl, transport } = settings;
  const askedBefore = createAskedBefore(clock.now);
  const house = furnish({ deps, askedBefore, slack, background, loop, health, log, paint: painter.paint });
  const app = await startApp(
    { botToken, slackApiUrl, transport, identity: slack.identity, now: processNow, sleep },
    house,
  );
  opened.add(() => app.stop());

  let calendar = await readCalendarNow(deps);
  const advanceTo = async (at: Instant): Promise<boolean> => {
    if (!clock.set(at)) return false;
    await keepSimulatedNow(store, at);
    await loop.pass();
    calendar = await readCalendarNow(deps);
    return true;
  };
  const admin = await startAdmin({
    port: settings.adminPort,
    findTrouble: health.findTrouble,
    metrics: metrics.text,
    clock: { isSimulated: clock.isSimulated, now: clock.now, advanceTo },
  });
  opened.add(() => admin.stop());

  return {
    url: app.url,
    adminUrl: admin.url,
    clock,
    advanceTo,
    looking: { store, holidays: deps.holidays, now: clock.now },
    calendar: () => calendar,
    idle: async () => {
      await background.idle();
      await loop.pass();
    },
    stop: opened.closeAll,
  };
}

/**
 * Starts a bot and resolves when it takes requests. Rejects with RefusedStart, DatabaseProblem, or the system's error for a
 * port that is taken; nothing keeps running then.
 */
export async function assembleBot(settings: BotSettings, options: StartOptions): Promise<Bot> {
  const opened = createOpened();
  try {
    return await assemble(settings, options, opened);
  } catch (error) {
    await opened.closeAll();
    throw error;
  }
}
