// Answers that are neither a status nor a report nor a bulletin: what was done, leave, the log, help.

import type { Language } from '../../domain/campaign.ts';
import type { CommandName, Outcome } from '../../domain/outcome.ts';
import { actions, button, type Message, message, section, sections, small } from '../blocks.ts';
import { type Catalog, catalogs } from '../catalog.ts';
import { bold, type Mrkdwn, md, safe } from '../escape.ts';
import { isOwed, namesOf, reportOf, type Voice, voiceOf } from './phrases.ts';

type Of<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>;
type Done = Of<'returned' | 'accepted' | 'waived' | 'disputed' | 'dispute_decided' | 'noted' | 'cannot_note'>;

function doneSentence(voice: Voice, { kind, obligation }: Done): string {
  const { answers } = voice.t;
  const unit = obligation.unit.name;
  const report = reportOf(voice, obligation);
  switch (kind) {
    case 'returned':
      return answers.returned(unit, report, voice.d.due(obligation));
    case 'accepted':
      return answers.accepted(unit, report);
    case 'waived':
      return answers.waived(unit, report);
    case 'disputed':
      return answers.disputed(unit, report);
    case 'dispute_decided':
      return answers.disputeDecided(unit, report, obligation.dispute === 'upheld');
    case 'noted':
      return answers.noted(unit, report);
    case 'cannot_note':
      return answers.cannotNote(unit, report);
  }
}

/** One sentence that says what was done, with the report to look at where there is one. */
export function renderDone(done: Done, language: Language): Message {
  const voice = voiceOf(language, done.obligation);
  const { t } = voice;
  const sentence = doneSentence(voice, done);
  const line = done.kind === 'cannot_note' ? safe(sentence) : md`✅ ${sentence}`;
  const pointer = { obligation: done.obligation.id };
  const canFile = done.kind === 'cannot_note' && isOwed(done.obligation);
  const buttons = canFile ? [button('report', pointer, t.words.buttons.report, 'primary')] : [];
  return message(sentence, [section(line), ...actions(buttons)], t.words.cut);
}

/** The unit has filed nothing yet. */
export function renderNothingFiled({ unit, obligation }: Of<'nothing_filed'>, language: Language): Message {
  const t = catalogs[language];
  const report = obligation && reportOf(voiceOf(language, obligation), obligation);
  const sentence = t.answers.nothingFiled(unit.name, report);
  const campaign = obligation ? { campaign: obligation.campaign } : {};
  const status = button('status', { ...campaign, unit: unit.id }, t.words.buttons.status);
  return message(sentence, [section(safe(sentence), status)], t.words.cut);
}

/** Whom a chase reaches, when, and whom it does not. */
export function renderChased(chased: Of<'chased'>, language: Language): Message {
  const voice = voiceOf(language, chased);
  const { t, d } = voice;
  const names = namesOf(
    t,
    chased.rows.map(({ unit }) => unit.name),
  );
  const count = chased.rows.length;
  const title = count === 0 ? t.answers.chasedNobody : t.answers.chased(count, names);
  const skipped = chased.skipped.map(({ obligation, chasedAt }) =>
    t.answers.chasedAt(obligation.unit.name, d.time(chasedAt)),
  );
  const lines = [
    ...(count === 0 ? [] : [chased.later ? t.answers.chaseLater(d.at(chased.at)) : t.answers.chaseNow]),
    ...(skipped.length === 0 ? [] : [t.answers.chaseSkipped(namesOf(t, skipped))]),
    ...(chased.unreachable.length === 0
      ? []
      : [
          t.answers.chaseUnreachable(
            namesOf(
              t,
              chased.unreachable.map(({ name }) => name),
            ),
          ),
        ]),
  ];
  const [first] = chased.rows;
  const scope = [...(first ? [reportOf(voice, first)] : []), t.words.asOf(d.at(chased.now))].join(' · ');
  const head = count === 0 ? bold(title) : md`✅ ${bold(title)}`;
  return message(
    t.words.sentence(title),
    [...sections([head, ...lines.map(safe)]), small(scope)],
    t.words.cut,
  );
}

/** Days of absence, and who is reminded meanwhile. */
export function renderLeave(leave: Of<'leave_set'>, language: Language): Message {
  const { t, d } = voiceOf(language, leave);
  const sentence = t.answers.leaveSet(leave.person.name, d.span(leave.from, leave.to), leave.cancelled);
  const told = leave.told.map(({ name }) => name);
  const meanwhile =
    told.length === 0 || leave.cancelled ? [] : [safe(t.answers.leaveTold(t.words.list(told)))];
  const away = leave.deputy && leave.deputyAway ? [safe(t.answers.standInAway(leave.deputy.name))] : [];
  const cancel = button(
    'leave',
    { person: leave.person.id, from: leave.from, to: leave.to, verb: 'cancel' },
    t.words.buttons.cancelLeave,
  );
  const blocks = [
    ...sections([md`✅ ${sentence}`, ...away, ...meanwhile]),
    ...actions(leave.cancelled ? [] : [cancel]),
  ];
  return message(sentence, blocks, t.words.cut);
}

/** What an export holds; the file goes with it. */
export function renderExport({ rows, what }: Of<'export'>, language: Language): Message {
  const t = catalogs[language];
  const sentence = what === 'roster' ? t.amendments.sheets.exported(rows) : t.answers.exported(rows);
  return message(sentence, [section(md`✅ ${sentence}`)], t.words.cut);
}

const usage = (t: Catalog, name: CommandName): Mrkdwn => {
  const { word, arguments: rest, what } = t.commands[name];
  return md`${bold(word)}${rest === '' ? '' : ` ${rest}`} · ${what}`;
};

/** What most people want of it. */
const OFFERED_FIRST: readonly CommandName[] = ['mine', 'missing', 'status'];

/** The commands that were asked about, with the way to all others. */
function renderHelpAbout(about: readonly CommandName[], t: Catalog): Message {
  const said = about.map((name) => t.words.labelled(t.commands[name].name, t.commands[name].what));
  const blocks = [
    ...sections(about.map((name) => usage(t, name))),
    ...actions([
      ...about.map((name) => button(name, {}, t.commands[name].name)),
      button('help', {}, t.answers.help),
    ]),
    small(t.answers.helpNote),
  ];
  return message(t.words.sentence(t.words.clauses(said)), blocks, t.words.cut);
}

/** Every command that the person may use. */
export function renderHelp({ commands, about }: Of<'help'>, language: Language): Message {
  const t = catalogs[language];
  if (about) return renderHelpAbout(about, t);
  const lines = [bold(t.answers.help), ...commands.map((name) => usage(t, name))];
  const first = OFFERED_FIRST.filter((name) => commands.includes(name));
  const blocks = [
    ...sections(lines),
    ...actions(first.map((name) => button(name, {}, t.commands[name].name))),
    small(t.answers.helpNote),
  ];
  return message(t.answers.helpText, blocks, t.words.cut);
}
