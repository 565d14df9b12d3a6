// Who may see what, written by hand: for every matter the roles that see it, and by that all that do not.

import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/registry.ts';
import type { AmendmentSubject, Patch } from '../../domain/amendment.ts';
import type { Posting, Role } from '../../domain/campaign.ts';
import { as, type PersonId, type UnitId } from '../../domain/ids.ts';
import type { CommandName } from '../../domain/outcome.ts';
import { permit, unitsOf } from '../../domain/permission.ts';
import { audienceOf } from '../../domain/searchable.ts';
import { type Matter, maySee } from '../../domain/sight.ts';

const GAJ = as<UnitId>('gaj');
const GSJ = as<UnitId>('gsj');
const ME = as<PersonId>('me');
const ANOTHER = as<PersonId>('another');

const posting = (role: Role, unit?: UnitId): Posting => ({
  person: ME,
  name: '我',
  role,
  ...(unit && { unit }),
});

const WHO: Record<string, Posting[]> = {
  leader: [posting('leader')],
  deputy_leader: [posting('deputy_leader')],
  office_director: [posting('office_director', as('ldxzb'))],
  office_staff: [posting('office_staff', as('ldxzb'))],
  inspector: [posting('inspector')],
  head: [posting('head', GAJ)],
  liaison: [posting('liaison', GAJ)],
  deputy: [posting('deputy', GAJ)],
  'liaison elsewhere': [posting('liaison', GSJ)],
  nobody: [],
};
const OFFICE = ['office_director', 'office_staff'];
const LEADERS = ['leader', 'deputy_leader'];
const UNIT = ['head', 'liaison', 'deputy'];
const OVERSEERS = [...LEADERS, ...OFFICE, 'inspector'];
const ROSTER = [...OVERSEERS, ...UNIT, 'liaison elsewhere'];

const incident = (over: object = {}) =>
  ({ kind: 'incident', incident: { by: ANOTHER, unit: GAJ, called: [], ...over }, viewer: ME }) as Matter;
const task = (over: object = {}): Matter => ({
  kind: 'task',
  task: { lead: GAJ, helpers: [], steps: [], ...over },
});

const amendment = (subject: AmendmentSubject, unit?: UnitId): Matter => {
  const handedOver: Patch = { part: 'people', key: 'me', before: null, after: posting('liaison', unit) };
  return { kind: 'amendment', amendment: { subject, patches: unit ? [handedOver] : [] } };
};

