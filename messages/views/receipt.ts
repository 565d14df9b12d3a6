// What is said of one filed report: the receipt to whoever filed it, and the report itself to whoever may read it.

import type { Button, KnownBlock } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { ReportFacts } from '../../domain/facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { actions, button, type Message, message, section, sections } from '../blocks.ts';
import { bold, type Mrkdwn, md, pieces, safe } from '../escape.ts';
import { figureCompared, reportOf, signed, type Voice, voiceOf } from './phrases.ts';

const FIELD_PIECE_LENGTH = 2800;
const VERSIONS_SHOWN = 10;

function titleOf(voice: Voice, { no, nil, obligation }: ReportFacts): string {
  const { receipt } = voice.t;
  const report = reportOf(voice, obligation);
  if (no > 1) return receipt.againTitle(obligation.unit.name, report, no);
  return nil ? receipt.nilTitle(obligation.unit.name, report) : receipt.title(obligation.unit.name, report);
}

/** When, by whom, and how it counts. */
export function filedHow({ t, d }: Voice, report: ReportFacts): string {
  const { timeliness } = report.obligation;
  const counted = timeliness === null ? null : t.words.timeliness[timeliness];
  return t.receipt.detail(d.at(report.filedAt), report.filedBy, report.phonedBy, counted);
}

const figuresLine = ({ t }: Voice, report: ReportFacts): string =>
  report.figures.map((figure) => figureCompared(t, figure, report.obligation.period)).join(' · ');

/** The lines of a receipt below its title; figures and files only, texts are seen with 查看. */
export function receiptLines(voice: Voice, report: ReportFacts): string[] {
  const { t, d } = voice;
  const files = report.files.map(({ name }) => name);
  const lines = [figuresLine(voice, report)];
  if (files.length > 0) lines.push(t.receipt.attachments(files.length, t.words.list(files)));
  const { closesAt } = report.obligation;
  lines.push(
    report.afterClose
      ? t.receipt.afterClose
      : closesAt > voice.now
        ? t.receipt.correctUntil(d.closing(closesAt))
        : '',
  );
  return lines.filter((line) => line !== '');
}

/** Correct it and look at it. */
export function receiptButtons(voice: Voice, { obligation }: ReportFacts): Button[] {
  const { buttons } = voice.t.words;
  const show = button('show', { obligation: obligation.id }, buttons.show);
  const isOpen = obligation.closesAt > voice.now;
  return isOpen ? [button('report', { obligation: obligation.id }, buttons.correct), show] : [show];
}

/** ✅ 已收到… with figures, how to correct it, and its two buttons. */
export function receiptBlocks(
  voice: Voice,
  report: ReportFacts,
): { text: string; title: string; blocks: KnownBlock[] } {
  const title = titleOf(voice, report);
  const how = filedHow(voice, report);
  const said = voice.t.words.clauses([title, how]);
  const { sentence } = voice.t.words;
  // Slack ends bold only at a word's boundary and sees none before a Chinese comma: the title has a line of its own.
  const lines = [signed('✅', title), ...[sentence(how), ...receiptLines(voice, report)].map(safe)];
  return {
    title,
    text: sentence(said),
    blocks: [...sections(lines), ...actions(receiptButtons(voice, report))],
  };
}

/** What whoever filed gets to see at once. */
export function renderFiled({ report }: Extract<Outcome, { kind: 'filed' }>, language: Language): Message {
  const voice = voiceOf(language, report.obligation);
  const { text, blocks } = receiptBlocks(voice, report);
  return message(text, blocks, voice.t.words.cut);
}

function fieldBlocks({ t }: Voice, { name, text }: { name: string; text: string }): KnownBlock[] {
  if (text.trim() === '') return [section(md`${bold(name)}\n${t.answers.noContent}`)];
  const [first, ...rest] = pieces(text.trim(), FIELD_PIECE_LENGTH);
  return [section(md`${bold(name)}\n${first!}`), ...rest.map((piece) => section(piece))];
}

type Shown = Extract<Outcome, { kind: 'report_shown' }>;

function decisionButtons({ t }: Voice, { report, may, older }: Shown): Button[] {
  const { buttons, version } = t.words;
  const { id } = report.obligation;
  const asked = { obligation: id };
  const decisions: Button[] = [];
  if (may.includes('report')) decisions.push(button('report', asked, buttons.correct));
  if (may.includes('accept')) decisions.push(button('accept', asked, buttons.accept, 'primary'));
  if (may.includes('return')) decisions.push(button('return', asked, buttons.return));
  if (may.includes('dispute')) decisions.push(button('dispute', asked, buttons.dispute));
  const versions = older
    .slice(-VERSIONS_SHOWN)
    .map(({ no }) => button('show', { obligation: id, no }, version(no)));
  return [...decisions, ...versions];
}

/** How the unit stands with all that it owes. */
const unitButton = ({ t }: Voice, { obligation: { campaign, unit } }: ReportFacts): Button =>
  button('status', { campaign, unit: unit.id }, t.words.buttons.status);

/** A report in full, with what may be done about it and its earlier versions. */
export function renderReport(shown: Shown, language: Language): Message {
  const { report } = shown;
  const voice = voiceOf(language, report.obligation);
  const { t, d } = voice;
  const title = t.receipt.shownTitle(report.obligation.unit.name, reportOf(voice, report.obligation));
  const { standing } = report.obligation;
  const settled = standing === 'accepted' ? [`✅ ${t.words.standing.accepted}`] : [];
  const returned = standing === 'returned' ? [`🟡 ${t.words.standing.returned}`] : [];
  const facts = [t.words.version(report.no), filedHow(voice, report), ...settled, ...returned];
  const figures = figuresLine(voice, report);
  const files = report.files.map(({ name }) => name);
  const lines: Mrkdwn[] = [bold(title), safe(facts.join(' · ')), ...(figures === '' ? [] : [safe(figures)])];
  if (report.nil) lines.push(safe(t.words.nilReport));
  if (files.length > 0) lines.push(safe(t.receipt.attachments(files.length, t.words.list(files))));
  lines.push(safe(t.words.asOf(d.at(report.obligation.now))));
  const fields = report.nil ? [] : report.fields.flatMap((field) => fieldBlocks(voice, field));
  const blocks = [
    ...sections(lines),
    ...fields,
    ...actions([...decisionButtons(voice, shown), unitButton(voice, report)]),
  ];
  return message(t.words.sentence(t.words.clauses([title, filedHow(voice, report)])), blocks, t.words.cut);
}
