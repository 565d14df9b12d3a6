// Refusals about one row of the ledger, one chase or one bulletin: how it stands is why not.

import type { Language } from '../../domain/campaign.ts';
import type { ObligationFacts } from '../../domain/facts.ts';
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
  // Without a row there is no moment to see the period from, so it goes by its id.
  no_such_obligation: ({ duty, unit, period }, { t }) => ({
    sentence: t.refusals.noSuchObligation(
      unit?.name ?? null,
      t.words.titled(duty.name, period === null || period.kind === 'once' ? '' : (period.name ?? period.id)),
    ),
    buttons: [seeMine(t)],
  }),
  nobody_to_chase: ({ duty, period }, { t }) => ({
    sentence: t.refusals.nobodyToChase(
      t.words.titled(duty.name, period.kind === 'once' ? '' : (period.name ?? period.id)),
    ),
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
