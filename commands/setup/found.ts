// A setup becomes a campaign: in one commit with the mark on the setup that it did, so that pressing twice, at two processes
// too, makes one campaign. Of two administrators who set up the first one at the same moment, one is first.

import { planImport } from '../../documents/campaign-diff.ts';
import { readDraft } from '../../documents/setup/draft.ts';
import { audited } from '../../domain/audit.ts';
import type { Campaign } from '../../domain/campaign.ts';
import { type Change, insert, move } from '../../domain/change.ts';
import { as, type PersonId, type SlackUserId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { SetupValues } from '../../domain/setup/facts.ts';
import type { SetupRow } from '../../domain/things.ts';
import { dateOf } from '../../domain/zone.ts';
import type { Deps } from '../command.ts';
import { definitionChanges, readGround } from '../definition-changes.ts';
import { guideOf, type Look, look } from './look.ts';
import { postingOf, previewOf } from './preview.ts';
import { type Entitled, mayThey } from './who-may.ts';

const MOST_TRIES = 5;
/** The first campaign of a database is set up once. */
const FIRST = 'setup:first';

async function changesOf(
  deps: Deps,
  who: SlackUserId,
  row: SetupRow,
  campaign: Campaign,
  { first }: Entitled,
): Promise<Change[] | null> {
  const ground = await readGround(deps, campaign.id);
  if (ground.row) return null;
  const { now } = ground;
  const today = dateOf(now, campaign.zone);
  const [known] = await deps.store.list('person', { where: { slack: who }, limit: 1 });
  const account = await deps.workspace?.findAccount(who);
  const by = known?.id ?? postingOf(campaign, who, account?.email)?.person ?? as<PersonId>(`slack:${who}`);
  const { changes } = planImport(null, campaign, today);
  return [
    ...definitionChanges(ground, campaign, today, now),
    audited(
      { campaign: campaign.id, by, at: now },
      'import',
      { id: campaign.id, version: 0 },
      {
        source: 'chat',
        changes: changes.length,
      },
    ),
    move('setup', row, { campaign: campaign.id, savedAt: now }),
    ...(first ? [insert('request', { id: FIRST, at: now, outcome: campaign.id })] : []),
  ];
}

/** What was set up by this very setup, said once more. */
async function doneBefore(deps: Deps, who: SlackUserId, row: SetupRow): Promise<Outcome | null> {
  const campaign = row.campaign && (await deps.store.find('campaign', row.campaign));
  if (!campaign) return null;
  const draft = readDraft(row.values as SetupValues);
  const read = { campaign: campaign.definition, draft, warnings: [] };
  return {
    kind: 'setup_done',
    campaign: campaign.id,
    preview: await previewOf(deps, who, row.version, read),
  };
}

/** The preview of what stands now, or everything that is in the way. */
export async function showPreview(deps: Deps, who: SlackUserId, seen: Look): Promise<Outcome> {
  const { reading, kept, draft } = seen;
  if (Object.keys(kept.values).length === 0)
    return { kind: 'setup_guide', guide: guideOf(seen), did: 'shown' };
  if (!reading.ok) return { kind: 'setup_wrong', problems: reading.problems };
  const read = { campaign: reading.campaign, draft, warnings: reading.warnings };
  return { kind: 'setup_preview', preview: await previewOf(deps, who, kept.row?.version ?? 0, read) };
}

/** Sets the campaign up as it was previewed; what was changed since is previewed again. */
export async function found(deps: Deps, who: SlackUserId, version: number | undefined): Promise<Outcome> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const row = await deps.store.find('setup', who);
    const before = row && (await doneBefore(deps, who, row));
    if (before) return before;
    const may = await mayThey(deps, who);
    if ('refusal' in may) return { kind: 'refused', refusal: may.refusal };
    const seen = await look(deps, who);
    const { reading, draft, kept } = seen;
    if (!reading.ok || !kept.row || kept.row.version !== version) return showPreview(deps, who, seen);
    const { campaign, warnings } = reading;
    const changes = await changesOf(deps, who, kept.row, campaign, may);
    if (!changes || (await deps.store.commit(changes)).kind !== 'committed') continue;
    const preview = await previewOf(deps, who, kept.row.version, { campaign, draft, warnings });
    return { kind: 'setup_done', campaign: campaign.id, preview };
  }
  return { kind: 'refused', refusal: { kind: 'busy' } };
}
