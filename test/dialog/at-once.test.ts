// Many hands at one moment, on both engines: each decision is made once, numbers have no gaps, nothing is lost.

import { afterEach, expect, it } from 'vitest';
import { importCampaign } from '../../commands/import-campaign.ts';
import { tick } from '../../scheduler/tick.ts';
import { type Dialog, expectKind, fullReport, openDialog, rowId, sampleFile } from '../support/dialog.ts';
import { describeEngines } from '../support/stores.ts';

let dialog: Dialog;
afterEach(() => dialog.close());

const UNITS: [string, string][] = [
  ['银人行', 'rmyh'],
  ['简银监', 'yjfj'],
  ['尚工商', 'gsj'],
  ['安警官', 'gaj'],
  ['良商粮', 'swlsj'],
  ['娄小星', 'lxq'],
  ['冷小江', 'lsj'],
];
const weekly = (unit: string) => rowId('weekly', unit, '2016-W31');

describeEngines('at one moment', (engine) => {
  it('three publish one bulletin: it has one number, and the others hear who was quicker', async () => {
    dialog = await openDialog({ engine, now: '2016-08-08 09:00' });
    for (const no of [1, 2]) {
      await dialog.say('金主任', '通报 批准');
      const press = (who: string) => dialog.say(who, '通报 发布');
      const outcomes = await Promise.all([press('金主任'), press('文书一'), press('金主任')]);
      const done = outcomes.filter(({ kind }) => kind === 'bulletin');
      expect(done).toHaveLength(1);
      expect(expectKind(done[0]!, 'bulletin').bulletin.no).toBe(no);
      for (const outcome of outcomes.filter((each) => each !== done[0])) {
        const { refusal } = expectKind(outcome, 'refused');
        expect(refusal).toMatchObject({ kind: 'bulletin_state', wanted: 'already_published' });
        expect(refusal).toMatchObject({
          bulletin: { no, publishedBy: expect.stringMatching(/金主任|文书一/) },
        });
      }
      const posts = (await dialog.store.list('message')).filter(({ target }) => target.kind === 'channel');
      expect(posts).toHaveLength(5 * no);
      await dialog.until('2016-08-15 09:00');
    }
    expect((await dialog.store.list('counter')).map(({ value }) => value)).toEqual([2]);
  });

  it('seven units report while the campaign is imported again and planned: nothing is lost', async () => {
    dialog = await openDialog({ engine });
    const file = (minute: number) =>
      sampleFile((text) => text.replace('name: 工作进展周报', `name: 周报${minute}`));
    const bring = async (n: number) => {
      await importCampaign(dialog.deps, file(n), { dryRun: false, source: 'again' });
      await tick(dialog.deps);
    };
    const filed = UNITS.map(([who, unit]) =>
      dialog.press(who, 'report', { obligation: weekly(unit), values: fullReport(), key: `V${unit}:1` }),
    );
    const [outcomes] = await Promise.all([Promise.all(filed), bring(1), tick(dialog.deps)]);
    const again = outcomes.map((outcome, n) => ({ outcome, who: UNITS[n]![0], unit: UNITS[n]![1] }));
    for (const { outcome, who, unit } of again) {
      // Whoever was told that it is busy tries again, and what was typed is filed.
      const last =
        outcome.kind === 'filed'
          ? outcome
          : await dialog.press(who, 'report', {
              obligation: weekly(unit),
              values: fullReport(),
              key: `V${unit}:1`,
            });
      expectKind(last, 'filed');
      expect((await dialog.row('weekly', unit, '2016-W31')).latestNo).toBe(1);
    }
    expect(outcomes.filter(({ kind }) => kind !== 'filed')).toEqual([]);
    expect((await dialog.store.verifyAudit()).brokenAt).toBeNull();
  });
});
