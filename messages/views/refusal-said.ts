// What the tables of refusals share: the shape of a refusal in words, and the doors it shows instead.

import type { Button } from '@slack/types';
import type { ActionInput } from '../../domain/actions.ts';
import type { Language } from '../../domain/campaign.ts';
import type { CommandName, Refusal } from '../../domain/outcome.ts';
import { button } from '../blocks.ts';
import type { Catalog } from '../catalog.ts';
import type { Mrkdwn } from '../escape.ts';

/** Refusals that are words and buttons; a refused form comes back as a form (form-report.ts, forms.ts). */
export type SaidRefusal = Exclude<Refusal, { kind: 'form' }>;
/** `below`: what was typed and is not to be lost. */
export type Said = { sentence: string; buttons: Button[]; below?: Mrkdwn[] };
export type Sayings = {
  [K in SaidRefusal['kind']]: (
    refusal: Extract<SaidRefusal, { kind: K }>,
    speaker: { language: Language; t: Catalog },
  ) => Said;
};

export const seeStatus = (t: Catalog): Button => button('status', {}, t.words.buttons.status);
export const seeMine = (t: Catalog): Button => button('mine', {}, t.words.buttons.mine);
export const offer = (t: Catalog, name: CommandName, input: ActionInput = {}): Button =>
  button(name, input, t.commands[name].name);

export const askOffice = (t: Catalog, sentence: string, contact: readonly string[]): string =>
  contact.length === 0 ? sentence : t.words.sentences([sentence, t.refusals.ask(t.words.list(contact))]);

/** A command's word with what may follow it. */
export function usageOf(t: Catalog, command: CommandName): string {
  const { word, arguments: rest } = t.commands[command];
  return rest === '' ? word : `${word} ${rest}`;
}
