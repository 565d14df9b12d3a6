// The shape of a campaign file as it is written (FORMAT): keys, words, notations. One source for the reader and for the
// JSON Schema that editors use. Knows nothing of what refers to what (campaign-checks.ts) and holds no wording: the
// `error` of a pattern is a `Notation`, which campaign-structure.ts turns into a problem.

import { z } from 'zod';
import { UNIT_KINDS } from '../domain/campaign.ts';
import type { Notation } from '../domain/file-problem.ts';
import { LONGEST_CHOICE, MOST_CHOICES } from '../domain/report-form.ts';
import * as notation from './notation.ts';

export const ROLES = [
  'leader',
  'deputy_leader',
  'office_director',
  'office_staff',
  'head',
  'liaison',
  'deputy',
  'inspector',
] as const;
export const LANGUAGES = ['zh', 'en'] as const;
export const CALENDARS = ['cn', 'weekdays'] as const;
export const DUTY_KINDS = ['report', 'bulletin', 'consultation'] as const;
export const RECIPIENTS = ['liaison', 'deputy', 'head', 'office', 'office_director'] as const;
export const FIELD_TYPES = ['text', 'number', 'date', 'choice', 'files'] as const;
export const RECURRENCES = ['week', 'month', 'phase'] as const;

/** Keys whose plain values YAML reads as a number or a truth value; every other scalar is the text that was written. */
export const NUMBER_KEYS: ReadonlySet<string> = new Set(['decimals', 'grace', 'incident_minutes']);
export const BOOLEAN_KEYS: ReadonlySet<string> = new Set(['nil', 'required', 'off', 'work', 'ranking']);

const notated = (pattern: RegExp, error: Notation) => z.string().regex(pattern, { error });
const id = notated(notation.ID_PATTERN, 'id');
// A name is one line that shows something; control characters would break every message it stands in.
const name = notated(/^(?=.*\S)[^\p{Cc}]*$/u, 'name');
const text = notated(/^(?:[^\p{Cc}]|[\t\r\n])*$/u, 'text');
const choice = notated(new RegExp(`^(?=.*\\S)[^\\p{Cc}]{1,${LONGEST_CHOICE}}$`, 'u'), 'choice');
const date = notated(notation.DATE_PATTERN, 'date').refine(notation.isCivilDate, {
  error: 'date' satisfies Notation,
});
const once = notated(notation.ONCE_PATTERN, 'once').refine(
  (written) => notation.isCivilDate(written.slice(0, 10)),
  {
    error: 'once' satisfies Notation,
  },
);
// `due: 10` is a number to an editor and the text "10" to the reader.
const due = z.string().meta({ type: ['string', 'integer'] });
const phone = text.meta({ type: ['string', 'integer'], pattern: undefined });
// Names, not ids: what they must be depends on the rest of the file.
const reference = name;

const campaign = z.strictObject({
  id,
  name,
  group: name,
  zone: reference.default('Asia/Shanghai'),
  calendar: z.enum(CALENDARS).default('cn'),
  language: z.enum(LANGUAGES).default('zh'),
  from: date,
  to: date,
  channels: z.strictObject({ bulletin: name, office: name }),
  working_hours: notated(notation.WORKING_HOURS_PATTERN, 'working_hours').default('08:30-17:30'),
  parent: id.optional(),
});

const unit = z.strictObject({
  id,
  name,
  aliases: z.array(name).default([]),
  kind: z.enum(UNIT_KINDS),
  from: date.optional(),
  to: date.optional(),
});

const person = z.strictObject({
  name,
  role: z.enum(ROLES),
  unit: reference.optional(),
  email: notated(notation.EMAIL_PATTERN, 'email').optional(),
  slack: notated(notation.SLACK_USER_PATTERN, 'slack_user').optional(),
  phone: phone.optional(),
  language: z.enum(LANGUAGES).optional(),
});

const area = z.strictObject({ id, name, leads: z.array(reference).min(1), daily: reference.optional() });
const phase = z.strictObject({ id, name, from: date.optional(), to: date });
const figure = z.strictObject({
  id,
  name,
  unit: name,
  decimals: z
    .int({ error: 'decimals' satisfies Notation })
    .min(0, { error: 'decimals' satisfies Notation })
    .max(6, { error: 'decimals' satisfies Notation })
    .default(0),
});

const field = z.strictObject({
  id,
  name,
  type: z.enum(FIELD_TYPES),
  choices: z.array(choice).meta({ maxItems: MOST_CHOICES }).optional(),
  required: z.boolean().default(false),
  hint: text.optional(),
});
const figures = z.strictObject({ figures: z.array(reference).min(1) });

// `{ date, off, name }`: the key alone says it, and its value is then empty.
const flag = z.boolean().meta({ type: ['boolean', 'null'] });
const noticeDay = z
  .strictObject({ date, name, off: flag.optional(), work: flag.optional() })
  .meta({ oneOf: [{ required: ['off'] }, { required: ['work'] }] });
const holidays = z
  .strictObject({ file: name.optional(), days: z.array(noticeDay).optional() })
  .meta({ oneOf: [{ required: ['file'] }, { required: ['days'] }] });

const quiet = z.strictObject({ from: date, to: date.optional(), name: name.optional() });

const step = z.strictObject({
  at: notated(notation.STEP_AT_PATTERN, 'step_at').meta({ type: ['string', 'integer'] }),
  to: z.array(z.enum(RECIPIENTS)).min(1),
});

const duty = z
  .strictObject({
    id,
    name,
    source: text.optional(),
    kind: z.enum(DUTY_KINDS).default('report'),
    owed_by: z.array(reference).min(1).optional(),
    form: reference.optional(),
    nil: z.boolean().default(false),
    grace: z
      .int({ error: 'minutes' satisfies Notation })
      .min(0, { error: 'minutes' satisfies Notation })
      .max(100_000, { error: 'minutes' satisfies Notation })
      .default(0),
    phase: reference.optional(),
    collects: reference.optional(),
    on_holiday: notated(notation.ON_HOLIDAY_PATTERN, 'on_holiday').default('keep'),
    ladder: z.array(step).optional(),
    from: date.optional(),
    to: date.optional(),
    every: z.enum(RECURRENCES).optional(),
    due: due.optional(),
    once: once.optional(),
  })
  .meta({ oneOf: [{ required: ['every', 'due'] }, { required: ['once'] }] });

/** A campaign file as written. Parsed values keep the file's own spelling; nothing here is resolved. */
export const campaignFileSchema = z.strictObject({
  campaign,
  units: z.array(unit).min(1),
  people: z.array(person).default([]),
  areas: z.array(area).default([]),
  phases: z.array(phase).default([]),
  figures: z.array(figure).default([]),
  forms: z.record(id, z.array(z.union([field, figures])).min(1)).default({}),
  incident_order: z.array(z.enum(ROLES)).min(1).optional(),
  incident_minutes: z
    .int({ error: 'call_minutes' satisfies Notation })
    .min(1, { error: 'call_minutes' satisfies Notation })
    .max(240, { error: 'call_minutes' satisfies Notation })
    .default(10),
  ranking: z.boolean().default(false),
  quiet_days: z.array(quiet).default([]),
  holidays: holidays.optional(),
  duties: z.array(duty).default([]),
});

/** A holiday notice in a file of its own: the days, alone or under `days`. */
export const noticeFileSchema = z.strictObject({ days: z.array(noticeDay) });

export type WrittenCampaign = z.infer<typeof campaignFileSchema>;
export type WrittenNoticeDay = z.infer<typeof noticeDay>;
