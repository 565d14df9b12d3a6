// Bundles the benchmark and runs it: npm run ask:bench. Each module keeps the address it has in the sources, for the migrations
// are found beside it.

import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const OUT = fileURLToPath(new URL('../../node_modules/.cache/ask-bench.mjs', import.meta.url));

const keepAddresses = {
  name: 'keep-addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\/(db|documents)\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    }));
  },
};

await build({
  entryPoints: [fileURLToPath(new URL('./bench.ts', import.meta.url))],
  outfile: OUT,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  sourcemap: 'inline',
  plugins: [keepAddresses],
  logLevel: 'warning',
});
await import(pathToFileURL(OUT).href);
