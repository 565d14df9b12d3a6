// 演练: everything that will be sent in the next days, to whom and why. Sends and writes nothing.

import { readRehearsalSources } from '../db/rehearsal-sources.ts';
import { as, type Instant } from '../domain/ids.ts';
import { rehearse } from '../domain/rehearsal.ts';
import { defineCommand } from './command.ts';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 7;
const MOST_DAYS = 62;

const isDays = (days: number): boolean => Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;

export const rehearseCommand = defineCommand({
  name: 'rehearse',
  words: { zh: ['演练', '预演'], en: ['rehearse', 'rehearsal'] },
  access: 'office',
  parse: (rest) => {
    if (rest === '') return {};
    const days = Number(/^(\d+) *(天|日|days?)?$/.exec(rest)?.[1] ?? Number.NaN);
    return isDays(days) ? { days } : { refusal: { kind: 'bad_days', typed: rest, most: MOST_DAYS } };
  },
  run: async ({ store, actor, at, holidays }, { days = USUAL_DAYS }) => {
    if (!isDays(days))
      return { kind: 'refused', refusal: { kind: 'bad_days', typed: String(days), most: MOST_DAYS } };
    const to = as<Instant>(at + days * DAY_MS);
    const sends = rehearse(await readRehearsalSources(store, actor.campaign, holidays), at, to);
    return { kind: 'rehearsal', from: at, to, sends, now: at, zone: actor.campaign.definition.zone };
  },
});
