// A change of settings or roster: what would change, line by line, with the buttons to make or drop it; then that it was made,
// and until when it can be undone.

import type { Button } from '@slack/types';
import type {
  AmendmentFacts,
  AmendmentOutcome,
  AmendmentVerb,
  HandOverFacts,
  UnitEndFacts,
} from '../../domain/amendment-facts.ts';
import type { Language } from '../../domain/campaign.ts';
import type { CampaignChange } from '../../domain/campaign-change.ts';
import type { SlackUserId } from '../../domain/ids.ts';
import { actions, button, type Message, message, sections, small } from '../blocks.ts';
import { describeCampaignChange } from '../campaign-change-words.ts';
import { bold, type Mrkdwn, md, mention, safe, truncate } from '../escape.ts';
import { describeProblem } from '../file-problem-words.ts';
import { namesOf, reportOf, type Voice, voiceOf } from './phrases.ts';
import { ROWS_SHOWN } from './question-scope.ts';
import type { Said, Sayings } from './refusal-said.ts';
import { sheetLines, sheetSayings } from './roster-sheet.ts';
import { moreButtons, partLine, screenOf } from './table.ts';

type Of<K extends AmendmentOutcome['kind']> = Extract<AmendmentOutcome, { kind: K }>;

const LINES_SHOWN = 15;
const LINE_LENGTH = 300;
const LISTED = 8;
const NAMES_LENGTH = 200;

const STYLES: Record<AmendmentVerb, 'primary' | 'danger' | undefined> = {
  make: 'primary',
  drop: undefined,
  undo: 'danger',
};

const buttonsOf = ({ t }: Pick<Voice, 't'>, { id, may }: AmendmentFacts): Button[] =>
  may.map((verb) => button('amendment', { amendment: id, verb }, t.amendments.verbs[verb], STYLES[verb]));

/** An account is shown as the one it is; everything else in words. */
function lineOf(t: Voice['t'], language: Language, change: CampaignChange): Mrkdwn | string {
  if (change.kind !== 'account_changed')
    return truncate(describeCampaignChange(change, language), LINE_LENGTH);
  const accountOf = (slack: SlackUserId | null) => mention({ name: t.roster.nobody, slack });
  return md`${t.roster.account(truncate(change.name, LINE_LENGTH))}${accountOf(change.from)} → ${accountOf(change.to)}`;
}

const ENDS: readonly CampaignChange['kind'][] = ['posting_ended', 'posting_removed', 'unit_ended'];

/** Where not all can be shown, nothing that ends is hidden behind what begins. */
const gravestFirst = (changes: readonly CampaignChange[]): readonly CampaignChange[] =>
  changes.length <= ROWS_SHOWN
    ? changes
    : [
        ...changes.filter(({ kind }) => ENDS.includes(kind)),
        ...changes.filter(({ kind }) => !ENDS.includes(kind)),
      ];

/** One screen of changes, a line each. */
const changeLines = ({ t, language }: Voice, changes: readonly CampaignChange[]): Mrkdwn[] =>
  changes.map((change) => md`• ${lineOf(t, language, change)}`);

/** Who hands over to whom, and what goes with it. */
function handOverLines(voice: Voice, handOver: HandOverFacts | undefined): Mrkdwn[] {
  if (!handOver) return [];
  const { t, d } = voice;
  const { unit, from, to, since, owed, returned, overdue, drafts } = handOver;
  const former = from.length === 0 ? null : t.words.list(from.map(({ name }) => name));
  const tasks = namesOf(
    t,
    handOver.tasks.map(({ year, no }) => t.tasks.number(year, no)),
    NAMES_LENGTH,
    'things',
  );
  return [
    bold(t.amendments.handOver(unit.name, former, to.name, d.date(since))),
    safe(t.amendments.handsOver({ all: owed, returned, overdue }, drafts, tasks)),
  ];
}

