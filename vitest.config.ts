import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The desk's page is bundled by esbuild; vitest need not look through it for packages.
  optimizeDeps: { noDiscovery: true },
  test: { include: ['test/**/*.test.ts'], testTimeout: 20_000 },
});
