// An incident on the night of a holiday: reported at 02:31, called out three times, taken at 02:51. What is told, answered,
// refused and asked about it; the shared samples take their part from here.

import { incidentId } from '../../domain/ids.ts';
import type { IncidentEntryFacts, IncidentFacts, IncidentVerb } from '../../domain/incident/facts.ts';
import type { NoticeItem } from '../../domain/notice.ts';
import type { AskFormFacts, Outcome, Refusal } from '../../domain/outcome.ts';
import { at } from './builders.ts';
import { anObligation, CAMPAIGN_NAME, person, unit, ZONE } from './sample-facts.ts';

const CAMPAIGN = anObligation().campaign;
const MAY: IncidentVerb[] = ['acknowledge', 'follow_up', 'final', 'join', 'show', 'list'];
const UNIT_MAY: IncidentVerb[] = ['follow_up', 'final', 'show', 'list'];
const seenAt = (time: string) => ({ now: at(`2016-10-02 ${time}`), zone: ZONE });
const numbered = (no: number) => ({ id: incidentId(CAMPAIGN, 2016, no), year: 2016, no });

const entry = (over: Partial<IncidentEntryFacts>): IncidentEntryFacts => ({
  no: 1,
  kind: 'first',
  by: '安警官',
  at: at('2016-10-02 02:31'),
  text: '',
  other: null,
  ...over,
});
const FIRST = entry({});
const CALLED = entry({ no: 2, kind: 'called', by: '文书一', at: at('2016-10-02 02:41') });
const CALLED_AGAIN = entry({ no: 3, kind: 'called', by: '周正', at: at('2016-10-02 02:51') });
const TAKEN = entry({ no: 4, kind: 'acknowledged', by: '周正', at: at('2016-10-02 02:53') });
const FOLLOWED = entry({
  no: 5,
  kind: 'follow_up',
  at: at('2016-10-02 03:40'),
  text: '人群已劝离大部，尚有 20 余人在场，无人受伤。',
});
const FINAL = entry({
  no: 6,
  kind: 'final',
  at: at('2016-10-02 08:10'),
  text: '人群已全部劝离，公司负责人已控制，账户已冻结，后续由专案组办理。',
});
const JOINED = entry({
  no: 2,
  kind: 'joined',
  by: '文书一',
  at: at('2016-10-02 03:05'),
  other: numbered(1),
});

/** As reported, a minute later; nobody has taken it. */
export const anIncident = (over: Partial<IncidentFacts> = {}): IncidentFacts => ({
  ...seenAt('02:32'),
  ...numbered(1),
  campaign: CAMPAIGN,
  campaignName: CAMPAIGN_NAME,
  unit: unit('gaj'),
  what: '约 80 名投资人聚集在公司门口要求退款，有人准备拉横幅堵路。',
  where: '娄星区乐坪大道富民投资公司门口',
  amount: '约 1200 万元',
  people: '约 80 人',
  done: '派出所已到场维持秩序，正在做劝离工作。',
  phoned: '金主任',
  by: '安警官',
  at: at('2016-10-02 02:31'),
  state: 'open',
  acknowledgedBy: null,
  acknowledgedAt: null,
  escalations: 0,
  called: ['金主任'],
  nextCallAt: at('2016-10-02 02:41'),
  calledThrough: false,
  joinedTo: null,
  joined: [],
  entries: [FIRST],
  ...over,
});

const called = anIncident({
  ...seenAt('02:51'),
  escalations: 2,
  called: ['金主任', '文书一', '周正'],
  nextCallAt: at('2016-10-02 03:01'),
  entries: [FIRST, CALLED, CALLED_AGAIN],
});
const taken = (over: Partial<IncidentFacts> = {}) =>
  anIncident({
    ...called,
    ...seenAt('03:45'),
    state: 'acknowledged',
    acknowledgedBy: '周正',
    acknowledgedAt: TAKEN.at,
    nextCallAt: null,
    joined: [numbered(2)],
    entries: [...called.entries, TAKEN, FOLLOWED],
    ...over,
  });
const closed = taken({ ...seenAt('08:11'), state: 'closed', entries: [...taken().entries, FINAL] });
/** The same matter reported once more, by somebody who belongs to no unit and knows little. */
const second = (over: Partial<IncidentFacts> = {}) =>
  anIncident({
    ...numbered(2),
    ...seenAt('02:58'),
    unit: null,
    what: '路过看到很多人堵在富民公司门口。',
    where: '乐坪大道',
    amount: '',
    people: '',
    done: '',
    phoned: '无',
    by: '督查员',
    at: at('2016-10-02 02:57'),
    nextCallAt: null,
    entries: [entry({ by: '督查员', at: at('2016-10-02 02:57') })],
    ...over,
  });
const joined = second({ ...seenAt('03:06'), joinedTo: numbered(1), entries: [...second().entries, JOINED] });

