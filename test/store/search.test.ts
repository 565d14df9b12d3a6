// What both engines answer when something is looked for: the same, and what looking through the texts one by one answers.

import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Search, Store } from '../../db/store.ts';
import { type Change, insert, move } from '../../domain/change.ts';
import { as, type CampaignId, type Instant, type UnitId } from '../../domain/ids.ts';
import { holds, searchWordsOf } from '../../domain/search-words.ts';
import type { Thing, ThingKind } from '../../domain/things.ts';
import { describeEngines, engines, execute, type FreshStore, freshStore, query } from '../support/stores.ts';
import { aRow, instant } from './rows.ts';

const CAMPAIGN = as<CampaignId>('loudi-2016');
const unit = (id: string) => as<UnitId>(id);

const report = (of: string, no: number, text: string, at = no): Change =>
  insert(
    'submission',
    aRow('submission', `${of}#${no}`, {
      campaign: CAMPAIGN,
      obligation: of,
      no,
      content: { fields: { progress: text }, figures: {}, files: [] },
      filedAt: instant(at),
    }),
  );
const owed = (id: string, by: string, campaign: string = CAMPAIGN): Change =>
  insert(
    'obligation',
    aRow('obligation', id, { campaign, unit: by, duty: 'weekly', period: id, latestNo: 1 }),
  );
const task = (id: string, columns: Partial<Thing<'task'>>): Change =>
  insert(
    'task',
    aRow('task', id, {
      campaign: CAMPAIGN,
      no: id.length,
      title: '',
      lead: unit('gaj'),
      helpers: [],
      steps: [],
      source: { kind: 'other', text: '' },
      createdAt: instant(1),
      ...columns,
    }),
  );
const entry = (of: string, no: number, text: string): Change =>
  insert(
    'taskEntry',
    aRow('taskEntry', `${of}#${no}`, {
      campaign: CAMPAIGN,
      task: of,
      no,
      text,
      at: instant(10 + no),
      files: [],
    }),
  );

const looking = (text: string, more: Partial<Search> = {}): Search => ({
  campaign: CAMPAIGN,
  words: searchWordsOf(text) ?? { terms: ['nothing'], needles: [' nothing '], unproven: [' nothing '] },
  seenBy: 'all',
  limit: 100,
  ...more,
});

