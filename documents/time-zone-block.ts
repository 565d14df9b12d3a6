// The VTIMEZONE of an iCalendar file (RFC 5545, 3.6.5): how the clocks of a zone stand around a year, written out change by
// change from the zone data of the runtime. A calendar that does not know the zone by its name reads the times from it.

import { tzOffset } from '@date-fns/tz';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The clocks of a zone change at this instant from one offset to another, in minutes east of Greenwich. */
type Change = { at: number; from: number; to: number };

const offsetAt = (zone: string, at: number): number => Math.round(tzOffset(zone, new Date(at)));

/** Between a moment and a later one with another offset: the minute at which the clocks change. */
function changeBetween(zone: string, before: number, after: number): Change {
  const from = offsetAt(zone, before);
  let [low, high] = [before, after];
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetAt(zone, middle) === from) low = middle;
    else high = middle;
  }
  return { at: high, from, to: offsetAt(zone, high) };
}

function changesBetween(zone: string, from: number, to: number): Change[] {
  const changes: Change[] = [];
  for (let day = from; day < to; day += DAY_MS)
    if (offsetAt(zone, day) !== offsetAt(zone, day + DAY_MS))
      changes.push(changeBetween(zone, day, day + DAY_MS));
  return changes;
}

const two = (value: number): string => String(value).padStart(2, '0');
const offsetText = (minutes: number): string =>
  `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
const localText = (at: number, offset: number): string =>
  new Date(at + offset * MINUTE_MS).toISOString().slice(0, 19).replace(/[-:]/g, '');

function observance({ at, from, to }: Change, standard: number): string[] {
  const kind = to > standard ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${localText(at, from)}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    `END:${kind}`,
  ];
}

/** The VTIMEZONE of a zone, good for the year of this instant (epoch milliseconds) and the years before and after it. */
export function timeZoneBlock(zone: string, around: number): string {
  const year = new Date(around).getUTCFullYear();
  const start = Date.UTC(year - 1, 0, 1);
  const changes = changesBetween(zone, start, Date.UTC(year + 2, 0, 1));
  const first = offsetAt(zone, start);
  const standard = Math.min(first, ...changes.map(({ to }) => to));
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...observance({ at: start, from: first, to: first }, standard),
    ...changes.flatMap((change) => observance(change, standard)),
    'END:VTIMEZONE',
  ].join('\r\n');
}
