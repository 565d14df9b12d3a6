// A process that opens a store as the bot, says so and stays: for tests that kill it.
// Node 20 runs no TypeScript, so the module comes through vite, which is what vitest runs on; its server stays, for
// openStore loads the engine when it is called.

import { createServer, createServerModuleRunner } from 'vite';

const server = await createServer({
  configFile: false,
  server: { middlewareMode: true, ws: false },
  logLevel: 'error',
});
const runner = createServerModuleRunner(server.environments.ssr, { hmr: false });
const { openStore } = await runner.import(new URL('../../db/open.ts', import.meta.url).pathname);
await openStore(process.argv[2]);
process.send('open');
setInterval(() => {}, 60_000);
