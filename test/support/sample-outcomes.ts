// One or more of every outcome, and Home as each kind of person finds it. Typed by kind.

import type { Role } from '../../domain/campaign.ts';
import type { ObligationFacts } from '../../domain/facts.ts';
import { as, type SlackUserId } from '../../domain/ids.ts';
import type { HomeFacts, Outcome } from '../../domain/outcome.ts';
import { at, on } from './builders.ts';
import { amendmentOutcomes } from './sample-amendments.ts';
import { consultationOutcomes, nextForHead, nextForOffice } from './sample-consultations.ts';
import {
  APPROVED,
  aBulletin,
  an,
  anObligation,
  aReport,
  BULLETIN,
  CAMPAIGN,
  CAMPAIGN_NAME,
  COUNTS,
  FIGURES,
  FILED,
  FILING,
  filing,
  MOMENT,
  MONDAY,
  NEXT_WEEK,
  NOW,
  numbered,
  ONCE,
  overdue,
  owedBy,
  person,
  published,
  type Sample,
  unit,
  WEEK,
  WEEKLY,
} from './sample-facts.ts';
import { aReportForm, askForms } from './sample-forms.ts';
import { incidentOutcomes, openIncidents } from './sample-incidents.ts';
import { questionOutcomes } from './sample-questions.ts';
import { refusals } from './sample-refusals.ts';
import { campaignSettings } from './sample-settings.ts';
import { setupOutcomes } from './sample-setup.ts';
import { BOARD, OWN, taskOutcomes } from './sample-tasks.ts';

const MAY_UNIT: HomeFacts['may'] = [
  'report',
  'nil',
  'mine',
  'status',
  'missing',
  'show',
  'dispute',
  'incident',
  'leave',
  'settings',
  'help',
];
const MAY_OFFICE: HomeFacts['may'] = [
  'mine',
  'status',
  'missing',
  'show',
  'chase',
  'return',
  'accept',
  'waive',
  'bulletin',
  'task',
  'consultation',
  'incident',
  'roster',
  'replace_liaison',
  'leave',
  'rehearse',
  'export',
  'audit',
  'settings',
  'help',
];
const board = (over: Partial<HomeFacts['board'][number]> = {}): HomeFacts['board'][number] => ({
  duty: WEEKLY,
  period: WEEK,
  dueAt: at('2016-08-05 17:00'),
  counts: COUNTS,
  red: false,
  figures: [],
  missing: ['gsj', 'gaj', 'swlsj', 'sfx'].map(unit),
  ...over,
});
const home = (over: Partial<HomeFacts>): HomeFacts => ({
  ...MOMENT,
  person: an,
  campaign: CAMPAIGN,
  campaignName: CAMPAIGN_NAME,
  roles: [],
  owed: [],
  filed: [],
  board: [],
  bulletins: [],
  disputes: [],
  troubles: { people: [], channels: [] },
  tasks: [],
  taskBoard: null,
  consultation: null,
  incidents: [],
  may: MAY_UNIT,
  ...over,
});
const role = (name: Role, id?: string) => ({ role: name, unit: id === undefined ? null : unit(id) });