const TABLE: [string, Matter, string[]][] = [
  ['how reports stand', { kind: 'standing' }, ROSTER],
  ['the contents of a report', { kind: 'contents', unit: GAJ }, [...OVERSEERS, ...UNIT]],
  ['the figures of all units', { kind: 'contents', unit: null }, OVERSEERS],
  ["a unit's rows to take away", { kind: 'ledger', unit: GAJ }, [...OFFICE, 'inspector', ...UNIT]],
  ['the whole ledger', { kind: 'ledger', unit: null }, [...OFFICE, 'inspector']],
  ['the boards', { kind: 'overview' }, OVERSEERS],
  ['what waits for the office', { kind: 'desk' }, OFFICE],
  ['what will be sent', { kind: 'rehearsal' }, OFFICE],
  ['the log', { kind: 'audit' }, [...OFFICE, 'inspector']],
  ['a task of the unit', task(), [...OVERSEERS, ...UNIT]],
  [
    'a task that another leads and the unit helps with',
    task({ lead: as('rmyh'), helpers: [GAJ] }),
    [...OVERSEERS, ...UNIT],
  ],
  [
    'a task with a step of the unit',
    task({ lead: as('rmyh'), steps: [{ unit: GAJ }] }),
    [...OVERSEERS, ...UNIT],
  ],
  ['that a task was taken from the unit', { kind: 'task_taken', from: GAJ }, [...OVERSEERS, ...UNIT]],
  ['when the consultation is', { kind: 'consultation' }, ROSTER],
  ['an agenda that is issued', { kind: 'agenda', issued: true }, ROSTER],
  ['a draft agenda', { kind: 'agenda', issued: false }, OVERSEERS],
  ['a topic', { kind: 'topic', unit: GAJ, onIssuedAgenda: false }, [...OVERSEERS, ...UNIT]],
  ['a topic that stands on an agenda', { kind: 'topic', unit: GAJ, onIssuedAgenda: true }, ROSTER],
  ['whether I come', { kind: 'attendance', of: ME, viewer: ME }, ROSTER],
  ['whether another comes', { kind: 'attendance', of: ANOTHER, viewer: ME }, OVERSEERS],
  ['approved minutes', { kind: 'minutes', approved: true }, ROSTER],
  ['draft minutes', { kind: 'minutes', approved: false }, OFFICE],
  ["an incident of the unit's", incident(), [...OVERSEERS, ...UNIT]],
  ['an incident of nobody', incident({ unit: null }), OVERSEERS],
  ['an incident I reported', incident({ unit: null, by: ME }), [...ROSTER, 'nobody']],
  ['an incident I was called out for', incident({ unit: null, called: [ME] }), ROSTER],
  ['a published bulletin', { kind: 'bulletin', published: true }, ROSTER],
  ['a draft of a bulletin', { kind: 'bulletin', published: false }, OFFICE],
  ['the roster', { kind: 'roster' }, ROSTER],
  ['my phone', { kind: 'phone', of: ME, viewer: ME, revealed: false }, ROSTER],
  ["another's phone", { kind: 'phone', of: ANOTHER, viewer: ME, revealed: false }, []],
  ["another's phone that was revealed", { kind: 'phone', of: ANOTHER, viewer: ME, revealed: true }, OFFICE],
  ['a change of the settings', amendment('language'), OFFICE],
  ['the hand-over of the unit', amendment('liaison', GAJ), [...OFFICE, 'head', 'liaison']],
  ['what was sent to me', { kind: 'sent', to: ME, viewer: ME }, ROSTER],
  ['what was sent to another', { kind: 'sent', to: ANOTHER, viewer: ME }, []],
];

describe('seen', () => {
  it.each(TABLE)('is %s by these and nobody else', (_, matter, expected) => {
    const seers = Object.keys(WHO).filter((who) => maySee(WHO[who]!, matter));
    expect(seers.sort()).toEqual([...expected].sort());
  });
});

describe('what the search looks into', () => {
  it.each(TABLE.filter(([, { kind }]) => ['contents', 'task', 'topic', 'minutes'].includes(kind)))(
    'is what the asker sees, so that no number of hits tells of more (%s)',
    (name, matter) => {
      const audience = audienceOf(matter);
      // Drafts of minutes are not searched at all.
      if (name === 'draft minutes') return;
      const isAmong = (who: string) =>
        maySee(WHO[who]!, { kind: 'overview' }) ||
        (audience === 'roster'
          ? WHO[who]!.length > 0
          : unitsOf(WHO[who]!).some((unit) => audience.includes(unit)));
      for (const who of Object.keys(WHO))
        expect([who, isAmong(who)]).toEqual([who, maySee(WHO[who]!, matter)]);
    },
  );
});

/** Commands that only show, and what of it the least entitled still see. */
const SHOWING: [CommandName, Matter][] = [
  ['show', { kind: 'contents', unit: GAJ }],
  ['export', { kind: 'ledger', unit: GAJ }],
  ['audit', { kind: 'audit' }],
  ['rehearse', { kind: 'rehearsal' }],
  ['roster', { kind: 'roster' }],
  ['status', { kind: 'standing' }],
  ['missing', { kind: 'standing' }],
];

describe('a command that shows', () => {
  it.each(SHOWING)('is open to whoever sees something of it, and to nobody else (%s)', (name, matter) => {
    const { access } = commands.find((command) => command.name === name)!;
    for (const who of Object.keys(WHO).filter((each) => each !== 'liaison elsewhere'))
      expect([who, permit(WHO[who]!, access) !== null]).toEqual([who, maySee(WHO[who]!, matter)]);
  });
});
