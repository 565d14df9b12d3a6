// All checks of what a campaign file means, in one list. Each section has its own file in checks/.

import { checkCampaign } from './checks/campaign-checks.ts';
import type { Check } from './checks/check.ts';
import { checkDuties } from './checks/duty-checks.ts';
import { checkPeople, warnOfUnitsWithoutLiaison } from './checks/people-checks.ts';
import { checkAreas, checkForms, checkPhases, warnOfUnusedForms } from './checks/plan-checks.ts';
import { checkUnits } from './checks/unit-checks.ts';

const CHECKS: readonly ((check: Check) => void)[] = [
  checkCampaign,
  checkUnits,
  checkPeople,
  checkAreas,
  checkPhases,
  checkForms,
  checkDuties,
  warnOfUnitsWithoutLiaison,
  warnOfUnusedForms,
];

/** Runs every check of meaning over the sound part of a file; problems and warnings end up in the check. */
export const checkMeaning = (check: Check): void => {
  for (const run of CHECKS) run(check);
};
