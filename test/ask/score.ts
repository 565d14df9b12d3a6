// Scores the reader against questions with their readings: npm run ask:score. `right`: intent and every slot equal, or the
// same refusal, or asked back where it should; `confidently wrong`: answered with sure ≥ 0.7 and not right.

import { existsSync, readFileSync } from 'node:fs';
import { createReader } from '../../commands/ask/reader.ts';
import { type Read, type Reading, SURE } from '../../commands/ask/reading.ts';
import { readCampaignFile } from '../../documents/campaign-file.ts';
import type { Campaign, Posting, Role } from '../../domain/campaign.ts';
import { as, type PersonId, type UnitId } from '../../domain/ids.ts';
import { parseInstant } from '../../domain/zone.ts';

/** From the package's folder, where npm runs: bundled for `npm run ask:score` this file lies elsewhere. */
const ROOT = `${process.cwd()}/`;

export type Case = {
  text: string;
  now: string;
  as: string;
  context?: string;
  reading: Record<string, unknown>;
};
export type Scored = { asked: Case; read: Read; right: boolean; confidentlyWrong: boolean };

/** The sample campaign, which the questions are about. */
export function sampleCampaign(): Campaign {
  const reading = readCampaignFile(readFileSync(`${ROOT}documents/samples/loudi.yml`));
  if (!reading.ok) throw new Error('The sample campaign does not read');
  return reading.campaign;
}

/** Somebody in one role, for questions: `liaison:gaj`. */
export function postingOf(text: string): Posting {
  const [role = '', unit] = text.split(':');
  return {
    person: as<PersonId>('asker'),
    name: 'asker',
    role: role as Role,
    ...(unit && { unit: as<UnitId>(unit) }),
  };
}

export const casesIn = (name: 'open' | 'held'): Case[] | null => {
  const file = `${ROOT}test/ask/${name}.jsonl`;
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Case);
};

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(String).sort();
  return value;
};
const slots = (reading: object): string =>
  JSON.stringify(
    Object.entries(reading)
      .filter(([slot]) => slot !== 'used' && slot !== 'sure')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([slot, value]) => [slot, ordered(value)]),
  );

const isReading = (read: Read): read is Reading => 'intent' in read;

function isRight(read: Read, wanted: Case['reading']): boolean {
  if ('clarify' in wanted) return 'clarify' in read;
  return 'clarify' in read ? false : slots(read) === slots(wanted);
}

/** Reads every question and says which were read right. */
export function score(cases: readonly Case[]): Scored[] {
  const reader = createReader(sampleCampaign());
  return cases.map((asked) => {
    const read = reader.read({
      postings: [postingOf(asked.as)],
      now: parseInstant(asked.now)!,
      text: asked.text,
      ...(asked.context !== undefined && { context: asked.context }),
    });
    const right = isRight(read, asked.reading);
    return { asked, read, right, confidentlyWrong: !right && isReading(read) && read.sure >= SURE };
  });
}

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;
const kindOf = ({ asked: { reading } }: Scored): string =>
  String(reading.intent ?? (reading.refuse ? `refuse ${reading.refuse}` : 'clarify'));

function tellIntents(scored: readonly Scored[]): void {
  for (const kind of [...new Set(scored.map(kindOf))]) {
    const all = scored.filter((each) => kindOf(each) === kind);
    const right = all.filter((each) => each.right).length;
    console.log(`  ${kind.padEnd(26)} ${right}/${all.length}`);
  }
}

const isMain = /ask-score\.mjs$/.test(process.argv[1] ?? '');

function tell(name: 'open' | 'held'): void {
  const cases = casesIn(name);
  if (!cases) return;
  const scored = score(cases);
  const right = scored.filter((each) => each.right).length;
  const wrong = scored.filter((each) => each.confidentlyWrong).length;
  console.log(
    `${name}: n ${scored.length}, right ${percent(right, scored.length)}, confidently wrong ${percent(wrong, scored.length)}`,
  );
  // The held-apart questions are not looked at, so only their sums are told.
  if (name === 'open') tellIntents(scored);
}

if (isMain) for (const name of ['open', 'held'] as const) tell(name);