/** What is open with a unit that ends, and what becomes of it. */
function unitEndLines(voice: Voice, end: UnitEndFacts | undefined): Mrkdwn[] {
  if (!end) return [];
  const { t, d } = voice;
  const words = t.amendments.unitEnd;
  const numbers = (tasks: UnitEndFacts['leads']) =>
    namesOf(
      t,
      tasks.map(({ year, no, title }) => t.tasks.named(t.tasks.number(year, no), title)),
      NAMES_LENGTH,
      'things',
    );
  const reports = t.words.list(end.reports.map((report) => reportOf(voice, report)));
  const lines = [
    ...(end.leads.length > 0 ? [words.leads(end.leads.length, numbers(end.leads))] : []),
    ...(end.helps.length > 0 ? [words.helps(end.helps.length, numbers(end.helps))] : []),
    ...(end.owed > 0
      ? [
          words.owed(
            end.owed,
            end.owed > end.reports.length ? t.words.andOthers(reports, end.owed, 'things') : reports,
          ),
        ]
      : []),
    ...(end.waived > 0 ? [words.waived(end.waived)] : []),
    ...(end.areas.length > 0 ? [words.areas(namesOf(t, end.areas, NAMES_LENGTH, 'things'))] : []),
  ];
  return [
    bold(words.title(end.unit.name, d.date(end.on))),
    ...(lines.length > 0 ? lines : [words.nothing]).map((line) => md`• ${safe(line)}`),
  ];
}

const unitEndButtons = ({ t }: Voice, end: UnitEndFacts | undefined): Button[] =>
  end && end.leads.length + end.helps.length > 0
    ? [button('task', { verb: 'list', unit: end.unit.id }, t.amendments.unitEnd.showTasks)]
    : [];

function titleOf({ t, d }: Voice, { did, amendment }: Of<'amendment'>): string {
  const { amendments: words } = t;
  const { subject, state, changes, proposedAt } = amendment;
  const named = words.subjects[subject];
  if (did === 'dropped' || state === 'dropped') return words.dropped(named);
  if (state === 'undone')
    return words.undone(named, amendment.undoneBy ?? '', d.at(amendment.undoneAt ?? proposedAt));
  if (state === 'made')
    return words.made(named, amendment.madeBy ?? '', d.at(amendment.madeAt ?? proposedAt));
  return words.proposed(named, changes.length);
}

function noteOf({ t, d }: Voice, { state, undoableUntil, may }: AmendmentFacts): string | null {
  if (state === 'proposed') return t.amendments.notYet;
  return state === 'made' && undoableUntil && may.includes('undo')
    ? t.amendments.undoUntil(d.at(undoableUntil))
    : null;
}

/** One change, with what may be done with it. */
export function renderAmendment(outcome: Of<'amendment'>, language: Language): Message {
  const voice = voiceOf(language, outcome);
  const { amendment } = outcome;
  const title = titleOf(voice, outcome);
  const sign = amendment.state === 'made' || amendment.state === 'undone' ? '✅ ' : '';
  const note = noteOf(voice, amendment);
  const notes = outcome.notes.map((problem) => safe(describeProblem(problem, language)));
  const page = { from: outcome.from ?? 0, action: 'amendment', again: { amendment: amendment.id } } as const;
  const { shown, from, left } = screenOf(gravestFirst(amendment.changes), page);
  return message(
    voice.t.words.sentence(title),
    [
      ...sections([
        md`${sign}${bold(title)}`,
        ...sheetLines(voice, outcome.sheet),
        ...handOverLines(voice, amendment.handOver),
        ...unitEndLines(voice, amendment.unitEnd),
        ...changeLines(voice, shown),
        ...(amendment.warns ? [safe(voice.t.roster.warns[amendment.warns])] : []),
        ...notes,
      ]),
      ...actions([
        ...buttonsOf(voice, amendment),
        ...unitEndButtons(voice, amendment.unitEnd),
        ...moreButtons(voice, page, from + shown.length, left),
      ]),
      ...partLine(voice, from, shown.length, amendment.changes.length),
      ...(note ? [small(note)] : []),
    ],
    voice.t.words.cut,
  );
}

