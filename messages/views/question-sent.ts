// An answer about asking itself: what the asker was sent and why.
// What was sent is worded as it was told then; it is for the asker alone.

import type { KnownBlock } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { actions, button, type Message, message, sections } from '../blocks.ts';
import { bold, type Mrkdwn, md } from '../escape.ts';
import { type Voice, voiceOf } from './phrases.ts';
import { answered, headOf, scopeOf } from './question-scope.ts';
import { campaignOf, moreButtons, partLine, screenOf } from './table.ts';
import { briefly } from './task-phrases.ts';
import { cardsOf } from './told.ts';

type Sent = Extract<Outcome, { kind: 'sent' }>;
type Item = Sent['items'][number];

const TITLES_SHOWN = 2;
const TITLE_LENGTH = 80;
const WHY_LENGTH = 120;

/** What one message said, and why it came, seen from the moment at which it was sent. */
function saidIn(
  voice: Voice,
  { zone }: Sent,
  { at, what, told = [] }: Item,
): { titles: string[]; whys: string[] } {
  if (told.length === 0) return { titles: [voice.t.answers.what(what)], whys: [] };
  const cards = cardsOf(voiceOf(voice.language, { now: at, zone }), { items: told });
  const whys = cards.flatMap(({ why }) => (why === null ? [] : [why]));
  return { titles: cards.map(({ title }) => title), whys: [...new Set(whys)] };
}

/** 8月4日 周四 09:00 · 明天 17:00 前请报送：…, and below why it came. */
function itemLine(voice: Voice, sent: Sent, item: Item): Mrkdwn {
  const { t, d } = voice;
  const { titles, whys } = saidIn(voice, sent, item);
  const hidden = titles.length - TITLES_SHOWN;
  const [first = '', ...others] = titles.slice(0, TITLES_SHOWN).map((title) => briefly(title, TITLE_LENGTH));
  const below = [
    ...others,
    ...(hidden > 0 ? [t.questions.more.items(hidden)] : []),
    ...whys.slice(0, 1).map((why) => briefly(why, WHY_LENGTH)),
  ];
  return md`${bold(d.at(item.at))} · ${[first, ...below].join('\n　')}`;
}

/** The duty or the task that was asked about. */
const aboutOf = ({ t }: Voice, { about }: Sent): string | null =>
  about === undefined ? null : 'task' in about ? t.asking.task(about.task) : about.duty.name;

/** What the asker was sent and why, newest first. */
export function renderSent(sent: Sent, language: Language): Message {
  const voice = voiceOf(language, sent);
  const { t } = voice;
  const { items, now, page, isCut = false } = sent;
  const count = items.length === 0 ? t.questions.sentNothing : t.questions.sent(items.length, isCut);
  const scope = scopeOf([aboutOf(voice, sent), count]);
  const { shown, from, left } = screenOf(items, page);
  const lines = shown.map((item) => itemLine(voice, sent, item));
  const newest = items[0] && saidIn(voice, sent, items[0]).titles[0];
  const said = newest === undefined ? null : t.questions.latest(briefly(newest, TITLE_LENGTH));
  const blocks: KnownBlock[] = [
    ...sections([headOf(voice, scope), ...lines]),
    ...partLine(voice, from, lines.length, items.length),
    ...actions([
      ...moreButtons(voice, page, from + lines.length, left),
      button('mine', campaignOf(page), t.words.buttons.mine),
    ]),
  ];
  if (said !== null) return answered(voice, { scope, said, now }, blocks);
  const nothing = t.words.clauses([scope, t.words.asOf(voice.d.at(now))]);
  return message(t.questions.alone(nothing), blocks, t.words.cut);
}
