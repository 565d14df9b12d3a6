// Settings: one's own language, and for the office what is set for everybody, each with its button; and the form in which one
// setting is written, a line for each entry.

import type { KnownBlock } from '@slack/types';
import type { ActionInput } from '../../domain/actions.ts';
import type { Language, NoticeDay, QuietDays } from '../../domain/campaign.ts';
import type { CivilDate } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type {
  CampaignSettings,
  SettingForm,
  SettingValue,
  WrittenSetting,
} from '../../domain/settings-facts.ts';
import { actions, button, type Message, message, section, sections, small } from '../blocks.ts';
import { type Catalog, catalogs } from '../catalog.ts';
import { bold, type Mrkdwn, md, safe } from '../escape.ts';
import { badLineText } from '../setting-lines.ts';
import { type Filled, textField } from './fields.ts';
import { namesOf } from './phrases.ts';

type Settings = Extract<Outcome, { kind: 'settings' }>;

const SETTINGS: readonly Exclude<WrittenSetting, 'ladder'>[] = ['working_hours', 'quiet_days', 'holidays'];
const DUTIES_SHOWN = 10;
const LINES_SHOWN = 8;

/** A day or a span, as its line says it. */
const spanText = ({ settings: t }: Catalog, from: CivilDate, to: CivilDate): string =>
  from === to ? from : `${from} ${t.between} ${to}`;

const quietLine = (t: Catalog, { from, to, name }: QuietDays): string =>
  `${spanText(t, from, to)} ${name}`.trim();

const noticeLine = ({ settings: t }: Catalog, { date, off, name }: NoticeDay): string =>
  `${date} ${off ? t.off : t.work} ${name}`.trim();

/** A setting in the lines of its form, as commands/settings/lines.ts reads them. */
export function linesOf(t: Catalog, value: SettingValue): string {
  switch (value.setting) {
    case 'working_hours':
      return `${value.hours.from}-${value.hours.to}`;
    case 'quiet_days':
      return value.days.map((days) => quietLine(t, days)).join('\n');
    case 'holidays':
      return value.days.map((day) => noticeLine(t, day)).join('\n');
    case 'ladder':
      return value.steps
        .map(({ at, to }) =>
          t.settings.step(t.settings.stepAt(at), t.words.list(to.map((role) => t.words.recipients[role]))),
        )
        .join('\n');
  }
}

function campaignLines(
  t: Catalog,
  { hours, quietDays, ranking, noticeDays, duties, language }: CampaignSettings,
): Mrkdwn[] {
  const { settings: words } = t;
  const quiet = namesOf(
    t,
    quietDays.map((days) => quietLine(t, days)),
  );
  const reminders = namesOf(
    t,
    duties.map(({ duty, steps, isUsual }) => words.steps(duty.name, steps, isUsual)),
  );
  return (
    [
      [words.hours, `${hours.from}-${hours.to}`],
      [words.quietDays, quiet || words.none],
      [words.holidays, words.noticeDays(noticeDays.length)],
      [words.ranking, ranking ? words.rankingOn : words.rankingOff],
      [words.language, t.answers.languages[language]],
      [words.reminders, reminders || words.none],
    ] as const
  ).map(([label, value]) => safe(t.words.labelled(label, value)));
}

function campaignBlocks(t: Catalog, campaign: CampaignSettings): KnownBlock[] {
  const { settings: words } = t;
  const other: Language = campaign.language === 'zh' ? 'en' : 'zh';
  const labels = { working_hours: words.hours, quiet_days: words.quietDays, holidays: words.holidays };
  const set = (input: ActionInput, label: string) => button('settings', input, label);
  return [
    ...sections([bold(words.title(campaign.name)), ...campaignLines(t, campaign)]),
    ...actions([
      ...SETTINGS.map((verb) => set({ verb }, words.edit(labels[verb]))),
      set({ verb: 'ranking', upheld: !campaign.ranking }, campaign.ranking ? words.rankOff : words.rankOn),
      set(
        { verb: 'campaign_language', values: { language: other } },
        words.campaignIn(t.answers.languages[other]),
      ),
      set({ verb: 'changes' }, words.recent),
    ]),
    ...actions(
      campaign.duties
        .slice(0, DUTIES_SHOWN)
        .map(({ duty }) =>
          set({ verb: 'ladder', duty: duty.id }, t.words.labelled(words.reminders, duty.name)),
        ),
    ),
  ];
}

/** The language in use, with a button for each other choice; below it what is set for the campaign. */
export function renderSettings({ language: chosen, did, campaign }: Settings, language: Language): Message {
  const t = catalogs[language];
  const name = t.answers.languages[chosen];
  const said = did ? t.answers.settingsDid(name) : t.answers.settings(name);
  const choices = (['zh', 'en', 'slack'] as const).filter((choice) => choice !== chosen);
  const buttons = choices.map((choice) => button('settings', { verb: choice }, t.words.buttons[choice]));
  const line = did ? md`✅ ${said}` : safe(said);
  return message(
    t.words.sentence(said),
    [section(line), ...actions(buttons), ...(campaign ? campaignBlocks(t, campaign) : [])],
    t.words.cut,
  );
}

/** Each line that cannot be read, above the field: the error below it holds but two. */
function problemLines({ t, problems }: Filled): KnownBlock[] {
  const lines = problems.flatMap((problem) => (problem.kind === 'bad_lines' ? problem.lines : []));
  return sections(lines.slice(0, LINES_SHOWN).map((line) => md`🔴 ${badLineText(t.settings, line)}`));
}

/** The form of one setting, filled with its lines as they stand. */
export function settingBody(
  filled: Filled,
  { current }: SettingForm,
): { blocks: KnownBlock[]; pointer: ActionInput } {
  const { t } = filled;
  const words = t.settings.forms[current.setting];
  const withLines = { ...filled, values: { text: linesOf(t, current), ...filled.values } };
  const title = current.setting === 'ladder' ? t.words.labelled(words.title, current.duty.name) : words.title;
  const frame = { id: 'text', label: words.label, hint: words.hint, required: false };
  return {
    pointer: {
      verb: current.setting,
      ...(current.setting === 'ladder' && { duty: current.duty.id }),
    },
    blocks: [
      section(bold(title)),
      ...problemLines(filled),
      textField(withLines, frame, current.setting === 'working_hours' ? 'one' : 'many'),
      small(words.note),
    ],
  };
}
