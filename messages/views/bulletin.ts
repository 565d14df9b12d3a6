// The bulletin: its message in the channel, the parts in the thread, a numbered correction, and the office's preview.
// Numbers come as facts, frozen or computed; nothing is reckoned here but percentages.

import type { Button, KnownBlock } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { BulletinFacts } from '../../domain/facts.ts';
import type { BulletinPart, MessageContent } from '../../domain/message-content.ts';
import type { Outcome } from '../../domain/outcome.ts';
import {
  actions,
  button,
  context,
  divider,
  type Message,
  message,
  section,
  sections,
  small,
} from '../blocks.ts';
import { bold, type Mrkdwn, md, pieces, safe } from '../escape.ts';
import { bulletinButtons, countsLine, figuresLine, namedLine } from './bulletin-parts.ts';
import { figureValue, namesOf, standingOf, titledOf, type Voice, voiceOf } from './phrases.ts';
import { taskSectionBlocks } from './task-section.ts';

const PIECE_LENGTH = 2800;
/** In the thread every missing and every late unit is named, as far as one block holds them. */
const NAMED_LENGTH = 1300;
const PARTS: readonly BulletinPart[] = ['overview', 'units', 'highlights', 'next'];

const titleOf = ({ t }: Voice, { duty, no }: BulletinFacts): string => t.bulletin.title(duty.name, no);
const textSections = (text: string): KnownBlock[] =>
  pieces(text.trim(), PIECE_LENGTH).map((piece) => section(piece));

/** When a published one was issued; before that, today. */
const issuedOn = ({ d }: Voice, { publishedAt, now }: BulletinFacts): string => d.on(publishedAt ?? now);

function headLines(voice: Voice, bulletin: BulletinFacts): Mrkdwn[] {
  const title = md`${bold(titleOf(voice, bulletin))} · ${bulletin.issuer} · ${issuedOn(voice, bulletin)}`;
  const lines = [countsLine(voice, bulletin), figuresLine(voice, bulletin), namedLine(voice, bulletin)];
  return [title, ...lines.filter((line) => line !== '').map(safe)];
}

const sentenceOf = (voice: Voice, bulletin: BulletinFacts): string =>
  voice.t.bulletin.text(titleOf(voice, bulletin), countsLine(voice, bulletin));

/** The message in the channel; its parts follow in the thread. */
export function renderBulletinHead(bulletin: BulletinFacts, language: Language): Message {
  const voice = voiceOf(language, bulletin);
  const blocks = [...sections(headLines(voice, bulletin)), small(voice.t.bulletin.folded)];
  return message(sentenceOf(voice, bulletin), blocks, voice.t.words.cut);
}

function overviewBlocks(voice: Voice, bulletin: BulletinFacts): KnownBlock[] {
  const { t } = voice;
  const waived = bulletin.waived.map(({ unit, reason }) =>
    reason === null ? unit.name : unit.name + t.words.inParens(reason),
  );
  const lines = [
    countsLine(voice, bulletin),
    figuresLine(voice, bulletin),
    namedLine(voice, bulletin, NAMED_LENGTH),
    waived.length > 0 ? t.bulletin.waived(namesOf(t, waived, NAMED_LENGTH)) : '',
  ].filter((line) => line !== '');
  const written = bulletin.overview === null ? [] : textSections(bulletin.overview);
  return [...written, ...sections(lines.map(safe)), ...taskSectionBlocks(voice, bulletin.tasks)];
}

function unitLine({ t, d }: Voice, bulletin: BulletinFacts, row: BulletinFacts['rows'][number]): Mrkdwn {
  const figures = bulletin.figures
    .filter(({ id }) => row.figures[id] !== undefined)
    .map((figure) => figureValue(t, figure, row.figures[figure.id]!));
  const filed = row.filedAt === null ? [] : [d.brief(row.filedAt)];
  return md`${bold(row.unit.name)} · ${[standingOf(t, row), ...filed, ...figures].join(' · ')}`;
}

function nextBlocks(voice: Voice, { problems, next, counts }: BulletinFacts): KnownBlock[] {
  const { t } = voice;
  const asked = next ?? t.bulletin.draftedNext(counts.missing, counts.late);
  return [
    ...(problems === null ? [] : [section(bold(t.bulletin.problems)), ...textSections(problems)]),
    section(bold(t.bulletin.next)),
    ...textSections(asked),
  ];
}

function highlightBlocks({ t }: Voice, { highlights }: BulletinFacts): KnownBlock[] {
  if (highlights.length === 0) return [section(safe(t.bulletin.noHighlights))];
  return highlights.flatMap(({ unit, text }) => textSections(t.words.labelled(unit.name, text)));
}

