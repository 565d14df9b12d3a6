// Writes a campaign as what stands in a campaign file, as values or as text: `campaign-file.ts` reads both back as the same
// campaign. So a change made in chat is held against the very checks that a file is. Values are read some ten times faster.
//
// Postings that are over are history, which a file does not hold (campaign-merge.ts keeps them); everything else is written.

import { stringify } from 'yaml';
import type {
  Area,
  Campaign,
  Duty,
  FormItem,
  HolidayRule,
  NoticeDay,
  Posting,
  QuietDays,
  Rhythm,
} from '../domain/campaign.ts';
import type { CivilDate } from '../domain/ids.ts';
import { stepKey } from '../domain/reminders.ts';

/** The file of a campaign as it stands on `today`, a civil date in its zone: YAML 1.2, `readCampaignFile` reads it. */
export const writeCampaign = (campaign: Campaign, today: CivilDate): string =>
  stringify(writtenCampaign(campaign, today), { lineWidth: 120, aliasDuplicateObjects: false });

/** Drops what is left out in a file: undefined values and empty lists. */
const withoutBlanks = (section: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(section).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** The values of such a file; `readWritten` reads them. */
export const writtenCampaign = (campaign: Campaign, today: CivilDate): Record<string, unknown> =>
  withoutBlanks({
    campaign: headOf(campaign),
    units: campaign.units.map(({ id, name, aliases, kind, from, to }) =>
      withoutBlanks({ id, name, aliases, kind, from, to }),
    ),
    people: campaign.people.filter(({ to }) => to === undefined || to >= today).map(writtenPosting),
    areas: campaign.areas.map(writtenArea),
    phases: campaign.phases.map(({ id, name, from, to }) => ({ id, name, from, to })),
    figures: campaign.figures.map(({ id, name, unit, decimals }) => ({ id, name, unit, decimals })),
    forms: Object.keys(campaign.forms).length === 0 ? undefined : writtenForms(campaign.forms),
    incident_order: campaign.incidentOrder,
    incident_minutes: campaign.incidentMinutes,
    ranking: campaign.ranking,
    quiet_days: campaign.quietDays.map(writtenQuiet),
    holidays: campaign.notice.length === 0 ? undefined : { days: campaign.notice.map(writtenDay) },
    duties: campaign.duties.map(writtenDuty),
  });

const headOf = ({ workingHours, parent, ...campaign }: Campaign): Record<string, unknown> => {
  const { id, name, group, zone, calendar, language, from, to, channels } = campaign;
  const hours = `${workingHours.from}-${workingHours.to}`;
  return withoutBlanks({
    ...{ id, name, group, zone, calendar, language, from, to, channels },
    working_hours: hours,
    parent,
  });
};

const writtenPosting = ({ name, role, unit, email, slack, phone, language }: Posting) =>
  withoutBlanks({ name, role, unit, email, slack, phone, language });

const writtenArea = ({ id, name, leads, daily }: Area) => withoutBlanks({ id, name, leads, daily });

const writtenForms = (forms: Campaign['forms']): Record<string, unknown> =>
  Object.fromEntries(Object.entries(forms).map(([id, items]) => [id, items.map(writtenItem)]));

const writtenItem = (item: FormItem): Record<string, unknown> =>
  'figures' in item ? { figures: item.figures } : withoutBlanks({ ...item });

const writtenQuiet = ({ from, to, name }: QuietDays) => ({ from, to, ...(name !== '' && { name }) });

const writtenDay = ({ date, off, name }: NoticeDay) =>
  off ? { date, off: true, name } : { date, work: true, name };

const writtenDuty = (duty: Duty): Record<string, unknown> => {
  const { id, name, source, kind, owedBy, form, nil, phase, collects, ladder, from, to } = duty;
  return {
    ...withoutBlanks({ id, name, source, kind, owed_by: owedBy, ...writtenRhythm(duty.rhythm) }),
    on_holiday: writtenRule(duty.onHoliday),
    grace: duty.graceMinutes,
    ...withoutBlanks({ form: form ?? undefined, nil, phase, collects, from, to }),
    // An empty ladder is one without reminders, and not the default one.
    ...(ladder && { ladder: ladder.map(({ at, to: roles }) => ({ at: stepKey(at), to: roles })) }),
  };
};

const writtenRhythm = (rhythm: Rhythm): Record<string, unknown> => {
  switch (rhythm.every) {
    case 'week':
      return { every: 'week', due: `${rhythm.weekday} ${rhythm.time}` };
    case 'month':
      return { every: 'month', due: `${rhythm.day} ${rhythm.time}` };
    case 'phase':
      return { every: 'phase', due: `end ${rhythm.time}` };
    case 'once':
      return { once: `${rhythm.date} ${rhythm.time}` };
  }
};

const writtenRule = (rule: HolidayRule): string => {
  if (rule.roll !== 'next') return rule.roll;
  return rule.nth === 1 ? 'next' : `next+${rule.nth}`;
};
