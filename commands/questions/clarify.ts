// Two readings that are equally likely become a question with a button for each; nothing is guessed. A press answers exactly
// the reading that it offered (commands/ask.ts), in the campaign that was meant.

import type { Choice, ChoiceFacts } from '../../domain/ask/facts.ts';
import { dutyFacts, unitFacts } from '../../domain/obligation-facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Reading } from '../ask/reading.ts';
import type { Context } from '../command.ts';
import { momentOf } from './answerer.ts';
import { offeredOf } from './offered.ts';
import { periodNamed, spanFacts } from './span.ts';

const MOST_CHOICES = 5;

/** When it is about: a period, else the days that were named. */
function whenOf({ actor }: Context, reading: Reading): Pick<ChoiceFacts, 'period' | 'days'> {
  const named = periodNamed(reading);
  const period = named && spanFacts(actor.campaign.definition, named);
  const { from = null, to = null } = reading;
  return { period, days: period || (!from && !to) ? null : { from, to } };
}

/** What a reading asks, in facts. */
export function factsOf(context: Context, reading: Reading): ChoiceFacts {
  const { definition } = context.actor.campaign;
  const { intent, units = [], figure = [] } = reading;
  const duty = definition.duties.find(({ id }) => id === reading.duty);
  const area = definition.areas.find(({ id }) => id === reading.area);
  return {
    intent,
    units: units.map((unit) => unitFacts(definition, unit)),
    area: area?.name ?? null,
    duty: duty ? dutyFacts(duty) : null,
    ...whenOf(context, reading),
    state: reading.state ?? null,
    figures: definition.figures.filter(({ id }) => figure.includes(id)).map(({ name }) => name),
    person: reading.person ?? null,
    kind: reading.kind ?? null,
    query: reading.query ?? null,
    no: reading.task ?? reading.no ?? null,
    command: reading.command ?? null,
  };
}

/** Readings that ask for different things, in their order. */
export function different(readings: readonly Reading[]): Reading[] {
  const known = new Set<string>();
  return readings.filter((reading) => {
    const asked = JSON.stringify(Object.entries(offeredOf(reading)).sort(([a], [b]) => (a < b ? -1 : 1)));
    const isNew = !known.has(asked);
    known.add(asked);
    return isNew;
  });
}

/** Puts equally likely readings to the asker, the likeliest first. */
export function clarify(context: Context, readings: readonly Reading[]): Outcome {
  const campaign = context.actor.campaign.id;
  const choices = different(readings)
    .slice(0, MOST_CHOICES)
    .map(
      (reading): Choice => ({
        asks: factsOf(context, reading),
        input: { campaign, reading: offeredOf(reading) },
      }),
    );
  return { kind: 'clarify', choices, ...momentOf(context) };
}

/** Several units were named where one is shown at a time. */
export const chooseUnit = async (context: Context, reading: Reading): Promise<Outcome> =>
  clarify(
    context,
    (reading.units ?? []).map((unit) => ({ ...reading, units: [unit] })),
  );
