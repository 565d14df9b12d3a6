// The first report. Said first: phone first, write after. Everybody may report, also who belongs to no unit or stands on no
// roster; that is marked, and the report is taken all the same. What was typed is never lost: a refused form comes back.

import type { ActionInput } from '../../domain/actions.ts';
import { type Change, ensure } from '../../domain/change.ts';
import type { FieldProblem } from '../../domain/facts.ts';
import type { UnitId } from '../../domain/ids.ts';
import {
  decideIncident,
  type IncidentReport,
  incidentCounterId,
  incidentYear,
} from '../../domain/incident/decide.ts';
import { unitFacts } from '../../domain/obligation-facts.ts';
import type { AskFormFacts, Outcome } from '../../domain/outcome.ts';
import { unitsOf } from '../../domain/permission.ts';
import { readAfresh } from '../afresh.ts';
import type { Context } from '../command.ts';
import { type Decision, decideAndCommit } from '../commit.ts';
import { actingOf, officeContact, presenceNow } from '../ledger.ts';
import { refused } from '../review-row.ts';
import { problemsOf, textProblem } from '../typed-text.ts';
import { nothing, onCampaign, saying } from './decision.ts';

type Values = Record<string, string>;
type Field = Exclude<keyof IncidentReport, 'unit'>;

const FIELDS: Record<Field, 'required' | 'optional'> = {
  what: 'required',
  where: 'optional',
  amount: 'optional',
  people: 'optional',
  done: 'optional',
  phoned: 'required',
};
const fields = Object.keys(FIELDS) as Field[];

/** The units somebody belongs to, or whose office they hold. */
const ownUnits = ({ actor: { postings } }: Context): UnitId[] => [
  ...new Set([...unitsOf(postings), ...postings.flatMap(({ unit }) => unit ?? [])]),
];

/** For whom somebody reports: the unit they chose, else the first of theirs. */
function reportingUnit(context: Context, chosen: string | undefined): UnitId | null {
  const own = ownUnits(context);
  return own.find((unit) => unit === chosen) ?? own[0] ?? null;
}

const problemsIn = (values: Values): FieldProblem[] =>
  problemsOf(...fields.map((field) => textProblem(field, values[field] ?? '', FIELDS[field] === 'required')));

function formOf(
  context: Context,
  unit: UnitId | null,
  values: Values,
  problems: FieldProblem[],
): AskFormFacts {
  const { id, definition } = context.actor.campaign;
  return {
    form: 'incident',
    campaign: id,
    unit: unit === null ? null : unitFacts(definition, unit),
    units: ownUnits(context).map((each) => unitFacts(definition, each)),
    contact: officeContact(context),
    values,
    problems,
  };
}

/** What a message says, with the link to it, or what was typed after the command's word. */
const openingOf = ({ text, permalink }: ActionInput): Values => {
  const what = [text, permalink].filter((part) => part).join('\n');
  return what === '' ? {} : { what };
};

const reportOf = (unit: UnitId | null, values: Values): IncidentReport => {
  const typed = (field: Field): string => (values[field] ?? '').trim();
  return {
    unit,
    what: typed('what'),
    where: typed('where'),
    amount: typed('amount'),
    people: typed('people'),
    done: typed('done'),
    phoned: typed('phoned'),
  };
};

/** Who stands on no roster and was never heard of gets a row, by which they are told what comes of it. */
function known({ actor: { person } }: Context): Change[] {
  const { version, ...row } = person;
  return version === 0 ? [ensure('person', row)] : [];
}

async function decide(context: Context, input: ActionInput): Promise<Decision> {
  const fresh = await readAfresh(context);
  const { store, actor } = fresh;
  const campaign = actor.campaign.definition;
  const unit = reportingUnit(fresh, input.values?.unit ?? input.unit);
  const { values } = input;
  if (!values) return nothing({ kind: 'ask_form', form: formOf(fresh, unit, openingOf(input), []) });
  const problems = problemsIn(values);
  if (problems.length > 0)
    return nothing(refused({ kind: 'form', form: formOf(fresh, unit, values, problems) }));
  const acting = actingOf(fresh);
  const counter = await store.find('counter', incidentCounterId(campaign, incidentYear(campaign, acting.at)));
  const presence = await presenceNow(fresh);
  const reporting = { campaign, calendar: actor.calendar, presence, acting, counter };
  const decided = decideIncident(reporting, reportOf(unit, values));
  return {
    outcome: await saying(fresh, decided),
    changes: onCampaign(fresh, [...known(fresh), ...decided.changes]),
  };
}

/** Takes a first report, or opens its form with what is known already. */
export const reportIncident = (context: Context, input: ActionInput): Promise<Outcome> =>
  decideAndCommit(context, () => decide(context, input), input.key);
