// Tables: rows that are read down and across, one screen at a time, and the same rows as lines wherever Slack has no tables
// (Home, modals, a workspace that refuses the block). What is in a cell is plain text, so nothing in it can be markup.
// Invariant: a table says nothing that its lines do not say.

import type { Button, KnownBlock, TableBlock } from '@slack/types';
import type { ActionInput } from '../../domain/actions.ts';
import type { PageFacts } from '../../domain/ask/facts.ts';
import { button, LIMITS, type Message, sections, small } from '../blocks.ts';
import { bold, join, lengthOf, type Mrkdwn, plain, safe } from '../escape.ts';
import type { Voice } from './phrases.ts';
import { ROWS_SHOWN } from './question-scope.ts';

/** `number`: on the right, and named when it stands in a line. */
export type Column = { title: string; number?: true };

/** Fewer rows are read faster as lines. */
const LEAST_ROWS = 4;
const CELL_LENGTH = 120;
const TITLE_LENGTH = 40;

export const isTabular = (rows: number): boolean => rows >= LEAST_ROWS;

type Cell = TableBlock['rows'][number][number];
const heading = (title: string): Cell => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [{ type: 'text', text: plain(title, TITLE_LENGTH) || '–', style: { bold: true } }],
    },
  ],
});
const cell = (text: string): Cell => ({ type: 'raw_text', text: plain(text, CELL_LENGTH) || '–' });

/** A table with its headings; a cell without anything shows a dash. */
export const table = (columns: readonly Column[], rows: readonly (readonly string[])[]): TableBlock => ({
  type: 'table',
  column_settings: columns.map(({ number }) => ({ align: number ? 'right' : 'left', is_wrapped: true })),
  rows: [columns.map(({ title }) => heading(title)), ...rows.map((row) => row.map(cell))],
});

type Styled = { elements?: readonly { text?: string }[] };
const textOf = (shown: Cell): string =>
  shown.type === 'rich_text'
    ? (shown.elements as readonly Styled[])
        .flatMap(({ elements = [] }) => elements.map(({ text = '' }) => text))
        .join('')
    : shown.text;

/** **市公安局** · 应报 5 · 按时 4: numbers are named, since no heading stands above them. */
function lineOf(block: TableBlock, row: readonly Cell[]): Mrkdwn {
  const [head = [], settings = []] = [block.rows[0], block.column_settings ?? []];
  const [first = '', ...others] = row.map(textOf);
  const parts = others.map((text, i) =>
    settings[i + 1]?.align === 'right' ? `${textOf(head[i + 1]!)} ${text}` : text,
  );
  return join([bold(first), ...parts.filter((text) => text !== '–').map(safe)], ' · ');
}

/** The same blocks with lines in place of tables. */
export const blocksWithoutTables = (blocks: readonly KnownBlock[]): KnownBlock[] =>
  blocks.flatMap((block) =>
    block.type === 'table' ? sections(block.rows.slice(1).map((row) => lineOf(block, row))) : [block],
  );

/** The same message for where Slack takes no tables. */
export const withoutTables = ({ text, blocks }: Message): Message => ({
  text,
  blocks: blocksWithoutTables(blocks),
});

export const hasTable = ({ blocks }: Pick<Message, 'blocks'>): boolean =>
  blocks.some(({ type }) => type === 'table');

/** The rows of one screen: those from `page.from` on, or the first where the answer has no pages or no such row. */
export function screenOf<Row>(
  rows: readonly Row[],
  page: PageFacts | undefined,
): { shown: Row[]; from: number; left: number } {
  const from = page !== undefined && 0 < page.from && page.from < rows.length ? page.from : 0;
  const shown = rows.slice(from, from + ROWS_SHOWN);
  return { shown, from, left: rows.length - from - shown.length };
}

/** The button to the next screen; none where nothing is left, or a button cannot carry what was asked. */
export function moreButtons({ t }: Voice, page: PageFacts | undefined, next: number, left: number): Button[] {
  if (!page || left <= 0) return [];
  const more = button(page.action, { ...page.again, no: next }, t.tables.more(left));
  return lengthOf(more.value ?? '') > LIMITS.value ? [] : [more];
}

/** The campaign that an answer is about: for people of several, what it leads to must stay in it. */
export const campaignOf = (page: PageFacts | undefined): Pick<ActionInput, 'campaign'> =>
  page?.again.campaign === undefined ? {} : { campaign: page.again.campaign };

/** Which of the rows are shown, where not all are. */
export function partLine({ t }: Voice, from: number, shown: number, of: number): KnownBlock[] {
  return shown < of ? [small(t.tables.part(from + 1, from + shown, of))] : [];
}
