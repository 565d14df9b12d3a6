// What was typed into the guide, put together: a campaign file as text, held against the very checks that any file gets, and
// every problem with its place in the guide. Knows no store: who may set up, and how it is kept, is commands/setup/.

import { stringify } from 'yaml';
import type { z } from 'zod';
import type { Calendar } from '../../domain/calendar.ts';
import type { Campaign, Unit, UnitKind } from '../../domain/campaign.ts';
import type { FileProblem } from '../../domain/file-problem.ts';
import { withoutPlace } from '../../domain/file-problem.ts';
import { as, type CampaignId, type CivilDate } from '../../domain/ids.ts';
import {
  OPTIONAL_STEPS,
  SETUP_STEPS,
  type SetupContents,
  type SetupPlace,
  type SetupProblem,
  type SetupStep,
  type SetupStepFacts,
  type SetupValues,
} from '../../domain/setup/facts.ts';
import { readCampaignFile } from '../campaign-file.ts';
import type { campaignFileSchema } from '../campaign-schema.ts';
import { nameKey } from '../nearest.ts';
import { isCivilDate } from '../notation.ts';
import { readAreaLines, type TypedArea } from './area-lines.ts';
import { type Basics, readBasics } from './basics.ts';
import { FORM, usualForm, writeDuty } from './duty-catalogue.ts';
import { readDuties, type TypedDuties } from './duty-lines.ts';
import { LONGEST_FIELD, oneLine } from './lines.ts';
import { readPersonLines, type TypedPerson } from './person-lines.ts';
import { createIds } from './short-ids.ts';
import { readUnitLines } from './unit-lines.ts';

type WrittenFile = z.input<typeof campaignFileSchema>;
type DraftUnit = Pick<Unit, 'name' | 'aliases' | 'kind'> & { id: string; place: SetupPlace };

/** A setup as far as it can be read. */
export type Draft = {
  basics: Basics;
  units: DraftUnit[];
  people: TypedPerson[];
  duties: TypedDuties;
  areas: TypedArea[];
  /** In the order of the steps and their lines. */
  problems: SetupProblem[];
};

export type DraftReading =
  | { ok: true; campaign: Campaign; text: string; warnings: FileProblem[] }
  | { ok: false; problems: SetupProblem[] };

const OFFICE_AT: SetupPlace = { step: 'basics', field: 'office', line: null };

function withIds(basics: Basics, typed: ReturnType<typeof readUnitLines>): DraftUnit[] {
  const nextId = createIds('unit');
  const office: DraftUnit[] =
    basics.office === ''
      ? []
      : [
          {
            id: nextId(basics.office, true),
            name: basics.office,
            aliases: [],
            kind: 'office',
            place: OFFICE_AT,
          },
        ];
  return [
    ...office,
    ...typed.units.map(({ line, ...unit }) => ({
      ...unit,
      id: nextId(unit.name, true),
      place: { step: 'units' as const, field: 'units', line },
    })),
  ];
}

/** What a person cannot have typed into Slack's own form, but may have sent all the same. */
function lengthProblems(values: SetupValues): SetupProblem[] {
  return SETUP_STEPS.flatMap((step) =>
    Object.entries(values[step] ?? {}).flatMap(([field, text]): SetupProblem[] => {
      const length = [...text].length;
      const place = { step, field, line: null, found: '' };
      return length > LONGEST_FIELD ? [{ ...place, code: 'too_long', length, most: LONGEST_FIELD }] : [];
    }),
  );
}

const OFFICE_ROLES: readonly string[] = ['office_director', 'office_staff'];
const PEOPLE_AT = { step: 'people', field: 'people', line: null, found: '' } as const;

/** What each step needs at the least, once it was begun at all. */
function emptyProblems(
  { units, people }: Pick<Draft, 'units' | 'people'>,
  found: readonly SetupProblem[],
): SetupProblem[] {
  const isSilent = (step: SetupStep) => found.every((problem) => problem.step !== step);
  const problems: SetupProblem[] = [];
  if (units.every(({ kind }) => kind === 'office') && isSilent('units'))
    problems.push({ step: 'units', field: 'units', line: null, found: '', code: 'missing' });
  if (people.length === 0 && isSilent('people')) problems.push({ ...PEOPLE_AT, code: 'missing' });
  else if (isSilent('people') && !people.some(({ role }) => OFFICE_ROLES.includes(role)))
    problems.push({ ...PEOPLE_AT, code: 'no_office_people' });
  return problems;
}

const inOrder = (problems: readonly SetupProblem[]): SetupProblem[] =>
  [...problems].sort((a, b) => SETUP_STEPS.indexOf(a.step) - SETUP_STEPS.indexOf(b.step));

/** Reads all steps; `taken` are the ids of campaigns that there are. */
export function readDraft(values: SetupValues, taken: ReadonlySet<CampaignId> = new Set()): Draft {
  const basics = readBasics(values.basics, taken);
  const typedUnits = readUnitLines(values.units?.units);
  const units = withIds(basics, typedUnits);
  const office = units.find(({ kind }) => kind === 'office')?.id ?? null;
  const byField = ['people', 'more'].map((field) =>
    readPersonLines(field, values.people?.[field], { units, office }),
  );
  const people = byField.flatMap((each) => each.people);
  const duties = readDuties(values.duties, basics.head.from);
  const { areas, problems: ofAreas } = readAreaLines(values.areas?.areas, { units, office });
  const found = [
    ...lengthProblems(values),
    ...basics.problems,
    ...typedUnits.problems,
    ...byField.flatMap((each) => each.problems),
    ...duties.problems,
    ...ofAreas,
  ];
  return {
    basics,
    units,
    people,
    duties,
    areas,
    problems: inOrder([...found, ...emptyProblems({ units, people }, found)]),
  };
}

