// 日志: who did what, of everything or of one unit, duty, person or row; the newest first. For office and inspectors.

import type { AuditFacts } from '../domain/facts.ts';
import type { PersonId } from '../domain/ids.ts';
import { plain } from '../domain/names.ts';
import { nameOf, type Scene } from '../domain/obligation-facts.ts';
import type { AuditRow } from '../domain/things.ts';
import { type Context, defineCommand } from './command.ts';
import { sceneOf } from './ledger.ts';
import { readTargets } from './targets.ts';

const MOST_LINES = 50;

/** What a line is about, in the campaign's own words: a row of the ledger, a unit, a person. */
function objectOf(scene: Scene, object: string): string {
  const { campaign } = scene;
  if (object === campaign.id) return campaign.name;
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

const factsOf = (scene: Scene, { at, actor, verb, object, detail }: AuditRow): AuditFacts => ({
  at,
  actor: nameOf(scene, actor as PersonId),
  verb,
  object: objectOf(scene, object),
  detail,
});

/** Whether a line, as it reads, is about what was asked for; a person is found as the one who acted, too. */
const isAbout =
  (wanted: string) =>
  ({ actor, object, detail }: AuditFacts): boolean =>
    plain(`${actor} ${object} ${JSON.stringify(detail)}`).includes(plain(wanted));

async function linesAbout(
  context: Context,
  object: string | undefined,
  wanted: readonly string[],
): Promise<AuditFacts[]> {
  const scene = await sceneOf(context);
  const rows = await context.store.list('audit', {
    where: { campaign: context.actor.campaign.id, ...(object && { object }) },
    orderBy: 'seq',
    desc: true,
    ...(wanted.length === 0 && { limit: MOST_LINES }),
  });
  const facts = rows.map((row) => factsOf(scene, row));
  return facts.filter((line) => wanted.every((each) => isAbout(each)(line))).slice(0, MOST_LINES);
}

export const audit = defineCommand({
  name: 'audit',
  words: { zh: ['日志', '操作日志'], en: ['audit', 'log'] },
  access: 'office_or_inspector',
  parse: (rest, context) => {
    const { unit, duty, period, rest: left } = readTargets(context, rest);
    return {
      ...(unit && { unit: unit.id }),
      ...(duty && { duty: duty.id }),
      ...(period && { period }),
      ...(left !== '' && { values: { object: left } }),
    };
  },
  run: async (context, input) => {
    const { units, duties, zone } = context.actor.campaign.definition;
    const wanted = [
      units.find(({ id }) => id === input.unit)?.name,
      duties.find(({ id }) => id === input.duty)?.name,
      input.period,
      input.values?.object,
    ].filter((each) => each !== undefined);
    const object = wanted.length > 0 ? wanted.join(' · ') : null;
    return {
      kind: 'audit',
      object,
      lines: await linesAbout(context, input.obligation, wanted),
      now: context.at,
      zone,
    };
  },
});
