// The roster as a sheet that reads back as it is (read-sheet.ts): to look over, to fill in, and to send again.

import type { Campaign, Language } from '../../domain/campaign.ts';
import type { CivilDate } from '../../domain/ids.ts';
import { catalogs } from '../../messages/catalog.ts';
import { toCsv } from '../ledger-csv.ts';

const WORDS: Record<Language, { headers: string[]; file: string }> = {
  zh: { headers: ['单位', '姓名', '角色', '邮箱', '电话', 'Slack账号'], file: '名册' },
  en: { headers: ['Unit', 'Name', 'Role', 'E-mail', 'Phone', 'Slack'], file: 'roster' },
};

/** Everybody in office on `today`, a civil date in the campaign's zone, as CSV with a byte order mark; phones are written out. */
export function rosterCsv(
  { people, units }: Campaign,
  today: CivilDate,
  language: Language,
): { text: string; rows: number } {
  const { roles } = catalogs[language].words;
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const rows = people
    .filter(({ to }) => to === undefined || to >= today)
    .map(({ unit, name, role, email, phone, slack }) => [
      (unit && names.get(unit)) ?? null,
      name,
      roles[role],
      email ?? null,
      phone ?? null,
      slack ?? null,
    ]);
  return { text: toCsv(WORDS[language].headers, rows), rows: rows.length };
}

/** The name of the exported file, `名册-loudi-2016-2016-08-05.csv`. */
export const rosterFileName = (campaign: string, date: string, language: Language): string =>
  `${WORDS[language].file}-${campaign}-${date}.csv`;