describeEngines('looking for words', (engine) => {
  let fresh: FreshStore;
  let store: Store;
  beforeAll(async () => {
    fresh = await freshStore(engine);
    store = fresh.store;
  });
  beforeEach(() => fresh.empty());
  afterAll(() => fresh.close());

  const write = async (...changes: Change[]) =>
    expect(await store.commit(changes)).toEqual({ kind: 'committed' });
  const get = async <K extends ThingKind>(kind: K, id: string): Promise<Thing<K>> =>
    (await store.find(kind, id)) as Thing<K>;
  const found = async (text: string, more: Partial<Search> = {}) =>
    (await store.search(looking(text, more))).map(({ kind, root, part }) =>
      [kind, part === '' ? root : part].join(' '),
    );

  it('finds a report by two characters of it, newest first', async () => {
    await write(owed('a', 'gaj'), owed('b', 'gsj'));
    await write(report('a', 1, '开展风险排查，发现非法集资线索'));
    await write(report('b', 1, '本周排查机构十二家'));
    expect(await found('排查')).toEqual(['report b', 'report a']);
    expect(await found('集资')).toEqual(['report a']);
    expect(await found('查发')).toEqual([]);
  });

  it('finds a run of characters only where they stand side by side', async () => {
    await write(owed('a', 'gaj'), owed('b', 'gaj'));
    await write(report('a', 1, '非法集资'), report('b', 1, '非法的事，集资的事，法集也有'));
    expect(await found('非法集资')).toEqual(['report a']);
    expect(await found('非法 集资')).toEqual(['report b', 'report a']);
  });

  it('finds Latin words and numbers whole, in any case and width', async () => {
    await write(owed('a', 'gaj'));
    await write(report('a', 1, 'Ｐ2P平台 12 家，ｅ租宝'));
    expect(await found('p2p')).toEqual(['report a']);
    expect(await found('P2P平台')).toEqual(['report a']);
    expect(await found('12')).toEqual(['report a']);
    expect(await found('p2')).toEqual([]);
    expect(await found('1')).toEqual([]);
  });

  it('finds a single character wherever it stands', async () => {
    await write(owed('a', 'gaj'));
    await write(report('a', 1, '校园贷'));
    for (const character of '校园贷') expect(await found(character)).toEqual(['report a']);
    expect(await found('款')).toEqual([]);
  });

  it('looks only into the newest version of a report', async () => {
    await write(owed('a', 'gaj'));
    await write(report('a', 1, '资金池'));
    await write(report('a', 2, '首付贷'));
    expect(await found('资金池')).toEqual([]);
    expect(await found('首付贷')).toEqual(['report a']);
    await write(report('a', 3, ''));
    expect(await found('首付贷')).toEqual([]);
  });

  it('finds tasks, what was written on them, topics, minutes and decisions', async () => {
    await write(task('t', { title: '整改虚假广告', evidence: '现场照片' }), entry('t', 1, '已约谈负责人'));
    await write(
      insert(
        'consultation',
        aRow('consultation', 'm', {
          campaign: CAMPAIGN,
          state: 'approved',
          issuedAt: instant(2),
          agenda: ['topic:p'],
          minutes: {
            heard: '听取约谈情况',
            decisions: [{ what: '约谈六家机构', unit: 'gaj', dueOn: '2016-08-10', task: null }],
            observers: '',
            at: 3,
            approvedAt: 4,
          },
        }),
      ),
      insert(
        'topic',
        aRow('topic', 'p', {
          campaign: CAMPAIGN,
          consultation: 'm',
          unit: 'gsj',
          title: '关于约谈',
          state: 'proposed',
          at: instant(1),
        }),
      ),
    );
    expect(await found('约谈')).toEqual(['minutes m', 'decision 0', 'topic p', 'entry t#1']);
    expect(await found('照片')).toEqual(['task t']);
    expect(await found('约谈', { kinds: ['decision', 'minutes'] })).toEqual(['minutes m', 'decision 0']);
  });

  it('finds what was changed and no longer what it was', async () => {
    await write(task('t', { title: '整改虚假广告' }), entry('t', 1, '已约谈'));
    await write(move('task', await get('task', 't'), { title: '清理门店' }));
    expect(await found('虚假')).toEqual([]);
    expect(await found('门店')).toEqual(['task t']);
  });

  it('keeps to those who may see it, also when that changes', async () => {
    await write(
      owed('a', 'gaj'),
      report('a', 1, '约谈'),
      task('t', { lead: unit('gsj') }),
      entry('t', 1, '约谈'),
    );
    expect(await found('约谈', { seenBy: [unit('gaj')] })).toEqual(['report a']);
    expect(await found('约谈', { seenBy: [unit('gsj')] })).toEqual(['entry t#1']);
    expect(await found('约谈', { seenBy: [] })).toEqual([]);
    await write(move('task', await get('task', 't'), { lead: unit('gaj') }));
    expect(await found('约谈', { seenBy: [unit('gsj')] })).toEqual([]);
    expect(await found('约谈', { seenBy: [unit('gaj')] })).toEqual(['entry t#1', 'report a']);
  });

  it('keeps the order of what was written when something is said at the moment at which it goes to others', async () => {
    await write(owed('a', 'gaj'), report('a', 1, '约谈'));
    await write(task('t', { title: '约谈', createdAt: instant(11) }));
    await write(owed('b', 'gaj'), report('b', 1, '约谈'));
    await write(move('task', await get('task', 't'), { lead: unit('gsj') }), entry('t', 1, '约谈'));
    expect(await found('约谈')).toEqual(['entry t#1', 'report b', 'task t', 'report a']);
    await write(task('uu', { title: '约谈', createdAt: instant(11) }));
    await write(move('task', await get('task', 'uu'), { lead: unit('gsj') }), entry('uu', 1, '约谈'));
    expect((await found('约谈')).slice(0, 2)).toEqual(['entry uu#1', 'task uu']);
    expect(await found('约谈', { seenBy: [unit('gaj')] })).toEqual(['report b', 'report a']);
    expect(await store.check()).toBeNull();
  });

  const topic = (id: string, title: string): Change =>
    insert(
      'topic',
      aRow('topic', id, {
        campaign: CAMPAIGN,
        consultation: 'm',
        unit: unit('gsj'),
        title,
        state: 'proposed',
        at: instant(1),
      }),
    );

  it('finds a topic until it is declined', async () => {
    await write(insert('consultation', aRow('consultation', 'm', { campaign: CAMPAIGN, state: 'planned' })));
    await write(topic('p', '关于约谈'), topic('q', '关于约谈二'));
    await write(move('topic', await get('topic', 'p'), { state: 'declined', declined: '已议过' }));
    expect(await found('约谈')).toEqual(['topic q']);
  });

  it('loses nothing of what is written at once about one meeting', async () => {
    await write(insert('consultation', aRow('consultation', 'm', { campaign: CAMPAIGN, state: 'planned' })));
    const other = await fresh.open({ role: 'cli' });
    const ids = Array.from({ length: 12 }, (_, index) => `p${index}`);
    await Promise.all(ids.map((id, index) => (index % 2 === 0 ? store : other).commit([topic(id, '约谈')])));
    expect((await found('约谈')).sort()).toEqual(ids.map((id) => `topic ${id}`).sort());
  });

  it('keeps to the campaign, to whose it is and to when it was written', async () => {
    await write(owed('a', 'gaj'), report('a', 1, '约谈', 100), owed('b', 'gsj'), report('b', 1, '约谈', 200));
    await write(owed('x', 'gaj', 'other'), report('x', 1, '约谈'));
    expect(await found('约谈')).toEqual(['report b', 'report a']);
    expect(await found('约谈', { units: [unit('gaj')] })).toEqual(['report a']);
    expect(await found('约谈', { from: instant(101) })).toEqual(['report b']);
    expect(await found('约谈', { to: instant(200) })).toEqual(['report a']);
    expect(await found('约谈', { limit: 1 })).toEqual(['report b']);
  });

  it('writes nothing into the index when the commit comes to nothing', async () => {
    await write(owed('a', 'gaj'));
    const refused = await store.commit([report('a', 1, '约谈'), owed('a', 'gaj')]);
    expect(refused.kind).toBe('duplicate');
    expect(await found('约谈')).toEqual([]);
  });

  it.each([
    '"',
    "'",
    '"约谈',
    '" OR *',
    'NEAR(约谈, 2)',
    '约谈 AND',
    'NOT 约谈',
    '约谈 & !x | (',
    '约谈:*',
    '<->',
    '*',
    '--;drop table search_doc',
    'terms:约谈',
    '^约谈',
    '{a b}:约谈',
    '\\',
    '\0约\u200b谈\ud800',
    '😀👍🏽',
    '',
    '   ',
    '约'.repeat(3000),
    'x '.repeat(1500),
    'z'.repeat(3000),
  ])('takes %j for words and for nothing else', async (text) => {
    await write(owed('a', 'gaj'), report('a', 1, '约谈 near and not or x terms drop table search doc a b 2'));
    const words = searchWordsOf(text);
    const expected = words && holds('约谈 near and not or x terms drop table search doc a b 2', words);
    expect(words ? await found(text) : []).toEqual(expected ? ['report a'] : []);
  });

  it('is sound to a process beside which another one wrote to it', async () => {
    const other = await fresh.open({ role: 'cli' });
    for (let no = 1; no <= 40; no += 1) {
      await write(owed(`a${no}`, 'gaj'), report(`a${no}`, 1, `约谈${no}`));
      expect(await other.commit([owed(`b${no}`, 'gaj'), report(`b${no}`, 1, `排查${no}`)])).toEqual({
        kind: 'committed',
      });
      if (no % 10 === 0) expect([await store.check(), await other.check()]).toEqual([null, null]);
    }
    expect(await found('约谈')).toHaveLength(40);
  });

  it('is made anew at the start where it was made for another reading, in the same order', async () => {
    await write(owed('a', 'gaj'), owed('b', 'gaj'), report('a', 1, '约谈', 1), report('a', 2, '约谈二', 5));
    await write(report('b', 1, '约谈', 7), task('t', { title: '约谈', createdAt: as<Instant>(6) }));
    const before = ['report b', 'task t', 'report a'];
    await execute(fresh.url, 'delete from search_doc; delete from search_state');
    expect(await found('约谈')).toEqual([]);
    const again = await fresh.open({ role: 'cli' });
    expect((await again.search(looking('约谈'))).map(({ kind, root }) => `${kind} ${root}`)).toEqual(before);
    expect(await query(fresh.url, 'select made_for from search_state')).toHaveLength(1);
    expect(await store.check()).toBeNull();
  });
});

