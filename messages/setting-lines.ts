// What is wrong with the lines of a setting, in words: one line, or the first ones for the error below a field.

import type { LineProblem, SettingProblem } from '../domain/settings-facts.ts';
import type { SettingWords } from './catalog-settings.ts';
import { clean, truncate } from './escape.ts';

const LINE_LENGTH = 40;
const LINES_TOLD = 2;

/** One line that cannot be read, and what it lacks. */
export const badLineText = (words: SettingWords, { no, typed, why }: LineProblem): string =>
  words.badLine(no, truncate(clean(typed), LINE_LENGTH), why);

/** The first lines that cannot be read, and how many there are beside them. */
export const badLinesText = (words: SettingWords, { lines }: SettingProblem): string =>
  words.badLines(
    lines
      .slice(0, LINES_TOLD)
      .map((line) => badLineText(words, line))
      .join(''),
    lines.length - LINES_TOLD,
  );
