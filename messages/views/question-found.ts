// What was found of the words somebody looked for: each place with its name, when it was written and the words around it, and
// the button that leads there. Where nothing was found, it says where was looked and what would help. For the asker alone.

import type { Button, KnownBlock, SectionBlock } from '@slack/types';
import type { FoundOutcome, Hit } from '../../domain/ask/found.ts';
import type { Language } from '../../domain/campaign.ts';
import { actions, button, LIMITS, type Message, section, sections, small } from '../blocks.ts';
import { bold, clean, join, lengthOf, type Mrkdwn, md, quote, safe } from '../escape.ts';
import { reportOf, type Voice, voiceOf } from './phrases.ts';
import { answered, headOf, nameOf, scopeOf, someNames } from './question-scope.ts';
import { briefly, namedOf } from './task-phrases.ts';

const QUERY_LENGTH = 40;
const NAME_LENGTH = 120;

/** 市公安局 · 第31周工作进展周报 */
function titleOf(voice: Voice, hit: Hit): string {
  const { what } = voice.t.questions.found;
  switch (hit.what) {
    case 'report':
      return what.report(nameOf(hit.unit), reportOf(voice, hit));
    case 'task':
      return what.task(namedOf(voice, hit));
    case 'entry':
      return what.entry(namedOf(voice, hit));
    case 'minutes':
      return what.minutes(reportOf(voice, hit));
    case 'topic':
    case 'decision':
      return what[hit.what](reportOf(voice, hit), hit.unit && nameOf(hit.unit));
  }
}

/** The words that were looked for in bold, which Slack sets only between blanks. */
function excerptLine({ excerpt }: Hit): Mrkdwn {
  const parts = excerpt.map(({ text, found }) => {
    const shown = clean(text).replace(/\s+/g, ' ');
    return found && shown.trim() !== '' ? bold(shown.trim().replaceAll('*', '∗')) : safe(shown.trim());
  });
  return join(
    parts.filter(({ mrkdwn }) => mrkdwn !== ''),
    ' ',
  );
}

function openButton({ t }: Voice, hit: Hit, campaign: FoundOutcome['campaign']): Button {
  const { show } = t.words.buttons;
  switch (hit.what) {
    case 'report':
      return button('show', { obligation: hit.obligation }, show);
    case 'task':
    case 'entry':
      return button('task', { verb: 'show', task: hit.task }, show);
    default:
      return button('consultation', { campaign, verb: 'show', consultation: hit.consultation }, show);
  }
}

function hitBlock(voice: Voice, hit: Hit, campaign: FoundOutcome['campaign']): SectionBlock {
  const { d } = voice;
  const title = briefly(titleOf(voice, hit), NAME_LENGTH);
  const head = md`${bold(title)} · ${d.at(hit.at)}`;
  return section(join([head, quote(excerptLine(hit))], '\n'), openButton(voice, hit, campaign));
}

/** Where was looked: everywhere or in one kind of thing, of whom, and of which days. */
function whereOf(voice: Voice, { where, units, area, days }: FoundOutcome): string {
  const { t, d } = voice;
  const { found } = t.questions;
  const named = units && someNames(voice, units.map(nameOf));
  const { from, to } = days ?? { from: null, to: null };
  const when =
    from && to ? d.span(from, to) : from ? found.from(d.date(from)) : to ? found.until(d.date(to)) : null;
  return scopeOf([area, named, when, where === null ? null : found.where[where]]);
}

/** The next screen, where a button can carry what it asks for. */
function moreButton({ t }: Voice, { next, of, offset, hits, isMore }: FoundOutcome): Button[] {
  if (!next || lengthOf(JSON.stringify(next)) > LIMITS.value) return [];
  const left = of - offset - hits.length;
  return [button('search', next, t.questions.found.more(left, isMore))];
}

const isNarrow = ({ where, units, area, days }: FoundOutcome): boolean =>
  [where, units, area, days].some((part) => part !== null);

const helpButton = ({ t }: Voice): Button => button('help', {}, t.words.buttons.help);

/** Where nothing was found in a part: the same words everywhere. */
function elsewhereButton(voice: Voice, outcome: FoundOutcome): Button {
  const { campaign, query } = outcome;
  if (!isNarrow(outcome)) return helpButton(voice);
  const everywhere = { campaign, reading: { intent: 'search', query } };
  return button('search', everywhere, voice.t.questions.found.everywhere);
}

function bodyOf(voice: Voice, outcome: FoundOutcome): KnownBlock[] {
  const { found } = voice.t.questions;
  const { hits, campaign, own, where, usable } = outcome;
  const looked = found.looked(where ?? 'all', own);
  if (!usable) return [...sections([safe(found.unusable)]), ...actions([helpButton(voice)]), small(looked)];
  if (hits.length > 0)
    return [
      ...hits.map((hit) => hitBlock(voice, hit, campaign)),
      ...actions(moreButton(voice, outcome)),
      small(looked),
    ];
  return [
    ...sections([safe(found.advice(isNarrow(outcome)))]),
    ...actions([elsewhereButton(voice, outcome)]),
    small(looked),
  ];
}

/** What was found, one screen at a time. */
export function renderFound(outcome: FoundOutcome, language: Language): Message {
  const voice = voiceOf(language, outcome);
  const { found } = voice.t.questions;
  const { query, hits, of, isMore, offset, now, usable } = outcome;
  const asked = briefly(query, QUERY_LENGTH);
  const scope = scopeOf([found.title(asked), whereOf(voice, outcome)]);
  const count = hits.length === 0 ? found.nothing : found.count(of, isMore);
  const said = usable ? count : found.noWords;
  const part = of > hits.length && hits.length > 0 ? found.part(offset + 1, offset + hits.length) : '';
  const head = headOf(voice, scope, found.after(said + part));
  return answered(voice, { scope, said, now }, [section(head), ...bodyOf(voice, outcome)]);
}
