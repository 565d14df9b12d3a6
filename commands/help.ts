// 帮助: what I may do, and nothing else.

import { allowedCommands } from './allowed.ts';
import { defineCommand } from './command.ts';

export const help = defineCommand({
  name: 'help',
  words: { zh: ['帮助', '怎么用', '?'], en: ['help', 'commands'] },
  access: 'all',
  parse: () => ({}),
  run: async (context) => ({ kind: 'help', commands: allowedCommands(context) }),
});
