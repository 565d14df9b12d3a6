// 我的, and bare /duban: what my units owe, soonest first, what can still be corrected, and what I may do.

import { unitFacts } from '../domain/obligation-facts.ts';
import { allowedCommands } from './allowed.ts';
import { defineCommand } from './command.ts';
import { describeRows } from './ledger.ts';
import { ownUnits, readOwn } from './own-rows.ts';
import { readOwnTasks } from './task/own-tasks.ts';

export const mine = defineCommand({
  name: 'mine',
  words: { zh: ['我的', '我的待办', '待办'], en: ['mine', 'my duties', 'todo'] },
  access: 'all',
  parse: () => ({}),
  run: async (context, { no = 0 }) => {
    const { definition, id: campaign } = context.actor.campaign;
    const { owed, filed } = await readOwn(context);
    return {
      kind: 'mine',
      now: context.at,
      zone: definition.zone,
      owed: await describeRows(context, owed),
      filed: await describeRows(context, filed),
      tasks: await readOwnTasks(context),
      may: allowedCommands(context),
      units: ownUnits(context).map((unit) => unitFacts(definition, unit)),
      page: { from: no, action: 'mine', again: { campaign } },
    };
  },
});
