// Importing a campaign file and a holiday notice: whole or not at all, an update that forgets nothing.

import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCampaign, importNotice } from '../../commands/import-campaign.ts';
import { personIdOf } from '../../documents/campaign-build.ts';
import { holidayTable } from '../../documents/holidays.ts';
import type { CampaignId, Instant } from '../../domain/ids.ts';
import { tick } from '../../scheduler/tick.ts';
import { at, dutyId, on } from '../support/builders.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';

const SAMPLE = readFileSync(new URL('../../documents/samples/loudi.yml', import.meta.url), 'utf8');
const CAMPAIGN = 'loudi-2016' as CampaignId;
const AN = personIdOf('an@loudi.example');

let fresh: FreshStore;
let now: Instant;

beforeEach(async () => {
  fresh = await freshStore('sqlite');
  now = at('2016-08-05 15:30');
});
afterEach(() => fresh.close());

const deps = () => ({
  store: fresh.store,
  now: () => now,
  newId: () => crypto.randomUUID(),
  holidays: holidayTable(),
});
const load = (text: string, dryRun = false) => importCampaign(deps(), text, { dryRun, source: 'loudi.yml' });
const campaignRow = async () => (await fresh.store.find('campaign', CAMPAIGN))!;

/** As if a bot had planned the campaign since the beginning. */
async function plannedSince(instant: Instant): Promise<void> {
  const row = await campaignRow();
  const to = { plannedFrom: instant, plannedNo: row.definitionNo };
  await fresh.store.commit([{ mode: 'move', thing: 'campaign', id: row.id, from: row.version, to }]);
}

describe('a first import', () => {
  it('writes campaign, people and channels, and sets no moment of first planning', async () => {
    expect(await load(SAMPLE)).toMatchObject({ kind: 'applied', changes: [{ kind: 'campaign_new' }] });
    expect(await campaignRow()).toMatchObject({
      definitionNo: 1,
      plannedNo: 0,
      plannedFrom: null,
      knownSince: {},
    });
    expect(await fresh.store.list('person')).toHaveLength(16);
    expect(await fresh.store.find('person', AN)).toMatchObject({
      name: '安警官',
      slack: null,
      trouble: null,
    });
    expect((await fresh.store.list('channel')).map(({ id, name }) => [id, name])).toEqual([
      ['loudi-2016/bulletin', '整治通报'],
      ['loudi-2016/office', '整治办公室'],
    ]);
    expect(await fresh.store.list('audit')).toMatchObject([{ verb: 'import', object: CAMPAIGN }]);
  });

  it('writes nothing in a dry run', async () => {
    expect((await load(SAMPLE, true)).kind).toBe('would_apply');
    expect(await fresh.store.list('campaign')).toEqual([]);
    expect(await fresh.store.list('person')).toEqual([]);
  });

  it('refuses a file with mistakes whole, with all of them', async () => {
    const result = await load(
      SAMPLE.replace('due: fri 17:00', 'due: fri 25:00').replace('Asia/Shanghai', 'Asia/X'),
    );
    expect(result.kind).toBe('refused');
    expect(result).toMatchObject({ problems: { length: 2 } });
    expect(await fresh.store.list('campaign')).toEqual([]);
  });

  it('takes 5 000 units at once', async () => {
    const lines = Array.from({ length: 5000 }, (_, n) => `  - { id: u${n}, name: 单位${n}, kind: member }`);
    const people = Array.from(
      { length: 5000 },
      (_, n) => `  - { name: 人${n}, unit: u${n}, role: liaison, email: p${n}@loudi.example }`,
    );
    const text = SAMPLE.replace('units:\n', `units:\n${lines.join('\n')}\n`).replace(
      'people:\n',
      `people:\n${people.join('\n')}\n`,
    );
    expect((await load(text)).kind).toBe('applied');
    expect(await fresh.store.list('person')).toHaveLength(5016);
  });
});

