// English: words of tables.

import type { TableWords } from '../catalog-tables.ts';

export const tables: TableWords = {
  head: {
    unit: 'Unit',
    standing: 'Standing',
    note: 'Note',
    period: 'Period',
    due: 'Due',
    onTime: 'On time',
    late: 'Late',
    missed: 'Missed',
    owed: 'Overdue',
    share: 'Share on time',
    place: 'Place',
    what: 'What',
    deadline: 'Deadline',
    units: 'Units',
    reported: 'Reported/due',
    task: 'Number',
    lead: 'Lead unit',
  },
  more: (left) => `More (${left} left)`,
  part: (from, to, of) => (from === to ? `${from} of ${of}` : `${from}–${to} of ${of}`),
  openTask: 'Look at one of them',
};
