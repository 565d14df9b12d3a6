// Changes of settings and roster in every state, and why some are not made. Typed by kind.

import type { AmendmentState } from '../../domain/amendment.ts';
import type {
  AmendmentFacts,
  AmendmentOutcome,
  AmendmentRefusal,
  HandOverFacts,
  UnitEndFacts,
} from '../../domain/amendment-facts.ts';
import { NO_LINE } from '../../domain/file-problem.ts';
import { as, type Instant } from '../../domain/ids.ts';
import { at, on, unitId } from './builders.ts';
import { an, anObligation, MOMENT, person, unit } from './sample-facts.ts';
import { aSheet, sheetRefusals } from './sample-sheets.ts';

type OutcomeSamples = { [K in AmendmentOutcome['kind']]: Extract<AmendmentOutcome, { kind: K }>[] };
type RefusalSamples = { [K in AmendmentRefusal['kind']]: Extract<AmendmentRefusal, { kind: K }>[] };

const MADE = at('2016-08-05 15:10');
const DAY_MS = 86_400_000;

const STATES: Record<AmendmentState, Partial<AmendmentFacts>> = {
  proposed: { may: ['make', 'drop'] },
  made: { madeBy: '文书一', madeAt: MADE, undoableUntil: as<Instant>(MADE + DAY_MS), may: ['undo'] },
  dropped: {},
  undone: { madeBy: '文书一', madeAt: MADE, undoneBy: '主任', undoneAt: at('2016-08-05 15:40') },
};

const anAmendment = (state: AmendmentState, over: Partial<AmendmentFacts> = {}): AmendmentFacts => ({
  id: 'loudi-2016:a1',
  subject: 'quiet_days',
  state,
  changes: [
    {
      kind: 'campaign_changed',
      field: 'quiet_days',
      from: { kind: 'quiet_days', days: [] },
      to: { kind: 'quiet_days', days: [{ from: on('2016-08-20'), to: on('2016-08-22'), name: '停电检修' }] },
    },
  ],
  proposedBy: '文书一',
  proposedAt: at('2016-08-05 15:05'),
  madeBy: null,
  madeAt: null,
  undoneBy: null,
  undoneAt: null,
  undoableUntil: null,
  may: [],
  ...STATES[state],
  ...over,
});

const manyChanges = Array.from({ length: 40 }, (_, i) => ({
  kind: 'unit_added' as const,
  id: unitId(`xin-${i}`),
  name: `新单位${i}`,
}));

const DID = { proposed: 'proposed', made: 'made', dropped: 'dropped', undone: 'undone' } as const;

const handOver: HandOverFacts = {
  unit: unit('gaj'),
  from: [an],
  to: person('an.new', '安新任'),
  since: on('2016-08-05'),
  owed: 3,
  returned: 1,
  overdue: 1,
  drafts: 1,
  tasks: [
    { year: 2016, no: 3, title: '整改虚假广告' },
    { year: 2016, no: 12, title: '清理涉众网站' },
  ],
};
const liaisonChanges: AmendmentFacts['changes'] = [
  {
    kind: 'posting_ended',
    on: on('2016-08-04'),
    name: '安警官',
    role: 'liaison',
    unit: unitId('gaj'),
    unitName: '市公安局',
  },
  { kind: 'posting_added', name: '安新任', role: 'liaison', unit: unitId('gaj'), unitName: '市公安局' },
];
const NOTHING_OPEN = { owed: 0, returned: 0, overdue: 0, drafts: 0, tasks: [], from: [] };
const aHandOver = (state: AmendmentState, over: Partial<HandOverFacts> = {}) => ({
  kind: 'amendment' as const,
  did: DID[state],
  amendment: anAmendment(state, {
    subject: 'liaison',
    changes: liaisonChanges,
    handOver: { ...handOver, ...over },
  }),
  notes: [],
  ...MOMENT,
});