/** Home as each kind of person finds it. */
export const homes: Sample<HomeFacts>[] = [
  {
    name: 'liaison',
    facts: home({
      roles: [role('liaison', 'gaj')],
      owed: [filing(MOMENT), anObligation()],
      filed: [anObligation({ ...FILED, ...MOMENT, period: NEXT_WEEK })],
      tasks: OWN,
    }),
  },
  {
    name: 'liaison who owes nothing',
    facts: home({ roles: [role('liaison', 'gaj')], filed: [anObligation(FILED)] }),
  },
  {
    name: 'head',
    facts: home({
      person: person('an.head', '安局长'),
      roles: [role('head', 'gaj')],
      consultation: nextForHead,
      owed: [overdue('gaj')],
    }),
  },
  {
    name: 'office',
    facts: home({
      ...MONDAY,
      person: person('wen', '文书一'),
      roles: [role('office_staff', 'jrb')],
      board: [board()],
      bulletins: [aBulletin(), aBulletin(APPROVED)],
      disputes: [
        {
          obligation: owedBy('sfx', { ...FILED, timeliness: 'late' }),
          text: '周五下午网络故障。',
          by: '双小峰',
        },
      ],
      troubles: { people: [person('xin', '新小化')], channels: ['整治通报'] },
      taskBoard: BOARD,
      consultation: nextForOffice,
      incidents: openIncidents,
      may: MAY_OFFICE,
    }),
  },
  {
    name: 'leader',
    facts: home({
      person: person('zhou', '周正'),
      roles: [role('leader')],
      may: ['mine', 'status', 'missing', 'show', 'settings', 'help'],
      board: [
        board({ red: true, figures: FIGURES }),
        board({
          duty: FILING,
          period: ONCE,
          missing: [],
          counts: { ...COUNTS, missing: 0, reported: 10, waived: 1 },
        }),
      ],
    }),
  },
  {
    name: 'inspector',
    facts: home({
      person: person('ducha', '督查员'),
      roles: [role('inspector')],
      may: ['status', 'missing', 'show', 'export', 'audit', 'settings', 'help'],
    }),
  },
];

const STATUS_ROWS = [
  anObligation(FILED),
  owedBy('lxq', { ...FILED, nil: true }),
  owedBy('sfx', { ...FILED, timeliness: 'late' }),
  owedBy('gsj'),
];
type OutcomeSamples = { [K in Outcome['kind']]: Extract<Outcome, { kind: K }>[] };
const answered = <K extends Extract<Outcome, { obligation: ObligationFacts }>['kind']>(
  kind: K,
  over: Partial<ObligationFacts> = {},
) => [{ kind, obligation: anObligation(over) }] as unknown as OutcomeSamples[K];

/** At least one of every kind of outcome; refusals are in `refusals`. */
const manyEntries = Array.from({ length: 30 }, (_, i) => ({
  person: { ...person(`lian-${i}`, `联络员${i + 1}`), slack: as<SlackUserId>(`U0LIAN${i}`) },
  role: 'liaison' as const,
  unit: unit('gaj'),
  phone: '138****0001',
  email: `lian-${i}@loudi.example`,
  bound: i % 5 !== 0,
  onLeaveUntil: i % 7 === 0 ? on('2016-08-09') : null,
  standIn: null,
  may: true as const,
}));

