// 通报: the office previews, edits, approves, publishes and corrects its bulletin. Which may follow which is the table of
// domain/bulletin.ts. Of several who press at once one wins; the others are shown the bulletin as it then stands.

import { readBulletinSources } from '../db/reads.ts';
import type { Where } from '../db/store.ts';
import type { ActionInput } from '../domain/actions.ts';
import {
  type BulletinDecision,
  type BulletinSources,
  bulletinCounterId,
  bulletinFacts,
  decideApprove,
  decideCorrect,
  decideEdit,
  decidePublish,
  peopleInBulletin,
} from '../domain/bulletin.ts';
import { draftsAt } from '../domain/bulletin-period.ts';
import { type Change, expectUnchanged } from '../domain/change.ts';
import { deadlinesAround } from '../domain/defaults.ts';
import type { BulletinFacts } from '../domain/facts.ts';
import { as, type BulletinId, type Instant, type Period } from '../domain/ids.ts';
import { findPeriod } from '../domain/names.ts';
import { nameOf, type Scene } from '../domain/obligation-facts.ts';
import type { Outcome, Refusal } from '../domain/outcome.ts';
import { isOffice } from '../domain/permission.ts';
import type { BulletinRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import { readAfresh } from './afresh.ts';
import { type Candidate, candidatesFor, checkEdit, editsOf, openingEdits } from './bulletin-edit.ts';
import { type Context, defineCommand } from './command.ts';
import { type Decision, decideAndCommit } from './commit.ts';
import { actingOf, latestOf, officeContact, sceneOf } from './ledger.ts';
import { refused } from './review-row.ts';
import { problemsOf, textProblem } from './typed-text.ts';

const VERBS = {
  preview: ['预览', '查看', 'preview', 'show'],
  edit: ['编辑', '修改', 'edit'],
  approve: ['批准', 'approve'],
  publish: ['发布', 'publish'],
  correct: ['更正', 'correct'],
} as const;
type Verb = keyof typeof VERBS;

const isVerb = (verb: string | undefined): verb is Verb => verb !== undefined && Object.hasOwn(VERBS, verb);

const CORRECTION = /(?:更正|correct(?:ion)?)[\s：:，,]*([\s\S]*)$/i;

function parse(rest: string, context: Context, typed: string): ActionInput | { refusal: Refusal } {
  const number = /第\s?(\d+)\s?期|no\.? ?(\d+)|#(\d+)/.exec(rest);
  const no = number && Number(number[1] ?? number[2] ?? number[3]);
  const numbered = number ? rest.replace(number[0], ' ').trim() : rest;
  const { definition } = context.actor.campaign;
  const found = findPeriod(definition, numbered, dateOf(context.at, definition.zone));
  const period = found?.at === 0 ? found : null;
  const said = period ? numbered.slice(period.length).trim() : numbered;
  const spoken = Object.entries(VERBS).flatMap(([verb, words]) =>
    words.filter((word) => said.startsWith(word)).map((word) => ({ verb: verb as Verb, word })),
  )[0];
  const { verb, word } = spoken ?? { verb: 'preview' as const, word: '' };
  const left = said.slice(word.length).trim();
  if (left !== '' && verb !== 'correct')
    return { refusal: { kind: 'unknown_word', typed: left, command: 'bulletin' } };
  const text = verb === 'correct' && left !== '' ? (CORRECTION.exec(typed)?.[1] ?? left) : '';
  return {
    verb,
    ...(no && { no }),
    ...(period && { period: period.value }),
    ...(text !== '' && { values: { text } }),
  };
}

// Which bulletin

/**
 * The one a button points at, or named by its number or the period it reports on; else the newest, to be corrected the
 * newest that is published. An older one that was never published is not taken for the newest.
 */
async function bulletinMeant({ store, actor }: Context, input: ActionInput): Promise<BulletinRow | null> {
  if (input.bulletin) {
    const row = await store.find('bulletin', input.bulletin);
    return row?.campaign === actor.campaign.id ? row : null;
  }
  const newest = async (where: Where<'bulletin'>) =>
    (
      await store.list('bulletin', {
        where: { campaign: actor.campaign.id, ...where },
        orderBy: 'period',
        desc: true,
        limit: 1,
      })
    )[0] ?? null;
  if (input.no !== undefined) return newest({ no: input.no });
  if (input.period) return newest({ collectsPeriod: as<Period>(input.period) });
  const published = input.verb === 'correct' ? await newest({ state: 'published' }) : null;
  return published ?? newest({});
}

/** When the next bulletin will be drafted; null if the campaign has none to come. */
export function nextDraftAt({ actor, at }: Context): Instant | null {
  const { definition } = actor.campaign;
  const moments = definition.duties.flatMap((duty) =>
    duty.kind === 'bulletin'
      ? deadlinesAround(definition, duty, actor.calendar, at).map((deadline) =>
          draftsAt(definition, duty, actor.calendar, deadline),
        )
      : [],
  );
  const coming = moments.filter((moment) => moment !== null).filter((moment) => moment > at);
  return coming.sort((a, b) => a - b)[0] ?? null;
}

function noBulletin(context: Context, { bulletin }: ActionInput): Refusal {
  if (bulletin) return { kind: 'gone', id: bulletin as BulletinId };
  return {
    kind: 'no_bulletin',
    nextAt: nextDraftAt(context),
    zone: context.actor.campaign.definition.zone,
  };
}

// What each verb does

/** `candidates`: what an edit may pick; reports are read for nothing else. */
type At = {
  context: Context;
  scene: Scene;
  sources: BulletinSources;
  facts: BulletinFacts;
  candidates: Candidate[];
};
type Wanted = Extract<Refusal, { kind: 'bulletin_state' }>['wanted'];

/** What of the table stands in the way. */
function obstacle(verb: Verb, { state }: BulletinRow): Wanted | null {
  switch (verb) {
    case 'preview':
      return null;
    case 'edit':
      return state === 'published' ? 'already_published' : null;
    case 'approve':
      if (state === 'drafted') return null;
      return state === 'approved' ? 'already_approved' : 'already_published';
    case 'publish':
      if (state === 'approved') return null;
      return state === 'drafted' ? 'approve_first' : 'already_published';
    case 'correct':
      return state === 'published' ? null : 'not_published';
  }
}

function asked(verb: Verb, at: At, values: Record<string, string> | undefined): Outcome | null {
  if (verb === 'edit') {
    const { candidates } = at;
    const form = { form: 'bulletin_edit' as const, bulletin: at.facts, candidates };
    if (!values)
      return {
        kind: 'ask_form',
        form: { ...form, values: openingEdits(at.sources.bulletin.edits), problems: [] },
      };
    const problems = checkEdit(values, candidates, at.sources.bulletin.edits);
    return problems.length > 0 ? refused({ kind: 'form', form: { ...form, values, problems } }) : null;
  }
  if (verb !== 'correct') return null;
  const form = { form: 'bulletin_correct' as const, bulletin: at.facts };
  if (!values) return { kind: 'ask_form', form: { ...form, values: {}, problems: [] } };
  const problems = problemsOf(textProblem('text', values.text ?? '', true));
  return problems.length > 0 ? refused({ kind: 'form', form: { ...form, values, problems } }) : null;
}

const DID = { edit: 'edited', approve: 'approved', publish: 'published', correct: 'corrected' } as const;

async function decided(
  verb: keyof typeof DID,
  at: At,
  values: Record<string, string>,
): Promise<BulletinDecision> {
  const { context, scene, sources, facts, candidates } = at;
  const { bulletin, own } = sources;
  const acting = actingOf(context);
  switch (verb) {
    case 'edit':
      return decideEdit(bulletin, acting, editsOf(values, candidates, bulletin.edits));
    case 'approve':
      return decideApprove(bulletin, acting, facts);
    case 'publish': {
      const counter = await context.store.find('counter', bulletinCounterId(bulletin));
      const publisher = nameOf(scene, acting.by);
      return decidePublish(bulletin, acting, { own, counter, facts, newId: context.newId, publisher });
    }
    case 'correct': {
      const factsOf = (row: BulletinRow) => bulletinFacts(scene, { ...sources, bulletin: row });
      return decideCorrect(bulletin, acting, (values.text ?? '').trim(), factsOf, context.newId);
    }
  }
}

/** What is approved is what was counted: a report or a task that moves in between makes the counting start again. */
function countedIn({ current, tasks }: BulletinSources, facts: BulletinFacts): Change[] {
  const named = new Set(
    [facts.tasks?.new, facts.tasks?.closed, facts.tasks?.overdue].flatMap((lines) =>
      (lines ?? []).map(({ id }) => id),
    ),
  );
  return [
    ...current.map((row) => expectUnchanged('obligation', row)),
    ...tasks.filter(({ id }) => named.has(id)).map((row) => expectUnchanged('task', row)),
  ];
}

async function decide(
  context: Context,
  verb: Verb,
  meant: BulletinRow,
  input: ActionInput,
): Promise<Decision> {
  const fresh = await readAfresh(context);
  const nothing = (outcome: Outcome): Decision => ({ outcome, changes: [] });
  if (!isOffice(fresh.actor.postings))
    return nothing(refused({ kind: 'office_only', command: 'bulletin', contact: officeContact(fresh) }));
  const bulletin = await fresh.store.find('bulletin', meant.id);
  const campaign = fresh.actor.campaign.definition;
  const sources = bulletin && (await readBulletinSources(fresh.store, campaign, bulletin));
  if (!sources) return nothing(refused({ kind: 'gone', id: meant.id }));
  const scene = await sceneOf(fresh, [...peopleInBulletin(sources.bulletin), fresh.actor.person.id]);
  const latest = verb === 'edit' ? await latestOf(fresh, sources.current) : new Map();
  const candidates = candidatesFor(scene, sources, latest);
  const at: At = { context: fresh, scene, sources, facts: bulletinFacts(scene, sources), candidates };
  const wanted = obstacle(verb, sources.bulletin);
  if (wanted) return nothing(refused({ kind: 'bulletin_state', bulletin: at.facts, wanted }));
  const ask = asked(verb, at, input.values);
  if (ask) return nothing(ask);
  if (verb === 'preview') return nothing({ kind: 'bulletin', bulletin: at.facts, did: 'preview' });
  const { bulletin: after, changes } = await decided(verb, at, input.values ?? {});
  const counted = verb === 'approve' ? countedIn(sources, at.facts) : [];
  return {
    outcome: {
      kind: 'bulletin',
      bulletin: bulletinFacts(scene, { ...sources, bulletin: after }),
      did: DID[verb],
    },
    changes: [...changes, ...counted, expectUnchanged('campaign', fresh.actor.campaign)],
  };
}

export const bulletin = defineCommand({
  name: 'bulletin',
  words: { zh: ['通报'], en: ['bulletin'] },
  access: 'office',
  parse,
  run: async (context, input) => {
    const verb = input.verb ?? 'preview';
    if (!isVerb(verb)) return refused({ kind: 'unknown_word', typed: verb, command: 'bulletin' });
    const meant = await bulletinMeant(context, { ...input, verb });
    if (!meant) return refused(noBulletin(context, input));
    return decideAndCommit(context, () => decide(context, verb, meant, input), input.key);
  },
});
