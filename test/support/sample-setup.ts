// Setting up a campaign in chat: the guide in every state, its forms, everything that can be wrong. Typed by kind.

import { NO_LINE } from '../../domain/file-problem.ts';
import { as, type CampaignId } from '../../domain/ids.ts';
import type { AskFormFacts } from '../../domain/outcome.ts';
import type {
  SetupContents,
  SetupFault,
  SetupForm,
  SetupGuide,
  SetupOutcome,
  SetupPreview,
  SetupProblem,
  SetupRefusal,
  SetupStepFacts,
} from '../../domain/setup/facts.ts';
import { at, on } from './builders.ts';
import { MOMENT } from './sample-facts.ts';
import { WHOLE_SETUP } from './setup-values.ts';

type OutcomeSamples = { [K in SetupOutcome['kind']]: Extract<SetupOutcome, { kind: K }>[] };
type RefusalSamples = { [K in SetupRefusal['kind']]: Extract<SetupRefusal, { kind: K }>[] };

const contents: SetupContents = {
  name: '互联网金融风险专项整治',
  from: on('2016-06-01'),
  to: on('2017-01-31'),
  units: [
    { id: 'zfjrb', name: '市政府金融办', kind: 'office' },
    { id: 'gaj', name: '市公安局', kind: 'member' },
    { id: 'lxq', name: '娄星区人民政府', kind: 'locality' },
  ],
  people: 4,
  officePeople: ['金主任', '文书一'],
  duties: ['工作进展周报', '情况通报'],
  areas: ['互联网广告', '第三方支付'],
};
const NOTHING: SetupContents = {
  name: '',
  from: null,
  to: null,
  units: [],
  people: 0,
  officePeople: [],
  duties: [],
  areas: [],
};

const guide = (
  states: readonly SetupStepFacts['state'][],
  what: SetupContents,
  problems = 0,
): SetupGuide => ({
  steps: (['basics', 'units', 'people', 'duties', 'areas'] as const).map((step, index) => ({
    step,
    state: states[index]!,
    problems: states[index] === 'wrong' ? problems : 0,
  })),
  contents: what,
  now: MOMENT.now,
});

const FAULTS: { [C in SetupFault['code']]: Extract<SetupFault, { code: C }> & { found: string } } = {
  missing: { code: 'missing', found: '' },
  too_long: { code: 'too_long', found: '局', length: 3200, most: 3000 },
  bad_date: { code: 'bad_date', found: '下周' },
  bad_time: { code: 'bad_time', found: '下班前' },
  ends_before_start: { code: 'ends_before_start', found: '2016-05-01', first: '2016-06-01' },
  bad_hours: { code: 'bad_hours', found: '朝九晚五' },
  repeated: { code: 'repeated', found: '市公安局', firstLine: 1 },
  unknown_unit: { code: 'unknown_unit', found: '市公案局', near: '市公安局' },
  no_unit: { code: 'no_unit', found: '安警官' },
  no_role: { code: 'no_role', found: '安警官' },
  no_name: { code: 'no_name', found: '市公安局，联络员' },
  no_address: { code: 'no_address', found: '安警官' },
  bad_email: { code: 'bad_email', found: 'an@loudi' },
  no_account: { code: 'no_account', found: '@安警官' },
  not_understood: { code: 'not_understood', found: '科长' },
  no_office_people: { code: 'no_office_people', found: '' },
  no_measure: { code: 'no_measure', found: '整改完成数' },
  no_phases: { code: 'no_phases', found: '' },
  no_weekly: { code: 'no_weekly', found: '' },
  unseen_channel: { code: 'unseen_channel', found: '' },
  file: {
    code: 'file',
    found: 'Asia/Loudi',
    problem: { line: NO_LINE, path: '', found: 'Asia/Loudi', code: 'unknown_zone', expected: 'zone' },
  },
};

const PLACES: Partial<Record<SetupFault['code'], Pick<SetupProblem, 'step' | 'field' | 'line'>>> = {
  missing: { step: 'basics', field: 'name', line: null },
  too_long: { step: 'units', field: 'units', line: null },
  bad_date: { step: 'duties', field: 'phases', line: 2 },
  bad_time: { step: 'duties', field: 'time', line: null },
  ends_before_start: { step: 'basics', field: 'to', line: null },
  bad_hours: { step: 'basics', field: 'hours', line: null },
  repeated: { step: 'units', field: 'units', line: 3 },
  no_office_people: { step: 'people', field: 'people', line: null },
  no_measure: { step: 'duties', field: 'figures', line: 3 },
  no_phases: { step: 'duties', field: 'phases', line: null },
  no_weekly: { step: 'duties', field: 'duties', line: null },
  unseen_channel: { step: 'basics', field: 'officeChannel', line: null },
  file: { step: 'basics', field: 'zone', line: null },
};
const wrongs: SetupProblem[] = Object.values(FAULTS).map((fault, index) => ({
  ...(PLACES[fault.code] ?? { step: 'people' as const, field: 'people', line: index }),
  ...fault,
}));
const wrongOf = (step: SetupProblem['step']): SetupProblem[] => wrongs.filter((each) => each.step === step);

