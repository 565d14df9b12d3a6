// For drizzle-kit alone (`npm run migrations`); nothing at run time reads it.

import type { Config } from 'drizzle-kit';

export default {
  dialect: 'sqlite',
  schema: './db/sqlite/schema.export.cjs',
  out: process.env.DUBAN_MIGRATIONS ?? './db/sqlite/migrations',
  breakpoints: true,
} satisfies Config;
