// 设置 语言: the language in which Duban speaks to me; `slack` follows the locale of my Slack account.

import { audited } from '../domain/audit.ts';
import { move } from '../domain/change.ts';
import type { LanguageChoice } from '../domain/facts.ts';
import { plain } from '../domain/names.ts';
import { defineCommand } from './command.ts';
import { decideAndCommit } from './commit.ts';
import { actingOf } from './ledger.ts';

const CHOICES: Record<LanguageChoice, readonly string[]> = {
  zh: ['zh', '中文', '汉语', 'chinese', 'zh-cn'],
  en: ['en', '英文', '英语', 'english', 'en-us'],
  slack: ['slack', '跟随slack', '跟随 slack', '默认', 'default', 'auto'],
};
const SUBJECT = /^(语言|language)\s*/;

const choiceOf = (word: string): LanguageChoice | undefined =>
  (Object.keys(CHOICES) as LanguageChoice[]).find((choice) => CHOICES[choice].includes(word));

export const settings = defineCommand({
  name: 'settings',
  words: { zh: ['设置', '语言'], en: ['settings', 'language'] },
  access: 'all',
  parse: (rest) => {
    const word = plain(rest).replace(SUBJECT, '');
    if (word === '') return {};
    const verb = choiceOf(word);
    return verb ? { verb } : { refusal: { kind: 'unknown_word', typed: rest, command: 'settings' } };
  },
  run: (context, { verb = '', key }) =>
    decideAndCommit(
      context,
      async () => {
        const person = await context.store.find('person', context.actor.person.id);
        const current = { kind: 'settings', language: person?.language ?? 'slack', did: false } as const;
        const choice = choiceOf(verb);
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
    ),
});
