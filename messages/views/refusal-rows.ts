// Refusals about one row of the ledger, one chase or one bulletin: how it stands is why not.

import type { Language } from '../../domain/campaign.ts';
import type { ObligationFacts, PeriodFacts } from '../../domain/facts.ts';
import { as, type Instant } from '../../domain/ids.ts';
import { button } from '../blocks.ts';
import { namesOf, reportOf, titledOf, type Voice, voiceOf } from './phrases.ts';
import { type Said, type Sayings, seeMine } from './refusal-said.ts';

/** A sentence about one row: its unit, its report, how it stands. */
function onRow(
  language: Language,
  row: ObligationFacts,
  say: (voice: Voice, unit: string, report: string, standing: string) => string,
): Said {
  const voice = voiceOf(language, row);
  const { standing, buttons } = voice.t.words;
  const sentence = say(voice, row.unit.name, reportOf(voice, row), standing[row.standing]);
  return { sentence, buttons: [button('status', { unit: row.unit.id }, buttons.status)] };
}

/** A voice for a refusal that has no moment: it sees a period from within, and so says no year. */
const voiceWithin = (language: Language, { from }: PeriodFacts): Voice =>
  voiceOf(language, { now: as<Instant>(Date.parse(from)), zone: 'UTC' });

export const rowSayings = {
  nil_not_allowed: ({ obligation }, { language, t }) => ({
    ...onRow(language, obligation, (_, unit, report) => t.refusals.nilNotAllowed(unit, report)),
    buttons: [button('report', { obligation: obligation.id }, t.words.buttons.report, 'primary')],
  }),
  not_owed: ({ obligation }, { language, t }) =>
    onRow(language, obligation, (_, unit, report, standing) => t.refusals.notOwed(unit, report, standing)),
  nothing_to_decide: ({ obligation, command }, { language, t }) =>
    onRow(language, obligation, (_, unit, report, standing) =>
      t.refusals.nothingToDecide(unit, report, t.commands[command].name, standing),
    ),
  already_decided: ({ obligation, by, at }, { language, t }) =>
    onRow(language, obligation, ({ d }, unit, report, standing) =>
      t.refusals.alreadyDecided(unit, report, by, d.at(at), standing),
    ),
  not_late: ({ obligation }, { language, t }) =>
    onRow(language, obligation, (_, unit, report) => t.refusals.notLate(unit, report)),
  dispute_too_late: ({ obligation, bulletinNo }, { language, t }) =>
    onRow(language, obligation, (_, unit, report) => t.refusals.disputeTooLate(unit, report, bulletinNo)),
  no_such_obligation: ({ duty, unit, period }, { language, t }) => {
    const report = period === null ? duty.name : reportOf(voiceWithin(language, period), { duty, period });
    return { sentence: t.refusals.noSuchObligation(unit?.name ?? null, report), buttons: [seeMine(t)] };
  },
  nobody_to_chase: ({ duty, period }, { language, t }) => ({
    sentence: t.refusals.nobodyToChase(reportOf(voiceWithin(language, period), { duty, period })),
    buttons: [button('status', { duty: duty.id, period: period.id }, t.words.buttons.status)],
  }),
  chased_lately: ({ rows, ...moment }, { language }) => {
    const { t, d } = voiceOf(language, moment);
    const lines = rows.map(({ obligation, chasedAt }) =>
      t.answers.chasedAt(obligation.unit.name, d.time(chasedAt)),
    );
    return { sentence: t.words.sentence(t.refusals.chasedLately(namesOf(t, lines))), buttons: [] };
  },
  bulletin_state: ({ bulletin, wanted }, { language }) => {
    const voice = voiceOf(language, bulletin);
    const { t } = voice;
    const preview = button('bulletin', { verb: 'preview', bulletin: bulletin.id }, t.words.buttons.preview);
    return { sentence: t.refusals.bulletinState(titledOf(voice, bulletin))[wanted], buttons: [preview] };
  },
} satisfies Partial<Sayings>;
