// One ledger row for tests of rules: 市公安局's weekly report of week 31, due Friday 2016-08-05 17:00, opened Monday.

import { obligationId } from '../../domain/ids.ts';
import type { ObligationRow } from '../../domain/things.ts';
import { aCampaign, at, dutyId, on, period, unitId } from './builders.ts';

/** The row as it is opened, changed as the test says. */
export const aRow = (over: Partial<ObligationRow> = {}): ObligationRow => ({
  id: obligationId(aCampaign().id, dutyId('weekly'), unitId('gaj'), period('2016-W31')),
  version: 1,
  campaign: aCampaign().id,
  duty: dutyId('weekly'),
  unit: unitId('gaj'),
  period: period('2016-W31'),
  periodFrom: on('2016-08-01'),
  periodTo: on('2016-08-07'),
  opensAt: at('2016-08-01 00:00'),
  wantedOn: on('2016-08-05'),
  dueOn: on('2016-08-05'),
  dueAt: at('2016-08-05 17:00'),
  graceMinutes: 0,
  closesAt: at('2016-08-08 00:00'),
  missedAt: at('2016-08-08 00:00'),
  shiftedBy: null,
  provisional: false,
  state: 'open',
  reason: null,
  waiver: null,
  returnDueAt: null,
  firstFiledAt: null,
  refiledAt: null,
  latestNo: 0,
  nil: false,
  figures: {},
  dispute: null,
  shortNotice: false,
  plannedThrough: at('2016-08-01 00:00'),
  nextStepAt: null,
  ...over,
});
