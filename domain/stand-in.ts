// Who may be named to stand in for somebody on leave: others of the same unit, or of the office for the office's people.
// Leaders and inspectors stand for themselves. Whom reminders then reach is in recipients.ts.

import type { Posting, Role } from './campaign.ts';
import type { PersonId } from './ids.ts';

const OF_UNIT: readonly Role[] = ['liaison', 'deputy', 'head'];
const OF_OFFICE: readonly Role[] = ['office_staff', 'office_director'];

function mayStandInFor(other: Posting, absent: Posting): boolean {
  if (OF_OFFICE.includes(absent.role)) return OF_OFFICE.includes(other.role);
  return OF_UNIT.includes(absent.role) && OF_UNIT.includes(other.role) && other.unit === absent.unit;
}

/** The people who may stand in for somebody, each once and in roster order; `postings` are those held at present. */
export function standInsFor(postings: readonly Posting[], person: PersonId): PersonId[] {
  const own = postings.filter((posting) => posting.person === person);
  const others = postings.filter(
    (other) => other.person !== person && own.some((posting) => mayStandInFor(other, posting)),
  );
  return [...new Set(others.map((other) => other.person))];
}
