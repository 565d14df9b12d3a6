// Setting up a campaign in chat: the greeting, the guide with its steps, what is still wrong, the preview, and that it
// is done. Everything typed is escaped like everything else; the forms are setup-forms.ts.

import type { Button, KnownBlock } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import {
  SETUP_STEPS,
  type SetupContents,
  type SetupGuide,
  type SetupNote,
  type SetupOutcome,
  type SetupPreview,
  type SetupProblem,
  type SetupStep,
} from '../../domain/setup/facts.ts';
import { actions, button, confirmed, type Message, message, section, sections, small } from '../blocks.ts';
import { type Catalog, catalogs } from '../catalog.ts';
import { type Dates, datesIn } from '../dates.ts';
import { bold, clean, join, type Mrkdwn, md, safe, truncate } from '../escape.ts';
import { describeProblem } from '../file-problem-words.ts';
import { namesOf } from './phrases.ts';
import type { Sayings } from './refusal-said.ts';
import { describeFault, fieldLabel } from './setup-faults.ts';

type Of<K extends SetupOutcome['kind']> = Extract<SetupOutcome, { kind: K }>;

const NAME_LENGTH = 80;
const PROBLEMS_OF_STEP = 6;
const PEOPLE_SHOWN = 6;
const TOLD_SHOWN = 1;
const NOTES_SHOWN = 12;
/** Days of a campaign are civil; in which zone they are looked at changes nothing but the year left unsaid. */
const USUAL_ZONE = 'Asia/Shanghai';

const brief = (name: string): string => truncate(clean(name), NAME_LENGTH);
/** People in a row; of many the first, and how many there are in all. */
function peopleNames(t: Catalog, names: readonly string[], most = PEOPLE_SHOWN): string {
  const shown = t.words.list(names.slice(0, most).map(brief));
  return names.length > most ? t.setup.andPeople(shown, names.length) : shown;
}

const stepButton = (step: SetupStep, label: string): Button => button('setup', { verb: step }, label);
const guideButton = (t: Catalog): Button => button('setup', { verb: 'guide' }, t.setup.buttons.guide);

/** The first word to whoever comes to an empty house. */
export function renderGreeting({ may, begun }: Of<'setup_greeting'>, language: Language): Message {
  const t = catalogs[language];
  const { setup } = t;
  const lines = [
    setup.greeting,
    may ? setup.greetingMay : setup.greetingOthers,
    ...(begun ? [setup.begun] : []),
  ];
  const begin = button('setup', {}, begun ? setup.buttons.goOn : setup.buttons.begin, 'primary');
  return message(
    t.words.sentences(lines),
    [...sections(lines.map(safe)), ...(may ? actions([begin]) : [])],
    t.words.cut,
  );
}

const spanOf = ({ from, to }: SetupContents, d: Dates): string | null =>
  from !== null && to !== null && from <= to ? d.span(from, to) : null;

/** What stands in a step, in one line. */
function lineOf(t: Catalog, step: SetupStep, contents: SetupContents, d: Dates): string {
  const { setup } = t;
  const names = contents.units.map(({ name }) => brief(name));
  switch (step) {
    case 'basics':
      return setup.group(brief(contents.name), spanOf(contents, d));
    case 'units':
      return names.length === 0 ? '' : setup.units(names.length, namesOf(t, names, NAME_LENGTH));
    case 'people':
      return contents.people === 0
        ? ''
        : setup.people(contents.people, peopleNames(t, contents.officePeople) || t.words.none);
    case 'areas':
      return contents.areas.length === 0
        ? ''
        : setup.areas(contents.areas.length, namesOf(t, contents.areas.map(brief), NAME_LENGTH, 'things'));
    case 'duties':
      return contents.duties.length === 0 ? '' : t.words.list(contents.duties);
  }
}

const SIGNS = { empty: '⏳ ', optional: '', wrong: '🔴 ', done: '✅ ' } as const;

function stepBlock(t: Catalog, { steps, contents }: SetupGuide, step: SetupStep, d: Dates): KnownBlock {
  const { setup } = t;
  const { state, problems } = steps.find((one) => one.step === step)!;
  const isUnfilled = state === 'empty' || state === 'optional';
  const line = isUnfilled ? '' : lineOf(t, step, contents, d);
  const head = md`${SIGNS[state]}${bold(setup.steps[step])} · ${setup.stepStates[state](problems)}`;
  const label = isUnfilled ? setup.buttons.fill : setup.buttons.change;
  return section(line === '' ? head : md`${head}\n${line}`, stepButton(step, label));
}

/** The steps, how far each is, and what comes after them. */
export function renderGuide({ guide, did }: Of<'setup_guide'>, language: Language): Message {
  const t = catalogs[language];
  const { setup } = t;
  const d = datesIn(language, { now: guide.now, zone: USUAL_ZONE });
  const isReady = guide.steps.every(({ state }) => state === 'done' || state === 'optional');
  const isBegun = guide.steps.some(({ state }) => state === 'done' || state === 'wrong');
  const preview = button(
    'setup',
    { verb: 'preview' },
    setup.buttons.preview,
    isReady ? 'primary' : undefined,
  );
  const anew = confirmed(button('setup', { verb: 'anew' }, setup.buttons.anew), setup.askAnew);
  const said = { shown: [], saved: [setup.saved], anew: [setup.anew] }[did];
  return message(
    t.words.sentences([t.words.sentence(setup.title), ...said]),
    [
      ...sections([bold(setup.title), ...said.map((each) => safe(each))]),
      ...SETUP_STEPS.map((step) => stepBlock(t, guide, step, d)),
      ...(isBegun ? actions([preview, anew]) : []),
      small(setup.intro),
    ],
    t.words.cut,
  );
}

