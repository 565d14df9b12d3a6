// The official calendar: the holiday data of npm chinese-days as a table; later notices are holiday-notice.ts.
// Only the package's data is used: its functions depend on the zone of the process and guess silently for other years.

import { createRequire } from 'node:module';
import type { HolidayTable } from '../domain/calendar.ts';
import type { CivilDate } from '../domain/ids.ts';
import { parseDate } from '../domain/zone.ts';

/** The years for which the data was checked day by day against the official notices. */
const COVERED_YEARS = { from: 2004, to: 2026 };

type ChineseDays = Record<'holidays' | 'workdays', Record<string, string>>;

/** An entry reads `Spring Festival,春节,3`: English name, Chinese name, statutory days. */
function namedDays(entries: Record<string, string>): Map<CivilDate, string> {
  const days = new Map<CivilDate, string>();
  for (const [text, names] of Object.entries(entries)) {
    const date = parseDate(text);
    if (date !== null) days.set(date, names.split(',')[1] ?? names);
  }
  return days;
}

let table: HolidayTable | null = null;

/** China's days off and make-up working days (调休) of 2004–2026, read once. */
export function holidayTable(): HolidayTable {
  if (table === null) {
    const data = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as ChineseDays;
    table = { years: COVERED_YEARS, off: namedDays(data.holidays), work: namedDays(data.workdays) };
  }
  return table;
}
