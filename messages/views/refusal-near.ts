// Near matches and choices as buttons: each asks again what was asked, with the right name in it.

import type { Button } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { ObligationFacts } from '../../domain/facts.ts';
import type { AskedFor, CommandName } from '../../domain/outcome.ts';
import { button } from '../blocks.ts';
import { type Catalog, catalogs } from '../catalog.ts';
import { reportOf, voiceOf } from './phrases.ts';

const CHOICES_SHOWN = 20;
const HOW_IT_STANDS: AskedFor = { action: 'status', input: {} };

type Named = { id: string; name: string };
type Key = 'unit' | 'duty' | 'person';

/** One button for each of several that are equally likely. */
export const choiceButtons = (
  key: Key,
  choices: readonly Named[],
  then: AskedFor = HOW_IT_STANDS,
): Button[] =>
  choices
    .slice(0, CHOICES_SHOWN)
    .map(({ id, name }) => button(then.action, { ...then.input, [key]: id }, name));

/** The nearest as 是，…, the others by name. */
export function nearButtons(
  t: Catalog,
  key: Key,
  near: readonly Named[],
  then: AskedFor = HOW_IT_STANDS,
): Button[] {
  const [first, ...others] = near;
  if (first === undefined) return [];
  const yes = button(then.action, { ...then.input, [key]: first.id }, t.words.yes(first.name), 'primary');
  return [yes, ...choiceButtons(key, others, then)];
}

/** One button for each report that may have been meant. */
export const rowChoices = (
  language: Language,
  command: CommandName,
  choices: readonly ObligationFacts[],
): Button[] =>
  choices.slice(0, CHOICES_SHOWN).map((row) => {
    const report = reportOf(voiceOf(language, row), row);
    return button(command, { obligation: row.id }, catalogs[language].forms.choice(row.unit.name, report));
  });
