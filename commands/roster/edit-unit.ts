// A unit's names and aliases, its kind, the day it ends, and new units. The office changes all of it; a unit's liaison and
// head what their own unit is called. What the names clash with is said by the checks of a campaign file (amend/propose.ts); what
// is read as something else (domain/unit-names.ts) already at the field.

import type { ActionInput } from '../../domain/actions.ts';
import { unitsKept } from '../../domain/amendment.ts';
import { type Campaign, UNIT_KINDS, type Unit, type UnitKind } from '../../domain/campaign.ts';
import type { FieldProblem } from '../../domain/facts.ts';
import { as, type CivilDate, type UnitId } from '../../domain/ids.ts';
import { plain } from '../../domain/names.ts';
import { unitFacts } from '../../domain/obligation-facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { isOffice } from '../../domain/permission.ts';
import { otherMeanings } from '../../domain/unit-names.ts';
import { type Edit, propose } from '../amend/propose.ts';
import { initialsOf } from '../ask/sounds.ts';
import { readDay } from '../civil-days.ts';
import type { Context } from '../command.ts';
import { officeContact } from '../ledger.ts';
import { refused } from '../review-row.ts';
import { problemsOf, textProblem } from '../typed-text.ts';
import { todayOf } from './read.ts';

const LONGEST_NAME = 64;
const MOST_ALIASES = 20;
const KINDS = UNIT_KINDS.filter((kind) => kind !== 'office');

type Values = Record<string, string>;

const aliasesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,，、;；\n]+/)
      .map((alias) => alias.replace(/\s+/g, ' ').trim())
      .filter((alias) => alias !== ''),
  ),
];

const tooLong = (field: string, text: string, most: number): FieldProblem | null =>
  [...text].length > most ? { field, kind: 'too_long', length: [...text].length, most } : null;

function endProblem(typed: string, today: CivilDate): FieldProblem | null {
  if (typed === '') return null;
  const day = readDay(typed, today);
  if (!day) return { field: 'to', kind: 'not_a_date', typed };
  return day < today ? { field: 'to', kind: 'in_the_past', typed } : null;
}

/** The first name that the unit does not have yet and that is read as something else. */
function elseProblem(
  { actor }: Context,
  unit: Unit | undefined,
  field: string,
  names: readonly string[],
): FieldProblem | null {
  const known = unit ? [unit.name, ...unit.aliases].map(plain) : [];
  const meaningOf = otherMeanings(actor.campaign.definition);
  const typed = names.find((name) => !known.includes(plain(name)) && meaningOf(name) !== null);
  return typed === undefined ? null : { field, kind: 'says_else', typed };
}

/** Which kinds the actor may choose from; none where only names are theirs to change, and none for the office itself. */
const kindsOpen = ({ actor }: Context, unit: Unit | undefined): UnitKind[] =>
  isOffice(actor.postings) && unit?.kind !== 'office' ? [...KINDS] : [];

function problemsWith(context: Context, unit: Unit | undefined, values: Values): FieldProblem[] {
  const { name = '', aliases = '', kind = '', to = '' } = values;
  const all = aliasesIn(aliases);
  const kinds = kindsOpen(context, unit);
  const isKind = (kinds as string[]).includes(kind);
  const noKind: FieldProblem | null =
    kind === ''
      ? { field: 'kind', kind: 'required' }
      : { field: 'kind', kind: 'not_a_choice', typed: kind, choices: kinds };
  return problemsOf(
    textProblem('name', name, true) ??
      tooLong('name', name, LONGEST_NAME) ??
      elseProblem(context, unit, 'name', [name]),
    textProblem('aliases', aliases, false) ??
      all.map((alias) => tooLong('aliases', alias, LONGEST_NAME)).find((problem) => problem !== null) ??
      (all.length > MOST_ALIASES
        ? { field: 'aliases', kind: 'too_long', length: all.length, most: MOST_ALIASES }
        : elseProblem(context, unit, 'aliases', all)),
    kinds.length === 0 || isKind ? null : noKind,
    kinds.length === 0 ? null : endProblem(to, todayOf(context)),
  );
}

/** An id that no unit has as id, name or alias: the initials of the name, with a number where they are taken. */
function idFor({ units }: Campaign, name: string): UnitId {
  const taken = new Set(units.flatMap((unit) => [unit.id, unit.name, ...unit.aliases].map(plain)));
  for (const word of [...UNIT_KINDS, 'leads']) taken.add(word);
  const initials =
    initialsOf(name, false)
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 20) || 'unit';
  let id = initials;
  for (let nth = 2; taken.has(id); nth++) id = `${initials}${nth}`;
  return as<UnitId>(id);
}

const edited =
  (known: UnitId | null, values: Values, kinds: readonly UnitKind[]): Edit =>
  (campaign, today) => {
    const name = (values.name ?? '').trim();
    const aliases = aliasesIn(values.aliases ?? '').filter((alias) => plain(alias) !== plain(name));
    const to = readDay(values.to ?? '', today);
    const kind = values.kind as UnitKind;
    if (known === null)
      return {
        ...campaign,
        units: [
          ...campaign.units,
          { id: idFor(campaign, name), name, aliases, kind, from: today, ...(to && { to }) },
        ],
      };
    const units = campaign.units.map((unit): Unit => {
      if (unit.id !== known) return unit;
      if (kinds.length === 0) return { ...unit, name, aliases };
      const { to: _, ...rest } = unit;
      return { ...rest, name, aliases, kind, ...(to && { to }) };
    });
    return { ...campaign, units };
  };

const valuesOf = ({ name, aliases, kind, to }: Unit): Values => ({
  name,
  aliases: aliases.join('、'),
  kind,
  ...(to && { to }),
});

function ask(context: Context, unit: Unit | undefined, values: Values, problems: FieldProblem[]): Outcome {
  const form = {
    form: 'roster_unit' as const,
    unit: unit ? { id: unit.id, name: unit.name, to: unit.to ?? null } : null,
    kinds: kindsOpen(context, unit),
    values,
    problems,
  };
  return problems.length > 0 ? refused({ kind: 'form', form }) : { kind: 'ask_form', form };
}

/** Changes a unit, or adds one where none is named: asks, or proposes what was filled in. */
export async function runUnit(context: Context, input: ActionInput): Promise<Outcome> {
  const { postings, campaign } = context.actor;
  const { definition } = campaign;
  const contact = officeContact(context);
  const unit = definition.units.find(({ id }) => id === input.unit);
  if (input.unit && !unit) return refused({ kind: 'gone', id: input.unit });
  if (!isOffice(postings)) {
    if (!unit) return refused({ kind: 'office_only', command: 'roster', contact });
    if (!unitsKept(postings).includes(unit.id))
      return refused({ kind: 'not_your_unit', unit: unitFacts(definition, unit.id), contact });
  }
  if (!input.values) return ask(context, unit, unit ? valuesOf(unit) : {}, []);
  const problems = problemsWith(context, unit, input.values);
  if (problems.length > 0) return ask(context, unit, input.values, problems);
  const kinds = kindsOpen(context, unit);
  return propose(context, 'unit', edited(unit?.id ?? null, input.values, kinds), input.key);
}
