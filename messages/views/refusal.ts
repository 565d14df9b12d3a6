// Why not, what would be right, and the nearest that would do as a button. A new refusal without words does not compile.

import type { Language } from '../../domain/campaign.ts';
import { actions, button, type Message, message, sections } from '../blocks.ts';
import { catalogs } from '../catalog.ts';
import { datesIn } from '../dates.ts';
import { safe } from '../escape.ts';
import { amendmentSayings } from './amendment.ts';
import { consultationSayings } from './consultation-refusals.ts';
import { incidentSayings } from './incident-refusals.ts';
import { leaveSayings } from './leave-refusals.ts';
import { namesOf } from './phrases.ts';
import { questionSayings } from './question-refusals.ts';
import { choiceButtons, nearButtons, rowChoices } from './refusal-near.ts';
import { rowSayings } from './refusal-rows.ts';
import {
  askOffice,
  offer,
  type Said,
  type SaidRefusal,
  type Sayings,
  seeMine,
  seeStatus,
  usageOf,
} from './refusal-said.ts';
import { setupSayings } from './setup.ts';
import { briefly } from './task-phrases.ts';
import { taskSayings } from './task-refusals.ts';

const sayings: Sayings = {
  ...rowSayings,
  ...taskSayings,
  ...consultationSayings,
  ...incidentSayings,
  ...questionSayings,
  ...amendmentSayings,
  ...setupSayings,
  ...leaveSayings,

  unknown_person: (_, { t }) => ({ sentence: t.refusals.unknownPerson, buttons: [] }),
  no_campaign: (_, { t }) => ({ sentence: t.refusals.noCampaign, buttons: [] }),
  busy: (_, { t }) => ({ sentence: t.refusals.busy, buttons: [] }),
  classified: ({ word }, { t }) => ({ sentence: t.refusals.classified(word), buttons: [] }),
  gone: (_, { t }) => ({ sentence: t.refusals.gone, buttons: [seeMine(t)] }),

  unknown_command: ({ typed, near }, { t }) => ({
    sentence: t.words.sentences([
      t.refusals.unknownCommand(typed),
      ...(near.length > 0 ? [t.refusals.didYouMean] : []),
    ]),
    buttons: [
      ...near.filter((name) => name !== 'help').map((name) => offer(t, name)),
      button('help', {}, t.words.buttons.help),
    ],
  }),
  unknown_word: ({ typed, command }, { t }) => ({
    sentence: t.refusals.unknownWord(typed, usageOf(t, command)),
    buttons: [offer(t, command)],
  }),
  unknown_period: ({ typed }, { t }) => ({
    sentence: t.refusals.unknownPeriod(typed),
    buttons: [seeStatus(t)],
  }),
  bad_days: ({ typed, most }, { t }) => ({
    sentence: t.refusals.badDays(typed, most),
    buttons: [offer(t, 'rehearse')],
  }),
  bad_range: ({ typed }, { t }) => ({ sentence: t.refusals.badRange(typed), buttons: [] }),

  unknown_unit: ({ typed, near, askedFor }, { t }) => ({
    sentence: t.refusals.unknownUnit(typed, near[0]?.name ?? null),
    buttons: [...nearButtons(t, 'unit', near, askedFor), button('roster', {}, t.words.buttons.allUnits)],
  }),
  ambiguous_unit: ({ typed, choices, askedFor }, { t }) => ({
    sentence: t.refusals.ambiguousUnit(typed),
    buttons: choiceButtons('unit', choices, askedFor),
  }),
  unknown_duty: ({ typed, near, askedFor }, { t }) => ({
    sentence: t.refusals.unknownDuty(typed, near[0]?.name ?? null),
    buttons: near.length > 0 ? nearButtons(t, 'duty', near, askedFor) : [seeStatus(t)],
  }),
  unknown_member: ({ typed, near, askedFor }, { t }) => ({
    sentence: t.refusals.unknownMember(typed, near[0]?.name ?? null),
    buttons: nearButtons(t, 'person', near, askedFor ?? { action: 'leave', input: {} }),
  }),
  which_unit: ({ command, choices }, { t }) => ({
    sentence: t.refusals.whichUnit(t.commands[command].name),
    buttons: choiceButtons('unit', choices, { action: command, input: {} }),
  }),
  which_obligation: ({ command, choices }, { t, language }) => ({
    sentence: t.refusals.whichObligation(t.commands[command].name),
    buttons: rowChoices(language, command, choices),
  }),

  office_only: ({ command, contact }, { t }) => ({
    sentence: askOffice(t, t.refusals.officeOnly(t.commands[command].name), contact),
    buttons: [seeStatus(t)],
  }),
  no_role_for: ({ command, contact }, { t }) => ({
    sentence: askOffice(t, t.refusals.noRoleFor(t.commands[command].name), contact),
    buttons: [button('help', {}, t.words.buttons.help)],
  }),
  not_your_unit: ({ unit, contact }, { t }) => ({
    sentence: askOffice(t, t.refusals.notYourUnit(unit.name), contact),
    buttons: [seeMine(t)],
  }),
  content_not_yours: ({ unit, contact }, { t }) => ({
    sentence: t.words.sentences([
      t.refusals.contentNotYours,
      t.refusals.contentInstead(t.words.list(contact)),
    ]),
    buttons: [button('status', { unit: unit.id }, t.words.buttons.status)],
  }),
  nothing_owed: ({ units }, { t }) => ({
    sentence: t.refusals.nothingOwed(
      namesOf(
        t,
        units.map(({ name }) => name),
      ),
    ),
    buttons: [seeMine(t)],
  }),
  no_bulletin: ({ nextAt, zone }, { t, language }) => {
    const next = nextAt === null ? null : datesIn(language, { now: nextAt, zone }).at(nextAt);
    return { sentence: t.refusals.noBulletin(next), buttons: [seeStatus(t)] };
  },
};

function saidOf(refusal: SaidRefusal, language: Language): Said {
  // The table has a phrase for each kind; that this one takes this refusal is more than the compiler can follow.
  const say = sayings[refusal.kind] as (
    refusal: SaidRefusal,
    speaker: Parameters<Sayings['busy']>[1],
  ) => Said;
  return say(refusal, { language, t: catalogs[language] });
}

/** As much of what was typed as tells somebody which words were not understood. */
const TYPED_LENGTH = 120;

const brief = (refusal: SaidRefusal): SaidRefusal =>
  'typed' in refusal && typeof refusal.typed === 'string'
    ? ({ ...refusal, typed: briefly(refusal.typed, TYPED_LENGTH) } as SaidRefusal)
    : refusal;

/** What was wrong, what would be right, and a near match to press. */
export function renderRefusal(refusal: SaidRefusal, language: Language): Message {
  const { sentence, buttons, below = [] } = saidOf(brief(refusal), language);
  const blocks = [...sections([safe(sentence), ...below]), ...actions(buttons)];
  return message(sentence, blocks, catalogs[language].words.cut);
}
