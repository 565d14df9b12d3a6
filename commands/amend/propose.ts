// A change of a running campaign is proposed: reckoned on the definition as it stands, held against every check that a
// campaign file is held against, and kept to be shown before it is made (amendment.ts makes it).

import { planImport } from '../../documents/campaign-diff.ts';
import { readCampaignFile } from '../../documents/campaign-file.ts';
import { asGiven, type Identify } from '../../documents/campaign-merge.ts';
import { writeCampaign } from '../../documents/campaign-write.ts';
import { keepPeople } from '../../documents/same-people.ts';
import { type AmendmentSubject, patchesOf } from '../../domain/amendment.ts';
import type { Campaign } from '../../domain/campaign.ts';
import type { CampaignChange } from '../../domain/campaign-change.ts';
import { insert } from '../../domain/change.ts';
import { type FileProblem, withoutPlace } from '../../domain/file-problem.ts';
import type { CivilDate } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { AmendmentRow } from '../../domain/things.ts';
import { dateOf } from '../../domain/zone.ts';
import { readAfresh } from '../afresh.ts';
import type { Context } from '../command.ts';
import { type Decision, decideAndCommit } from '../commit.ts';
import { refused } from '../review-row.ts';
import { amendmentFacts } from './facts.ts';

/**
 * Makes the wanted definition of the one that stands; it must name all that is to stay, as a file must. People are who
 * their ids say, but for those of a sheet, who are found by their addresses as those of a file are.
 */
export type Edit = (definition: Campaign, today: CivilDate) => Campaign;

export type Planned =
  | { ok: true; campaign: Campaign; changes: CampaignChange[]; notes: FileProblem[] }
  | { ok: false; problems: FileProblem[] };

/**
 * What becomes of a definition by an edit, as an import on `today` would have it; or every reason why the campaign would no
 * longer hold together.
 */
export function planEdit(
  before: Campaign,
  edited: Campaign,
  today: CivilDate,
  identify: Identify = asGiven,
): Planned {
  const reading = readCampaignFile(writeCampaign(edited, today));
  if (!reading.ok) return { ok: false, problems: reading.problems.map(withoutPlace) };
  const { campaign, changes } = planImport(before, edited, today, identify);
  return { ok: true, campaign, changes, notes: [] };
}

async function decide(context: Context, subject: AmendmentSubject, edit: Edit): Promise<Decision> {
  const fresh = await readAfresh(context);
  const { definition } = fresh.actor.campaign;
  const today = dateOf(fresh.at, definition.zone);
  const identify = subject === 'roster_sheet' ? keepPeople : asGiven;
  const planned = planEdit(definition, edit(definition, today), today, identify);
  if (!planned.ok)
    return {
      outcome: refused({ kind: 'definition_refused', subject, problems: planned.problems }),
      changes: [],
    };
  if (planned.changes.length === 0)
    return { outcome: refused({ kind: 'nothing_changes', subject }), changes: [] };
  const row = rowOf(fresh, subject, planned.campaign, planned.changes);
  const amendment = await amendmentFacts(fresh, { ...row, version: 1 });
  const moment = { now: fresh.at, zone: definition.zone };
  return {
    outcome: { kind: 'amendment', did: 'proposed', amendment, notes: planned.notes, ...moment },
    changes: [insert('amendment', row)],
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

/** Proposes a change and shows it; nothing of it is in force until it is confirmed. Whoever calls has checked that the actor may. */
export const propose = (
  context: Context,
  subject: AmendmentSubject,
  edit: Edit,
  key?: string,
): Promise<Outcome> => decideAndCommit(context, () => decide(context, subject, edit), key);
