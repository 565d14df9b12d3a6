// English: words on pictures and beside them.

import type { PictureWords } from '../catalog-pictures.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

export const pictures: PictureWords = {
  cell: {
    missed: 'missed',
    overdue: 'overdue',
    returned: 'returned',
    late: 'late',
    nil: 'nil report',
    on_time: 'on time',
    waived: 'waived',
    open: 'not yet due',
    none: 'not owed',
  },
  sign: {
    missed: 'M',
    overdue: 'O',
    returned: 'R',
    late: 'L',
    nil: 'N',
    on_time: '✓',
    waived: 'W',
    open: '…',
    none: '',
  },
  week: (no) => `W${no}`,
  month: (no) => MONTHS[no - 1] ?? String(no),
  day: (date) => `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`,
  size: (units, periods) => `${count(units, 'unit')} × ${count(periods, 'period')}`,
  periods: (periods) => count(periods, 'period'),
  sumTitle: 'on time/due',
  hidden: {
    units: (n) => `${count(n, 'more unit')} not drawn; those drawn missed or were late most`,
    periods: (n) => `${count(n, 'earlier period')} not drawn`,
    figures: (n) => `${count(n, 'more figure')} not drawn`,
  },
  noValue: 'no data yet',
  altHeat: (title) => `Chart of units by periods: ${title}. `,
  altLines: (title) => `Line chart: ${title}. `,
  cellCount: (word, n) => `${word} ${n}`,
  troubles: (named, others) =>
    `${named}${others > 0 ? `; ${count(others, 'more unit')} missed or were late` : ''}.`,
  noTroubles: 'Nothing was missed or late.',
  inPeriod: (period, what) => `${period} ${what}`,
  caption: (title) => `Picture: ${title}`,
};
