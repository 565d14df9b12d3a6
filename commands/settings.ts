// 设置: the language in which Duban speaks to me (`slack` follows the locale of my Slack account); and for the office what is
// set for the whole campaign, each shown before it is changed (amend/).

import type { ActionInput } from '../domain/actions.ts';
import { audited } from '../domain/audit.ts';
import type { Duty, Language } from '../domain/campaign.ts';
import { move } from '../domain/change.ts';
import type { LanguageChoice } from '../domain/facts.ts';
import { as, type DutyId } from '../domain/ids.ts';
import { findDutyNamed, plain } from '../domain/names.ts';
import type { Outcome, Refusal } from '../domain/outcome.ts';
import { isOffice } from '../domain/permission.ts';
import type { WrittenSetting } from '../domain/settings-facts.ts';
import { propose } from './amend/propose.ts';
import { recentAmendments } from './amend/recent.ts';
import { type Context, defineCommand } from './command.ts';
import { decideAndCommit } from './commit.ts';
import { actingOf, officeContact } from './ledger.ts';
import { refused } from './review-row.ts';
import {
  campaignSettings,
  proposeLanguage,
  proposeRanking,
  settingMeant,
  settingNow,
} from './settings/campaign-settings.ts';
import { unknownWord } from './targets.ts';

const CHOICES: Record<LanguageChoice, readonly string[]> = {
  zh: ['zh', '中文', '汉语', 'chinese', 'zh-cn'],
  en: ['en', '英文', '英语', 'english', 'en-us'],
  slack: ['slack', '跟随slack', '跟随 slack', '默认', 'default', 'auto'],
};
const OWN_LANGUAGE = /^(?:语言|language)\s*/;

const choiceOf = (word: string): LanguageChoice | undefined =>
  (Object.keys(CHOICES) as LanguageChoice[]).find((choice) => CHOICES[choice].includes(word));

// What is set for everybody, by the words that call it

const WRITTEN: Record<WrittenSetting, RegExp> = {
  working_hours: /^(?:工作时间|办公时间|working hours|hours)\s*/,
  quiet_days: /^(?:静默日|静默|quiet days|quiet)\s*/,
  ladder: /^(?:提醒安排|提醒|ladder|reminders)\s*/,
  holidays: /^(?:放假安排|放假|节假日|holidays|holiday)\s*/,
};
const RANKING = /^(?:及时率排名|排名|ranking)\s*/;
const CAMPAIGN_LANGUAGE = /^(?:专项行动语言|专项语言|campaign language)\s*/;
const CHANGES = /^(?:近期变更|变更|changes|recent changes)$/;
const ON = /^(?:开|打开|开启|on|yes)$/;
const OFF = /^(?:关|关闭|off|no)$/;

const isWritten = (verb: string): verb is WrittenSetting => Object.hasOwn(WRITTEN, verb);

/** A setting's word with what follows it: a duty for the ladder, else the lines themselves. */
function parseWritten(
  context: Context,
  setting: WrittenSetting,
  rest: string,
): ActionInput | { refusal: Refusal } {
  if (rest === '') return { verb: setting };
  if (setting !== 'ladder') return { verb: setting, values: { text: rest } };
  const found = findDutyNamed(context.actor.campaign.definition, rest);
  if (found) return { verb: setting, duty: found.value.id };
  return { refusal: unknownWord(context, rest, 'duty') };
}

function parse(rest: string, context: Context): ActionInput | { refusal: Refusal } {
  const words = plain(rest);
  const own = choiceOf(words.replace(OWN_LANGUAGE, ''));
  if (words === '' || OWN_LANGUAGE.exec(words)?.[0] === words) return {};
  if (own) return { verb: own };
  if (CHANGES.test(words)) return { verb: 'changes' };
  const written = (Object.keys(WRITTEN) as WrittenSetting[]).find((setting) => WRITTEN[setting].test(words));
  if (written) return parseWritten(context, written, words.replace(WRITTEN[written], ''));
  const unread: { refusal: Refusal } = {
    refusal: { kind: 'unknown_word', typed: rest, command: 'settings' },
  };
  if (RANKING.test(words)) {
    const to = words.replace(RANKING, '');
    return ON.test(to) || OFF.test(to) ? { verb: 'ranking', upheld: ON.test(to) } : unread;
  }
  const language = CAMPAIGN_LANGUAGE.test(words) && choiceOf(words.replace(CAMPAIGN_LANGUAGE, ''));
  return language && language !== 'slack' ? { verb: 'campaign_language', values: { language } } : unread;
}

// What is done

/** One's own language: changed at once, for it concerns nobody else. */
const ownLanguage = (context: Context, choice: LanguageChoice | undefined, key?: string): Promise<Outcome> =>
  decideAndCommit(
    context,
    async () => {
      const person = await context.store.find('person', context.actor.person.id);
      const office = isOffice(context.actor.postings) && { campaign: campaignSettings(context) };
      const current = {
        kind: 'settings',
        language: person?.language ?? 'slack',
        did: false,
        ...office,
      } as const;
      if (!choice || !person) return { outcome: current, changes: [] };
      const language = choice === 'slack' ? null : choice;
      return {
        outcome: { kind: 'settings', language: choice, did: true },
        changes: [
          move('person', person, { language }),
          audited(actingOf(context), 'language', person, { language: choice }),
        ],
      };
    },
    key,
  );

const dutyMeant = ({ actor }: Context, id: string | undefined): Duty | null =>
  actor.campaign.definition.duties.find((duty) => duty.id === as<DutyId>(id ?? '')) ?? null;

/** The form of a written setting, or the change that its lines propose. */
async function written(context: Context, setting: WrittenSetting, input: ActionInput): Promise<Outcome> {
  const duty = dutyMeant(context, input.duty);
  const current = settingNow(context, setting, duty);
  // Which duty's reminders are meant is chosen from the settings, where each has its button.
  if (!current) return ownLanguage(context, undefined);
  if (!input.values)
    return { kind: 'ask_form', form: { form: 'setting', current, values: {}, problems: [] } };
  const text = input.values.text ?? '';
  const meant = await settingMeant(context, setting, duty, text);
  if ('outcome' in meant) return meant.outcome;
  if ('edit' in meant) return propose(context, setting, meant.edit, input.key);
  const problems = [{ field: 'text', kind: 'bad_lines' as const, lines: meant.lines }];
  return refused({ kind: 'form', form: { form: 'setting', current, values: input.values, problems } });
}

async function ofCampaign(context: Context, verb: string, input: ActionInput): Promise<Outcome> {
  if (!isOffice(context.actor.postings)) {
    return refused({ kind: 'office_only', command: 'settings', contact: officeContact(context) });
  }
  if (isWritten(verb)) return written(context, verb, input);
  if (verb === 'ranking') return proposeRanking(context, input.upheld === true, input.key);
  if (verb === 'changes') return recentAmendments(context);
  const language: Language = input.values?.language === 'en' ? 'en' : 'zh';
  return proposeLanguage(context, language, input.key);
}

const OF_CAMPAIGN = ['ranking', 'changes', 'campaign_language', ...Object.keys(WRITTEN)];

export const settings = defineCommand({
  name: 'settings',
  words: { zh: ['设置', '语言'], en: ['settings', 'language'] },
  access: 'all',
  parse,
  run: (context, input) => {
    const { verb = '', key } = input;
    return OF_CAMPAIGN.includes(verb)
      ? ofCampaign(context, verb, input)
      : ownLanguage(context, choiceOf(verb), key);
  },
});
