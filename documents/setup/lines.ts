// Text typed into a field of many lines, as lines and words. People paste from sheets, chats and documents: any of the usual
// separators counts, numbering and what cannot be seen is dropped. Knows nothing of what the words mean.

import type { SetupPlace } from '../../domain/setup/facts.ts';

/** A line that says something. */
export type TypedLine = { no: number; text: string };

/** Controls but tab and line feed, and formatting that only changes how text is read. */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const NUMBERING = /^(?:\d{1,3}[.．、)）](?!\d)|[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[•·*-](?=\s))\s*/u;
const BETWEEN = /[,，、;；|\t]|\s{2,}/u;

/** Slack's limit of a field, in code points. */
export const LONGEST_FIELD = 3000;
/** A name longer than this is none; it would break every list it stands in. */
export const LONGEST_NAME = 80;

/** How Slack writes what it linked by itself: the address alone is meant. */
const LINKED = /<(?:mailto:|@)([^|>\s]+)(?:\|[^>\n]*)?>/gi;

const seen = (text: string): string =>
  text.normalize('NFC').replace(/\r\n?/g, '\n').replace(UNSEEN, '').replace(LINKED, '$1');

/** A field of one line, without what cannot be seen. */
export const oneLine = (text: string | undefined): string =>
  seen(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** The lines that say something, counted from 1 as they were typed. */
export const typedLines = (text: string | undefined): TypedLine[] =>
  seen(text ?? '')
    .split('\n')
    .map((line, at) => ({ no: at + 1, text: line.replace(/^ +/, '').replace(NUMBERING, '') }))
    .filter((line) => line.text.trim() !== '');

/** The cells of a line: between commas of any width, semicolons, bars, tabs or wide gaps; empty ones are left out. */
export const cellsOf = (line: string): string[] =>
  line
    .split(BETWEEN)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');

/** Whether a line has separators of its own, so that a single space belongs to a name. */
export const isSeparated = (line: string): boolean => BETWEEN.test(line.trim());

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The place of a line in a field. */
export const lineAt =
  (step: SetupPlace['step'], field: string) =>
  (line: number | null): SetupPlace => ({ step, field, line });
