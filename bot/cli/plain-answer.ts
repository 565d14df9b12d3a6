// What Slack would show of an answer, as lines for a terminal: the sentence first, then what is read below it, block by
// block. Buttons and choosers cannot be pressed here, so only their labels are told, in brackets. Nothing is left out and
// nothing is worded anew: the words are those of messages/.

import type { Language } from '../../domain/campaign.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Message, renderOfferedForm, renderOutcome } from '../../messages/render.ts';
import { plainWords } from '../message-meant.ts';

type Json = Record<string, unknown>;
/** Slack's markup in words: names for mentions, escapes taken back. */
type Words = (text: string) => string;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Bold and italics of whole phrases, as messages/ sets them: between stars or low lines that stand apart from words. */
const EMPHASIS = /(?<![\p{L}\p{N}*_])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu;

function textOf(value: unknown, words: Words): string {
  if (!isObject(value) || typeof value.text !== 'string') return '';
  return value.type === 'mrkdwn' ? words(value.text.replace(EMPHASIS, '$2')) : value.text;
}

function element(json: Json, words: Words): string {
  const options = list(json.options).map((option) => textOf(option.text, words));
  return `[${options.length > 0 ? options.join(' | ') : textOf(json.text, words)}]`;
}

const cellOf = (cell: Json): string => {
  const parts = list(cell.elements).flatMap((part) => list(part.elements));
  return parts.length > 0 ? parts.map(({ text }) => String(text)).join('') : String(cell.text);
};
const rowsOf = (rows: unknown): string[] =>
  Array.isArray(rows) ? rows.map((row) => list(row).map(cellOf).join(' | ')) : [];

function linesOf(block: Json, words: Words): string[] {
  const elements = list(block.elements);
  if (block.type === 'actions') return [elements.map((each) => element(each, words)).join(' ')];
  if (block.type === 'table') return rowsOf(block.rows);
  if (block.type === 'context') return elements.map((each) => textOf(each, words));
  const beside = isObject(block.accessory) ? ` ${element(block.accessory, words)}` : '';
  const fields = list(block.fields).map((field) => textOf(field, words));
  return [`${textOf(block.text, words)}${beside}`, ...fields];
}

/** The sentence and what is read below it, which may be the same sentence once more. */
function inLines(text: string, blocks: readonly object[], words: Words): string {
  const sentence = words(text);
  const below = blocks.flatMap((block) => linesOf(block as Json, words));
  return [sentence, ...below.filter((line) => line !== sentence)]
    .filter((line) => line.trim() !== '')
    .join('\n');
}

const said = ({ text, blocks }: Message, words: Words): string => inLines(text, blocks, words);

/** An outcome as plain text in the language of the terminal; `names` by Slack id, for people who are mentioned. */
export function plainAnswer(
  outcome: Outcome,
  language: Language,
  names: ReadonlyMap<string, string>,
): string {
  const words: Words = (text) => plainWords(text, names);
  const rendered = renderOutcome(outcome, language);
  switch (rendered.kind) {
    case 'message':
      return [said(rendered.message, words), ...(rendered.picture ? [rendered.picture.alt] : [])].join('\n');
    case 'modal':
      return said(renderOfferedForm(rendered.modal, language), words);
    case 'home':
      return inLines('', rendered.home.blocks, words);
    case 'file':
      return `${said(rendered.message, words)}\n${rendered.text}`;
  }
}
