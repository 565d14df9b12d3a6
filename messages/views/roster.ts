// The roster: a few people as lines with what may be done about them, more as a table, one screen at a time. Who may change
// something finds it here: a person, a unit, a Slack account.

import type { Button, KnownBlock, StaticSelect } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { RosterEntry } from '../../domain/facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import {
  actions,
  button,
  chooser,
  fitsOption,
  LIMITS,
  type Message,
  message,
  option,
  section,
  sections,
  small,
} from '../blocks.ts';
import { bold, type Mrkdwn, md, safe } from '../escape.ts';
import { type Voice, voiceOf } from './phrases.ts';
import { isTabular, moreButtons, partLine, screenOf, table } from './table.ts';

type Roster = Extract<Outcome, { kind: 'roster' }>;

const noteOf = ({ t, d }: Voice, { bound, onLeaveUntil, standIn }: RosterEntry): string[] => [
  ...(bound ? [] : [`🟡 ${t.answers.unbound}`]),
  ...(onLeaveUntil === null ? [] : [t.answers.onLeaveUntil(d.date(onLeaveUntil), standIn?.name ?? null)]),
];

function lineOf(voice: Voice, entry: RosterEntry): Mrkdwn {
  const parts = [
    voice.t.words.roles[entry.role],
    ...(entry.unit === null ? [] : [entry.unit.name]),
    ...(entry.phone === null ? [] : [entry.phone]),
    ...(entry.email === null ? [] : [entry.email]),
    ...noteOf(voice, entry),
  ];
  return md`${bold(entry.person.name)} · ${parts.join(' · ')}`;
}

function tableOf(voice: Voice, entries: readonly RosterEntry[]): KnownBlock {
  const { t } = voice;
  const { person, role, unit, phone, email, note } = t.roster.head;
  return table(
    [person, role, unit, phone, email, note].map((title) => ({ title })),
    entries.map((entry) => [
      entry.person.name,
      t.words.roles[entry.role],
      entry.unit?.name ?? '',
      entry.phone ?? '',
      entry.email ?? '',
      noteOf(voice, entry).join(' · '),
    ]),
  );
}

/** One person's own: their entry, and the buttons for it. */
function personButtons({ t }: Voice, { entries, may }: Roster): Button[] {
  const [first] = entries;
  const isOne = first !== undefined && entries.every(({ person }) => person.id === first.person.id);
  if (!isOne || !first.may) return [];
  const person = { person: first.person.id };
  const { buttons } = t.roster;
  return [
    button('roster', { ...person, verb: 'person' }, buttons.change, 'primary'),
    button('leave', person, t.commands.leave.name),
    ...(may?.all ? [button('roster', { ...person, verb: 'bind' }, buttons.bind)] : []),
    ...(may?.all && first.person.slack !== null
      ? [button('roster', { ...person, verb: 'unbind' }, buttons.unbind)]
      : []),
  ];
}

function rosterButtons({ t }: Voice, { unit, may, isAnswer }: Roster): Button[] {
  const { buttons } = t.roster;
  const about = unit ? { unit: unit.id } : {};
  if (isAnswer) return [button('roster', about, t.words.buttons.roster)];
  if (unit && may?.unit)
    return [
      button('replace_liaison', about, t.words.buttons.replaceLiaison),
      button('roster', { ...about, verb: 'person' }, buttons.newPerson),
      button('roster', { ...about, verb: 'unit' }, buttons.changeUnit),
    ];
  if (!may?.all) return [];
  return [
    button('roster', { verb: 'person' }, buttons.newPerson),
    button('roster', { verb: 'unit' }, buttons.newUnit),
  ];
}

/** Of several people the one to change is chosen. */
function personChooser({ t }: Voice, entries: readonly RosterEntry[]): StaticSelect[] {
  const people = new Map(entries.filter(({ may }) => may).map(({ person }) => [person.id, person.name]));
  const options = [...people].filter(([id]) => fitsOption(id)).map(([id, name]) => option(name, id));
  return options.length < 2
    ? []
    : [chooser('roster', 'person', t.roster.choosePerson, options.slice(0, LIMITS.options))];
}

/** How phones are shown, or that there are none to be shown. */
const phoneNote = ({ t }: Voice, shown: readonly RosterEntry[]): string =>
  shown.some(({ phone }) => phone !== null) ? t.answers.rosterNote : t.answers.rosterNoPhones;

/** People and how to reach them. */
export function renderRoster(roster: Roster, language: Language): Message {
  const voice = voiceOf(language, roster);
  const { t, d } = voice;
  const { query, unit, entries, page } = roster;
  const title =
    query === undefined ? t.answers.roster(unit?.name ?? null) : t.roster.found(query, entries.length);
  const asOf = t.words.asOf(d.at(roster.now));
  const { shown, from, left } = screenOf(entries, page);
  const people = personButtons(voice, roster);
  const listed = isTabular(shown.length)
    ? [tableOf(voice, shown)]
    : sections(shown.map((entry) => lineOf(voice, entry)));
  const blocks: KnownBlock[] = [
    section(md`${bold(title)} · ${asOf}`),
    ...(shown.length === 0 ? [section(safe(t.answers.rosterEmpty))] : listed),
    ...partLine(voice, from, shown.length, entries.length),
    ...actions([
      ...moreButtons(voice, page, from + shown.length, left),
      ...(people.length > 0 ? people : personChooser(voice, shown)),
      ...rosterButtons(voice, roster),
    ]),
    ...(shown.length === 0 ? [] : [small(phoneNote(voice, shown))]),
  ];
  return message(t.words.sentence(t.words.clauses([title, asOf])), blocks, t.words.cut);
}
