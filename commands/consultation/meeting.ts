// A consultation as a command sees it: the row with all that belongs to it, read once, and the ways in which an answer about
// it is made. Nobody gets to see more of it than is theirs (domain/consultation/seen-by.ts).

import { readConsultationSources, readShown } from '../../db/reads.ts';
import type { Meeting } from '../../domain/consultation/decide.ts';
import { type ConsultationSources, consultationFacts } from '../../domain/consultation/describe.ts';
import type {
  ConsultationDid,
  ConsultationFacts,
  ConsultationForm,
  ConsultationOutcome,
} from '../../domain/consultation/facts.ts';
import { asSeenBy } from '../../domain/consultation/seen-by.ts';
import type { ConsultationRow } from '../../domain/consultation/things.ts';
import { consultationVerbsFor } from '../../domain/consultation/verbs.ts';
import type { FieldProblem } from '../../domain/facts.ts';
import type { Scene } from '../../domain/obligation-facts.ts';
import type { Outcome, Refusal } from '../../domain/outcome.ts';
import type { AuditRow } from '../../domain/things.ts';
import type { Context } from '../command.ts';
import type { Decision } from '../commit.ts';
import { actingOf, presenceNow, sceneOf } from '../ledger.ts';
import { refused } from '../review-row.ts';

export type Values = Record<string, string>;
export type Part = Extract<ConsultationOutcome, { kind: 'consultation' }>['part'];

/** One consultation in the hands of the actor; `decided` are the lines of the office's decisions about it, newest first. */
export type At = {
  context: Context;
  scene: Scene;
  sources: ConsultationSources;
  row: ConsultationRow;
  decided: readonly AuditRow[];
};

const DECISIONS = ['agenda', 'issue', 'move', 'cancel', 'minutes', 'approve'].map(
  (verb) => `consultation_${verb}`,
);

const readDecided = ({ store }: Context, { id, campaign }: ConsultationRow): Promise<AuditRow[]> =>
  store.list('audit', {
    where: { campaign, object: id, verb: { in: DECISIONS } },
    orderBy: 'seq',
    desc: true,
  });

export async function readAt(context: Context, row: ConsultationRow): Promise<At> {
  const { store, actor, at } = context;
  const [scene, sources, decided] = await Promise.all([
    sceneOf(context),
    readConsultationSources(store, actor.campaign.definition, row, at),
    readDecided(context, row),
  ]);
  return { context, scene, sources, row, decided };
}

/** What the rules need to decide about it. */
export async function meetingOf({ context, row }: At): Promise<Meeting> {
  const { actor, store } = context;
  return {
    campaign: actor.campaign.definition,
    calendar: actor.calendar,
    presence: await presenceNow(context),
    acting: actingOf(context),
    row,
    shown: await readShown(store, row.id),
  };
}

/** The consultation as the actor may see it; `after`: with what was just decided. */
export const factsOf = (
  { context: { actor }, scene, sources }: At,
  after: Partial<ConsultationSources> = {},
): ConsultationFacts =>
  asSeenBy(consultationFacts(scene, { ...sources, ...after }), actor.postings, actor.person.id);

/** One part of the consultation as it stands after `did`, and what the actor may do with it now. */
export function shown(
  at: At,
  part: Part,
  did: ConsultationDid | null = null,
  after: Partial<ConsultationSources> = {},
): Outcome {
  const { actor, at: now } = at.context;
  const row = after.row ?? at.row;
  const consultation = factsOf(at, after);
  return {
    kind: 'consultation',
    consultation,
    part,
    me: consultation.attendees.find(({ person }) => person.id === actor.person.id) ?? null,
    may: consultationVerbsFor(actor.campaign.definition, row, actor.person.id, now),
    did,
  };
}

export const withoutChanges = (outcome: Outcome): Decision => ({ outcome, changes: [] });
export const refusing = (refusal: Refusal): Decision => withoutChanges(refused(refusal));

/** The form as it opens; with problems it is refused with what was typed in it. */
export const asking = (form: ConsultationForm, values: Values, problems: FieldProblem[] = []): Decision =>
  problems.length > 0
    ? refusing({ kind: 'form', form: { ...form, values, problems } })
    : withoutChanges({ kind: 'ask_form', form: { ...form, values, problems } });
