// A TypeScript program of ours run as a process of its own: bundled once, started with one argument, watched on stdout.
// Node 20 runs no TypeScript, so esbuild makes one file of it inside node_modules, where packages are still found.

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** What a module finds beside itself (migrations) it must still find when it stands in the bundle. */
const keepPlaces: Plugin = {
  name: 'keep-places',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: source.replaceAll('import.meta.url', url), loader: 'ts' };
    });
  },
};

/** Bundles a program (a path from the repository's root) and answers the file to run. */
export async function bundleProgram(program: string): Promise<string> {
  const outfile = join(
    root,
    'node_modules/.cache/duban-test',
    `${process.pid}-${program.replaceAll(/\W/g, '-')}.mjs`,
  );
  await build({
    entryPoints: [join(root, program)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
    plugins: [keepPlaces],
  });
  return outfile;
}

export type Running = {
  /** The first line on stdout, or what went wrong when the process ended without one. */
  firstLine: Promise<string>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  ended: Promise<void>;
};

/** Starts a bundled program with one argument. */
export function runProgram(file: string, argument: unknown): Running {
  const child = spawn(process.execPath, [file, JSON.stringify(argument)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let trouble = '';
  child.stderr.on('data', (chunk) => {
    trouble += chunk;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const firstLine = new Promise<string>((resolve) => {
    createInterface(child.stdout).once('line', resolve);
    ended.then(() => resolve(`ended without a word: ${trouble}`));
  });
  const kill = () => {
    child.kill('SIGKILL');
    return ended;
  };
  return { firstLine, ended, kill };
}
