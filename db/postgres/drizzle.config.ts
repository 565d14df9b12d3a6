// For drizzle-kit alone (`npm run migrations`); nothing at run time reads it.

import type { Config } from 'drizzle-kit';

export default {
  dialect: 'postgresql',
  schema: './db/postgres/schema.export.cjs',
  out: process.env.DUBAN_MIGRATIONS ?? './db/postgres/migrations',
  breakpoints: true,
} satisfies Config;
