// From a checked file to a Campaign: defaults filled in, notations read, names turned into ids.
// Must only see files in which nothing is wrong; what it cannot read it leaves out, because the checks refused it before.

import { createHash } from 'node:crypto';
import type {
  Campaign,
  Duty,
  FormField,
  FormItem,
  HolidayRule,
  LadderStep,
  NoticeDay,
  Phase,
  Posting,
  QuietDays,
  Rhythm,
  Role,
  Unit,
} from '../domain/campaign.ts';
import {
  as,
  type CivilDate,
  type CivilTime,
  type FigureId,
  type PersonId,
  type UnitId,
} from '../domain/ids.ts';
import { addDays } from '../domain/zone.ts';
import type { WrittenCampaign } from './campaign-schema.ts';
import { findHolidayRule, findRhythm, findStepAt, findWorkingHours, stepId } from './notation.ts';

type WrittenDuty = WrittenCampaign['duties'][number];
type WrittenPerson = WrittenCampaign['people'][number];
type WrittenItem = WrittenCampaign['forms'][string][number];
type WrittenSpan = { from?: string | undefined; to?: string | undefined };

const DEFAULT_INCIDENT_ORDER: readonly Role[] = [
  'office_staff',
  'office_director',
  'deputy_leader',
  'leader',
];
const KEEP: HolidayRule = { roll: 'keep' };

/** The campaign a checked file describes, with the holiday notice it names already read. */
export const buildCampaign = (file: WrittenCampaign, notice: NoticeDay[]): Campaign => {
  const { campaign } = file;
  const workingHours = findWorkingHours(campaign.working_hours)!;
  return {
    id: as(campaign.id),
    name: campaign.name,
    group: campaign.group,
    zone: campaign.zone,
    calendar: campaign.calendar,
    language: campaign.language,
    from: as(campaign.from),
    to: as(campaign.to),
    channels: campaign.channels,
    workingHours,
    ...(campaign.parent !== undefined && { parent: as(campaign.parent) }),
    ...buildSections(file, workingHours.to),
    notice,
  };
};

type Sections = Omit<Campaign, keyof WrittenCampaign['campaign'] | 'workingHours' | 'notice'>;
const buildSections = (file: WrittenCampaign, endOfDay: CivilTime): Sections => ({
  units: file.units.map(buildUnit),
  people: buildPeople(file.people),
  areas: file.areas.map(({ daily, ...area }) => ({
    id: as(area.id),
    name: area.name,
    leads: area.leads.map((lead) => as<UnitId>(lead)),
    ...(daily !== undefined && { daily: as(daily) }),
  })),
  phases: buildPhases(file),
  figures: file.figures.map((figure) => ({ ...figure, id: as(figure.id) })),
  forms: Object.fromEntries(Object.entries(file.forms).map(([id, items]) => [id, items.map(buildItem)])),
  incidentOrder: file.incident_order ?? [...DEFAULT_INCIDENT_ORDER],
  incidentMinutes: file.incident_minutes,
  ranking: file.ranking,
  quietDays: file.quiet_days.map(buildQuiet),
  duties: file.duties.map((duty) => buildDuty(duty, endOfDay)),
});

const spanOf = ({ from, to }: WrittenSpan): { from?: CivilDate; to?: CivilDate } => ({
  ...(from !== undefined && { from: as<CivilDate>(from) }),
  ...(to !== undefined && { to: as<CivilDate>(to) }),
});

const buildQuiet = ({ from, to, name }: WrittenCampaign['quiet_days'][number]): QuietDays => ({
  from: as(from),
  to: as(to ?? from),
  name: name ?? '',
});

const buildUnit = ({ id, name, aliases, kind, ...span }: WrittenCampaign['units'][number]): Unit => ({
  id: as(id),
  name,
  aliases,
  kind,
  ...spanOf(span),
});

/**
 * The id that an address gives a person at first: the same for one e-mail (whatever its case), or one Slack user without
 * e-mail, in every campaign. Who is known already keeps theirs when the address changes (same-people.ts).
 */
export const personIdOf = (address: string): PersonId =>
  as(`p-${createHash('sha256').update(address.toLowerCase()).digest('hex').slice(0, 12)}`);

// Somebody may be written once with e-mail and Slack id and once with the Slack id alone: still one person.
const buildPeople = (people: WrittenPerson[]): Posting[] => {
  const emails = new Map(
    people.flatMap(({ slack, email }) => (slack && email ? [[slack, email] as const] : [])),
  );
  return people.map((person) => {
    const email = person.email ?? (person.slack === undefined ? undefined : emails.get(person.slack));
    return buildPosting(person, personIdOf(email ?? person.slack ?? person.name));
  });
};

const buildPosting = (
  { name, role, unit, email, slack, phone, language }: WrittenPerson,
  id: PersonId,
): Posting => ({
  person: id,
  name,
  role,
  ...(unit !== undefined && { unit: as(unit) }),
  ...(email !== undefined && { email }),
  ...(slack !== undefined && { slack: as(slack) }),
  ...(phone !== undefined && { phone }),
  ...(language !== undefined && { language }),
});

const buildPhases = ({ campaign, phases }: WrittenCampaign): Phase[] => {
  let after = as<CivilDate>(campaign.from);
  return phases.map(({ id, name, from, to }) => {
    const phase = {
      id: as<Phase['id']>(id),
      name,
      from: as<CivilDate>(from ?? after),
      to: as<CivilDate>(to),
    };
    after = addDays(phase.to, 1);
    return phase;
  });
};

const buildItem = (item: WrittenItem): FormItem =>
  'figures' in item ? { figures: item.figures.map((figure) => as<FigureId>(figure)) } : buildField(item);

const buildField = ({
  id,
  name,
  type,
  required,
  choices,
  hint,
}: Exclude<WrittenItem, { figures: string[] }>): FormField => ({
  id,
  name,
  type,
  required,
  ...(choices && { choices }),
  ...(hint !== undefined && { hint }),
});

const buildDuty = (duty: WrittenDuty, endOfDay: CivilTime): Duty => ({
  id: as(duty.id),
  name: duty.name,
  ...(duty.source !== undefined && { source: duty.source }),
  kind: duty.kind,
  owedBy: (duty.owed_by ?? ['office']).map((word) => as<Duty['owedBy'][number]>(word)),
  rhythm: rhythmOf(duty, endOfDay),
  onHoliday: findHolidayRule(duty.on_holiday) ?? KEEP,
  graceMinutes: duty.grace,
  form: duty.form === undefined ? null : as(duty.form),
  nil: duty.nil,
  ...(duty.phase !== undefined && { phase: as(duty.phase) }),
  ...(duty.collects !== undefined && { collects: as(duty.collects) }),
  ...(duty.ladder && { ladder: duty.ladder.flatMap(buildStep) }),
  ...spanOf(duty),
});

const rhythmOf = (duty: WrittenDuty, endOfDay: CivilTime): Rhythm => {
  const rhythm = findRhythm(duty, endOfDay);
  if (!rhythm) throw new Error(`The rhythm of duty ${duty.id} was not checked`);
  return rhythm;
};

const buildStep = ({ at, to }: { at: string; to: LadderStep['to'] }): LadderStep[] => {
  const stepAt = findStepAt(at);
  return stepAt ? [{ id: stepId(stepAt, at), at: stepAt, to }] : [];
};
