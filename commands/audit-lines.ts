// Lines of the log as facts: ids become the names of what they stand for, and what is only of use to the program is left out.

import type { AuditedThing, AuditFacts } from '../domain/facts.ts';
import { as, type PersonId, type UnitId } from '../domain/ids.ts';
import { dutyFacts, nameOf, type Scene, unitFacts } from '../domain/obligation-facts.ts';
import type { AuditRow } from '../domain/things.ts';
import { describePeriod } from './period-meant.ts';

/** Keys under which a unit stands, and those that say nothing to a reader. */
const OF_UNITS: ReadonlySet<string> = new Set(['unit', 'lead', 'fromUnit', 'toUnit']);
const TECHNICAL: ReadonlySet<string> = new Set(['topic', 'coming', 'other']);

/** What a line is about, in the campaign's own words, to be looked for: a row of the ledger, a unit, a person. */
function objectOf(scene: Scene, object: string): string {
  const { campaign } = scene;
  // A change of settings or roster has the campaign's id, and one of its own behind it.
  if (object === campaign.id || object.startsWith(`${campaign.id}:`)) return campaign.name;
  const [of, duty, unit, period] = object.split('/');
  if (of !== campaign.id || duty === undefined)
    return campaign.units.find(({ id }) => id === object)?.name ?? nameOf(scene, object as PersonId);
  const names = [
    campaign.duties.find(({ id }) => id === duty)?.name ?? duty,
    campaign.units.find(({ id }) => id === unit)?.name ?? unit,
    period,
  ];
  return names.filter((name) => name !== undefined).join(' · ');
}

/** The same as facts, where it is a row of the ledger, a bulletin or a meeting, a task or an incident. */
function thingOf({ campaign }: Scene, object: string): AuditedThing | null {
  const [of, kind, a = '', b] = object.split('/');
  if (of !== campaign.id) return null;
  if (kind === 'task' || kind === 'incident') return { kind, year: Number(a), no: Number(b) };
  const duty = campaign.duties.find(({ id }) => id === kind);
  if (!duty) return null;
  const isUnit = campaign.units.some(({ id }) => id === a);
  // Somebody's answer to a meeting has the meeting's id and their own behind it.
  const period = (isUnit ? (b ?? '') : a).replace(/:p-.*$/, '');
  return {
    kind: 'duty',
    duty: dutyFacts(duty),
    unit: isUnit ? unitFacts(campaign, as<UnitId>(a)) : null,
    period: describePeriod(campaign, duty, as(period)),
  };
}

const detailOf = ({ campaign }: Scene, detail: AuditRow['detail']): AuditFacts['detail'] =>
  Object.fromEntries(
    Object.entries(detail)
      .filter(([key]) => !TECHNICAL.has(key))
      .map(([key, value]) => [
        key,
        OF_UNITS.has(key) && typeof value === 'string' ? unitFacts(campaign, as<UnitId>(value)).name : value,
      ]),
  );

/** A line of the log. */
export function auditFacts(scene: Scene, { at, actor, verb, object, detail }: AuditRow): AuditFacts {
  const of = thingOf(scene, object);
  return {
    at,
    actor: nameOf(scene, actor as PersonId),
    verb,
    object: objectOf(scene, object),
    ...(of && { of }),
    detail: detailOf(scene, detail),
  };
}
