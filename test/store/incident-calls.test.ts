// An incident on real databases, with processes that are killed: no call is lost or doubled. At each step (report, two calls,
// acknowledgement) the process is killed with SIGKILL, before and after commits and at every point of delivery, while the
// chat service leaves every other post without an answer; then it is left alone until it is quiet, and time goes on.

import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Change, insert } from '../../domain/change.ts';
import { as, type SlackUserId } from '../../domain/ids.ts';
import { aCampaign, at } from '../support/builders.ts';
import { type ChatStandIn, chatStandIn, type Mood } from '../support/chat-stand-in.ts';
import { bundleProgram, runProgram } from '../support/child-process.ts';
import { aPerson } from '../support/delivery-rig.ts';
import { fullReportOf } from '../support/dialog-incidents.ts';
import type { IncidentTask, StepPoint } from '../support/incident-child.ts';
import { mailboxOf } from '../support/incident-row.ts';
import { describeEngines, type FreshStore, freshStore } from '../support/stores.ts';

const POINTS: StepPoint[] = [
  'before_commit',
  'after_commit',
  'after_enqueue',
  'after_claim',
  'before_post',
  'after_post',
  'during_reconcile',
];
/** At which time it comes to the point it is killed, in each step one after the other. */
const HITS = [1, 2];
const FEWEST_KILLS = 3;

/** Of four posts, one is taken without an answer and one gets lost. */
const moody: Mood = (nth) => (nth % 4 === 1 ? 'take_and_hang' : nth % 4 === 3 ? 'hang' : 'answer');

const slackOf = (mailbox: string): SlackUserId =>
  as<SlackUserId>(`U${mailbox.replace('.', '').toUpperCase()}`);

/** The sample without duties, so that nothing is told but the incident; everybody has an account. */
const campaign = aCampaign({ duties: [] });
const whatIsThere = (): Change[] => [
  insert('campaign', {
    id: campaign.id,
    definition: campaign,
    definitionNo: 1,
    plannedNo: 1,
    plannedFrom: at('2016-06-01 09:00'),
    importedAt: at('2016-06-01 09:00'),
    knownSince: {},
  }),
  ...campaign.people.map(({ person, name }) =>
    insert('person', aPerson(person, { name, email: person, slack: slackOf(mailboxOf(person)) })),
  ),
];

const INCIDENT = 'loudi-2016/incident/2016/1';
type Step = { now: string; command: IncidentTask['command'] };
const STEPS: Step[] = [
  {
    now: '2016-10-01 02:30',
    command: { who: slackOf('leng'), input: { verb: 'report', values: fullReportOf(), key: 'V1:h1' } },
  },
  { now: '2016-10-01 02:40', command: null },
  { now: '2016-10-01 02:50', command: null },
  {
    now: '2016-10-01 02:53',
    command: { who: slackOf('zhou.zheng'), input: { verb: 'acknowledge', incident: INCIDENT, key: 'B1' } },
  },
];
const LATER: Step = { now: '2016-10-01 09:00', command: null };

const EXPECTED = [
  'jin: 2 called call',
  'jin: 4 acknowledged',
  'leng: 4 acknowledged',
  'wen: 1 first call',
  'wen: 4 acknowledged',
  'zhou.zheng: 1 first',
  'zhou.zheng: 3 called call',
];

let program: string;
beforeAll(async () => {
  program = await bundleProgram('test/support/incident-child.ts');
}, 30_000);
afterAll(() => rm(program, { force: true }));

const taskFor = (fresh: FreshStore, chat: ChatStandIn, { now, command }: Step): IncidentTask => ({
  databaseUrl: fresh.url,
  chatUrl: chat.url,
  now: at(now),
  command,
  options: { leaseMs: 600, settleMs: 300, atOnce: 4, passMs: 10_000 },
  timeoutMs: 150,
  stopAt: null,
});

/** Runs the process to the point and kills it there; answers what it said: the point, or `quiet` if it did not come there. */
async function runTo(task: IncidentTask, stopAt: IncidentTask['stopAt']): Promise<string> {
  const running = runProgram(program, { ...task, stopAt });
  const line = await running.firstLine;
  await running.kill();
  return line;
}

async function prepared(engine: 'sqlite' | 'postgres'): Promise<FreshStore> {
  const fresh = await freshStore(engine);
  expect(await fresh.store.commit(whatIsThere())).toEqual({ kind: 'committed' });
  await fresh.store.close();
  return fresh;
}

async function expectRecorded(fresh: FreshStore): Promise<void> {
  const store = await fresh.open();
  const incidents = await store.list('incident');
  expect(incidents).toMatchObject([
    {
      id: INCIDENT,
      state: 'acknowledged',
      acknowledgedBy: 'zhou.zheng@loudi.example',
      escalations: 2,
      called: ['wen', 'jin', 'zhou.zheng'].map((mailbox) => `${mailbox}@loudi.example`),
      nextStepAt: null,
    },
  ]);
  const entries = await store.list('incidentEntry', { orderBy: 'no' });
  expect(entries.map(({ no, kind }) => `${no} ${kind}`)).toEqual([
    '1 first',
    '2 called',
    '3 called',
    '4 acknowledged',
  ]);
  const messages = await store.list('message', { where: { operation: 'post' } });
  expect(new Set(messages.map(({ state }) => state))).toEqual(new Set(['sent']));
  expect(await store.verifyAudit()).toMatchObject({ brokenAt: null });
}

describeEngines('a process killed with SIGKILL between any two steps of an incident', (engine) => {
  it.concurrent.each(POINTS)(
    'loses and doubles no call: %s',
    async (point) => {
      const [fresh, chat] = [await prepared(engine), await chatStandIn(moody)];
      try {
        const said: string[] = [];
        for (const step of STEPS) {
          const task = taskFor(fresh, chat, step);
          for (const hit of HITS) said.push(await runTo(task, { point, hit }));
          expect(await runTo(task, null)).toBe('quiet');
        }
        // Where a step has fewer such moments, the process comes to its end instead.
        expect(said.filter((line) => line === point).length).toBeGreaterThanOrEqual(FEWEST_KILLS);
        expect(said.filter((line) => line !== point && line !== 'quiet')).toEqual([]);
        expect(await runTo(taskFor(fresh, chat, LATER), null)).toBe('quiet');
        const posts = chat.taken.filter(({ text }) => !text.startsWith('~'));
        expect(posts.map(({ to, text }) => `${mailboxOf(to)}: ${text}`).sort()).toEqual(EXPECTED);
        await expectRecorded(fresh);
      } finally {
        await chat.close();
        await fresh.close();
      }
    },
    180_000,
  );
});
