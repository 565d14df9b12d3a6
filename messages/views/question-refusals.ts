// Why a question was not answered, by the reason, and the likeliest commands instead.

import type { Button } from '@slack/types';
import type { AskRefusal } from '../../domain/ask/facts.ts';
import { button } from '../blocks.ts';
import type { Catalog } from '../catalog.ts';
import { namesOf } from './phrases.ts';
import { offer, type Sayings } from './refusal-said.ts';

const NEAR_SHOWN = 3;

/** Whom one may ask instead, where the answer is not open to the asker. */
function contactOf(t: Catalog, { reason, contact }: AskRefusal): string[] {
  if (reason !== 'forbidden') return [];
  return [contact.length === 0 ? t.questions.askOffice : t.refusals.ask(namesOf(t, contact))];
}

function buttonsOf(t: Catalog, { reason, near }: AskRefusal): Button[] {
  const likeliest = near.slice(0, NEAR_SHOWN);
  const units = reason === 'unknown_unit' && !likeliest.includes('roster');
  return [
    ...(units ? [button('roster', {}, t.words.buttons.allUnits)] : []),
    ...likeliest.map((name) => offer(t, name)),
    ...(likeliest.includes('help') ? [] : [button('help', {}, t.words.buttons.help)]),
  ];
}

/** What was not understood may have been one of these; else how one may ask. */
const guessOf = (t: Catalog, { near }: AskRefusal): string =>
  near.length > 0 ? t.refusals.didYouMean : t.questions.examples;

export const questionSayings = {
  not_read: (refusal, { t }) => ({
    sentence: t.words.sentences([
      t.questions.notRead[refusal.reason],
      ...contactOf(t, refusal),
      ...(refusal.reason === 'not_understood' ? [guessOf(t, refusal)] : []),
    ]),
    buttons: buttonsOf(t, refusal),
  }),
  choice_gone: ({ what }, { t }) => ({
    sentence: t.asking.gone[what],
    buttons: [button('help', {}, t.words.buttons.help)],
  }),
} satisfies Partial<Sayings>;