describe('an import again', () => {
  beforeEach(async () => {
    now = at('2016-06-01 08:00');
    await load(SAMPLE);
    await plannedSince(at('2016-06-01 08:00'));
    now = at('2016-08-05 15:30');
  });

  it('is unchanged when the file says the same', async () => {
    const before = await campaignRow();
    expect((await load(SAMPLE)).kind).toBe('unchanged');
    expect(await campaignRow()).toEqual(before);
  });

  it('raises the number of the definition, and keeps what was planned', async () => {
    const result = await load(SAMPLE.replace('due: fri 17:00', 'due: fri 16:00'));
    expect(result).toMatchObject({ kind: 'applied', changes: [{ kind: 'duty_changed', id: 'weekly' }] });
    expect(await campaignRow()).toMatchObject({
      definitionNo: 2,
      plannedNo: 1,
      plannedFrom: at('2016-06-01 08:00'),
      knownSince: {},
    });
  });

  it('ends a person who is gone and keeps their row', async () => {
    const result = await load(SAMPLE.replace(/.*name: 安警官.*\n/, ''));
    expect(result).toMatchObject({ changes: [{ kind: 'posting_ended', name: '安警官', on: '2016-08-04' }] });
    const { definition } = await campaignRow();
    expect(definition.people.find(({ person }) => person === AN)).toMatchObject({ to: '2016-08-04' });
    expect(await fresh.store.find('person', AN)).toMatchObject({ name: '安警官' });
  });

  it('moves the name of a person whose e-mail stays, and keeps the account they are bound to', async () => {
    const row = (await fresh.store.find('person', AN))!;
    const to = { slack: 'U0AN' as never, language: 'en' as const };
    await fresh.store.commit([{ mode: 'move', thing: 'person', id: AN, from: row.version, to }]);
    await load(SAMPLE.replace('name: 安警官', 'name: 安警督'));
    expect(await fresh.store.find('person', AN)).toMatchObject({
      name: '安警督',
      slack: 'U0AN',
      language: 'en',
    });
  });

  it('binds a person anew to the account the file names', async () => {
    const row = (await fresh.store.find('person', AN))!;
    const to = { slack: 'U0OLD' as never, dm: 'D0OLD' as never, trouble: 'deactivated' as const };
    await fresh.store.commit([{ mode: 'move', thing: 'person', id: AN, from: row.version, to }]);
    await load(SAMPLE.replace('email: an@loudi.example', 'email: an@loudi.example, slack: U0NEW'));
    expect(await fresh.store.find('person', AN)).toMatchObject({ slack: 'U0NEW', dm: null, trouble: null });
  });

  it('moves the e-mail of a person who stays, and looks for the account behind the new one', async () => {
    const row = (await fresh.store.find('person', AN))!;
    const to = {
      slack: 'U0OLD' as never,
      dm: 'D0OLD' as never,
      locale: 'zh',
      trouble: 'deactivated' as const,
    };
    await fresh.store.commit([{ mode: 'move', thing: 'person', id: AN, from: row.version, to }]);
    const file = SAMPLE.replace('email: an@loudi.example', 'email: an.new@loudi.example');
    expect(await load(file)).toMatchObject({ changes: [{ kind: 'posting_changed', field: 'email' }] });
    expect(await fresh.store.find('person', AN)).toMatchObject({
      email: 'an.new@loudi.example',
      ...{ slack: null, dm: null, locale: null, trouble: null },
    });
    expect(await fresh.store.list('person')).toHaveLength(16);
    expect((await load(file)).kind).toBe('unchanged');
  });

  it('looks for a channel anew when its name changed, and only then', async () => {
    for (const row of await fresh.store.list('channel')) {
      const to = { slack: 'C0' as never, trouble: 'archived' as const };
      await fresh.store.commit([{ mode: 'move', thing: 'channel', id: row.id, from: row.version, to }]);
    }
    await load(SAMPLE.replace('bulletin: 整治通报', 'bulletin: 专项通报'));
    expect(await fresh.store.list('channel')).toMatchObject([
      { name: '专项通报', slack: null, trouble: null },
      { name: '整治办公室', slack: 'C0', trouble: 'archived' },
    ]);
  });

  it('asks nobody for what was due before a duty, a unit or the naming of a unit was known', async () => {
    await load(
      SAMPLE.replace('areas:', 'areas: # more')
        .replace('\npeople:', '\n  - { id: jyj, name: 市教育局, kind: member }\n\npeople:')
        .replace(
          'owed_by: [rmyh, yjfj, gsj, gaj, swlsj, locality]',
          'owed_by: [rmyh, yjfj, gsj, gaj, swlsj, locality, jrb]',
        )
        .concat('  - { id: monthly, name: 月报, owed_by: [member], every: month, due: 10 }\n'),
    );
    const { knownSince } = await campaignRow();
    expect(knownSince).toEqual({
      'unit:jyj': now,
      'duty:monthly': now,
      'owes:weekly/jyj': now,
      'owes:survey-summary/jyj': now,
      'owes:final-report/jyj': now,
      'owes:plan-filing/jrb': now,
    });
  });

  it('reads Windows line ends and a byte order mark as the same file', async () => {
    expect((await load(`\uFEFF${SAMPLE.replaceAll('\n', '\r\n')}`)).kind).toBe('unchanged');
  });
});

it('writes what a unit newly named by a duty could not have kept as waived, 启用前', async () => {
  now = at('2016-06-01 08:00');
  await load(SAMPLE);
  await tick(deps());
  now = at('2016-08-05 15:30');
  const named = 'owed_by: [rmyh, yjfj, gsj, gaj, swlsj, locality]';
  await load(SAMPLE.replace(named, named.replace(']', ', jrb]')));
  await tick(deps());
  const filings = await fresh.store.list('obligation', { where: { duty: dutyId('plan-filing') } });
  expect(filings).toHaveLength(11);
  expect(filings.filter(({ state }) => state === 'waived')).toMatchObject([
    { unit: 'jrb', waiver: 'before_start' },
  ]);
});

describe('a holiday notice', () => {
  const days = [
    { date: on('2016-08-05'), off: true, name: '放假' },
    { date: on('2016-08-06'), off: false, name: '放假' },
  ];

  it('is kept day by day and lets every campaign reckon its deadlines anew', async () => {
    await load(SAMPLE);
    expect(await importNotice(deps(), days, { dryRun: false, source: 'notice.yml' })).toEqual({
      kind: 'applied',
      days,
    });
    expect(await fresh.store.list('noticeDay')).toHaveLength(2);
    expect(await campaignRow()).toMatchObject({ definitionNo: 2, plannedNo: 0 });
  });

  it('is unchanged the second time, and says what it would do in a dry run', async () => {
    await load(SAMPLE);
    const dry = { dryRun: true, source: 'notice.yml' };
    expect((await importNotice(deps(), days, dry)).kind).toBe('would_apply');
    await importNotice(deps(), days, { ...dry, dryRun: false });
    expect(await importNotice(deps(), days, { ...dry, dryRun: false })).toEqual({
      kind: 'unchanged',
      days: [],
    });
    expect(await campaignRow()).toMatchObject({ definitionNo: 2 });
  });

  it('changes a day that is named otherwise', async () => {
    await load(SAMPLE);
    await importNotice(deps(), days, { dryRun: false, source: 'a' });
    const changed = [{ ...days[0]!, off: false }];
    expect(await importNotice(deps(), changed, { dryRun: false, source: 'b' })).toEqual({
      kind: 'applied',
      days: changed,
    });
  });
});
