// What every command promises, whichever it is: words of its own, an answer to nothing more than its word, and a refusal
// that says why to those who may not use it.

import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/registry.ts';
import { matchCommand } from '../../commands/words.ts';
import type { CommandName } from '../../domain/outcome.ts';
import { permit } from '../../domain/permission.ts';
import { type Dialog, expectKind, expectRefused, openDialog } from '../support/dialog.ts';

const spoken = commands.filter(({ words }) => words.zh.length > 0);
const wordsOf = ({ words }: (typeof commands)[number]) => [...words.zh, ...words.en];
const PEOPLE = ['安警官', '安局长', '文书一', '周正', '督查员'];

describe('the registry', () => {
  let dialog: Dialog;
  beforeAll(async () => {
    dialog = await openDialog();
  });
  afterAll(() => dialog.close());

  it('holds every command that a file defines', () => {
    const folder = new URL('../../commands/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    const defined = files.flatMap((file) => {
      const text = readFileSync(new URL(file, folder), 'utf8');
      return /= defineCommand\(\{\n\s+name: '(\w+)'/.exec(text)?.[1] ?? [];
    });
    expect(commands.map(({ name }) => name as string).sort()).toEqual(defined.sort());
  });

  it('gives no word to two commands', () => {
    const words = commands.flatMap(wordsOf);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it.each(spoken.flatMap((command) => wordsOf(command).map((word) => [word, command.name] as const)))(
    '%s calls %s, with nothing left over',
    (word, name) => {
      const match = matchCommand(commands, word);
      expect([match?.command.name, match?.rest]).toEqual([name, '']);
      expect(word).toBe(word.toLowerCase());
    },
  );

  const posted = async (person: string) =>
    (await dialog.campaign()).definition.people.filter(({ name }) => name === person);

  it.each(spoken.map((command) => [command.name as CommandName, command] as const))(
    '%s answers its bare word, or says who may use it',
    async (name, command) => {
      for (const person of PEOPLE) {
        const outcome = await dialog.say(person, command.words.zh[0]!);
        if (permit(await posted(person), command.access)) expect(outcome.kind).toBeTruthy();
        else
          expect(expectKind(outcome, 'refused').refusal).toMatchObject({
            command: name,
            contact: ['文书一'],
          });
      }
      const unheardOf = await dialog.say('路人', command.words.zh[0]!);
      if (command.access === 'anybody') expect(unheardOf.kind).toBe('ask_form');
      else expectRefused(unheardOf, 'unknown_person');
    },
  );

  it('offers the three likeliest commands for words that call none', async () => {
    expect(expectRefused(await dialog.say('安警官', 'statsu repotr'), 'unknown_command').near).toHaveLength(
      3,
    );
  });

  it('says of what is none of its business that it is none', async () => {
    const { reason } = expectRefused(await dialog.say('安警官', '今天天气'), 'not_read');
    expect(reason).toBe('out_of_scope');
  });
});