describe('both engines', () => {
  const stores: FreshStore[] = [];
  beforeAll(async () => {
    for (const engine of engines) stores.push(await freshStore(engine));
  });
  afterEach(() => Promise.all(stores.map((each) => each.empty())));
  afterAll(() => Promise.all(stores.map((each) => each.close())));

  const character = fc.constantFrom(...'非法集资贷款 ，aB1２p "*\n😀é𠮷');
  const words = fc.string({ unit: character, maxLength: 12 });

  it('find what looking through the texts finds, in the same order', { timeout: 60_000 }, async () => {
    const property = fc.asyncProperty(
      fc.array(words, { minLength: 1, maxLength: 6 }),
      fc.array(fc.string({ unit: character, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      async (texts, asked) => {
        for (const { store, empty } of stores) {
          await empty();
          await store.commit(texts.map((_, index) => owed(`o${index}`, 'gaj')));
          for (const [index, text] of texts.entries())
            await store.commit([report(`o${index}`, 1, text, index)]);
        }
        for (const text of asked) {
          const sought = searchWordsOf(text);
          if (!sought) continue;
          const expected = texts
            .flatMap((each, index) => (holds(each, sought) ? [`o${index}`] : []))
            .reverse();
          for (const { store } of stores)
            expect((await store.search(looking(text))).map(({ root }) => root)).toEqual(expected);
        }
      },
    );
    await fc.assert(property, { numRuns: 40 });
  });
});
