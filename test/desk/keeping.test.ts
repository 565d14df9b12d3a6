// The desk's world on disk.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type KeptWorld, newKeeping } from '../../desk/keeping.ts';
import { newFolder } from './rig.ts';

const folder = newFolder();
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const worldAt = (clockAt: number): KeptWorld => ({
  language: 'zh',
  clockAt,
  picture: { messages: [], homes: [], unread: [] },
  tour: [],
});

it('keeps the newest of several worlds that are saved at once', async () => {
  const keeping = newKeeping(`file:${join(folder, 'desk.db')}`, 'a campaign');
  await Promise.all([1, 2, 3, 4].map((clockAt) => keeping.save(worldAt(clockAt))));
  expect(await keeping.load()).toMatchObject({ clockAt: 4 });
});

it('puts a world of another campaign or of an earlier form away', async () => {
  const url = `file:${join(folder, 'desk.db')}`;
  await newKeeping(url, 'a campaign').save(worldAt(1));
  expect(await newKeeping(url, 'another').load()).toBeNull();
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'desk.json'),
    JSON.stringify({ ...worldAt(1), format: 1, fingerprint: 'a campaign' }),
  );
  expect(await newKeeping(url, 'a campaign').load()).toBeNull();
});