type Told = Extract<NoticeItem, { kind: 'incident' }>;
const told = (incident: IncidentFacts, its: IncidentEntryFacts, over: Partial<Told> = {}): Told => ({
  kind: 'incident',
  incident,
  entry: its,
  call: false,
  may: MAY,
  ...over,
});

/** The first report, a call, the same copies once it is taken, and what followed. */
export const incidentNotices: Told[] = [
  told(anIncident(), FIRST),
  told(anIncident(), FIRST, { call: true }),
  told(called, CALLED_AGAIN, { call: true }),
  told(taken(), CALLED_AGAIN, { call: true, may: UNIT_MAY }),
  told(closed, FIRST, { may: ['show', 'list'] }),
  told(second(), FIRST),
  told(taken(), TAKEN, { may: UNIT_MAY }),
  told(taken(), FOLLOWED, { may: UNIT_MAY }),
  told(closed, FINAL, { may: ['show', 'list'] }),
  told(joined, JOINED, { may: ['show', 'list'] }),
];

type Of<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>;
const shown = (incident: IncidentFacts, over: Partial<Of<'incident'>> = {}): Of<'incident'> => ({
  kind: 'incident',
  incident,
  may: MAY,
  did: null,
  told: [],
  ...over,
});
const jin = person('jin', '金主任');

export const incidentOutcomes: { incident: Of<'incident'>[]; incidents: Of<'incidents'>[] } = {
  incident: [
    shown(anIncident(), { did: 'first', told: [jin, person('wen', '文书一')], may: UNIT_MAY }),
    shown(anIncident({ called: [] }), { did: 'first', may: UNIT_MAY }),
    shown(taken(), { did: 'acknowledged', told: [jin], may: ['follow_up', 'final', 'join', 'show', 'list'] }),
    shown(taken(), { did: 'follow_up', told: [jin], may: UNIT_MAY }),
    shown(closed, { did: 'final', told: [jin], may: ['show', 'list'] }),
    shown(joined, { did: 'joined', may: ['show', 'list'] }),
    shown(called),
    shown(anIncident({ ...called, calledThrough: true, nextCallAt: at('2016-10-02 08:30') })),
  ],
  incidents: [
    { kind: 'incidents', ...seenAt('03:45'), incidents: [joined, taken()] },
    { kind: 'incidents', ...seenAt('08:11'), incidents: [second(), closed] },
    { kind: 'incidents', ...seenAt('03:45'), incidents: [] },
  ],
};
/** For Home. */
export const openIncidents = [second({ entries: [] }), taken()];

type OfRefusal<K extends Refusal['kind']> = Extract<Refusal, { kind: K }>;
const CONTACT = ['文书一'];

export const incidentRefusals: {
  no_such_incident: OfRefusal<'no_such_incident'>[];
  which_incident: OfRefusal<'which_incident'>[];
  incident_not_yours: OfRefusal<'incident_not_yours'>[];
  incident_state: OfRefusal<'incident_state'>[];
} = {
  no_such_incident: [
    { kind: 'no_such_incident', typed: '5号' },
    { kind: 'no_such_incident', typed: '' },
  ],
  which_incident: [{ kind: 'which_incident', verb: 'follow_up', choices: [anIncident(), second()] }],
  incident_not_yours: (['acknowledge', 'show', 'follow_up', 'join'] as const).map((verb) => ({
    kind: 'incident_not_yours',
    verb,
    contact: CONTACT,
  })),
  incident_state: [
    { kind: 'incident_state', verb: 'acknowledge', incident: taken() },
    { kind: 'incident_state', verb: 'follow_up', incident: closed },
    { kind: 'incident_state', verb: 'acknowledge', incident: joined },
    { kind: 'incident_state', verb: 'final', incident: anIncident() },
  ],
};

type OfForm<F extends AskFormFacts['form']> = AskFormFacts & { form: F };
const BLANK = { values: {}, problems: [] };

export const incidentForms: {
  incident: OfForm<'incident'>;
  incident_follow_up: OfForm<'incident_follow_up'>;
  incident_final: OfForm<'incident_final'>;
  incident_join: OfForm<'incident_join'>;
} = {
  incident: {
    form: 'incident',
    ...BLANK,
    campaign: CAMPAIGN,
    unit: unit('gaj'),
    units: [unit('gaj')],
    contact: ['文书一', '金主任'],
  },
  incident_follow_up: { form: 'incident_follow_up', ...BLANK, incident: taken() },
  incident_final: { form: 'incident_final', ...BLANK, incident: taken() },
  incident_join: { form: 'incident_join', ...BLANK, incident: second(), choices: [taken()] },
};
/** By somebody without a unit, sent back with what was typed. */
export const incidentFormRefused: OfRefusal<'form'> = {
  kind: 'form',
  form: {
    form: 'incident',
    campaign: CAMPAIGN,
    unit: null,
    units: [],
    contact: [],
    values: { what: '富民公司门口聚集多人。', phoned: '' },
    problems: [{ field: 'phoned', kind: 'required' }],
  },
};
