// Everything one person is told at one time, as one message: a single thing in full, several as a list.
// Each thing becomes a card (cards.ts and its kin); how cards are laid out is decided here.

import type { KnownBlock } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { Told } from '../../domain/notice.ts';
import { actions, button, type Message, message, section, sections, small } from '../blocks.ts';
import { md, safe } from '../escape.ts';
import type { Card } from './card.ts';
import { isForBoard, noticeCard } from './notices.ts';
import { signed, type Voice, voiceOf } from './phrases.ts';
import { boardCards } from './told-board.ts';

const CARDS_SHOWN = 10;

/** What the office is told of many units is one card for each duty and period. */
function cardsOf(voice: Voice, { items }: Told): Card[] {
  const own = items.filter((item) => !isForBoard(item));
  const units = new Set(own.map((item) => ('obligation' in item ? item.obligation.unit.id : null)));
  const single = own.map((item) => noticeCard(voice, item, units.size > 1));
  return [...boardCards(voice, items.filter(isForBoard)), ...single].sort((a, b) => a.rank - b.rank);
}

function fullBlocks(card: Card): KnownBlock[] {
  if (card.blocks !== null) return card.blocks;
  const title = signed(card.sign, card.title);
  const print = card.small === null ? [] : [small(card.small)];
  return [...sections([title, ...card.details]), ...actions(card.buttons), ...print];
}

function lineBlocks(card: Card): KnownBlock[] {
  const { sign, text } = card.line;
  const line = sign === '' ? safe(text) : md`${sign} ${text}`;
  const [only, second] = card.buttons;
  if (only !== undefined && second === undefined) return [section(line, only)];
  return [section(line), ...actions(card.buttons)];
}

function listMessage({ t }: Voice, cards: Card[]): Message {
  const todo = cards.filter((card) => card.todo).length;
  const news = cards.length - todo;
  const hidden = cards.length - CARDS_SHOWN;
  const whys = [...new Set(cards.flatMap((card) => card.why ?? []))];
  const blocks: KnownBlock[] = [
    section(signed('', t.told.several(todo, news))),
    ...cards.slice(0, CARDS_SHOWN).flatMap(lineBlocks),
    ...(hidden > 0
      ? [section(safe(t.words.moreItems(hidden)), button('mine', {}, t.words.buttons.mine))]
      : []),
    ...(whys.length > 0 ? [small(t.told.small(whys, 'report', null))] : []),
  ];
  const text = t.words.sentence(t.told.severalText(todo, news, cards[0]!.title));
  return message(text, blocks, t.words.cut);
}

/** One message for everything told at one time; `items` is not empty. */
export function renderTold(told: Told, language: Language): Message {
  const voice = voiceOf(language, told);
  const cards = cardsOf(voice, told);
  const [only] = cards;
  if (only === undefined || cards.length > 1) return listMessage(voice, cards);
  return message(only.text, fullBlocks(only), voice.t.words.cut);
}
