// Finds in a text everything that has a name, in the one order in which finding works: topics before names, numbers before
// days, exact names before bodies that resemble them, misspellings last. Compiled once for a campaign.

import type { Campaign } from '../../domain/campaign.ts';
import type { CivilDate, UnitId } from '../../domain/ids.ts';
import { plain } from '../../domain/names.ts';
import {
  homeOf,
  placesOf,
  takeCountyBureaus,
  takeKnownBodies,
  takeLookalikes,
  takeOtherCampaigns,
  takeStrangers,
} from './bodies.ts';
import { activeOf, compileLexicon, type Lexicon, type Named } from './lexicon.ts';
import { takeGroups, takeNames, takeOwn, takeShared } from './names-in.ts';
import { takeBareTask, takeBesideBulletin, takeNumbered } from './numbered.ts';
import type { Reading } from './reading.ts';
import { takeRelative } from './relative-times.ts';
import { type Entity, holdsMark, inOrder, openScan, type Scan, shapeOf, take } from './scan.ts';
import { takeTimes } from './times.ts';
import { takeTopics } from './topic.ts';
import { compileTypos, type Typos, takeTypos } from './typos.ts';

export type Finder = {
  campaign: Campaign;
  lexicon: Lexicon;
  typos: Typos;
  places: RegExp;
  home: RegExp | null;
};

/** Compiles what is looked for. */
export function compileFinder(campaign: Campaign): Finder {
  const lexicon = compileLexicon(campaign);
  const [places, home] = [placesOf(campaign), homeOf(campaign)];
  return { campaign, lexicon, typos: compileTypos(lexicon), places, home };
}

const named = (units: readonly { id: UnitId }[]): Named[] => units.map(({ id }) => ({ kind: 'unit', id }));

function unitsOfGroup({ units, areas }: Campaign, of: 'locality' | 'member' | 'leads'): Named[] {
  if (of !== 'leads') return named(units.filter(({ kind }) => kind === of));
  const leads = new Set(areas.flatMap((area) => area.leads));
  return named(units.filter(({ id }) => leads.has(id)));
}

const fullName = ({ name, aliases }: { name: string; aliases: string[] }): string =>
  plain([name, ...aliases].join(' '));

const entityAt = (scan: Scan, character: string): Entity | undefined =>
  scan.found[character.charCodeAt(0) - 0xe000];

const kindOfUnit = (campaign: Campaign, entity: Entity | undefined): string | undefined =>
  entity?.letter === 'U' ? campaign.units.find(({ id }) => id === entity.named?.[0]?.id)?.kind : undefined;

function takeUnits(scan: Scan, finder: Finder): void {
  const { campaign } = finder;
  takeNames(scan, finder.lexicon);
  const kind = (character: string) => kindOfUnit(campaign, entityAt(scan, character));
  takeCountyBureaus(
    scan,
    (each) => kind(each) === 'locality',
    (each) => kind(each) === 'member',
  );
  takeKnownBodies(scan);
  takeTypos(scan, finder.typos);
  takeStrangers(scan);
  takeLookalikes(scan);
  takeNames(scan, { words: finder.lexicon.cutNames, patterns: [] });
  takeShared(scan, (hasIt) =>
    named(campaign.units.filter((unit) => unit.kind !== 'office' && hasIt.test(fullName(unit)))),
  );
}

/** Words that are wholly a unit's, an area's or a time's name are no topic. */
function nameTest(finder: Finder, today: CivilDate): (topic: string) => boolean {
  return (topic) => {
    // What was found already is no words to look for.
    if (holdsMark(topic)) return true;
    const scan = openScan(topic);
    takeNumbered(scan);
    takeTimes(scan, { campaign: finder.campaign, today });
    takeNames(scan, finder.lexicon);
    takeTypos(scan, finder.typos);
    return /^(?:[UDKTB]|的|和|、|(?<![a-z])(?:at|of|in|for|from|by|the|over|to)(?![a-z])| )+$/.test(
      shapeOf(scan).replace(/[FPA]/g, 'x'),
    );
  };
}

export type Asked = { plain: string; today: CivilDate; own: readonly UnitId[]; after?: Reading };

