// A change of a running campaign is proposed: reckoned on the definition as it stands, held against every check that a
// campaign file is held against, and kept to be shown before it is made (amendment.ts makes it).

import { planImport } from '../../documents/campaign-diff.ts';
import { readWritten } from '../../documents/campaign-file.ts';
import { asGiven, type Identify } from '../../documents/campaign-merge.ts';
import { writtenCampaign } from '../../documents/campaign-write.ts';
import { keepPeople } from '../../documents/same-people.ts';
import { type AmendmentSubject, hasOffice, type Patch, patchesOf } from '../../domain/amendment.ts';
import type { AmendmentFacts } from '../../domain/amendment-facts.ts';
import type { Campaign } from '../../domain/campaign.ts';
import type { CampaignChange } from '../../domain/campaign-change.ts';
import { insert } from '../../domain/change.ts';
import { type FileProblem, withoutPlace } from '../../domain/file-problem.ts';
import type { CivilDate } from '../../domain/ids.ts';
import type { Outcome, Refusal } from '../../domain/outcome.ts';
import { isOffice } from '../../domain/permission.ts';
import { inOffice } from '../../domain/recipients.ts';
import type { AmendmentRow } from '../../domain/things.ts';
import { dateOf } from '../../domain/zone.ts';
import { readAfresh } from '../afresh.ts';
import type { Context } from '../command.ts';
import { type Decision, decideAndCommit } from '../commit.ts';
import { giveWay } from '../give-way.ts';
import { refused } from '../review-row.ts';
import { accountLines } from './accounts.ts';
import { amendmentFacts } from './facts.ts';

/**
 * Makes the wanted definition of the one that stands; it must name all that is to stay, as a file must. People are who
 * their ids say, but for those of a sheet, who are found by their addresses as those of a file are.
 */
export type Edit = (definition: Campaign, today: CivilDate) => Campaign;

export type Planned =
  | { ok: true; campaign: Campaign; changes: CampaignChange[]; notes: FileProblem[] }
  | { ok: false; problems: FileProblem[] };

/** Why an edited definition would not hold together; what a unit is called since before stands in the way of nothing. */
function problemsOf(before: Campaign, edited: Campaign, today: CivilDate): FileProblem[] {
  const reading = readWritten(writtenCampaign(edited, today));
  if (reading.ok) return [];
  const called = new Set(before.units.flatMap(({ name, aliases }) => [name, ...aliases]));
  const isNew = ({ code, found }: FileProblem) => code !== 'says_else' || !called.has(found);
  return reading.problems.filter(isNew).map(withoutPlace);
}

/**
 * What becomes of a definition by an edit, as an import on `today` would have it; or every reason why the campaign would no
 * longer hold together.
 */
export async function planEdit(
  before: Campaign,
  edited: Campaign,
  today: CivilDate,
  identify: Identify = asGiven,
): Promise<Planned> {
  await giveWay();
  const problems = problemsOf(before, edited, today);
  if (problems.length > 0) return { ok: false, problems };
  await giveWay();
  const { campaign, changes } = planImport(before, edited, today, identify);
  return { ok: true, campaign, changes, notes: [] };
}

/** What the one who proposes gives up by it: their work in the office, or every post they hold. */
function warningFor({ actor }: Context, after: Campaign, today: CivilDate): AmendmentFacts['warns'] {
  const left = inOffice(after, today).filter(({ person }) => person === actor.person.id);
  if (isOffice(actor.postings) && !isOffice(left)) return 'leaves_office';
  return actor.postings.length > 0 && left.length === 0 ? 'leaves_roster' : undefined;
}

/** Whether a change leaves nobody in an office that has somebody; nothing could be changed in chat any more then. */
export const emptiesOffice = (before: Campaign, after: Campaign, today: CivilDate): boolean =>
  hasOffice(before, today) && !hasOffice(after, today);

type Proposal = { subject: AmendmentSubject; edit: Edit; accounts: readonly Patch[] };

async function decide(context: Context, { subject, edit, accounts }: Proposal): Promise<Decision> {
  const fresh = await readAfresh(context);
  const { definition } = fresh.actor.campaign;
  const today = dateOf(fresh.at, definition.zone);
  const identify = subject === 'roster_sheet' ? keepPeople : asGiven;
  const edited = edit(definition, today);
  const planned = await planEdit(definition, edited, today, identify);
  await giveWay();
  const refuse = (refusal: Refusal): Decision => ({ outcome: refused(refusal), changes: [] });
  if (!planned.ok) return refuse({ kind: 'definition_refused', subject, problems: planned.problems });
  const { campaign } = planned;
  if (planned.changes.length === 0 && accounts.length === 0)
    return refuse({ kind: 'nothing_changes', subject });
  if (emptiesOffice(definition, campaign, today)) return refuse({ kind: 'last_of_office', subject });
  const row = rowOf(fresh, subject, campaign, [...(await accountLines(fresh, accounts)), ...planned.changes]);
  const proposed = { ...row, patches: [...row.patches, ...accounts] };
  const warns = warningFor(fresh, campaign, today);
  await giveWay();
  const facts = await amendmentFacts(fresh, { ...proposed, version: 1 });
  const amendment = { ...facts, ...(warns && { warns }) };
  const moment = { now: fresh.at, zone: definition.zone };
  return {
    outcome: { kind: 'amendment', did: 'proposed', amendment, notes: planned.notes, ...moment },
    changes: [insert('amendment', proposed)],
  };
}

function rowOf(
  { actor, at, newId }: Context,
  subject: AmendmentSubject,
  campaign: Campaign,
  changes: CampaignChange[],
): Omit<AmendmentRow, 'version'> {
  return {
    id: `${actor.campaign.id}:${newId()}`,
    campaign: actor.campaign.id,
    subject,
    state: 'proposed',
    patches: patchesOf(actor.campaign.definition, campaign),
    changes,
    proposedBy: actor.person.id,
    proposedAt: at,
    madeBy: null,
    madeAt: null,
    undoneBy: null,
    undoneAt: null,
  };
}

/**
 * Proposes a change and shows it; nothing of it is in force until it is confirmed. Whoever calls has checked that the actor
 * may. `accounts`: patches of Slack accounts that go with it.
 */
export const propose = (
  context: Context,
  subject: AmendmentSubject,
  edit: Edit,
  key?: string,
  accounts: readonly Patch[] = [],
): Promise<Outcome> => decideAndCommit(context, () => decide(context, { subject, edit, accounts }), key);
