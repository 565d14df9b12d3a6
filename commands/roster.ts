// 名册: who holds which role, of one unit or of all. Phones are masked (158****3957) but one's own (domain.md, "Records").

import type { Posting } from '../domain/campaign.ts';
import type { RosterEntry } from '../domain/facts.ts';
import { as, type CivilDate, type PersonId, type UnitId } from '../domain/ids.ts';
import { personFacts, type Scene, unitFacts } from '../domain/obligation-facts.ts';
import { inOffice } from '../domain/recipients.ts';
import { maySee } from '../domain/sight.ts';
import type { LeaveRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import { type Context, defineCommand } from './command.ts';
import { sceneOf } from './ledger.ts';
import { readTargets, unknownWord } from './targets.ts';

const SHOWN = 3;
const SHOWN_AT_THE_END = 4;

/** A phone number with its middle hidden; a short one is hidden but for its last two digits. */
export function maskPhone(phone: string): string {
  if (phone.length <= SHOWN + SHOWN_AT_THE_END) return `****${phone.slice(-2)}`;
  return `${phone.slice(0, SHOWN)}****${phone.slice(-SHOWN_AT_THE_END)}`;
}

/** The leave that somebody is on: of several the one that lasts longest. */
function leaveOn(leaves: readonly LeaveRow[], person: PersonId, today: CivilDate): LeaveRow | undefined {
  const now = leaves.filter((leave) => leave.person === person && leave.from <= today && today <= leave.to);
  return now.sort((a, b) => (a.to < b.to ? 1 : -1))[0];
}

function entryOf(
  { actor }: Context,
  scene: Scene,
  leaves: readonly LeaveRow[],
  posting: Posting,
): RosterEntry {
  const { person, role, unit, phone, email } = posting;
  const row = scene.people.get(person);
  const leave = leaveOn(leaves, person, dateOf(scene.now, scene.campaign.zone));
  const isOpen = maySee(actor.postings, {
    kind: 'phone',
    of: person,
    viewer: actor.person.id,
    revealed: false,
  });
  return {
    person: personFacts(scene, person),
    role,
    unit: unit ? unitFacts(scene.campaign, unit) : null,
    phone: phone === undefined || isOpen ? (phone ?? null) : maskPhone(phone),
    email: email ?? null,
    bound: row !== undefined && row.slack !== null && row.trouble === null,
    onLeaveUntil: leave?.to ?? null,
    standIn: leave?.deputy ? personFacts(scene, leave.deputy) : null,
  };
}

export const roster = defineCommand({
  name: 'roster',
  words: { zh: ['名册', '通讯录', '联络员'], en: ['roster', 'contacts'] },
  access: 'all',
  parse: (rest, context) => {
    const { unit, rest: left } = readTargets(context, rest);
    if (left !== '') return { refusal: unknownWord(context, left, 'unit') };
    return unit ? { unit: unit.id } : {};
  },
  run: async (context, input) => {
    const campaign = context.actor.campaign.definition;
    const unit = input.unit === undefined ? null : as<UnitId>(input.unit);
    if (unit && !campaign.units.some(({ id }) => id === unit))
      return { kind: 'refused', refusal: { kind: 'gone', id: unit } };
    const scene = await sceneOf(context);
    const leaves = await context.store.list('leave', { where: { campaign: campaign.id, cancelled: false } });
    const postings = inOffice(campaign, dateOf(context.at, campaign.zone));
    const shown = postings.filter((posting) => unit === null || posting.unit === unit);
    return {
      kind: 'roster',
      unit: unit && unitFacts(campaign, unit),
      entries: shown.map((posting) => entryOf(context, scene, leaves, posting)),
      now: context.at,
      zone: campaign.zone,
    };
  },
});
