// The rehearsal: everything that will be sent in the next days, to whom, at which step and why.
// Sends of the same moment, step, duty and period stand in one line.

import type { Language } from '../../domain/campaign.ts';
import type { RehearsedSend } from '../../domain/facts.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Notice } from '../../domain/notice.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { dateOf } from '../../domain/zone.ts';
import { type Message, message, sections, small } from '../blocks.ts';
import { catalogs } from '../catalog.ts';
import { bold, type Mrkdwn, md } from '../escape.ts';
import { namesOf, titledOf, type Voice, voiceOf } from './phrases.ts';
import { namedOf } from './task-phrases.ts';

type Rehearsal = Extract<Outcome, { kind: 'rehearsal' }>;
const LINES_SHOWN = 45;

/** What is sent, to whom, at which step and why, each in a few words. */
export type RehearsedWords = { to: string; what: string; step: string; why: string };

const recipientOf = ({ to }: RehearsedSend): string => ('channel' in to ? `#${to.channel}` : to.name);

function whatOf(voice: Voice, { what, task, duty, period, dueAt, provisional }: RehearsedSend): string {
  const { t, d } = voice;
  const about = task ? namedOf(voice, task) : duty && period && titledOf(voice, { duty, period });
  if (about === null) return t.answers.what(what);
  const titled = t.words.labelled(t.answers.what(what), about);
  return dueAt === null ? titled : `${titled} · ${t.answers.rehearsedDue(d.due({ dueAt, provisional }))}`;
}

/** What is told because it happened is no step of a ladder. */
const stepIn = ({ t }: Voice, { step, what }: RehearsedSend): string =>
  step === what ? t.answers.what(what) : t.words.step(step);

function whyOf(voice: Voice, send: RehearsedSend): string {
  const { t } = voice;
  const why = t.answers.rehearsedWhy(send.role, stepIn(voice, send));
  return why + (send.unbound ? t.words.inParens(t.answers.unbound) : '');
}

/** One send in words, for lists outside of Slack. */
export function describeSend(
  send: RehearsedSend,
  zone: string,
  now: Instant,
  language: Language,
): RehearsedWords {
  const voice = voiceOf(language, { now, zone });
  const unit = send.unit === null ? '' : `${send.unit.name} · `;
  const step = stepIn(voice, send);
  return { to: recipientOf(send), what: unit + whatOf(voice, send), step, why: whyOf(voice, send) };
}

/** A notice by its kind and its step, where nothing more of it is known yet: 会商通知（征集议题）. */
export function describeKind(kind: Notice['kind'], step: string, language: Language): string {
  const { answers, words } = catalogs[language];
  const what = answers.what(kind);
  return step === kind ? what : what + words.inParens(words.step(step));
}

type Line = { at: Instant; what: string; why: string; names: string[] };

function linesOf(voice: Voice, sends: readonly RehearsedSend[]): Line[] {
  const lines = new Map<string, Line>();
  for (const send of sends) {
    const line = { at: send.at, what: whatOf(voice, send), why: whyOf(voice, send), names: [] };
    const key = `${line.at} ${line.what} ${line.why}`;
    if (!lines.has(key)) lines.set(key, line);
    lines.get(key)!.names.push(recipientOf(send));
  }
  return [...lines.values()].sort((a, b) => a.at - b.at);
}

function lineText({ t, d }: Voice, { at, what, why, names }: Line): Mrkdwn {
  const to = t.answers.rehearsedTo(namesOf(t, names.slice(0, 20)), names.length);
  return md`${d.time(at)} · ${what}\n　${to} · ${why}`;
}

function withDays(voice: Voice, zone: string, lines: readonly Line[]): Mrkdwn[] {
  return lines.flatMap((line, i) => {
    const before = lines[i - 1];
    const isNewDay = before === undefined || dateOf(before.at, zone) !== dateOf(line.at, zone);
    return isNewDay ? [bold(voice.d.on(line.at)), lineText(voice, line)] : [lineText(voice, line)];
  });
}

/** Everything that will be sent if nobody does anything; nothing is sent by asking. */
export function renderRehearsal(rehearsal: Rehearsal, language: Language): Message {
  const voice = voiceOf(language, rehearsal);
  const { t, d } = voice;
  const { zone, from, to, sends } = rehearsal;
  const title = t.answers.rehearsal(d.span(dateOf(from, zone), dateOf(to, zone)), sends.length);
  const lines = linesOf(voice, sends);
  const shown = withDays(voice, zone, lines.slice(0, LINES_SHOWN));
  const head = md`${bold(title)} · ${t.words.asOf(d.at(rehearsal.now))}`;
  const note =
    lines.length === 0
      ? t.answers.rehearsalNothing
      : t.answers.rehearsalNote(Math.max(0, lines.length - LINES_SHOWN));
  return message(t.words.sentence(title), [...sections([head, ...shown]), small(note)], t.words.cut);
}
