import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { ProblemCode } from '../../db/problem.ts';
import { expectUnchanged, insert, move } from '../../domain/change.ts';
import type { Thing } from '../../domain/things.ts';
import { engines, execute, type FreshStore, freshStore, postgresMissing, query } from '../support/stores.ts';
import { aRow } from './rows.ts';

const problem = (code: ProblemCode) => expect.objectContaining({ name: 'DatabaseProblem', code });

describe.skipIf(!engines.includes('postgres'))(
  `PostgreSQL${postgresMissing ? ` (${postgresMissing})` : ''}`,
  () => {
    let fresh: FreshStore;
    beforeEach(async () => {
      fresh = await freshStore('postgres');
    });
    afterEach(() => fresh.close());

    const endConnections = () =>
      query(
        fresh.url,
        `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
      );
    const settled = async <T>(work: () => Promise<T>): Promise<T> => {
      for (let attempt = 0; ; attempt += 1) {
        try {
          return await work();
        } catch (error) {
          if (attempt === 10) throw error;
        }
      }
    };

    it('goes on after every connection was lost', async () => {
      await fresh.store.commit([insert('meta', aRow('meta', 'm'))]);
      await endConnections();
      expect(await settled(() => fresh.store.find('meta', 'm'))).toMatchObject({ id: 'm' });
      expect(await fresh.store.commit([insert('meta', aRow('meta', 'n'))])).toEqual({ kind: 'committed' });
    });

    it('rejects a commit whose connection is lost, and has written none of it', async () => {
      await fresh.store.commit([insert('counter', aRow('counter', 'c'))]);
      const counter = (await fresh.store.find('counter', 'c')) as Thing<'counter'>;
      await execute(
        fresh.url,
        `create function die() returns trigger language plpgsql as
       'begin perform pg_terminate_backend(pg_backend_pid()); return new; end';
       create trigger die before update on counter for each row execute function die()`,
      );
      const commit = fresh.store.commit([
        insert('meta', aRow('meta', 'm')),
        move('counter', counter, { value: 1 }),
      ]);
      await expect(commit).rejects.toThrow();
      expect(await settled(() => fresh.store.find('meta', 'm'))).toBeNull();
      expect(await fresh.store.check()).toBeNull();
    });

    it('waits for whoever is moving a row that a commit relies on, and then calls it stale', async () => {
      await fresh.store.commit([insert('counter', aRow('counter', 'c'))]);
      const counter = (await fresh.store.find('counter', 'c')) as Thing<'counter'>;
      const mover = new pg.Client(fresh.url);
      await mover.connect();
      await mover.query(`begin; update counter set version = 2 where id = 'c'`);
      const commit = fresh.store.commit([
        expectUnchanged('counter', counter),
        insert('meta', aRow('meta', 'm')),
      ]);
      const isWaiting = async () =>
        (await query(fresh.url, 'select 1 from pg_locks where not granted')).length > 0 ? 'waiting' : null;
      let seen: unknown = null;
      while (!seen) seen = await Promise.race([commit, isWaiting()]);
      expect(seen).toBe('waiting');
      await mover.query('commit');
      await mover.end();
      expect(await commit).toEqual({ kind: 'stale', thing: 'counter', id: 'c' });
    });

    it('tries a commit again that the server chose to end in a deadlock', async () => {
      await fresh.store.commit([insert('counter', aRow('counter', 'c'))]);
      const counter = (await fresh.store.find('counter', 'c')) as Thing<'counter'>;
      await execute(
        fresh.url,
        `create sequence tries;
       create function collide() returns trigger language plpgsql as
       'begin if nextval(''tries'') < 3 then raise exception ''deadlock'' using errcode = ''40P01''; end if; return new; end';
       create trigger collide before update on counter for each row execute function collide()`,
      );
      const commit = fresh.store.commit([
        expectUnchanged('counter', counter),
        move('counter', counter, { value: 1 }),
      ]);
      expect(await commit).toEqual({ kind: 'committed' });
      expect(await query(fresh.url, 'select last_value::int from tries')).toEqual([{ last_value: 3 }]);
    });

    it('is one of several bots', async () => {
      const other = await fresh.open();
      await other.commit([insert('meta', aRow('meta', 'm'))]);
      expect(await fresh.store.find('meta', 'm')).toMatchObject({ id: 'm' });
    });

    it('is migrated once by bots that start together', async () => {
      const everything = `drop schema public cascade; create schema public`;
      await fresh.store.close();
      await execute(fresh.url, everything);
      const bots = await Promise.all(Array.from({ length: 5 }, () => fresh.open()));
      expect(await Promise.all(bots.map((bot) => bot.check()))).toEqual(Array(5).fill(null));
      expect(await query(fresh.url, 'select count(*)::int as n from duban_migration')).toEqual([{ n: 1 }]);
    });

    it('refuses a database in which another program has tables of these names', async () => {
      await fresh.store.close();
      await execute(fresh.url, `drop table duban_migration`);
      await expect(fresh.open()).rejects.toEqual(problem('not_duban_database'));
    });

    it('refuses what a newer version wrote', async () => {
      await execute(fresh.url, `insert into duban_migration (hash, created_at) values ('of the future', 1)`);
      await expect(fresh.open()).rejects.toEqual(problem('newer_schema'));
    });

    it('says when the server refuses us', async () => {
      const url = new URL(fresh.url);
      url.pathname = '/there_is_no_such_database';
      await expect(openStore(url.href)).rejects.toEqual(problem('refused'));
    });

    it('finds a server that is gone at fault', async () => {
      const { store } = fresh;
      await store.close();
      expect(await store.check()).toMatch(/does not answer/);
    });
  },
);

describe('no PostgreSQL', () => {
  const listening = async (): Promise<{ server: Server; port: number }> => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { server, port: (server.address() as AddressInfo).port };
  };

  it('says when nobody is there, without the password', async () => {
    const { server, port } = await listening();
    await new Promise((resolve) => server.close(resolve));
    const opening = openStore(`postgres://me:s3cret@127.0.0.1:${port}/duban`);
    await expect(opening).rejects.toEqual(problem('unreachable'));
    await expect(opening).rejects.not.toThrow(/s3cret/);
  });

  it('says when somebody else is there', async () => {
    const { server, port } = await listening();
    await expect(openStore(`postgresql://me@127.0.0.1:${port}/duban`)).rejects.toEqual(
      problem('unreachable'),
    );
    server.close();
  });
});
