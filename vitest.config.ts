import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The desk's page is bundled by esbuild; nothing is to be looked through for packages.
  optimizeDeps: { noDiscovery: true, entries: [] },
  // Many tests wait (for a lease, a browser, a Slack that hangs), so one worker on two cores would leave both idle.
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000, maxWorkers: 2 },
});
