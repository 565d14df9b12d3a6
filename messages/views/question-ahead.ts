// The answer about periods that have not begun: since when one may report, by when, and how many will owe it.

import type { KnownBlock } from '@slack/types';
import type { Coming } from '../../domain/ask/facts.ts';
import type { Language } from '../../domain/campaign.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { actions, button, type Message, sections } from '../blocks.ts';
import { safe } from '../escape.ts';
import { shiftOf, titledOf, type Voice, voiceOf } from './phrases.ts';
import { answered, headOf, nameOf, scopeOf, someNames } from './question-scope.ts';

type NotBegun = Extract<Outcome, { kind: 'not_begun' }>;

/** 8月8日 周一 起可以报送 · 截止 8月12日 周五 17:00 · 届时应报 10 家 */
function comingLine(voice: Voice, { units: named, coming, period }: NotBegun, each: Coming): string {
  const { t, d } = voice;
  const { ahead } = t.questions;
  const { first, opensAt, units, periods } = each;
  const shift = shiftOf(voice, first);
  return [
    ...(coming.length > 1 ? [titledOf(voice, first)] : []),
    ...(period === null ? [] : [ahead.first(d.period(first.period) || first.duty.name)]),
    ahead.opens(d.on(opensAt)),
    t.answers.deadline(d.due(first)),
    ...(named?.length === 1 ? [] : [ahead.units(units)]),
    ...(periods > 1 ? [ahead.periods(periods)] : []),
    ...(shift === null ? [] : [shift]),
  ].join(' · ');
}

/** What was asked about, when that begins, and what will be due then. */
export function renderNotBegun(asked: NotBegun, language: Language): Message {
  const voice = voiceOf(language, asked);
  const { t, d } = voice;
  const { area, units = [], period, coming, campaign, now } = asked;
  const [{ first }, second] = coming;
  const name = d.periodName(period ?? first.period) || first.duty.name;
  const duty = second === undefined ? first.duty.name : null;
  const scope = scopeOf([area, someNames(voice, units.map(nameOf)), duty, name === duty ? null : name]);
  const said = t.questions.ahead.notBegun(name, period !== null);
  const [unit] = units;
  const about = units.length === 1 && unit ? { unit: unit.id } : { duty: first.duty.id };
  const blocks: KnownBlock[] = [
    ...sections([
      headOf(voice, scope),
      safe(t.questions.alone(said)),
      ...coming.map((each) => safe(comingLine(voice, asked, each))),
    ]),
    ...actions([button('status', { campaign, ...about }, t.words.buttons.status)]),
  ];
  return answered(
    voice,
    { scope, said: t.words.clauses([said, t.questions.ahead.opens(d.on(coming[0].opensAt))]), now },
    blocks,
  );
}
