// Every form, and every way in which a field can be wrong. Typed by kind.

import type { FieldProblem, ReportFormFacts } from '../../domain/facts.ts';
import { as } from '../../domain/ids.ts';
import type { AskFormFacts } from '../../domain/outcome.ts';
import { on } from './builders.ts';
import { consultationForms, consultationProblems } from './sample-consultations.ts';
import {
  aBulletin,
  an,
  anObligation,
  CHECKED,
  FILED,
  filing,
  MOMENT,
  owedBy,
  PROBLEMS,
  person,
  published,
  unit,
} from './sample-facts.ts';
import { incidentForms } from './sample-incidents.ts';
import { badLines, settingForm } from './sample-settings.ts';
import { setupForms } from './sample-setup.ts';
import { taskForms, taskProblems } from './sample-tasks.ts';

const FIELDS: ReportFormFacts['fields'] = [
  { id: 'progress', name: '进展及成效', type: 'text', required: true },
  { ...CHECKED, type: 'figure', before: 9 },
  { ...PROBLEMS, type: 'figure', before: null },
  { id: 'started', name: '启动日期', type: 'date', required: false },
  {
    id: 'level',
    name: '风险等级',
    type: 'choice',
    required: false,
    choices: ['高', '中', '低'],
    hint: '按市里标准',
  },
  { id: 'people', name: '参加人数', type: 'number', required: false },
  { id: 'files', name: '附件', type: 'files', required: false },
];

/** The form of the police's weekly report. */
export const aReportForm = (over: Partial<ReportFormFacts> = {}): ReportFormFacts => ({
  obligation: anObligation(),
  choices: [anObligation(), filing(MOMENT)],
  fields: FIELDS,
  values: { 'figure:checked': '9', next: '下周复查。' },
  files: [],
  filledFrom: 'last_period',
  canCopyLast: true,
  onBehalf: false,
  problems: [],
  ...over,
});

/** One problem of every kind, each at a field. */
export const problems: { [K in FieldProblem['kind']]: Extract<FieldProblem, { kind: K }> } = {
  required: { field: 'progress', kind: 'required' },
  not_a_number: { field: 'figure:checked', kind: 'not_a_number', typed: '十二' },
  negative: { field: 'figure:problems', kind: 'negative', typed: '-3' },
  too_many_decimals: { field: 'people', kind: 'too_many_decimals', typed: '1.5', decimals: 0 },
  too_large: { field: 'next', kind: 'too_large', typed: '99999999999999999999' },
  not_a_date: { field: 'started', kind: 'not_a_date', typed: '8月32日' },
  not_a_choice: { field: 'level', kind: 'not_a_choice', typed: '很高', choices: ['高', '中', '低'] },
  too_long: { field: 'reason', kind: 'too_long', length: 3200, most: 3000 },
  classified: { field: 'advice', kind: 'classified', word: '机密' },
  in_the_past: { field: 'date', kind: 'in_the_past', typed: '2016-08-01' },
  ends_before_start: { field: 'to', kind: 'ends_before_start', typed: '2016-08-01' },
  not_an_address: { field: 'email', kind: 'not_an_address', typed: 'xin' },
  not_an_account: { field: 'account', kind: 'not_an_account', typed: '安警官' },
  account_taken: {
    field: 'account',
    kind: 'account_taken',
    account: as('U0AN'),
    holder: { id: an.id, name: '安警官' },
  },
  not_a_stand_in: { field: 'deputy', kind: 'not_a_stand_in', typed: '尚工商' },
  too_many_days: { field: 'to', kind: 'too_many_days', days: 7308, most: 366 },
  too_far_ahead: { field: 'from', kind: 'too_far_ahead', typed: '2036-08-08', latest: on('2017-08-06') },
  says_else: { field: 'aliases', kind: 'says_else', typed: '周报' },
  known_under: { field: 'email', kind: 'known_under', name: '尚工商' },
  bad_lines: badLines,
  ...taskProblems,
  ...consultationProblems,
};

type Blank = { values: Record<string, string>; problems: FieldProblem[] };
const BLANK: Blank = { values: {}, problems: [] };
type AskForms = { [F in AskFormFacts['form']]: AskFormFacts & { form: F } };
/** One of every form but the report's. */
export const askForms: AskForms = {
  return: { form: 'return', ...BLANK, obligation: anObligation(FILED), defaultDueOn: on('2016-08-08') },
  waive: { form: 'waive', ...BLANK, obligation: anObligation() },
  dispute: { form: 'dispute', ...BLANK, obligation: anObligation({ ...FILED, timeliness: 'late' }) },
  decide_dispute: {
    form: 'decide_dispute',
    ...BLANK,
    obligation: owedBy('sfx', { ...FILED, timeliness: 'late', dispute: 'open' }),
    text: '周五下午网络故障。',
    by: '双小峰',
  },
  nil: {
    form: 'nil',
    ...BLANK,
    obligation: anObligation(),
    choices: [anObligation(), owedBy('gsj')],
    onBehalf: true,
  },
  bulletin_edit: {
    form: 'bulletin_edit',
    values: { highlights: 'gaj' },
    problems: [],
    bulletin: aBulletin(),
    candidates: [
      { unit: unit('gaj'), text: '联合上门核查。' },
      { unit: unit('lxq'), text: '建立网格排查。' },
    ],
  },
  bulletin_correct: { form: 'bulletin_correct', ...BLANK, bulletin: published() },
  setting: settingForm,
  ...setupForms,
  roster_person: {
    form: 'roster_person',
    problems: [],
    values: { name: '安警官', email: 'an@loudi.example', phone: '13800000001', language: 'slack' },
    person: an,
    held: [{ key: 'liaison/gaj', role: 'liaison', unit: unit('gaj') }],
    roles: ['deputy', 'head'],
    units: [unit('gaj')],
  },
  roster_unit: {
    form: 'roster_unit',
    problems: [],
    values: { name: '市公安局', aliases: '公安、公安局', kind: 'member', to: '2016-12-31' },
    unit: { ...unit('gaj'), to: on('2016-12-31') },
    kinds: ['member', 'locality', 'association'],
  },
  roster_bind: {
    form: 'roster_bind',
    problems: [],
    values: { account: 'U0AN' },
    person: an,
    email: 'an@loudi.example',
    bound: true,
  },
  leave: {
    form: 'leave',
    ...BLANK,
    people: [an, person('an.b', '安副手')],
    chosen: an,
    deputies: [person('an.b', '安副手')],
  },
  replace_liaison: {
    form: 'replace_liaison',
    ...BLANK,
    units: [unit('gaj'), unit('gsj')],
    chosen: unit('gaj'),
    current: an,
  },
  ...taskForms,
  ...consultationForms,
  ...incidentForms,
};
