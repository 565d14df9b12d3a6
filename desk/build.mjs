// Bundles the page into dist/desk/page (or the folder named on the command line). Part of `npm run build`; a production
// install has neither esbuild nor the desk.

import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = fileURLToPath(new URL('./page/', import.meta.url));

/** Builds the page into a folder; rejects with esbuild's messages when it does not compile. */
export async function buildPage(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of ['index.html', 'seal.svg']) copyFileSync(join(source, name), join(folder, name));
  await build({
    entryPoints: [
      { in: join(source, 'main.tsx'), out: 'page' },
      { in: join(source, 'page.css'), out: 'page' },
    ],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url) && existsSync(source)) {
  await buildPage(process.argv[2] ?? fileURLToPath(new URL('../dist/desk/page/', import.meta.url)));
}
