// A desk for tests: its own files, ports and page, and a bot of few words unless a real one is asked for.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeskOptions, RunningDesk } from '../../desk/contract.ts';
import { startDesk } from '../../desk/main.ts';
import type { Act, ActAnswer, PersonView, World } from '../../desk/world.ts';
import { type FakeBot, sampleCampaign, startFakeBot } from './fake-bot.ts';

export type DeskRig = {
  url: string;
  /** The bot that runs now; starting over starts another. */
  bot(): FakeBot;
  world(): Promise<World>;
  view(person: string): Promise<PersonView>;
  act(act: Act): Promise<ActAnswer>;
  personNamed(name: string): Promise<World['people'][number]>;
  stop(): Promise<void>;
};

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
export const START = '2016-08-05T15:30:00+08:00';

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'duban-desk-'));

/** Starts a desk with the fake bot in a folder, which is removed at the stop unless it was handed in. */
export async function openDesk(folder?: string): Promise<DeskRig> {
  const kept = folder ?? newFolder();
  let bot: FakeBot | null = null;
  const campaign = sampleCampaign();
  const desk = await startDesk({
    ...optionsIn(kept),
    readCampaign: async () => campaign,
    async startBot(settings) {
      writeFileSync(join(kept, 'desk.db'), '');
      bot = await startFakeBot(settings, campaign);
      return bot;
    },
  });
  await desk.ready;
  return { ...askingAt(desk), bot: () => bot as FakeBot, stop: () => stopIn(desk, folder ? null : kept) };
}

/** What every desk of a test shares. */
export const optionsIn = (folder: string): Omit<DeskOptions, 'readCampaign' | 'startBot'> => ({
  port: 0,
  host: '127.0.0.1',
  databaseUrl: `file:${join(folder, 'desk.db')}`,
  campaignFile: '',
  clockStart: START,
  log: SILENT,
});

async function stopIn(desk: RunningDesk, folder: string | null): Promise<void> {
  await desk.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
}

/** The desk's API as the page uses it. */
export function askingAt({ url }: RunningDesk): Omit<DeskRig, 'bot' | 'stop'> {
  const get = async <T>(path: string): Promise<T> => (await (await fetch(url + path)).json()) as T;
  const world = () => get<World>('/api/world');
  return {
    url,
    world,
    view: (person) => get<PersonView>(`/api/view?as=${person}`),
    async act(act) {
      const response = await fetch(`${url}/api/act`, {
        method: 'POST',
        headers: { 'x-desk': '1' },
        body: JSON.stringify(act),
      });
      return (await response.json()) as ActAnswer;
    },
    async personNamed(name) {
      const found = (await world()).people.find((person) => person.name === name);
      if (!found) throw new Error(`Nobody is called ${name}`);
      return found;
    },
  };
}

/** Waits until a question has an answer that holds. */
export async function until<T>(
  ask: () => Promise<T>,
  holds: (answer: T) => boolean,
  withinMs = 5000,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`Not within ${withinMs} ms; last seen: ${JSON.stringify(answer).slice(0, 600)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