export const outcomes: OutcomeSamples = {
  refused: [],
  report_form: [
    { kind: 'report_form', form: aReportForm() },
    {
      kind: 'report_form',
      form: aReportForm({
        onBehalf: true,
        filledFrom: 'draft',
        files: [{ id: 'F1', name: '清单.xlsx' }],
        choices: [],
      }),
    },
    {
      kind: 'report_form',
      form: aReportForm({
        filledFrom: 'filed',
        canCopyLast: false,
        obligation: anObligation({ standing: 'returned', reason: '请核对数字。', versions: 1 }),
      }),
    },
  ],
  ask_form: Object.values(askForms).map((form) => ({ kind: 'ask_form', form })),
  filed: [
    { kind: 'filed', report: aReport(), again: false },
    { kind: 'filed', report: aReport({ nil: true, figures: [], files: [], fields: [] }), again: false },
    { kind: 'filed', report: aReport({ no: 2, phonedBy: '安警官', filedBy: '文书一' }), again: false },
    {
      kind: 'filed',
      report: aReport({
        afterClose: true,
        obligation: anObligation({ ...FILED, ...MONDAY, timeliness: 'missed' }),
      }),
      again: false,
    },
  ],
  mine: [
    {
      kind: 'mine',
      ...MOMENT,
      owed: [filing(MOMENT), anObligation(), owedBy('gsj', { standing: 'returned' })],
      filed: [owedBy('lxq', FILED)],
      tasks: [],
      may: MAY_UNIT,
      units: [unit('gaj')],
    },
    {
      kind: 'mine',
      ...MOMENT,
      owed: [],
      filed: [],
      tasks: [],
      may: MAY_UNIT,
      units: [unit('gaj'), unit('gsj')],
    },
    {
      kind: 'mine',
      ...MOMENT,
      owed: [anObligation()],
      filed: [],
      tasks: OWN,
      may: MAY_UNIT,
      units: [unit('gsj')],
    },
  ],
  status: [
    {
      kind: 'status',
      ...MOMENT,
      duty: WEEKLY,
      period: WEEK,
      dueAt: at('2016-08-05 17:00'),
      counts: COUNTS,
      missing: ['gsj', 'gaj', 'swlsj', 'sfx'].map(unit),
      rows: STATUS_ROWS,
      figures: FIGURES,
      mayChase: true,
    },
    {
      kind: 'status',
      ...MOMENT,
      duty: FILING,
      period: ONCE,
      dueAt: at('2016-06-15 17:30'),
      counts: { ...COUNTS, reported: 10, missing: 0, nil: 0, waived: 1 },
      missing: [],
      rows: [],
      figures: [],
      mayChase: false,
    },
  ],
  unit_status: [
    {
      kind: 'unit_status',
      ...MOMENT,
      unit: unit('gaj'),
      mayDispatch: false,
      rows: [
        anObligation(FILED),
        filing(MOMENT),
        anObligation({ standing: 'waived' }),
        anObligation({
          standing: 'upcoming',
          period: NEXT_WEEK,
          dueAt: at('2016-08-12 17:00'),
          dueOn: on('2016-08-12'),
        }),
      ],
    },
    { kind: 'unit_status', ...MOMENT, unit: unit('jrb'), rows: [], mayDispatch: true },
    {
      kind: 'unit_status',
      ...MONDAY,
      unit: unit('gaj'),
      mayDispatch: true,
      rows: [overdue('gaj', MONDAY), filing({ ...MONDAY, standing: 'missed' })],
    },
  ],
  missing: [
    {
      kind: 'missing',
      ...MOMENT,
      duty: WEEKLY,
      period: WEEK,
      dueAt: at('2016-08-05 17:00'),
      counts: COUNTS,
      rows: ['gsj', 'gaj', 'swlsj', 'sfx'].map((id) => owedBy(id)),
      mayChase: true,
    },
  ],
  report_shown: [
    {
      kind: 'report_shown',
      report: aReport({ no: 2, obligation: anObligation({ ...FILED, versions: 2 }) }),
      older: [{ no: 1, filedAt: at('2016-08-05 11:00'), filedBy: '安副手' }],
      may: ['report', 'accept', 'return', 'dispute'],
    },
    {
      kind: 'report_shown',
      report: aReport({ nil: true, fields: [], figures: [], files: [] }),
      older: [],
      may: [],
    },
  ],
  nothing_filed: [
    { kind: 'nothing_filed', unit: unit('gsj'), obligation: owedBy('gsj') },
    { kind: 'nothing_filed', unit: unit('gsj'), obligation: null },
  ],
  chased: [
    {
      kind: 'chased',
      ...MOMENT,
      rows: ['gsj', 'gaj'].map((id) => owedBy(id)),
      skipped: [{ obligation: owedBy('sfx'), chasedAt: at('2016-08-05 15:10') }],
      at: NOW,
      later: false,
      unreachable: [unit('xhx')],
    },
    {
      kind: 'chased',
      ...MOMENT,
      rows: [owedBy('gsj')],
      skipped: [],
      at: at('2016-08-08 08:30'),
      later: true,
      unreachable: [],
    },
  ],
  returned: answered('returned', {
    standing: 'returned',
    dueAt: at('2016-08-08 17:30'),
    dueOn: on('2016-08-08'),
  }),
  accepted: answered('accepted', { ...FILED, standing: 'accepted' }),
  waived: answered('waived', { standing: 'waived' }),
  disputed: answered('disputed', { ...FILED, dispute: 'open' }),
  dispute_decided: answered('dispute_decided', { ...FILED, dispute: 'upheld' }),
  noted: answered('noted'),
  cannot_note: answered('cannot_note'),
  bulletin: [
    { kind: 'bulletin', bulletin: aBulletin(), did: 'preview' },
    {
      kind: 'bulletin',
      bulletin: aBulletin({
        state: 'published',
        no: 9,
        publishedBy: '金主任',
        publishedAt: at('2016-08-08 10:20'),
        now: at('2016-08-08 10:30'),
      }),
      did: 'read',
    },
    {
      kind: 'bulletin',
      bulletin: aBulletin({ overview: '本周各单位加大排查力度。', problems: '个别单位报送不及时。' }),
      did: 'edited',
    },
    { kind: 'bulletin', bulletin: aBulletin(APPROVED), did: 'approved' },
    { kind: 'bulletin', bulletin: published(), did: 'published' },
    { kind: 'bulletin', bulletin: published(), did: 'corrected' },
  ],
  roster: [
    {
      kind: 'roster',
      ...MOMENT,
      unit: null,
      entries: [
        {
          person: person('yin', '银人行'),
          role: 'liaison',
          unit: unit('rmyh'),
          phone: '138****0001',
          email: 'yin@loudi.example',
          bound: true,
          onLeaveUntil: on('2016-08-09'),
          standIn: person('an.b', '安副手'),
        },
        {
          person: person('xin', '新小化'),
          role: 'liaison',
          unit: unit('xhx'),
          phone: null,
          email: 'xin@loudi.example',
          bound: false,
          onLeaveUntil: null,
          standIn: null,
        },
        {
          person: person('zhou', '周正'),
          role: 'leader',
          unit: null,
          phone: null,
          email: null,
          bound: true,
          onLeaveUntil: null,
          standIn: null,
        },
      ],
    },
    { kind: 'roster', ...MOMENT, unit: unit('gaj'), entries: [] },
    {
      kind: 'roster',
      ...MOMENT,
      unit: null,
      query: '联络员',
      entries: manyEntries,
      page: { from: 12, action: 'roster', again: { values: { query: '联络员' } } },
      may: { all: true, unit: true },
    },
    {
      kind: 'roster',
      ...MOMENT,
      unit: unit('gaj'),
      entries: manyEntries.slice(0, 1),
      page: { from: 0, action: 'roster', again: { unit: unit('gaj').id } },
      may: { all: false, unit: true },
    },
    { kind: 'roster', ...MOMENT, unit: unit('gaj'), entries: manyEntries.slice(1, 2), isAnswer: true },
  ],
  leave_set: [
    {
      kind: 'leave_set',
      ...MOMENT,
      person: an,
      from: on('2016-08-08'),
      to: on('2016-08-12'),
      told: [person('an.b', '安副手')],
      deputy: null,
      deputyAway: false,
      cancelled: false,
    },
    {
      kind: 'leave_set',
      ...MOMENT,
      person: an,
      from: on('2016-08-08'),
      to: on('2016-08-12'),
      told: [person('an.h', '安局长')],
      deputy: person('an.b', '安副手'),
      deputyAway: true,
      cancelled: false,
    },
    {
      kind: 'leave_set',
      ...MOMENT,
      person: an,
      from: on('2016-08-08'),
      to: on('2016-08-08'),
      told: [],
      deputy: null,
      deputyAway: false,
      cancelled: true,
    },
  ],
  rehearsal: [
    {
      kind: 'rehearsal',
      ...MOMENT,
      from: NOW,
      to: at('2016-08-19 16:00'),
      sends: [
        ...['尚工商', '良商粮', '双小峰'].map((name) => ({
          at: at('2016-08-05 17:00'),
          to: person('x', name),
          role: 'liaison' as const,
          what: 'reminder',
          duty: WEEKLY,
          unit: unit('gsj'),
          period: WEEK,
          step: 'overdue',
          dueAt: at('2016-08-05 17:00'),
          provisional: false,
          unbound: false,
        })),
        ...(['eve', 'overdue_2', 'feedback_2016-08-08'] as const).map((step) => ({
          at: at('2016-08-08 09:00'),
          to: person('shang', '尚工商'),
          role: 'liaison' as const,
          what: 'task_reminder',
          duty: null,
          unit: unit('gsj'),
          period: null,
          task: { year: 2016, no: 3, title: '整改虚假广告' },
          step,
          dueAt: at('2016-08-09 17:30'),
          provisional: false,
          unbound: false,
        })),
        {
          at: at('2016-08-08 09:00'),
          to: person('wen', '文书一'),
          role: 'office_staff',
          what: 'bulletin_drafted',
          duty: BULLETIN,
          unit: unit('jrb'),
          period: NEXT_WEEK,
          step: 'drafted',
          dueAt: at('2016-08-08 12:00'),
          provisional: true,
          unbound: true,
        },
        {
          at: at('2016-08-08 12:00'),
          to: { channel: '整治通报' },
          role: null,
          what: 'bulletin_head',
          duty: null,
          unit: null,
          period: null,
          step: 'drafted',
          dueAt: null,
          provisional: false,
          unbound: false,
        },
      ],
    },
    { kind: 'rehearsal', ...MOMENT, from: NOW, to: at('2016-08-06 16:00'), sends: [] },
  ],
  export: [
    { kind: 'export', name: '台账-2016-08-05.csv', text: '单位,状态\n', rows: 120 },
    { kind: 'export', what: 'roster', name: '名册-2016-08-05.csv', text: '单位,姓名\n', rows: 16 },
  ],
  audit: [
    {
      kind: 'audit',
      ...MOMENT,
      object: '市公安局第31周工作进展周报',
      lines: [
        {
          at: at('2016-08-05 15:42'),
          actor: '安警官',
          verb: 'report',
          object: '工作进展周报 · 市公安局 · 2016-W31',
          of: { kind: 'duty', duty: WEEKLY, unit: unit('gaj'), period: WEEK },
          detail: { no: 1, phonedBy: '李大姐' },
        },
        { at: at('2016-08-05 15:40'), actor: '文书一', verb: '核对', object: '台账', detail: {} },
        {
          at: at('2016-08-05 15:30'),
          actor: '文书一',
          verb: 'task_close',
          object: 'task · 2016 · 3',
          of: { kind: 'task', year: 2016, no: 3 },
          detail: { text: '照片齐全。' },
        },
      ],
    },
    { kind: 'audit', ...MOMENT, object: null, lines: [] },
  ],
  settings: [
    { kind: 'settings', language: 'slack', did: false },
    { kind: 'settings', language: 'en', did: true },
    { kind: 'settings', language: 'zh', did: false, campaign: campaignSettings },
  ],
  help: [
    { kind: 'help', commands: MAY_OFFICE },
    { kind: 'help', commands: MAY_OFFICE, about: ['leave', 'return'] },
  ],
  ...taskOutcomes,
  ...consultationOutcomes,
  ...incidentOutcomes,
  ...questionOutcomes,
  ...amendmentOutcomes,
  ...setupOutcomes,
  home: homes.map(({ facts }) => ({ kind: 'home', home: facts })),
};

/** Every outcome, refusals included, named by kind. */
export const allOutcomes: Sample<Outcome>[] = [
  ...Object.entries(outcomes)
    .filter(([kind]) => kind !== 'home' && kind !== 'ask_form')
    .flatMap(([kind, samples]) => samples.map((facts, i) => ({ name: numbered(kind, i), facts }))),
  ...Object.values(askForms).map(
    (form): Sample<Outcome> => ({ name: `ask_form ${form.form}`, facts: { kind: 'ask_form', form } }),
  ),
  ...Object.entries(refusals).flatMap(([kind, samples]) =>
    samples.map(
      (refusal, i): Sample<Outcome> => ({
        name: `refused ${numbered(kind, i)}`,
        facts: { kind: 'refused', refusal },
      }),
    ),
  ),
  ...homes.map(
    ({ name, facts }): Sample<Outcome> => ({ name: `home ${name}`, facts: { kind: 'home', home: facts } }),
  ),
];