function wrongOf(
  t: Catalog,
  step: SetupStep,
  problems: readonly SetupProblem[],
  language: Language,
): KnownBlock[] {
  const own = problems.filter((problem) => problem.step === step);
  if (own.length === 0) return [];
  const lines = own.slice(0, PROBLEMS_OF_STEP).map((problem) => {
    const label = brief(fieldLabel(problem.field, language));
    return md`• ${t.words.labelled(label, describeFault(problem, language))}`;
  });
  const hidden = own.length - lines.length;
  const more = hidden > 0 ? [safe(t.setup.moreProblems(hidden))] : [];
  const head = bold(t.setup.wrongOf(t.setup.steps[step], own.length));
  return [section(join([head, ...lines, ...more], '\n'), stepButton(step, t.setup.buttons.change))];
}

/** Everything that is in the way, by step, with the way to each. */
export function renderWrong({ problems }: Of<'setup_wrong'>, language: Language): Message {
  const t = catalogs[language];
  const title = t.setup.wrong(problems.length);
  return message(
    t.words.sentence(title),
    [
      ...sections([md`🔴 ${bold(title)}`]),
      ...SETUP_STEPS.flatMap((step) => wrongOf(t, step, problems, language)),
      ...actions([guideButton(t)]),
    ],
    t.words.cut,
  );
}

function noteText(t: Catalog, note: SetupNote, language: Language): string {
  const { setup } = t;
  switch (note.kind) {
    case 'not_found':
      return setup.notFound(note.people.length, peopleNames(t, note.people));
    case 'unasked':
      return setup.unasked;
    case 'channel':
      return setup.channel[note.trouble](brief(note.channel));
    case 'starter_absent':
      return setup.starterAbsent;
    case 'warning':
      return describeProblem(note.problem, language);
  }
}

const noteLines = (t: Catalog, notes: readonly SetupNote[], language: Language): Mrkdwn[] =>
  notes.slice(0, NOTES_SHOWN).map((note) => md`🟡 ${truncate(noteText(t, note, language), 800)}`);

const dutyLines = (t: Catalog, { duties }: SetupPreview, d: Dates): Mrkdwn[] =>
  duties.map(({ name, firstAt, dueAt, to }) =>
    dueAt === null
      ? md`• ${t.setup.dutyNever(brief(name))}`
      : firstAt === null
        ? md`• ${t.setup.dutyLater(brief(name), d.until(dueAt))}`
        : md`• ${t.setup.duty(brief(name), d.at(firstAt), peopleNames(t, to, TOLD_SHOWN), d.until(dueAt))}`,
  );

function whatIsInIt(t: Catalog, preview: SetupPreview, d: Dates): Mrkdwn[] {
  const { contents, group } = preview;
  const units = contents.units.map(({ name, id }) => t.setup.unit(brief(name), id));
  return [
    safe(t.setup.group(brief(group), spanOf(contents, d))),
    safe(t.setup.units(units.length, namesOf(t, units))),
    safe(t.setup.people(contents.people, peopleNames(t, contents.officePeople) || t.words.none)),
    ...(contents.areas.length === 0
      ? []
      : [
          safe(
            t.setup.areas(contents.areas.length, namesOf(t, contents.areas.map(brief), undefined, 'things')),
          ),
        ]),
  ];
}

/** What would be set up, before it is. */
export function renderPreview({ preview }: Of<'setup_preview'>, language: Language): Message {
  const t = catalogs[language];
  const { setup } = t;
  const d = datesIn(language, preview);
  const title = setup.preview(brief(preview.contents.name));
  return message(
    t.words.sentence(title),
    [
      ...sections([bold(title), ...whatIsInIt(t, preview, d)]),
      ...sections([bold(setup.first), ...dutyLines(t, preview, d)]),
      ...sections(noteLines(t, preview.notes, language)),
      ...actions([
        button('setup', { verb: 'found', no: preview.version }, setup.buttons.found, 'primary'),
        guideButton(t),
        button('setup', { verb: 'file' }, setup.buttons.file),
      ]),
      small(setup.previewNote),
    ],
    t.words.cut,
  );
}

/** That it is set up, and what happens next. */
export function renderSetUp({ preview, campaign }: Of<'setup_done'>, language: Language): Message {
  const t = catalogs[language];
  const { setup } = t;
  const d = datesIn(language, preview);
  const title = setup.done(brief(preview.contents.name));
  return message(
    t.words.sentence(title),
    [
      ...sections([md`✅ ${bold(title)}`, ...whatIsInIt(t, preview, d)]),
      ...sections([bold(setup.first), ...dutyLines(t, preview, d)]),
      ...sections([safe(setup.doneNote), ...noteLines(t, preview.notes, language)]),
      ...actions([
        button('roster', { campaign }, t.words.buttons.roster),
        button('rehearse', { campaign }, t.words.buttons.rehearse),
        button('help', { campaign }, t.words.buttons.help),
      ]),
    ],
    t.words.cut,
  );
}

/** The word that goes with the file. */
export function renderSetupFile({ name }: Of<'setup_file'>, language: Language): Message {
  const t = catalogs[language];
  const sentence = t.setup.fileNote(name);
  return message(sentence, [section(safe(sentence))], t.words.cut);
}

/** Why somebody may not set up a campaign. */
export const setupSayings: Pick<Sayings, 'setup_not_yours' | 'setup_unsure'> = {
  setup_not_yours: ({ first }, { t }) => ({
    sentence: t.setup.notYours[first ? 'first' : 'another'],
    buttons: [],
  }),
  setup_unsure: (_, { t }) => ({ sentence: t.setup.unsure, buttons: [] }),
};
