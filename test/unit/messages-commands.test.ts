import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/registry.ts';
import type { CommandName } from '../../domain/outcome.ts';
import { describeCommand } from '../../messages/render.ts';

const typed = commands.filter(({ words }) => words.zh.length > 0);

describe.each(['zh', 'en'] as const)('help in %s', (language) => {
  it.each(typed.map(({ name, words }) => ({ name, words: words[language] })))(
    'shows a word for $name that the command answers to',
    ({ name, words }) => {
      expect(words).toContain(describeCommand(name as CommandName, language).word);
    },
  );
});
