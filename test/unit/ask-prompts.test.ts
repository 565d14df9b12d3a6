// Suggested questions: which, for whom, and that each of them is read surely and answered to whom it is suggested.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReader } from '../../commands/ask/reader.ts';
import { promptsFor } from '../../commands/questions/prompted.ts';
import { answer } from '../../commands/registry.ts';
import { suggestedPrompts } from '../../domain/ask/prompts.ts';
import type { Language, Posting, Role } from '../../domain/campaign.ts';
import { as } from '../../domain/ids.ts';
import { describePrompts } from '../../messages/render.ts';
import { sampleCampaign } from '../ask/score.ts';
import { at, unitId } from '../support/builders.ts';
import { type Dialog, openDialog } from '../support/dialog.ts';

const ROLES: Role[] = [
  'office_director',
  'office_staff',
  'leader',
  'deputy_leader',
  'inspector',
  'head',
  'liaison',
  'deputy',
];
const LANGUAGES: Language[] = ['zh', 'en'];
const OF_UNIT = new Set<Role>(['head', 'liaison', 'deputy']);
const holding = (role: Role): Posting => ({
  person: as('p'),
  name: '某',
  role,
  ...(OF_UNIT.has(role) && { unit: unitId('gaj') }),
});

describe('suggested questions', () => {
  it.each(ROLES)('are two to four different ones for one who is %s', (role) => {
    const prompts = suggestedPrompts([holding(role)]);
    expect(prompts.length).toBeGreaterThan(1);
    expect(prompts.length).toBeLessThanOrEqual(4);
    expect(new Set(prompts).size).toBe(prompts.length);
  });

  it('of several roles come by turns, and are no more than four', () => {
    const both = suggestedPrompts([holding('liaison'), holding('office_staff')]);
    expect(both).toEqual(['missing', 'due_next_week', 'figures', 'mine']);
    const everything = suggestedPrompts(ROLES.map(holding));
    expect(everything).toHaveLength(4);
  });

  it('are none for a stranger', () => expect(suggestedPrompts([])).toEqual([]));

  const reader = createReader(sampleCampaign());
  it.each(ROLES.flatMap((role) => LANGUAGES.map((language) => [role, language] as const)))(
    'are read surely for one who is %s (%s)',
    (role, language) => {
      const postings = [holding(role)];
      for (const { title, message } of describePrompts(suggestedPrompts(postings), language)) {
        const read = reader.read({ text: message, now: at('2016-08-05 16:00'), postings });
        expect(read, message).toMatchObject({ intent: expect.not.stringMatching(/^(act|help)$/) });
        expect('sure' in read && read.sure, message).toBeGreaterThanOrEqual(0.8);
        expect([...title].length).toBeLessThanOrEqual(30);
      }
    },
  );
});

describe('a suggested question', () => {
  let dialog: Dialog;
  beforeAll(async () => {
    dialog = await openDialog();
  });
  afterAll(() => dialog.close());

  it.each(['金主任', '文书一', '周正', '督查员', '安局长', '安警官', '安副手'])(
    'that %s is shown is answered to them',
    async (person) => {
      const slack = await dialog.slackOf(person);
      const names = await promptsFor(dialog.deps, slack);
      expect(names.length).toBeGreaterThan(1);
      for (const language of LANGUAGES)
        for (const { message } of describePrompts(names, language))
          expect((await answer(dialog.deps, slack, message)).kind, message).not.toMatch(/refused|clarify/);
    },
  );

  it('is shown to nobody who stands on no roster', async () => {
    expect(await promptsFor(dialog.deps, await dialog.slackOf('路人'))).toEqual([]);
  });
});