/** After a question about a task 8号 is a task, after one about an issue 前一期 another. */
function takeBare(scan: Scan, { intent, task, no }: Reading): void {
  if (intent === 'bulletin' && no !== undefined) takeBesideBulletin(scan, no);
  if (intent === 'task' || task !== undefined) takeBareTask(scan);
}

export type FoundIn = { entities: Entity[]; shape: string };

/** Of several units under one name those that exist today. */
function settledUnits({ campaign }: Finder, entity: Entity, today: CivilDate): Entity {
  if (entity.letter !== 'G' || !entity.named) return entity;
  const ids = activeOf(
    campaign,
    entity.named.map(({ id }) => id as UnitId),
    today,
  );
  return { ...entity, letter: ids.length === 1 ? 'U' : 'G', named: ids.map((id) => ({ kind: 'unit', id })) };
}

/** A word like 银行 or 局里 means the asker's own unit, if it fits. */
const ownAmong = (entity: Entity, own: readonly UnitId[]): Entity => {
  const mine =
    entity.letter === 'G' && /里$|^本/.test(entity.raw)
      ? entity.named?.filter(({ id }) => own.includes(id as UnitId))
      : undefined;
  return mine?.length === 1 ? { ...entity, letter: 'O' } : entity;
};

/** Finds everything in a text; the shape has a letter for each thing found. */
export function findIn(finder: Finder, { plain: text, today, own, after }: Asked): FoundIn {
  const { campaign } = finder;
  const scan = openScan(text);
  if (after) takeBare(scan, after);
  takeTopics(scan, nameTest(finder, today));
  if (finder.home) scan.text = scan.text.replace(finder.home, (place) => (text === place ? place : ''));
  takeNumbered(scan);
  if (after) takeRelative(scan, after);
  takeTimes(scan, { campaign, today });
  take(
    scan,
    /移送(?:给|至|到|交)?(?:公安(?:机关|部门|局)?|司法(?:机关)?|检察院)(?:的)?(?:线索|案件)?/g,
    ([raw]) => transferred(campaign, raw),
  );
  takeOwn(scan);
  takeGroups(scan, (of) => unitsOfGroup(campaign, of));
  take(scan, finder.places, ([raw]) => ({ letter: 'C', raw }));
  takeOtherCampaigns(scan, campaign);
  takeUnits(scan, finder);
  joinFigures(scan, campaign);
  leavePlaces(scan);
  const entities = inOrder(scan).map((entity) => ownAmong(settledUnits(finder, entity, today), own));
  scan.found.forEach((entity, at) => {
    scan.found[at] = ownAmong(settledUnits(finder, entity, today), own);
  });
  return { entities, shape: shapeOf(scan) };
}

const PLACE = /([\ue000-\uf8ff])(?=(?:的)?(?:正)?(?:门口|门前|大门|大楼|楼下|楼前|附近|对面|大院|广场))/g;

/** 区政府门口 is a place where something happens, and no unit of which something is asked. */
function leavePlaces(scan: Scan): void {
  scan.text = scan.text.replace(PLACE, (mark) => {
    const entity = entityAt(scan, mark);
    return entity && 'UGXO'.includes(entity.letter) ? entity.raw : mark;
  });
}

const TWO_FIGURES =
  /([\ue000-\uf8ff])((?:数|的|中|都|已经?|被|全部?|有多少|got|have|has|had|were|was|are|is|been|that|which|already|all| )*)([\ue000-\uf8ff])/g;

/** 问题都整改了吗, problems put right: what is put right, and not two figures. */
function joinFigures(scan: Scan, { figures }: Campaign): void {
  const named = (mark: string, part: string): boolean => {
    const entity = entityAt(scan, mark);
    const name = figures.find(({ id }) => id === entity?.named?.[0]?.id)?.name ?? '';
    return entity?.letter === 'F' && name.includes(part);
  };
  scan.text = scan.text.replace(TWO_FIGURES, (whole, first: string, between: string, second: string) =>
    named(first, '问题') && named(second, '整改') ? `${between}${second}` : whole,
  );
}

/** 移送给公安的线索 are leads, whoever gets them. */
function transferred({ figures }: Campaign, raw: string): Entity | null {
  const figure = figures.find(({ name }) => name.includes('移送'));
  return figure
    ? { letter: 'F', raw, named: [{ kind: 'figure', id: figure.id, full: true }], full: true }
    : null;
}
