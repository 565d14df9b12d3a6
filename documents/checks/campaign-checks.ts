// The campaign's own settings: a zone that exists, a span and hours that run forward, a parent that is another.

import { isZone } from '../../domain/zone.ts';
import { knownWords } from '../nearest.ts';
import { findWorkingHours } from '../notation.ts';
import { type Check, checkSpan, listed, type PartlyWritten } from './check.ts';

/** Checks the `campaign` section. */
export const checkCampaign = (check: Check): void => {
  const { campaign, quiet_days: quietDays } = check.file;
  checkQuietDays(check, quietDays);
  if (!campaign) return;
  checkZone(check, campaign.zone);
  checkSpan(check, 'campaign', ['campaign'], campaign);
  checkWorkingHours(check, campaign.working_hours);
  if (campaign.parent !== undefined && campaign.parent === campaign.id) {
    check.report(['campaign', 'parent'], { code: 'own_parent', expected: 'other' });
  }
};

const checkQuietDays = (check: Check, quietDays: PartlyWritten['quiet_days']): void => {
  for (const { at, item } of listed(quietDays)) checkSpan(check, 'quiet_days', ['quiet_days', at], item);
};

const checkZone = (check: Check, zone: string | undefined): void => {
  if (zone === undefined || isZone(zone)) return;
  const nearTo = knownWords(Intl.supportedValuesOf('timeZone'));
  check.report(['campaign', 'zone'], { code: 'unknown_zone', expected: 'zone' }, { nearTo });
};

const checkWorkingHours = (check: Check, written: string | undefined): void => {
  const hours = written === undefined ? undefined : findWorkingHours(written);
  if (!hours || hours.from < hours.to) return;
  check.report(['campaign', 'working_hours'], {
    code: 'ends_before_start',
    expected: hours.from,
    what: 'working_hours',
  });
};
