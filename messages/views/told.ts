// Everything one person is told at one time, as one message: a single thing in full, several as a list.
// Each thing becomes a card (cards.ts and its kin); how cards are laid out is decided here.

import type { KnownBlock } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { NoticeItem, Told } from '../../domain/notice.ts';
import { actions, button, type Message, message, section, sections, small } from '../blocks.ts';
import { md, safe } from '../escape.ts';
import type { Card } from './card.ts';
import { isForBoard, noticeCard } from './notices.ts';
import { signed, type Voice, voiceOf } from './phrases.ts';
import { boardCards } from './told-board.ts';

const CARDS_SHOWN = 10;

/** The campaign that a thing is of; null for what is of none in particular, such as a channel that does not work. */
function campaignOf(item: NoticeItem): string | null {
  if ('obligation' in item) return item.obligation.campaignName;
  if ('report' in item) return item.report.obligation.campaignName;
  if ('task' in item) return item.task.campaignName;
  if ('consultation' in item) return item.consultation.campaignName;
  if ('incident' in item) return item.incident.campaignName;
  return 'bulletin' in item ? item.bulletin.campaignName : null;
}

/** The unit that owes it or leads it. */
function unitOf(item: NoticeItem): string | null {
  if ('task' in item) return item.task.lead.id;
  return 'obligation' in item ? item.obligation.unit.id : null;
}

/** What the office is told of many units is one card for each duty and period. */
function cardsOfCampaign(voice: Voice, items: readonly NoticeItem[], withUnit: boolean): Card[] {
  const own = items.filter((item) => !isForBoard(item));
  return [
    ...boardCards(voice, items.filter(isForBoard)),
    ...own.map((item) => noticeCard(voice, item, withUnit)),
  ];
}

const named = ({ t }: Voice, campaign: string, card: Card): Card => ({
  ...card,
  line: { ...card.line, text: t.words.labelled(campaign, card.line.text) },
});

/** Who is told of several campaigns at once reads of which each thing is. */
export function cardsOf(voice: Voice, { items }: Pick<Told, 'items'>): Card[] {
  const own = items.filter((item) => !isForBoard(item));
  const units = new Set(own.map(unitOf));
  const campaigns = [...new Set(items.map(campaignOf))];
  const areSeveral = campaigns.filter((name) => name !== null).length > 1;
  return campaigns
    .flatMap((name) => {
      const some = items.filter((item) => campaignOf(item) === name);
      const cards = cardsOfCampaign(voice, some, units.size > 1);
      return areSeveral && name !== null ? cards.map((card) => named(voice, name, card)) : cards;
    })
    .sort((a, b) => a.rank - b.rank);
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
  const buttons = card.line.buttons ?? card.buttons;
  const [only, second] = buttons;
  if (only !== undefined && second === undefined) return [section(line, only)];
  return [section(line), ...actions(buttons)];
}

function listMessage({ t }: Voice, cards: Card[]): Message {
  const todo = cards.filter((card) => card.todo).length;
  const news = cards.length - todo;
  const hidden = cards.length - CARDS_SHOWN;
  const why = cards.filter((card) => card.why !== null);
  const whys = [...new Set(why.map((card) => card.why ?? ''))];
  const ends = why.some((card) => card.ends === 'other') ? 'other' : 'report';
  const blocks: KnownBlock[] = [
    section(signed('', t.told.several(todo, news))),
    ...cards.slice(0, CARDS_SHOWN).flatMap(lineBlocks),
    ...(hidden > 0
      ? [section(safe(t.words.moreItems(hidden)), button('mine', {}, t.words.buttons.mine))]
      : []),
    ...(whys.length > 0 ? [small(t.told.small(whys, ends, null))] : []),
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