const lastMove = ({ undoneAt, undoneBy, madeAt, madeBy, proposedAt, proposedBy }: AmendmentFacts) => ({
  at: undoneAt ?? madeAt ?? proposedAt,
  by: undoneBy ?? madeBy ?? proposedBy,
});

/** The latest changes, newest first; those that may be undone with the button for it. */
export function renderAmendments(outcome: Of<'amendments'>, language: Language): Message {
  const voice = voiceOf(language, outcome);
  const { t, d } = voice;
  const words = t.amendments;
  const shown = outcome.amendments.slice(0, LISTED);
  const blocks = shown.flatMap((amendment) => {
    const { at, by } = lastMove(amendment);
    const head = words.line(words.subjects[amendment.subject], words.states[amendment.state], d.at(at), by);
    return [
      ...sections([
        bold(head),
        ...changeLines(voice, amendment.changes.slice(0, 3)),
        ...(amendment.changes.length > 3 ? [safe(words.moreChanges(amendment.changes.length - 3))] : []),
      ]),
      ...actions(buttonsOf(voice, amendment)),
    ];
  });
  const title = shown.length === 0 ? words.none : words.recent;
  return message(t.words.sentence(title), [...sections([bold(title)]), ...blocks], t.words.cut);
}

type AmendmentSayings = Pick<
  Sayings,
  | 'nothing_changes'
  | 'definition_refused'
  | 'amendment_overtaken'
  | 'amendment_over'
  | 'last_of_office'
  | 'unit_in_use'
  | 'account_taken'
>;

const again = (t: Voice['t']): Button => button('settings', {}, t.commands.settings.name);

/** Why a change is not made. */
export const amendmentSayings: AmendmentSayings & typeof sheetSayings = {
  ...sheetSayings,
  nothing_changes: ({ subject }, { t }) => ({
    sentence: t.amendments.nothingChanges(t.amendments.subjects[subject]),
    buttons: [again(t)],
  }),
  definition_refused: ({ subject, problems }, { t, language }): Said => ({
    sentence: t.amendments.refused(t.amendments.subjects[subject], problems.length),
    below: problems
      .slice(0, LINES_SHOWN)
      .map((problem) => md`• ${truncate(describeProblem(problem, language), LINE_LENGTH)}`),
    buttons: [again(t)],
  }),
  last_of_office: (_, { t }) => ({
    sentence: t.roster.lastOfOffice,
    buttons: [button('roster', { verb: 'person' }, t.roster.buttons.newPerson)],
  }),
  unit_in_use: ({ unit }, { t }) => ({
    sentence: t.roster.unitInUse(unit.name),
    buttons: [button('roster', { verb: 'unit', unit: unit.id }, t.roster.buttons.changeUnit)],
  }),
  account_taken: ({ holder }, { t }) => ({
    sentence: t.roster.accountTaken(holder?.name ?? null),
    buttons: holder
      ? [button('roster', { person: holder.id, verb: 'unbind' }, t.roster.buttons.unbind, 'danger')]
      : [],
  }),
  amendment_overtaken: ({ amendment, entries }, { t }) => ({
    sentence: t.amendments.overtaken(
      t.amendments.subjects[amendment.subject],
      truncate(t.words.list(entries), LINE_LENGTH),
    ),
    buttons: [again(t)],
  }),
  amendment_over: ({ amendment, verb }, { t }) => ({
    sentence: sentenceOfOver(t, amendment, verb),
    buttons: [again(t)],
  }),
};

/** In the state in which the verb is open it is the day that is over. */
function sentenceOfOver(t: Voice['t'], { subject, state }: AmendmentFacts, verb: AmendmentVerb): string {
  const { subjects, states, verbs, over, expired } = t.amendments;
  const isRightState = verb === 'undo' ? state === 'made' : state === 'proposed';
  return isRightState
    ? expired(subjects[subject], verbs[verb])
    : over(subjects[subject], states[state], verbs[verb]);
}
