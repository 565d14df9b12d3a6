// What happened to a task, entry by entry: who, when, what, and the words that were typed, marked off as theirs.

import type { KnownBlock } from '@slack/types';
import type { TaskEntryFacts } from '../../domain/task/facts.ts';
import { section, sections, small } from '../blocks.ts';
import { bold, clean, type Mrkdwn, quote, safe, truncate } from '../escape.ts';
import { namesOf, type Voice } from './phrases.ts';

const ENTRIES_SHOWN = 6;
const TEXT_LENGTH = 200;

/** What was done, in a few words: 反馈，进度 60% · 申请延期至 8月26日 周五（原 8月19日 周五）. */
export function doneWords({ t, d }: Voice, entry: TaskEntryFacts): string {
  return t.tasks.entry(entry.kind, {
    percent: entry.percent,
    until: entry.until === null ? null : d.date(entry.until),
    before: entry.before === null ? null : d.date(entry.before),
    from: entry.fromUnit?.name ?? null,
    to: entry.toUnit?.name ?? null,
    step: entry.step,
  });
}

/** 8月5日 周五 10:00 · 尚工商（市工商局） · 反馈，进度 60% */
const headOf = (voice: Voice, entry: TaskEntryFacts): string =>
  [voice.d.at(entry.at), voice.t.tasks.by(entry.by, entry.unit?.name ?? null), doneWords(voice, entry)].join(
    ' · ',
  );

const typed = (text: string, most: number): Mrkdwn[] =>
  clean(text).trim() === '' ? [] : [quote(safe(truncate(clean(text).trim(), most)))];

/** One entry with its words, its progress and its files; each text cut to `most`. */
export function entryLines(voice: Voice, entry: TaskEntryFacts, most = TEXT_LENGTH): Mrkdwn[] {
  const { t } = voice;
  const names = entry.files.map(({ name }) => name);
  return [
    safe(headOf(voice, entry)),
    ...typed(entry.text, most),
    ...(entry.progress === null ? [] : typed(t.tasks.progress(entry.progress), most)),
    ...(names.length === 0 ? [] : [safe(t.receipt.attachments(names.length, namesOf(t, names, most)))]),
  ];
}

/** The timeline, newest last; the older ones are folded into their number. */
export function timelineBlocks(voice: Voice, timeline: readonly TaskEntryFacts[]): KnownBlock[] {
  if (timeline.length === 0) return [];
  const { t } = voice;
  const shown = timeline.slice(-ENTRIES_SHOWN);
  const hidden = timeline.length - shown.length;
  return [
    section(bold(t.tasks.timeline)),
    ...(hidden > 0 ? [small(t.tasks.earlier(hidden))] : []),
    ...sections(shown.flatMap((entry) => entryLines(voice, entry))),
  ];
}
