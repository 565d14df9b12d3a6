// One or more of every refusal. Typed by kind: a new kind without a sample does not compile.

import type { Refusal } from '../../domain/outcome.ts';
import { at, on } from './builders.ts';
import { amendmentRefusals } from './sample-amendments.ts';
import { consultationFormsRefused, consultationRefusals } from './sample-consultations.ts';
import {
  aBulletin,
  an,
  anObligation,
  FILED,
  FILING,
  filing,
  MOMENT,
  ONCE,
  owedBy,
  person,
  unit,
  WEEK,
  WEEKLY,
  ZONE,
} from './sample-facts.ts';
import { aReportForm, askForms, problems } from './sample-forms.ts';
import { incidentFormRefused, incidentRefusals } from './sample-incidents.ts';
import { questionRefusals } from './sample-questions.ts';
import { moreSettingForms } from './sample-settings.ts';
import { refusedSetupForms, setupRefusals } from './sample-setup.ts';
import { moreTaskForms, taskRefusals } from './sample-tasks.ts';

type RefusalSamples = { [K in Refusal['kind']]: Extract<Refusal, { kind: K }>[] };
const CONTACT = ['文书一'];
const DONE = { by: '文书一', at: at('2016-08-05 15:50'), zone: ZONE };

/** At least one of every kind of refusal. */
export const refusals: RefusalSamples = {
  unknown_person: [{ kind: 'unknown_person' }],
  no_campaign: [{ kind: 'no_campaign' }],
  unknown_command: [
    { kind: 'unknown_command', typed: '填抱', near: ['report', 'nil', 'mine'] },
    { kind: 'unknown_command', typed: 'xyz', near: [] },
  ],
  unknown_unit: [
    {
      kind: 'unknown_unit',
      typed: '市公案局',
      near: [unit('gaj')],
      askedFor: { action: 'show', input: { duty: 'weekly' } },
    },
    { kind: 'unknown_unit', typed: '某局', near: [] },
  ],
  ambiguous_unit: [{ kind: 'ambiguous_unit', typed: '商', choices: [unit('gsj'), unit('swlsj')] }],
  unknown_duty: [
    { kind: 'unknown_duty', typed: '周抱', near: [WEEKLY] },
    { kind: 'unknown_duty', typed: '日报', near: [] },
  ],
  unknown_period: [{ kind: 'unknown_period', typed: '第99周' }],
  unknown_word: [{ kind: 'unknown_word', typed: '慢慢', command: 'rehearse' }],
  unknown_member: [{ kind: 'unknown_member', typed: '安警', near: [an] }],
  which_unit: [{ kind: 'which_unit', command: 'replace_liaison', choices: [unit('gaj'), unit('gsj')] }],
  which_obligation: [
    { kind: 'which_obligation', command: 'return', choices: [anObligation(), filing(MOMENT)] },
  ],
  office_only: [{ kind: 'office_only', command: 'chase', contact: CONTACT }],
  not_your_unit: [{ kind: 'not_your_unit', unit: unit('gsj'), contact: CONTACT }],
  content_not_yours: [{ kind: 'content_not_yours', unit: unit('gsj'), contact: CONTACT }],
  no_role_for: [{ kind: 'no_role_for', command: 'report', contact: [] }],
  nothing_owed: [{ kind: 'nothing_owed', ...MOMENT, units: [unit('gaj')] }],
  nil_not_allowed: [{ kind: 'nil_not_allowed', obligation: filing(MOMENT) }],
  not_owed: [{ kind: 'not_owed', obligation: anObligation({ standing: 'waived' }) }],
  nothing_to_decide: [{ kind: 'nothing_to_decide', obligation: anObligation(), command: 'accept' }],
  no_such_obligation: [
    { kind: 'no_such_obligation', duty: FILING, unit: unit('lxq'), period: ONCE },
    { kind: 'no_such_obligation', duty: WEEKLY, unit: null, period: WEEK },
  ],
  gone: [{ kind: 'gone', id: 'loudi-2016/old/gaj/2016-W01' }],
  already_decided: [
    { kind: 'already_decided', obligation: anObligation({ ...FILED, standing: 'accepted' }), ...DONE },
  ],
  not_late: [{ kind: 'not_late', obligation: anObligation(FILED) }],
  dispute_too_late: [{ kind: 'dispute_too_late', obligation: anObligation(FILED), bulletinNo: 9 }],
  nobody_to_chase: [{ kind: 'nobody_to_chase', duty: WEEKLY, period: WEEK }],
  chased_lately: [
    {
      kind: 'chased_lately',
      ...MOMENT,
      rows: [{ obligation: owedBy('gsj'), chasedAt: at('2016-08-05 15:10') }],
    },
  ],
  classified: [{ kind: 'classified', word: '机密' }],
  no_bulletin: [
    { kind: 'no_bulletin', nextAt: at('2016-08-08 00:00'), zone: ZONE },
    { kind: 'no_bulletin', nextAt: null, zone: ZONE },
  ],
  bulletin_state: (['approve_first', 'already_approved', 'already_published', 'not_published'] as const).map(
    (wanted) => ({
      kind: 'bulletin_state',
      bulletin: aBulletin(),
      wanted,
    }),
  ),
  bad_days: [{ kind: 'bad_days', typed: '九百', most: 60 }],
  leave_overlaps: [
    {
      kind: 'leave_overlaps',
      person: an,
      from: on('2016-08-10'),
      to: on('2016-08-16'),
      deputy: null,
      others: [{ from: on('2016-08-08'), to: on('2016-08-12'), deputy: person('an.b', '安副手') }],
      merged: { from: on('2016-08-08'), to: on('2016-08-16') },
      overlaps: true,
      ...MOMENT,
    },
    {
      kind: 'leave_overlaps',
      person: an,
      from: on('2016-08-11'),
      to: on('2016-08-11'),
      deputy: null,
      others: [
        { from: on('2016-08-08'), to: on('2016-08-10'), deputy: null },
        { from: on('2016-08-12'), to: on('2016-08-12'), deputy: null },
      ],
      merged: null,
      overlaps: false,
      ...MOMENT,
    },
  ],
  bad_range: [{ kind: 'bad_range', typed: '8月12日 8月8日' }],
  form: [
    {
      kind: 'form',
      form: {
        form: 'report',
        report: aReportForm({
          filledFrom: 'refused',
          problems: Object.values(problems),
          values: { 'figure:checked': '十二', started: '8月32日' },
        }),
      },
    },
    {
      kind: 'form',
      form: {
        ...askForms.return,
        values: { reason: '' },
        problems: [{ ...problems.required, field: 'reason' }, problems.in_the_past],
      },
    },
    ...moreSettingForms.map((form) => ({ kind: 'form' as const, form })),
    ...moreTaskForms.map((form) => ({ kind: 'form' as const, form })),
    ...refusedSetupForms.map((form) => ({ kind: 'form' as const, form })),
    ...consultationFormsRefused,
    incidentFormRefused,
  ],
  busy: [{ kind: 'busy' }],
  ...taskRefusals,
  ...consultationRefusals,
  ...incidentRefusals,
  ...questionRefusals,
  ...amendmentRefusals,
  ...setupRefusals,
};