function partBlocks(voice: Voice, part: BulletinPart, bulletin: BulletinFacts): KnownBlock[] {
  switch (part) {
    case 'overview':
      return overviewBlocks(voice, bulletin);
    case 'units':
      return sections(bulletin.rows.map((row) => unitLine(voice, bulletin, row)));
    case 'highlights':
      return highlightBlocks(voice, bulletin);
    case 'next':
      return nextBlocks(voice, bulletin);
  }
}

/** One part of the thread under a bulletin. */
export function renderBulletinPart(part: BulletinPart, bulletin: BulletinFacts, language: Language): Message {
  const voice = voiceOf(language, bulletin);
  const { t } = voice;
  const heading = t.bulletin.parts[part];
  const blocks = [section(bold(heading)), ...partBlocks(voice, part, bulletin)];
  const text = t.words.sentence(t.words.labelled(titleOf(voice, bulletin), heading));
  return message(text, blocks, t.words.cut);
}

type Correction = Extract<MessageContent, { kind: 'bulletin_correction' }>;

/** A numbered correction, under the bulletin that it corrects. */
export function renderCorrection({ bulletin, no }: Correction, language: Language): Message {
  const voice = voiceOf(language, bulletin);
  const { t, d } = voice;
  const title = t.bulletin.correction(bulletin.duty.name, bulletin.no, no);
  const correction = bulletin.corrections.find((each) => each.no === no);
  const written = correction === undefined ? [] : textSections(correction.text);
  const by =
    correction === undefined ? [] : [small(t.bulletin.correctionBy(correction.by, d.at(correction.at)))];
  const text = correction === undefined ? t.words.sentence(title) : t.words.labelled(title, correction.text);
  return message(text, [section(bold(title)), ...written, ...by], t.words.cut);
}

function stateOf({ t, d }: Voice, bulletin: BulletinFacts): string {
  const { state, approvedBy, approvedAt, publishedBy, publishedAt } = bulletin;
  const { none } = t.words;
  const at = (instant: BulletinFacts['approvedAt']) => (instant === null ? none : d.at(instant));
  switch (state) {
    case 'drafted':
      return t.bulletin.state.drafted;
    case 'approved':
      return t.bulletin.state.approved(approvedBy ?? none, at(approvedAt));
    case 'published':
      return t.bulletin.state.published(publishedBy ?? none, at(publishedAt));
  }
}

/** How the reports stand that the bulletin collects. */
const statusButton = ({ t }: Voice, { campaign, collects, collectsPeriod }: BulletinFacts): Button =>
  button('status', { campaign, duty: collects.id, period: collectsPeriod.id }, t.words.buttons.status);

type Shown = Extract<Outcome, { kind: 'bulletin' }>;

/** The whole bulletin: to the office with what it may do next, to everybody else as it was published. */
export function renderBulletin({ bulletin, did }: Shown, language: Language): Message {
  const voice = voiceOf(language, bulletin);
  const { t, d } = voice;
  const sign = did === 'preview' || did === 'read' ? '' : '✅ ';
  const isOut = bulletin.state === 'published';
  const how = t.bulletin.did[isOut && did === 'preview' ? 'read' : did];
  const named = isOut ? titleOf(voice, bulletin) : titledOf(voice, bulletin);
  const heading = md`${sign}${bold(t.words.labelled(how, named))}`;
  const state = t.words.sentences([
    stateOf(voice, bulletin),
    t.questions.alone(t.words.asOf(d.at(bulletin.now))),
  ]);
  const due = isOut ? [] : [t.words.sentence(t.bulletin.due(d.until(bulletin.dueAt)))];
  const parts = PARTS.flatMap((part) => [
    section(bold(t.bulletin.parts[part])),
    ...partBlocks(voice, part, bulletin),
  ]);
  const corrections = bulletin.corrections.map(({ no, text }) =>
    context(md`${bold(t.bulletin.correction(bulletin.duty.name, bulletin.no, no))} ${text}`),
  );
  const blocks: KnownBlock[] = [
    section(heading),
    ...actions(did === 'read' ? [statusButton(voice, bulletin)] : bulletinButtons(voice, bulletin)),
    small(t.words.sentences([...due, state])),
    divider,
    ...sections(headLines(voice, bulletin).slice(0, 1)),
    ...parts,
    ...corrections,
  ];
  const text = t.words.labelled(how, sentenceOf(voice, bulletin));
  return message(text, blocks, t.words.cut);
}
