// The JSON Schema of a campaign file, for editors: generated from the schema the reader itself uses, so that the two
// cannot disagree. The text is kept in campaign.schema.json as the file snapshot of its test, which fails when it is
// stale and writes it anew under `vitest run -u`.

import { z } from 'zod';
import { campaignFileSchema } from './campaign-schema.ts';

/** The text of campaign.schema.json: the file as written (JSON Schema draft 2020-12), ending in a line break. */
export const campaignJsonSchema = (): string => {
  const { $schema, ...rest } = z.toJSONSchema(campaignFileSchema, { io: 'input' });
  return `${JSON.stringify({ $schema, title: 'Duban campaign file', ...rest }, null, 2)}\n`;
};
