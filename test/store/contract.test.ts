import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { type Change, ensure, expectUnchanged, insert, move } from '../../domain/change.ts';
import type { Thing, ThingKind } from '../../domain/things.ts';
import { describeEngines, execute, type FreshStore, freshStore } from '../support/stores.ts';
import { aRow, instant } from './rows.ts';

const committed = { kind: 'committed' };
const counter = (id: string, value = 0) => aRow('counter', id, { value });
const meta = (id: string, value: string) => aRow('meta', id, { value });

describeEngines('the store', (engine) => {
  let fresh: FreshStore;
  let store: Store;
  beforeAll(async () => {
    fresh = await freshStore(engine);
    store = fresh.store;
  });
  beforeEach(() => fresh.empty());
  afterAll(() => fresh.close());

  const write = async (...changes: Change[]) => expect(await store.commit(changes)).toEqual(committed);
  const get = async <K extends ThingKind>(kind: K, id: string): Promise<Thing<K>> => {
    const row = await store.find(kind, id);
    if (!row) throw new Error(`no ${kind} ${id}`);
    return row;
  };
  const ids = async <K extends ThingKind>(kind: K, query: Parameters<typeof store.list<K>>[1]) =>
    (await store.list(kind, query)).map(({ id }) => id as string);
  const behindOurBack = (statement: string) => execute(fresh.url, statement);

  it('says which engine it is and finds it sound', async () => {
    expect(store.engine).toBe(engine);
    expect(await store.check()).toBeNull();
  });

  describe('commit', () => {
    it('inserts rows at version 1', async () => {
      await write(insert('counter', counter('a', 7)));
      expect(await store.find('counter', 'a')).toEqual({ id: 'a', version: 1, value: 7 });
      expect(await store.find('counter', 'b')).toBeNull();
    });

    it('does nothing when there is nothing to do', async () => {
      await write();
    });

    it('refuses the whole commit and names the row when an inserted id exists', async () => {
      await write(insert('counter', counter('b')));
      const result = await store.commit([
        insert('counter', counter('a')),
        insert('counter', counter('b', 9)),
        insert('meta', meta('m', 'x')),
      ]);
      expect(result).toEqual({ kind: 'duplicate', thing: 'counter', id: 'b' });
      expect(await store.list('counter')).toEqual([{ id: 'b', version: 1, value: 0 }]);
      expect(await store.list('meta')).toEqual([]);
    });

    it('refuses one id inserted twice in the same commit', async () => {
      const result = await store.commit([
        insert('counter', counter('a', 1)),
        insert('counter', counter('a', 2)),
      ]);
      expect(result).toEqual({ kind: 'duplicate', thing: 'counter', id: 'a' });
      expect(await store.list('counter')).toEqual([]);
    });

    it('ensures rows: one that exists is left as it is, and that is success', async () => {
      await write(insert('counter', counter('b', 5)));
      await write(
        ensure('counter', counter('a', 1)),
        ensure('counter', counter('b', 2)),
        ensure('counter', counter('a', 3)),
      );
      expect((await store.list('counter')).map(({ id, value }) => [id, value])).toEqual([
        ['a', 1],
        ['b', 5],
      ]);
    });

    it('moves the named columns, one version up, and leaves the others', async () => {
      await write(insert('person', aRow('person', 'p', { name: '李娜', email: 'li@example.org' })));
      await write(move('person', await get('person', 'p'), { email: null, locale: 'zh-CN' }));
      expect(await store.find('person', 'p')).toMatchObject({
        version: 2,
        name: '李娜',
        email: null,
        locale: 'zh-CN',
      });
    });

    it('leaves a column alone that a move hands in as undefined', async () => {
      await write(insert('person', aRow('person', 'p', { name: '李娜' })));
      await write(move('person', await get('person', 'p'), { name: undefined, locale: 'en' }));
      expect(await store.find('person', 'p')).toMatchObject({ name: '李娜', locale: 'en' });
    });

    it('moves nothing when a row is elsewhere, and names it', async () => {
      await write(insert('counter', counter('a')), insert('counter', counter('b')));
      const [a, b] = [await get('counter', 'a'), await get('counter', 'b')];
      await write(move('counter', b, { value: 1 }));
      const result = await store.commit([move('counter', a, { value: 8 }), move('counter', b, { value: 9 })]);
      expect(result).toEqual({ kind: 'stale', thing: 'counter', id: 'b' });
      expect((await store.list('counter')).map(({ value }) => value)).toEqual([0, 1]);
    });

    it('calls a move of a row that is not there stale', async () => {
      const ghost = { ...counter('ghost'), version: 1 };
      expect(await store.commit([move('counter', ghost, { value: 1 })])).toEqual({
        kind: 'stale',
        thing: 'counter',
        id: 'ghost',
      });
    });

    it('writes what relies on a row that is as it was read, and nothing when it is not', async () => {
      await write(insert('counter', counter('a')), insert('counter', counter('b')));
      const [a, b] = [await get('counter', 'a'), await get('counter', 'b')];
      await write(
        expectUnchanged('counter', a),
        expectUnchanged('counter', b),
        insert('meta', meta('1', 'x')),
      );
      expect((await get('counter', 'a')).version).toBe(1);
      await write(move('counter', b, { value: 1 }));
      const result = await store.commit([
        insert('meta', meta('2', 'x')),
        expectUnchanged('counter', a),
        expectUnchanged('counter', b),
      ]);
      expect(result).toEqual({ kind: 'stale', thing: 'counter', id: 'b' });
      expect(await ids('meta', {})).toEqual(['1']);
    });

    it('applies changes in their order: a row can be inserted, moved and moved again', async () => {
      const row = { ...counter('a'), version: 1 };
      await write(
        ensure('counter', row),
        move('counter', row, { value: 1 }),
        move('counter', { ...row, version: 2 }, { value: 2 }),
        expectUnchanged('counter', { ...row, version: 3 }),
      );
      expect(await store.find('counter', 'a')).toEqual({ id: 'a', version: 3, value: 2 });
    });

    it('notices when changes of one commit come in the wrong order', async () => {
      const row = { ...counter('a'), version: 1 };
      expect(await store.commit([move('counter', row, { value: 1 }), insert('counter', row)])).toEqual({
        kind: 'stale',
        thing: 'counter',
        id: 'a',
      });
    });

    it('calls a second submission with the same number a duplicate, and names the one to be written', async () => {
      const submission = (id: string, no: number) =>
        insert('submission', aRow('submission', id, { obligation: 'o', no }));
      await write(submission('s1', 1));
      expect(await store.commit([submission('s0', 3), submission('s2', 1), submission('s3', 2)])).toEqual({
        kind: 'duplicate',
        thing: 'submission',
        id: 's2',
      });
      expect(await ids('submission', {})).toEqual(['s1']);
      await write(submission('s4', 2));
    });

    it.each([
      ['a fraction where a whole number belongs', insert('counter', counter('a', 0.5)), /counter\.value/],
      ['a column that is missing', insert('counter', { id: 'a' } as never), /counter\.value/],
      ['null where there must be something', insert('meta', meta('a', null as never)), /meta\.value/],
      [
        'a column that does not exist',
        move('meta', { ...meta('m', 'x'), version: 1 }, { no: 1 } as never),
        /no column no/,
      ],
      [
        'a move of the id',
        move('meta', { ...meta('m', 'x'), version: 1 }, { id: 'n' } as never),
        /cannot be set/,
      ],
      [
        'a move of an audit line',
        move('audit', { ...aRow('audit', 'l'), version: 1 }, { verb: 'x' }),
        /never changed/,
      ],
    ])('throws on %s, which is a mistake of the program, and writes nothing', async (_, change, message) => {
      await write(insert('meta', meta('m', 'x')));
      await expect(store.commit([insert('meta', meta('n', 'x')), change])).rejects.toThrow(message);
      expect(await ids('meta', {})).toEqual(['m']);
      await write(insert('meta', meta('after', 'the store still works')));
    });

    it('applies 5 000 rows in under two seconds, and again when they are all there', async () => {
      const rows = Array.from({ length: 5000 }, (_, n) =>
        aRow('obligation', `c/weekly/u${n}/2016-W31`, {
          campaign: 'c',
          duty: 'weekly',
          unit: `u${n}`,
          period: '2016-W31',
        }),
      );
      const started = performance.now();
      await write(...rows.map((row) => insert('obligation', row)));
      await write(...rows.map((row) => ensure('obligation', row)));
      await write(...rows.map((row) => move('obligation', { ...row, version: 1 }, { state: 'waived' })));
      expect(performance.now() - started).toBeLessThan(3 * 2000);
      expect((await store.list('obligation', { where: { state: 'waived' } })).length).toBe(5000);
    });
  });

  describe('what is kept', () => {
    const hostile = [
      '督办〔2016〕12号',
      '𠮷野家 👩‍👩‍👧‍👦 🇨🇳',
      `"quoted" 'single' \\back\\ {brace} , NULL`,
      'line\nline\r\n\ttab\u2028',
      '',
      ' leading and trailing ',
      '%_*?$1',
      'é e\u0301 ﬁ',
      '\u202Eright to left',
      'x'.repeat(100_000),
    ];
    it.each(hostile)('comes back as it was: %j', async (text) => {
      const dispute = {
        text,
        by: text,
        at: instant(1),
        decision: null,
        deep: [{ [text]: [null, 1.5, true, text] }],
      };
      await write(
        insert('obligation', aRow('obligation', 'o', { reason: text, dispute, dueAt: 1_470_387_600_000 })),
      );
      const row = await get('obligation', 'o');
      expect(row).toMatchObject({ reason: text, dispute, dueAt: 1_470_387_600_000 });
      await write(move('obligation', row, { shiftedBy: text }));
      expect(await ids('obligation', { where: { shiftedBy: text } })).toEqual(['o']);
      expect(await ids('obligation', { where: { reason: { in: [text] } } })).toEqual(['o']);
    });

    it('shows characters that no database can hold as the replacement character, on every engine', async () => {
      await write(insert('meta', meta('a\0b', 'a\0b')), insert('meta', meta('lone', 'a\uD800b')));
      expect((await get('meta', 'a\0b')).value).toBe('a\uFFFDb');
      expect((await get('meta', 'lone')).value).toBe('a\uFFFDb');
      await write(insert('request', aRow('request', 'r', { outcome: { 'a\0b': '\0\uD800' } })));
      expect((await get('request', 'r')).outcome).toEqual({ 'a\0b': '\0\uD800' });
    });

    it('comes back whole, column for column, of every kind', async () => {
      const row = aRow('obligation', 'o', {
        provisional: true,
        nil: false,
        latestNo: 3,
        nextStepAt: -1,
        returnDueAt: Number.MAX_SAFE_INTEGER,
        dispute: { text: 'x', by: 'p', at: 1, decision: { upheld: true, reason: '', by: 'q', at: 2 } },
      });
      await write(insert('obligation', row));
      expect(await store.find('obligation', 'o')).toStrictEqual({ ...row, version: 1 });
    });

    it('keeps nothing, and JSON that may be anything, apart', async () => {
      for (const [id, outcome] of Object.entries({
        none: null,
        no: false,
        zero: 0,
        text: 'null',
        list: [],
      })) {
        await write(insert('request', aRow('request', id, { outcome })));
        expect((await get('request', id)).outcome).toEqual(outcome);
      }
    });
  });

  describe('list', () => {
    const obligations: [string, object][] = [
      ['a', { unit: 'gaj', dueAt: 30, nextStepAt: 5, reason: null, nil: true }],
      ['b', { unit: 'rmyh', dueAt: 10, nextStepAt: null, reason: '数字不符', nil: false }],
      ['c', { unit: 'gaj', dueAt: 20, nextStepAt: 7, reason: 'x', nil: false }],
      ['d', { unit: '一中', dueAt: 10, nextStepAt: 7, reason: null, nil: true }],
      ['B', { unit: 'Gaj', dueAt: 40, nextStepAt: null, reason: 'X', nil: false }],
    ];
    beforeEach(() =>
      write(
        ...obligations.map(([id, columns]) =>
          insert('obligation', aRow('obligation', id, { campaign: 'c', duty: 'd', period: id, ...columns })),
        ),
      ),
    );

    const cases: [string, Parameters<typeof store.list<'obligation'>>[1], string[]][] = [
      ['everything, by id in code point order', {}, ['B', 'a', 'b', 'c', 'd']],
      ['equal text', { where: { unit: 'gaj' as never } }, ['a', 'c']],
      ['equal Chinese text', { where: { unit: '一中' as never } }, ['d']],
      ['an equal number', { where: { dueAt: instant(10) } }, ['b', 'd']],
      ['true', { where: { nil: true } }, ['a', 'd']],
      ['false', { where: { nil: false } }, ['B', 'b', 'c']],
      ['null', { where: { nextStepAt: null } }, ['B', 'b']],
      ['one of several', { where: { id: { in: ['c', 'a', 'zz', 'a'] as never } } }, ['a', 'c']],
      ['one of several numbers', { where: { dueAt: { in: [instant(10), instant(40)] } } }, ['B', 'b', 'd']],
      ['one of several booleans', { where: { nil: { in: [true] } } }, ['a', 'd']],
      ['one of several or null', { where: { nextStepAt: { in: [instant(5), null] } } }, ['B', 'a', 'b']],
      ['one of none', { where: { unit: { in: [] } } }, []],
      ['up to', { where: { dueAt: { lte: instant(20) } } }, ['b', 'c', 'd']],
      ['before', { where: { dueAt: { lt: instant(20) } } }, ['b', 'd']],
      ['from', { where: { dueAt: { gte: instant(30) } } }, ['B', 'a']],
      ['after', { where: { dueAt: { gt: instant(30) } } }, ['B']],
      ['between', { where: { dueAt: { gte: instant(20), lt: instant(40) } } }, ['a', 'c']],
      ['a range, which null is never in', { where: { nextStepAt: { lte: instant(99) } } }, ['a', 'c', 'd']],
      ['text after', { where: { id: { gt: 'a' as never } } }, ['b', 'c', 'd']],
      [
        'several conditions',
        { where: { unit: 'gaj' as never, nil: false, nextStepAt: { gt: instant(5) } } },
        ['c'],
      ],
      ['by a column, ties by id', { orderBy: 'dueAt' }, ['b', 'd', 'c', 'a', 'B']],
      [
        'by a column downwards, ties still by id',
        { orderBy: 'dueAt', desc: true },
        ['B', 'a', 'c', 'b', 'd'],
      ],
      ['null before everything', { orderBy: 'nextStepAt' }, ['B', 'b', 'a', 'c', 'd']],
      ['null after everything downwards', { orderBy: 'nextStepAt', desc: true }, ['c', 'd', 'a', 'B', 'b']],
      [
        'null first among others when it is one of those asked for',
        { where: { nextStepAt: { in: [instant(5), null] } }, orderBy: 'nextStepAt' },
        ['B', 'b', 'a'],
      ],
      [
        'by the column that is compared, downwards',
        { where: { nextStepAt: { gte: instant(5) } }, orderBy: 'nextStepAt', desc: true },
        ['c', 'd', 'a'],
      ],
      ['text in code point order', { orderBy: 'unit' }, ['B', 'a', 'c', 'b', 'd']],
      ['by id downwards', { desc: true }, ['d', 'c', 'b', 'a', 'B']],
      ['by id downwards when id is named', { orderBy: 'id', desc: true }, ['d', 'c', 'b', 'a', 'B']],
      ['the first few', { orderBy: 'dueAt', limit: 2 }, ['b', 'd']],
      ['none', { limit: 0 }, []],
      ['conditions and the first', { where: { unit: 'gaj' as never }, orderBy: 'dueAt', limit: 1 }, ['c']],
    ];
    it.each(cases)('finds %s', async (_, query, wanted) => {
      expect(await ids('obligation', query)).toEqual(wanted);
    });

    it('takes any number of values for one of several', async () => {
      const many = Array.from({ length: 70_000 }, (_, n) => `x${n}`);
      expect(await ids('obligation', { where: { id: { in: [...many, 'c'] as never } } })).toEqual(['c']);
    });

    it.each([
      ['JSON', { where: { dispute: null } }, /JSON/],
      ['undefined, which would find everything', { where: { unit: undefined } }, /undefined/],
      ['a column that does not exist', { where: { colour: 'red' } as never }, /no column colour/],
      ['a column of the object prototype', { where: { constructor: 'x' } as never }, /no column/],
      ['an order by a column that does not exist', { orderBy: 'colour' as never }, /no column colour/],
      ['text where a number belongs', { where: { dueAt: '10; drop table obligation' as never } }, /dueAt/],
    ])('throws when asked for %s', async (_, query, message) => {
      await expect(store.list('obligation', query)).rejects.toThrow(message);
    });
  });

  describe('pick', () => {
    const dispute = { text: '系统故障', by: 'gaj', at: 5, decision: null };
    beforeEach(() =>
      write(
        ...['a', 'c', 'b'].map((id, at) =>
          insert(
            'obligation',
            aRow('obligation', id, {
              campaign: 'c',
              duty: 'd',
              period: id,
              unit: id === 'b' ? 'rmyh' : 'gaj',
              dueAt: 30 - at,
              nil: id === 'c',
              reason: id === 'b' ? '数字不符' : null,
              figures: { checked: at },
              dispute: id === 'a' ? dispute : null,
            }),
          ),
        ),
      ),
    );

    it('answers these columns alone, each as list would', async () => {
      expect(await store.pick('obligation', ['nil', 'figures', 'dispute', 'reason', 'id'])).toEqual([
        { nil: false, figures: { checked: 0 }, dispute, reason: null, id: 'a' },
        { nil: false, figures: { checked: 2 }, dispute: null, reason: '数字不符', id: 'b' },
        { nil: true, figures: { checked: 1 }, dispute: null, reason: null, id: 'c' },
      ]);
    });

    it('picks no other rows than list finds, in the same order, whether they are asked for the column or not', async () => {
      const where = { unit: 'gaj' as never };
      const query = { where, orderBy: 'dueAt', limit: 1 } as const;
      expect(await store.pick('obligation', ['dueAt'], query)).toEqual([{ dueAt: 29 }]);
      expect(await store.pick('obligation', ['unit'], { where, desc: true })).toEqual([
        { unit: 'gaj' },
        { unit: 'gaj' },
      ]);
      expect(await store.pick('obligation', ['dueAt'], { where, desc: true })).toEqual([
        { dueAt: 29 },
        { dueAt: 30 },
      ]);
    });

    it('throws when asked for no column, or for one that does not exist', async () => {
      await expect(store.pick('obligation', [])).rejects.toThrow(/no column/);
      await expect(store.pick('obligation', ['id; drop table obligation' as never])).rejects.toThrow(
        /no column/,
      );
    });
  });

  describe('claimMessage', () => {
    const message = (id: string, columns: object = {}) =>
      insert('message', aRow('message', id, { state: 'pending', ...columns }));

    it('answers null when nothing may be sent', async () => {
      await write(
        message('later', { notBefore: 101 }),
        message('sent', { state: 'sent' }),
        message('doubtful', { state: 'unknown' }),
      );
      expect(await store.claimMessage(100, 15_000)).toBeNull();
    });

    it('takes a message: sending, leased, one attempt and one version up', async () => {
      const content = { 字: '👍' };
      await write(message('m', { notBefore: 100, attempts: 2, content }));
      const claimed = await store.claimMessage(100, 15_000);
      expect(claimed).toMatchObject({
        id: 'm',
        state: 'sending',
        leaseUntil: 15_100,
        attempts: 3,
        version: 2,
        content,
      });
      expect(await store.find('message', 'm')).toEqual(claimed);
      expect(await store.claimMessage(100, 15_000)).toBeNull();
    });

    it('makes a settle from before the claim stale', async () => {
      await write(message('m'));
      const before = await get('message', 'm');
      await store.claimMessage(1, 1);
      expect(await store.commit([move('message', before, { state: 'sent' })])).toMatchObject({
        kind: 'stale',
      });
    });

    it('takes what has waited longest, then what was written first', async () => {
      await write(
        message('c', { notBefore: 5, createdAt: 2 }),
        message('d', { notBefore: 5, createdAt: 1 }),
        message('b', { notBefore: 3, createdAt: 9 }),
        message('a', { notBefore: 5, createdAt: 2 }),
      );
      const order = [];
      for (let row = await store.claimMessage(9, 1); row; row = await store.claimMessage(9, 1))
        order.push(row.id);
      expect(order).toEqual(['b', 'd', 'a', 'c']);
    });

    it('holds a message back until the one it follows is sent', async () => {
      await write(message('reply', { after: 'head', notBefore: 0 }), message('head', { notBefore: 50 }));
      expect(await store.claimMessage(10, 1)).toBeNull();
      const head = await store.claimMessage(50, 1);
      expect(head?.id).toBe('head');
      expect(await store.claimMessage(60, 1)).toBeNull();
      await write(move('message', head as NonNullable<typeof head>, { state: 'sent' }));
      expect((await store.claimMessage(60, 1))?.id).toBe('reply');
    });

    it('never gives one message to two of four claimers at work together', async () => {
      await write(...Array.from({ length: 50 }, (_, n) => message(`m${n}`)));
      const others = await Promise.all([1, 2, 3].map(() => fresh.open({ role: 'cli' })));
      const drain = async (claimer: Store): Promise<string[]> => {
        const taken: string[] = [];
        for (let row = await claimer.claimMessage(1, 1000); row; row = await claimer.claimMessage(1, 1000)) {
          taken.push(row.id);
        }
        return taken;
      };
      const taken = (await Promise.all([store, ...others].map(drain))).flat();
      expect(taken.length).toBe(50);
      expect(new Set(taken).size).toBe(50);
    });
  });

  describe('gates', () => {
    it('lets the first through at once and the next after the interval', async () => {
      expect(await store.reserveGate('C1', 1000, 1100)).toBe(1000);
      expect(await store.reserveGate('C1', 1000, 1100)).toBe(2100);
      expect(await store.reserveGate('C1', 1500, 1100)).toBe(3200);
      expect(await store.reserveGate('C1', 9000, 1100)).toBe(9000);
    });

    it('keeps gates apart', async () => {
      await store.reserveGate('C1', 1000, 1100);
      expect(await store.reserveGate('C2', 1000, 1100)).toBe(1000);
    });

    it('lets nothing through during a pause, whether or not the gate was used before', async () => {
      await store.pauseGate('new', 5000);
      expect(await store.reserveGate('new', 1000, 100)).toBe(5000);
      expect(await store.reserveGate('new', 1000, 100)).toBe(5100);
      await store.reserveGate('used', 1000, 100);
      await store.pauseGate('used', 3000);
      expect(await store.reserveGate('used', 1050, 100)).toBe(3000);
    });

    it('does not shorten a pause', async () => {
      await store.pauseGate('C1', 5000);
      await store.pauseGate('C1', 2000);
      expect(await store.reserveGate('C1', 1000, 100)).toBe(5000);
    });

    it('spaces reservations of several processes', async () => {
      const other = await fresh.open({ role: 'cli' });
      const reserved = await Promise.all(
        Array.from({ length: 20 }, (_, n) => (n % 2 ? store : other).reserveGate('C1', 0, 100)),
      );
      expect(reserved.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n * 100));
    });
  });

  describe('audit', () => {
    const line = (id: string, columns: object = {}) =>
      aRow('audit', id, {
        at: 1_470_387_600_000,
        campaign: 'c',
        actor: '李娜',
        verb: 'accepted',
        object: 'o',
        unit: null,
        detail: { 字: ['👍', 1] },
        ...columns,
      });
    const chain = async () => (await store.list('audit', { orderBy: 'seq' })).map(({ id, seq }) => [id, seq]);

    it('is sound when it is empty', async () => {
      expect(await store.verifyAudit()).toEqual({ lines: 0, brokenAt: null });
    });

    it('chains lines in the order they are written, over commits', async () => {
      await write(insert('audit', line('b')), insert('meta', meta('m', 'x')), insert('audit', line('a')));
      await write(insert('audit', line('c')));
      expect(await chain()).toEqual([
        ['b', 1],
        ['a', 2],
        ['c', 3],
      ]);
      expect(await store.verifyAudit()).toEqual({ lines: 3, brokenAt: null });
    });

    it('hashes a line with the hash before it, as an inspector can recompute', async () => {
      await write(insert('audit', line('a')), insert('audit', line('b')));
      const covered = (id: string, seq: number) =>
        `{"actor":"李娜","at":1470387600000,"campaign":"c","detail":{"字":["👍",1]},"id":"${id}","object":"o","seq":${seq},"verb":"accepted","version":1}`;
      const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
      const first = sha256(covered('a', 1));
      expect((await get('audit', 'a')).hash).toBe(first);
      expect((await get('audit', 'b')).hash).toBe(sha256(first + covered('b', 2)));
    });

    it('gives an ensured line that exists no second place, and a refused commit none', async () => {
      await write(ensure('audit', line('a')), ensure('audit', line('a')), ensure('audit', line('b')));
      await write(ensure('audit', line('b')), ensure('audit', line('c')));
      expect(await store.commit([insert('audit', line('d')), insert('audit', line('a'))])).toEqual({
        kind: 'duplicate',
        thing: 'audit',
        id: 'a',
      });
      expect(await store.commit([insert('audit', line('e')), insert('audit', line('e'))])).toEqual({
        kind: 'duplicate',
        thing: 'audit',
        id: 'e',
      });
      await write(insert('audit', line('f')));
      expect(await chain()).toEqual([
        ['a', 1],
        ['b', 2],
        ['c', 3],
        ['f', 4],
      ]);
      expect(await store.verifyAudit()).toEqual({ lines: 4, brokenAt: null });
    });

    it('has no gap and no fork when four processes write at once', async () => {
      const writers = [store, ...(await Promise.all([1, 2, 3].map(() => fresh.open({ role: 'cli' }))))];
      await Promise.all(
        writers.flatMap((writer, w) =>
          Array.from({ length: 10 }, (_, n) => writer.commit([insert('audit', line(`w${w}-${n}`))])),
        ),
      );
      expect((await chain()).map(([, seq]) => seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
      expect(await store.verifyAudit()).toEqual({ lines: 40, brokenAt: null });
    });

    it('walks more lines than it reads at once', async () => {
      await write(...Array.from({ length: 1001 }, (_, n) => insert('audit', line(`l${n}`))));
      expect(await store.verifyAudit()).toEqual({ lines: 1001, brokenAt: null });
      await behindOurBack(`delete from audit where seq = 777`);
      expect(await store.verifyAudit()).toEqual({ lines: 776, brokenAt: 777 });
    });

    const tampering: [string, string, { lines: number; brokenAt: number }][] = [
      [
        'a line that was altered',
        `update audit set actor = 'nobody' where seq = 2`,
        { lines: 1, brokenAt: 2 },
      ],
      [
        'a detail that was altered',
        `update audit set detail = '{}' where seq = 4`,
        { lines: 3, brokenAt: 4 },
      ],
      ['a line that was taken out', `delete from audit where seq = 3`, { lines: 2, brokenAt: 3 }],
      ['the first line gone', `delete from audit where seq = 1`, { lines: 0, brokenAt: 1 }],
      ['the last line cut off', `delete from audit where seq = 4`, { lines: 3, brokenAt: 4 }],
      ['every line gone', `delete from audit`, { lines: 0, brokenAt: 1 }],
      ['the last hash altered', `update audit set hash = 'x' where seq = 4`, { lines: 3, brokenAt: 4 }],
      ['lines renumbered', `update audit set seq = seq + 10`, { lines: 0, brokenAt: 1 }],
      [
        'a line slipped in at the end',
        `insert into audit (id, version, at, campaign, actor, verb, object, detail, seq, hash)
         values ('z', 1, 1, 'c', 'x', 'x', 'x', '{}', 5, '')`,
        { lines: 4, brokenAt: 5 },
      ],
      ['the end of the chain gone', `delete from audit_chain`, { lines: 0, brokenAt: 1 }],
      ['another end of the chain', `update audit_chain set hash = 'x'`, { lines: 3, brokenAt: 4 }],
    ];
    it.each(tampering)('finds %s', async (_, statement, verdict) => {
      await write(...['a', 'b', 'c', 'd'].map((id) => insert('audit', line(id))));
      await behindOurBack(statement);
      expect(await store.verifyAudit()).toEqual(verdict);
    });
  });

  describe('several deciders', () => {
    it('take n to n+2 of one counter without a gap, by deciding again', async () => {
      await write(insert('counter', counter('bulletin:c', 4)));
      const deciders = [store, ...(await Promise.all([1, 2].map(() => fresh.open({ role: 'cli' }))))];
      const draw = async (decider: Store, n: number): Promise<number> => {
        for (;;) {
          const row = (await decider.find('counter', 'bulletin:c')) as Thing<'counter'>;
          const taken = row.value + 1;
          const result = await decider.commit([
            move('counter', row, { value: taken }),
            insert('meta', meta(`taken-${n}`, `${taken}`)),
          ]);
          if (result.kind === 'committed') return taken;
          expect(result).toEqual({ kind: 'stale', thing: 'counter', id: 'bulletin:c' });
        }
      };
      const drawn = await Promise.all(deciders.map(draw));
      expect(drawn.sort()).toEqual([5, 6, 7]);
      expect((await store.list('meta')).map(({ value }) => Number(value)).sort()).toEqual([5, 6, 7]);
    });

    it('cannot both rely on a row and move it: one of two crossing decisions is stale', async () => {
      await write(insert('counter', counter('a')), insert('counter', counter('b')));
      const other = await fresh.open({ role: 'cli' });
      const [a, b] = [await get('counter', 'a'), await get('counter', 'b')];
      const results = await Promise.all([
        store.commit([expectUnchanged('counter', a), move('counter', b, { value: 1 })]),
        other.commit([expectUnchanged('counter', b), move('counter', a, { value: 1 })]),
      ]);
      expect(results.map(({ kind }) => kind).sort()).toEqual(['committed', 'stale']);
    });

    it('ensure the same rows in opposite order, and both succeed', async () => {
      const other = await fresh.open({ role: 'cli' });
      const rows = Array.from({ length: 200 }, (_, n) => ensure('counter', counter(`c${n}`)));
      const results = await Promise.all([
        ...Array.from({ length: 3 }, () => store.commit(rows)),
        ...Array.from({ length: 3 }, () => other.commit([...rows].reverse())),
      ]);
      expect(results.map(({ kind }) => kind)).toEqual(Array(6).fill('committed'));
      expect((await store.list('counter')).length).toBe(200);
    });

    it('insert the same row, and exactly one does', async () => {
      const other = await fresh.open({ role: 'cli' });
      const results = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          (n % 2 ? store : other).commit([insert('request', aRow('request', 'key'))]),
        ),
      );
      expect(results.filter(({ kind }) => kind === 'committed').length).toBe(1);
      expect(results.filter(({ kind }) => kind === 'duplicate').length).toBe(7);
    });
  });

  it('keeps everything when it is closed and opened again', async () => {
    const kept = await freshStore(engine);
    await kept.store.commit([insert('counter', counter('a', 3)), insert('audit', aRow('audit', 'l'))]);
    await kept.store.close();
    const again = await kept.open();
    expect(await again.find('counter', 'a')).toMatchObject({ value: 3 });
    expect(await again.verifyAudit()).toEqual({ lines: 1, brokenAt: null });
    await kept.close();
  });
});