/** How each step stands; one that was never saved is empty, whatever it would lack. */
export const stepsOf = (values: SetupValues, problems: readonly SetupProblem[]): SetupStepFacts[] =>
  SETUP_STEPS.map((step) => {
    const own = problems.filter((problem) => problem.step === step);
    const isOptional = OPTIONAL_STEPS.includes(step);
    const isBlank = Object.values(values[step] ?? {}).every((typed) => oneLine(typed) === '');
    const isFilled = values[step] !== undefined && !(isOptional && isBlank);
    const unfilled = isOptional ? 'optional' : 'empty';
    const state = !isFilled ? unfilled : own.length > 0 ? 'wrong' : 'done';
    return { step, state, problems: own.length };
  });

/** What stands in a draft, as far as it can be read. */
export function contentsOf({ basics: { head }, units, people, duties, areas }: Draft): SetupContents {
  const day = (typed: string): CivilDate | null => (isCivilDate(typed) ? as<CivilDate>(typed) : null);
  return {
    name: head.name,
    from: day(head.from),
    to: day(head.to),
    units: units.map(({ id, name, kind }) => ({ id, name, kind })),
    people: new Set(people.map(({ email, slack, name }) => email?.toLowerCase() ?? slack ?? name)).size,
    officePeople: people.filter(({ role }) => OFFICE_ROLES.includes(role)).map(({ name }) => name),
    duties: duties.chosen.map(
      (duty) => writeDuty(duty, head.language ?? 'zh', termsOf({ head, units, duties })).name,
    ),
    areas: areas.map(({ name }) => name),
  };
}

function termsOf({
  head,
  units,
  duties,
}: {
  head: Basics['head'];
  units: readonly DraftUnit[];
  duties: TypedDuties;
}) {
  const has = (kind: UnitKind) => units.some((unit) => unit.kind === kind);
  const owing = (['member', 'locality'] as const).filter(has);
  return {
    weekday: duties.weekday,
    time: duties.time,
    filing: duties.filing,
    final: duties.final || head.to,
    kinds: owing.length > 0 ? owing : (['association'] as const).filter(has),
  };
}

const USES_FORM: readonly string[] = ['weekly', 'monthly', 'stage'];

function fileOf({ basics: { head }, units, people, duties, areas }: Draft): WrittenFile {
  const language = head.language ?? 'zh';
  const terms = termsOf({ head, units, duties });
  const figures = duties.figures.map(({ place: _, ...figure }) => figure);
  const isFormUsed = duties.chosen.some((duty) => USES_FORM.includes(duty));
  return {
    campaign: head,
    units: units.map(({ place: _, ...unit }) => unit),
    people: people.map(({ place: _, ...person }) => person),
    areas: areas.map(({ place: _, ...area }) => area),
    phases: duties.phases.map(({ place: _, ...phase }) => phase),
    figures,
    ...(isFormUsed && {
      forms: {
        [FORM]: usualForm(
          language,
          figures.map(({ id }) => id),
        ),
      },
    }),
    duties: duties.chosen.map((duty) => writeDuty(duty, language, terms)),
  };
}

const FIELD_OF_HEAD: Record<string, string> = {
  working_hours: 'hours',
  'channels.office': 'officeChannel',
  'channels.bulletin': 'bulletin',
};

/** Where in the guide a place of the file was typed. */
function placeOf(path: string, { units, people, duties, areas }: Draft): SetupPlace {
  const [section, second = '', ...rest] = path.split('.');
  const index = Number(second);
  const key = [second, ...rest].join('.');
  switch (section) {
    case 'campaign':
      return { step: 'basics', field: FIELD_OF_HEAD[key] ?? second, line: null };
    case 'units':
      return units[index]?.place ?? { step: 'units', field: 'units', line: null };
    case 'people':
      return people[index]?.place ?? { step: 'people', field: 'people', line: null };
    case 'areas':
      return areas[index]?.place ?? { step: 'areas', field: 'areas', line: null };
    case 'phases':
      return duties.phases[index]?.place ?? { step: 'duties', field: 'phases', line: null };
    case 'figures':
      return duties.figures[index]?.place ?? { step: 'duties', field: 'figures', line: null };
    default: {
      const duty = duties.chosen[index];
      return { step: 'duties', field: duty === 'filing' || duty === 'final' ? duty : 'duties', line: null };
    }
  }
}

/** An area that is called as a unit is: the area is the odd one. */
const placeOfArea = ({ code, expected, found }: FileProblem, { areas }: Draft): SetupPlace | undefined =>
  code === 'says_else' && expected === 'area'
    ? areas.find(({ name }) => nameKey(name) === nameKey(found))?.place
    : undefined;

const asSetupProblem = (problem: FileProblem, draft: Draft): SetupProblem => ({
  ...(placeOfArea(problem, draft) ?? placeOf(problem.path, draft)),
  found: problem.found,
  code: 'file',
  problem: withoutPlace(problem),
});

/** Holds a draft in which every line could be read against the checks of a campaign file. */
export function readAsFile(draft: Draft, calendar?: Calendar): DraftReading {
  if (draft.problems.length > 0) return { ok: false, problems: draft.problems };
  const text = stringify(fileOf(draft), { lineWidth: 120, aliasDuplicateObjects: false });
  const reading = readCampaignFile(text, calendar ? { calendar } : {});
  if (!reading.ok)
    return {
      ok: false,
      problems: inOrder(reading.problems.map((problem) => asSetupProblem(problem, draft))),
    };
  return { ok: true, campaign: reading.campaign, text, warnings: reading.warnings.map(withoutPlace) };
}
