// What reports hold in figures stands twice: in every version, and for the newest in its row of the ledger, so that sums read
// rows alone. Over a life of reports as chance has it, both must come to the same, in every answer that sums.

import { afterEach, expect, it } from 'vitest';
import { readBulletinSources } from '../../db/reads.ts';
import type { ActionInput, ActionName } from '../../domain/actions.ts';
import { bulletinFacts } from '../../domain/bulletin.ts';
import type { BulletinFacts, FigureTotal } from '../../domain/facts.ts';
import { isFiled } from '../../domain/obligation.ts';
import type { ObligationRow, SubmissionRow } from '../../domain/things.ts';
import { chanceFrom } from '../ask/bench-chance.ts';
import { calendarOf } from '../support/builders.ts';
import { type Dialog, expectKind, fullReport, openDialog, rowId } from '../support/dialog.ts';
import { describeEngines } from '../support/stores.ts';

const WEEKS = ['2016-W30', '2016-W31', '2016-W32', '2016-W33'];
const UNITS = ['gaj', 'gsj', 'swlsj', 'yjfj', 'lxq', 'xhx'];
const FIGURES = ['checked', 'problems', 'rectified', 'transferred'];
/** Before and after deadlines, and after a week has closed. */
const MOMENTS = [
  '2016-07-29 15:00',
  '2016-07-30 10:00',
  '2016-08-03 09:00',
  '2016-08-05 16:00',
  '2016-08-06 11:00',
  '2016-08-09 10:00',
  '2016-08-12 18:30',
  '2016-08-17 10:00',
  '2016-08-22 10:00',
];
const OFFICE = '文书一';
const LEADER = '周正';
const ACTS_A_MOMENT = 24;

let dialog: Dialog;
afterEach(() => dialog.close());

const rowsOfWeek = (period: string): Promise<ObligationRow[]> =>
  dialog.store.list('obligation', { where: { duty: 'weekly' as never, period: period as never } });

/** The newest version of each row, looked for among all versions. */
async function newestVersions(): Promise<Map<string, SubmissionRow>> {
  const versions = await dialog.store.list('submission', { orderBy: 'no' });
  return new Map(versions.map((version) => [version.obligation, version]));
}

/** The sums by the long way: every report that lies with the office, by its newest version. */
async function summedFromVersions(period: string): Promise<number[]> {
  const [rows, newest] = [await rowsOfWeek(period), await newestVersions()];
  return FIGURES.map((id) =>
    rows
      .filter(isFiled)
      .reduce((sum, row) => sum + (newest.get(row.id)?.content.figures[id as never] ?? 0), 0),
  );
}

const totalsOf = (figures: readonly FigureTotal[]): number[] =>
  FIGURES.map((id) => figures.find((figure) => figure.id === id)?.total ?? 0);

/** One act of the office about one report; what is not allowed then is refused and changes nothing. */
async function actByChance(chance: ReturnType<typeof chanceFrom>): Promise<string> {
  const obligation = rowId('weekly', chance.oneOf(UNITS), chance.oneOf(WEEKS));
  const typed = () =>
    Object.fromEntries(FIGURES.map((id) => [`figure:${id}`, String(chance.number(50))])) as Record<
      string,
      string
    >;
  const acts: [ActionName, ActionInput][] = [
    ['report', { values: fullReport({ ...typed(), phonedBy: '某某' }) }],
    ['report', { values: fullReport({ ...typed(), phonedBy: '某某' }) }],
    ['nil', { values: { phonedBy: '某某' } }],
    ['return', { values: { reason: '数据不全' } }],
    ['accept', {}],
  ];
  const [action, input] = chance.oneOf(acts);
  const outcome = await dialog.press(OFFICE, action, { obligation, ...input });
  return outcome.kind;
}

/** What the versions come to, and that 状态 and the bulletin's draft of this week say the same. */
async function expectSameSums(week: string): Promise<void> {
  const sums = await summedFromVersions(week);
  const said = await dialog.press(LEADER, 'status', { duty: 'weekly', period: week });
  expect(totalsOf(expectKind(said, 'status').figures)).toEqual(sums);
  const newest = await newestVersions();
  for (const facts of await bulletinsOf(week)) {
    expect(totalsOf(facts.figures)).toEqual(sums);
    const filed = (await rowsOfWeek(week)).map((row) => newest.get(row.id)?.content.figures ?? {});
    expect(facts.rows.map(({ figures }) => JSON.stringify(figures)).sort()).toEqual(
      filed.map((figures) => JSON.stringify(figures)).sort(),
    );
  }
}

async function bulletinsOf(week: string): Promise<BulletinFacts[]> {
  const { definition: campaign } = await dialog.campaign();
  const rows = await dialog.store.list('bulletin', { where: { collectsPeriod: week as never } });
  const scene = { campaign, calendar: calendarOf(campaign), now: dialog.deps.now(), people: new Map() };
  const sources = await Promise.all(rows.map((row) => readBulletinSources(dialog.store, campaign, row)));
  return sources.flatMap((source) => (source ? [bulletinFacts(scene, source)] : []));
}

/** August as a question asks for it: the sum of its weeks. */
async function expectSameMonth(): Promise<void> {
  const said = expectKind(await dialog.say(LEADER, '8月份排查了多少家'), 'figures');
  const weeks = await Promise.all(['2016-W31', '2016-W32', '2016-W33', '2016-W34'].map(summedFromVersions));
  const checked = weeks.reduce((sum, [first]) => sum + first!, 0);
  expect(said.periods.map(({ totals }) => totals.map(({ total }) => total))).toEqual([[checked]]);
  expect(checked).toBeGreaterThan(0);
}

describeEngines('figures in rows of the ledger', (engine) => {
  it('are those of the newest version, and every sum is what the versions sum up to', async () => {
    dialog = await openDialog({ engine, now: MOMENTS[0]! });
    const chance = chanceFrom(31);
    const kinds = new Set<string>();
    for (const moment of MOMENTS) {
      await dialog.until(moment);
      for (let n = 0; n < ACTS_A_MOMENT; n++) kinds.add(await actByChance(chance));
      const newest = await newestVersions();
      for (const row of await dialog.store.list('obligation'))
        expect(row.figures).toEqual(newest.get(row.id)?.content.figures ?? {});
      for (const week of WEEKS) if ((await rowsOfWeek(week)).length > 0) await expectSameSums(week);
    }
    await expectSameMonth();
    // The life was one worth living: reports were corrected, taken, returned, replaced by a nil one, and came after the close.
    expect([...kinds]).toEqual(expect.arrayContaining(['accepted', 'filed', 'returned', 'refused']));
    const versions = await dialog.store.list('submission');
    expect(versions.some(({ no }) => no > 2)).toBe(true);
    expect(versions.some(({ nil, no }) => nil && no > 1)).toBe(true);
    expect(versions.some(({ afterClose }) => afterClose)).toBe(true);
    expect(
      (await dialog.store.list('obligation')).some(
        ({ state, latestNo }) => state === 'returned' && latestNo > 0,
      ),
    ).toBe(true);
    expect(await dialog.store.list('bulletin')).not.toEqual([]);
  });
});
