// Who may do what, and use which command: one rule, used by commands, buttons, Home and exports alike (product.md, "In chat").
// Who may see what is sight.ts; a command that only shows is open to those who see something of what it shows.
//
//   file, nil            liaison, deputy and head, for their own unit only; the office on behalf (代报)
//   dispute              the same three, for their own unit
//   show                 the unit itself (liaison, deputy, head), the office, leaders, inspectors
//   chase, return, accept, waive, bulletin, rehearse    the office
//   audit                the office and inspectors
//   export               the same two; the unit its own part
//   status, missing, roster (phones masked)    all who have a posting
//   roster, replace liaison: changes           the office; liaison and head for their own unit's people and names (amendment.ts)
//   incident                                   anybody, in a database of one campaign also who stands on no roster

import type { Posting, Role } from './campaign.ts';
import type { UnitId } from './ids.ts';

declare const permitted: unique symbol;
/** Proof that access was checked; only `permit` makes one. */
export type Permit = { readonly [permitted]: Access };

/** Which roles may use a command at all; `anybody` also somebody who stands on no roster. */
export type Access =
  | 'anybody'
  | 'all'
  | 'filers'
  | 'unit'
  | 'office'
  | 'office_or_unit'
  | 'office_or_inspector'
  | 'report_readers'
  | 'ledger_readers';

const OFFICE: readonly Role[] = ['office_staff', 'office_director'];
const UNIT: readonly Role[] = ['liaison', 'deputy', 'head'];
const LEADERS: readonly Role[] = ['leader', 'deputy_leader'];

const ALLOWED: Record<Exclude<Access, 'anybody' | 'all'>, readonly Role[]> = {
  filers: [...UNIT, ...OFFICE],
  unit: UNIT,
  office: OFFICE,
  office_or_unit: [...OFFICE, ...UNIT],
  office_or_inspector: [...OFFICE, 'inspector'],
  report_readers: [...UNIT, ...OFFICE, ...LEADERS, 'inspector'],
  ledger_readers: [...OFFICE, 'inspector', ...UNIT],
};

type Postings = readonly Posting[];
const holds = (postings: Postings, roles: readonly Role[], unit?: UnitId): boolean =>
  postings.some((posting) => roles.includes(posting.role) && (unit === undefined || posting.unit === unit));

/** A permit if one of the postings may use the command, else null. Everybody on the roster may use `all`. */
export const permit = (postings: Postings, access: Access): Permit | null =>
  isAllowed(postings, access) ? ({} as Permit) : null;

function isAllowed(postings: Postings, access: Access): boolean {
  if (access === 'anybody') return true;
  return postings.length > 0 && (access === 'all' || holds(postings, ALLOWED[access]));
}

export const isOffice = (postings: Postings): boolean => holds(postings, OFFICE);
export const isLeader = (postings: Postings): boolean => holds(postings, LEADERS);
export const isInspector = (postings: Postings): boolean => holds(postings, ['inspector']);

/** Of the unit (liaison, deputy, head): files for it and disputes for it. */
export const belongsTo = (postings: Postings, unit: UnitId): boolean => holds(postings, UNIT, unit);

/** The units somebody belongs to, in roster order. */
export const unitsOf = (postings: Postings): UnitId[] => [
  ...new Set(postings.filter(({ role, unit }) => unit && UNIT.includes(role)).map(({ unit }) => unit!)),
];