const unitEnd: UnitEndFacts = {
  unit: unit('gaj'),
  on: on('2016-08-31'),
  leads: handOver.tasks,
  helps: [{ year: 2016, no: 7, title: '排查涉众网站' }],
  owed: 2,
  reports: [{ duty: anObligation().duty, period: anObligation().period }],
  waived: 3,
  areas: ['互联网金融广告'],
};
const NONE_OPEN = { leads: [], helps: [], owed: 0, reports: [], waived: 0, areas: [] };
const aUnitEnd = (state: AmendmentState, over: Partial<UnitEndFacts> = {}) => ({
  kind: 'amendment' as const,
  did: DID[state],
  amendment: anAmendment(state, {
    subject: 'unit',
    changes: [{ kind: 'unit_ended', id: unitId('gaj'), name: '市公安局', on: on('2016-08-31') }],
    unitEnd: { ...unitEnd, ...over },
  }),
  notes: [],
  ...MOMENT,
});

export const amendmentOutcomes: OutcomeSamples = {
  amendment: [
    aUnitEnd('proposed'),
    aUnitEnd('made'),
    aUnitEnd('proposed', NONE_OPEN),
    ...(Object.keys(DID) as AmendmentState[]).map((state) => ({
      kind: 'amendment' as const,
      did: DID[state],
      amendment: anAmendment(state),
      notes: [],
      ...MOMENT,
    })),
    {
      kind: 'amendment',
      did: 'proposed',
      amendment: anAmendment('proposed', { subject: 'roster_sheet', changes: manyChanges }),
      notes: [],
      sheet: aSheet,
      ...MOMENT,
    },
    {
      kind: 'amendment',
      did: 'shown',
      amendment: anAmendment('proposed', { subject: 'roster_sheet', changes: manyChanges }),
      notes: [],
      from: 30,
      ...MOMENT,
    },
    {
      kind: 'amendment',
      did: 'proposed',
      amendment: anAmendment('proposed', {
        subject: 'binding',
        changes: [{ kind: 'account_changed', name: '安警官', from: null, to: as('U0AN') }],
        warns: 'leaves_office',
      }),
      notes: [],
      ...MOMENT,
    },
    aHandOver('proposed'),
    aHandOver('made', NOTHING_OPEN),
  ],
  amendments: [
    { kind: 'amendments', amendments: [anAmendment('made'), anAmendment('undone')], ...MOMENT },
    { kind: 'amendments', amendments: [], ...MOMENT },
  ],
};

export const amendmentRefusals: RefusalSamples = {
  ...sheetRefusals,
  unit_in_use: [{ kind: 'unit_in_use', unit: { id: unitId('gaj'), name: '市公安局' } }],
  last_of_office: [{ kind: 'last_of_office', subject: 'person' }],
  account_taken: [
    { kind: 'account_taken', account: as('U0AN'), holder: { id: an.id, name: an.name } },
    { kind: 'account_taken', account: as('U0AN'), holder: null },
  ],
  nothing_changes: [{ kind: 'nothing_changes', subject: 'working_hours' }],
  definition_refused: [
    {
      kind: 'definition_refused',
      subject: 'unit',
      problems: [
        { line: NO_LINE, path: '', found: '', code: 'bad_notation', expected: 'name' },
        {
          line: NO_LINE,
          path: '',
          found: '公安',
          code: 'shared_name',
          expected: 'unique',
          unit: '市公安局',
          firstLine: NO_LINE,
        },
      ],
    },
  ],
  amendment_overtaken: [
    { kind: 'amendment_overtaken', amendment: anAmendment('made'), entries: ['市公安局'], ...MOMENT },
    { kind: 'amendment_overtaken', amendment: anAmendment('made'), entries: [], ...MOMENT },
  ],
  amendment_over: [
    { kind: 'amendment_over', amendment: anAmendment('undone'), verb: 'undo', ...MOMENT },
    { kind: 'amendment_over', amendment: anAmendment('proposed', { may: [] }), verb: 'make', ...MOMENT },
  ],
};
