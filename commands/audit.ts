// 日志: who did what, of everything or of one unit, duty, person or row; the newest first. For office and inspectors.

import type { Where } from '../db/store.ts';
import type { ActionInput } from '../domain/actions.ts';
import type { AuditFacts } from '../domain/facts.ts';
import { as, obligationId, type Period, type UnitId } from '../domain/ids.ts';
import { plain } from '../domain/names.ts';
import type { Scene } from '../domain/obligation-facts.ts';
import { namedSpan } from '../domain/periods.ts';
import type { AuditRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import { auditFacts } from './audit-lines.ts';
import { type Context, defineCommand } from './command.ts';
import { sceneOf } from './ledger.ts';
import { findLogged, withoutLead } from './logged-thing.ts';
import { readTargets } from './targets.ts';

const MOST_LINES = 50;
/** How many lines are looked through at once where the store cannot tell which are meant. */
const PAGE = 500;

/** Whether a line, as it reads, is about what was asked for; a person is found as the one who acted, too. */
const isAbout =
  (wanted: string) =>
  ({ actor, object, detail }: AuditFacts): boolean =>
    plain(`${actor} ${object} ${JSON.stringify(detail)}`).includes(plain(wanted));

type Wanted = {
  /** The lines to look through, as the store finds them. */
  among: Where<'audit'>;
  /** What each of them must say. */
  words: readonly string[];
};

/** What somebody did and what was done about them or for their unit (a change of liaison), of everybody of this name. */
function wantedOfPerson({ campaign }: Scene, name: string, words: readonly string[]): Wanted[] {
  const postings = campaign.people.filter((posting) => posting.name === name);
  const people = [...new Set(postings.map(({ person }) => person))];
  const objects = [...new Set<string>([...people, ...postings.flatMap(({ unit }) => unit ?? [])])];
  return [
    ...people.map((actor) => ({ among: { actor }, words })),
    ...objects.map((object) => ({ among: { object }, words: [...words, name] })),
  ];
}

const nameIn = (all: readonly { id: string; name: string }[], id: string | undefined): string | undefined =>
  all.find((each) => each.id === id)?.name;

/** Of one report, task or incident its own lines, of a unit those of its matters, of a person theirs; other words are looked for in all. */
function wantedIn(scene: Scene, input: ActionInput): Wanted[] {
  const { unit, duty, period, obligation, task, incident, values } = input;
  const { campaign } = scene;
  const said = values?.object;
  const thing = task ?? incident;
  if (thing) return [{ among: { object: thing }, words: [] }];
  const ofUnit = campaign.duties
    .filter(({ id }) => duty === undefined || id === duty)
    .map(({ id }) => obligationId(campaign.id, id, as(unit ?? ''), as(period ?? '')));
  const rows = obligation ? [obligation] : unit && period ? ofUnit : null;
  // One object at a time: of several the newest lines would be sought among all there are.
  if (rows) return rows.map((object) => ({ among: { object }, words: said === undefined ? [] : [said] }));
  const words = [nameIn(campaign.duties, duty), period].filter((each) => each !== undefined);
  if (said !== undefined && campaign.people.some(({ name }) => name === said)) {
    const unitName = nameIn(campaign.units, unit);
    return wantedOfPerson(scene, said, unitName === undefined ? words : [...words, unitName]);
  }
  return [
    { among: unit ? { unit: as<UnitId>(unit) } : {}, words: said === undefined ? words : [...words, said] },
  ];
}

/** The newest lines that fit, looked through page by page, so that what happened lately is found at once. */
async function newestLines(context: Context, scene: Scene, { among, words }: Wanted): Promise<AuditRow[]> {
  const found: AuditRow[] = [];
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const page = await context.store.list('audit', {
      where: { campaign: scene.campaign.id, ...among, seq: { lt: before } },
      orderBy: 'seq',
      desc: true,
      limit: words.length === 0 ? MOST_LINES : PAGE,
    });
    found.push(...page.filter((row) => words.every((each) => isAbout(each)(auditFacts(scene, row)))));
    if (found.length >= MOST_LINES || page.length < PAGE) return found.slice(0, MOST_LINES);
    before = page.at(-1)!.seq;
  }
}

async function linesAbout(context: Context, input: ActionInput): Promise<AuditFacts[]> {
  const scene = await sceneOf(context);
  const found = await Promise.all(wantedIn(scene, input).map((each) => newestLines(context, scene, each)));
  const rows = new Map(found.flat().map((row) => [row.seq, row]));
  const newest = [...rows.values()].sort((a, b) => b.seq - a.seq).slice(0, MOST_LINES);
  return newest.map((row) => auditFacts(scene, row));
}

export const audit = defineCommand({
  name: 'audit',
  words: { zh: ['日志', '操作日志'], en: ['audit', 'log'] },
  access: 'office_or_inspector',
  parse: (typed, context) => {
    const { id, zone } = context.actor.campaign.definition;
    const rest = withoutLead(typed);
    const thing = findLogged(rest, id, Number(dateOf(context.at, zone).slice(0, 4)));
    if (thing) return thing;
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
    const { unit, duty, period } = input;
    const wanted = [
      units.find(({ id }) => id === input.unit)?.name,
      duties.find(({ id }) => id === input.duty)?.name,
      input.values?.object,
    ].filter((each) => each !== undefined);
    const span = period ? namedSpan(context.actor.campaign.definition, as<Period>(period)) : null;
    const object = wanted.length > 0 ? wanted.join(' · ') : null;
    return {
      kind: 'audit',
      object,
      ...(span && period && { period: { id: as<Period>(period), ...span } }),
      about: {
        campaign: context.actor.campaign.id,
        ...(unit && { unit }),
        ...(duty && { duty }),
        ...(period && { period }),
      },
      lines: await linesAbout(context, input),
      now: context.at,
      zone,
    };
  },
});