const preview: SetupPreview = {
  ...MOMENT,
  contents,
  group: '市地方金融风险监测预警联动工作领导小组',
  duties: [
    {
      name: '工作进展周报',
      firstAt: at('2016-08-10 09:00'),
      dueAt: at('2016-08-12 17:00'),
      to: ['安警官', '尚工商', '娄小星', '双小峰'],
    },
    { name: '情况通报', firstAt: at('2016-08-11 09:00'), dueAt: at('2016-08-15 12:00'), to: ['文书一'] },
    { name: '专项行动总结报告', firstAt: null, dueAt: at('2017-01-31 17:30'), to: [] },
    { name: '实施方案报备', firstAt: null, dueAt: null, to: [] },
  ],
  notes: [
    { kind: 'starter_absent' },
    { kind: 'not_found', people: ['娄小星', '冷小江'] },
    { kind: 'unasked' },
    { kind: 'channel', channel: '整治通报', trouble: 'absent' },
    { kind: 'channel', channel: '整治办公室', trouble: 'not_joined' },
    { kind: 'channel', channel: '旧通报', trouble: 'archived' },
    {
      kind: 'warning',
      problem: {
        line: NO_LINE,
        path: '',
        found: '娄星区人民政府',
        code: 'unit_without_liaison',
        expected: 'liaison',
      },
    },
  ],
  version: 4,
};

export const setupOutcomes: OutcomeSamples = {
  setup_greeting: [
    { kind: 'setup_greeting', may: true, begun: false },
    { kind: 'setup_greeting', may: true, begun: true },
    { kind: 'setup_greeting', may: false, begun: false },
  ],
  setup_guide: [
    {
      kind: 'setup_guide',
      did: 'shown',
      guide: guide(['empty', 'empty', 'empty', 'empty', 'optional'], NOTHING),
    },
    {
      kind: 'setup_guide',
      did: 'saved',
      guide: guide(['done', 'done', 'wrong', 'empty', 'done'], contents, 2),
    },
    {
      kind: 'setup_guide',
      did: 'saved',
      guide: guide(['done', 'done', 'done', 'done', 'optional'], { ...contents, areas: [] }),
    },
    {
      kind: 'setup_guide',
      did: 'anew',
      guide: guide(['empty', 'empty', 'empty', 'empty', 'optional'], NOTHING),
    },
  ],
  setup_wrong: [{ kind: 'setup_wrong', problems: wrongs }],
  setup_preview: [
    { kind: 'setup_preview', preview },
    { kind: 'setup_preview', preview: { ...preview, notes: [] } },
  ],
  setup_file: [{ kind: 'setup_file', name: 'hlwjrfxzxzz-2016.yml', text: 'campaign:\n' }],
  setup_done: [{ kind: 'setup_done', campaign: as<CampaignId>('hlwjrfxzxzz-2016'), preview }],
};

export const setupRefusals: RefusalSamples = {
  setup_not_yours: [
    { kind: 'setup_not_yours', first: true },
    { kind: 'setup_not_yours', first: false },
  ],
  setup_unsure: [{ kind: 'setup_unsure' }],
};

type Forms = { [F in SetupForm['form']]: AskFormFacts & { form: F } & SetupForm };
const form = <F extends SetupForm['form']>(name: F, values: Record<string, string>) =>
  ({ form: name, values, problems: [], wrong: [] as SetupProblem[] }) as unknown as Forms[F];

export const setupForms: Forms = {
  setup_basics: form('setup_basics', {
    ...WHOLE_SETUP.basics!,
    zone: 'Asia/Shanghai',
    calendar: 'cn',
    language: 'zh',
  }),
  setup_units: form('setup_units', WHOLE_SETUP.units!),
  setup_people: form('setup_people', WHOLE_SETUP.people!),
  setup_duties: form('setup_duties', WHOLE_SETUP.duties!),
  setup_areas: form('setup_areas', WHOLE_SETUP.areas!),
};

/** The same with everything wrong that can be, as they come back. */
export const refusedSetupForms: AskFormFacts[] = [
  { ...setupForms.setup_basics, wrong: wrongOf('basics') },
  {
    ...setupForms.setup_basics,
    values: { ...setupForms.setup_basics.values, bulletin: 'C0BULLETIN', officeChannel: '' },
    chooses: true,
  },
  { ...setupForms.setup_units, wrong: wrongOf('units') },
  { ...setupForms.setup_people, wrong: wrongOf('people') },
  { ...setupForms.setup_duties, wrong: wrongOf('duties') },
  {
    ...setupForms.setup_areas,
    wrong: [
      {
        ...({ step: 'areas', field: 'areas', line: 1, code: 'unknown_unit' } as const),
        ...{ found: '银监局', near: null },
      },
    ],
  },
  { ...setupForms.setup_units, wrong: wrongOf('units').slice(1, 2) },
];
