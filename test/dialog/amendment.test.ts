// A change of settings or roster: shown before it is made, recorded, and undoable for a day; never over what others changed.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findActor } from '../../commands/actor.ts';
import { propose } from '../../commands/amend/propose.ts';
import type { Context } from '../../commands/command.ts';
import { commands } from '../../commands/registry.ts';
import type { AmendmentSubject } from '../../domain/amendment.ts';
import type { Campaign } from '../../domain/campaign.ts';
import { renderOutcome } from '../../messages/render.ts';
import { on } from '../support/builders.ts';
import { type Dialog, expectKind, expectRefused, openDialog } from '../support/dialog.ts';

let dialog: Dialog;
beforeEach(async () => {
  dialog = await openDialog();
});
afterEach(() => dialog.close());

async function contextOf(person: string): Promise<Context> {
  const actor = await findActor(dialog.deps, await dialog.slackOf(person), {});
  if ('refusal' in actor) throw new Error('nobody');
  return { ...dialog.deps, actor, at: dialog.deps.now(), commands };
}

const ranked = (definition: Campaign): Campaign => ({ ...definition, ranking: true });
const proposed = async (edit = ranked, subject: AmendmentSubject = 'ranking') =>
  expectKind(await propose(await contextOf('文书一'), subject, edit), 'amendment').amendment;

describe('a change of settings', () => {
  it('is shown before it is made, and then holds', async () => {
    const amendment = await proposed();
    expect(amendment.changes).toEqual([
      { kind: 'campaign_changed', field: 'ranking', from: false, to: true },
    ]);
    expect((await dialog.campaign()).definition.ranking).toBe(false);
    await dialog.press('文书一', 'amendment', { amendment: amendment.id, verb: 'make' });
    const { definition, definitionNo } = await dialog.campaign();
    expect([definition.ranking, definitionNo]).toEqual([true, 2]);
  });

  it('that is dropped changes nothing, and cannot be made any more', async () => {
    const { id } = await proposed();
    await dialog.press('文书一', 'amendment', { amendment: id, verb: 'drop' });
    const again = await dialog.press('文书一', 'amendment', { amendment: id, verb: 'make' });
    expectRefused(again, 'amendment_over');
    expect((await dialog.campaign()).definition.ranking).toBe(false);
  });

  it('is undone within a day, by anybody of the office', async () => {
    const { id } = await proposed();
    await dialog.press('文书一', 'amendment', { amendment: id, verb: 'make' });
    await dialog.until('2016-08-06 15:00');
    const undone = await dialog.press('金主任', 'amendment', { amendment: id, verb: 'undo' });
    expect(expectKind(undone, 'amendment').amendment).toMatchObject({ state: 'undone', madeBy: '文书一' });
    expect((await dialog.campaign()).definition.ranking).toBe(false);
  });

  it('stands after a day', async () => {
    const { id } = await proposed();
    await dialog.press('文书一', 'amendment', { amendment: id, verb: 'make' });
    await dialog.until('2016-08-06 15:31');
    expectRefused(
      await dialog.press('文书一', 'amendment', { amendment: id, verb: 'undo' }),
      'amendment_over',
    );
    expect((await dialog.campaign()).definition.ranking).toBe(true);
  });

  it('leaves alone what others changed meanwhile, also when it is undone', async () => {
    const { id } = await proposed();
    const quiet = [{ from: on('2016-08-20'), to: on('2016-08-20'), name: '' }];
    await dialog.redefine((definition) => ({ ...definition, quietDays: quiet }));
    await dialog.press('文书一', 'amendment', { amendment: id, verb: 'make' });
    await dialog.press('文书一', 'amendment', { amendment: id, verb: 'undo' });
    expect((await dialog.campaign()).definition).toMatchObject({ quietDays: quiet, ranking: false });
  });

  it('is refused when somebody changed the same meanwhile', async () => {
    const renamed = (name: string) => (definition: Campaign) => ({
      ...definition,
      units: definition.units.map((unit) => (unit.id === 'gaj' ? { ...unit, name } : unit)),
    });
    const { amendment } = expectKind(
      await propose(await contextOf('文书一'), 'unit', renamed('市公安局（新）')),
      'amendment',
    );
    await dialog.redefine(renamed('娄底市公安局'));
    const made = await dialog.press('文书一', 'amendment', { amendment: amendment.id, verb: 'make' });
    expect(expectRefused(made, 'amendment_overtaken').entries).toEqual(['市公安局（新）']);
  });

  it('of one setting that somebody changed meanwhile says so without a word of the code', async () => {
    const { id } = await proposed();
    const other = await proposed();
    await dialog.press('文书一', 'amendment', { amendment: id, verb: 'make' });
    const late = await dialog.press('金主任', 'amendment', { amendment: other.id, verb: 'make' });
    expect(expectRefused(late, 'amendment_overtaken').entries).toEqual([]);
    expect(JSON.stringify(renderOutcome(late, 'zh'))).toContain('及时率排名没有改动：已被其他人修改。');
    expect(JSON.stringify(renderOutcome(late, 'en'))).toContain('somebody changed it meanwhile');
  });

  it('that would break the campaign is refused with every reason', async () => {
    const broken = (definition: Campaign): Campaign => ({
      ...definition,
      units: definition.units.map((unit) => ({ ...unit, name: '同名' })),
    });
    const outcome = await propose(await contextOf('文书一'), 'unit', broken);
    const { problems } = expectRefused(outcome, 'definition_refused');
    expect(problems.map(({ code }) => code)).toContain('shared_name');
  });

  it('that changes nothing says so', async () => {
    expectRefused(await propose(await contextOf('文书一'), 'ranking', (same) => same), 'nothing_changes');
  });

  it.each(['安警官', '周正', '督查员'])('is not for %s to make', async (person) => {
    const { id } = await proposed();
    const { refusal } = expectKind(
      await dialog.press(person, 'amendment', { amendment: id, verb: 'make' }),
      'refused',
    );
    expect(['office_only', 'no_role_for']).toContain(refusal.kind);
    expect((await dialog.campaign()).definition.ranking).toBe(false);
  });

  it('stands in the log in words, with what it changed', async () => {
    const { id } = await proposed();
    await dialog.press('文书一', 'amendment', { amendment: id, verb: 'make' });
    const log = await dialog.say('督查员', '日志');
    const said = (['zh', 'en'] as const).map((language) => JSON.stringify(renderOutcome(log, language)));
    expect(said[0]).toContain('文书一 · 变更设置或名册 · 娄底市互联网金融风险专项整治 · 及时率排名');
    expect(said[1]).toContain(
      'changed settings or roster · 娄底市互联网金融风险专项整治 · ranking by timeliness',
    );
    for (const text of said) expect(text).not.toMatch(/amendment_make|subject|:id-/);
    expect(expectKind(log, 'audit').lines[0]?.detail.what).toHaveLength(1);
  });

  it('of people leaves their addresses out of the log', async () => {
    const moved = (definition: Campaign): Campaign => ({
      ...definition,
      people: definition.people.map((each) =>
        each.name === '安警官' ? { ...each, email: 'neu@loudi.example', phone: '13911112222' } : each,
      ),
    });
    const { id } = await proposed(moved, 'person');
    await dialog.press('文书一', 'amendment', { amendment: id, verb: 'make' });
    const lines = await dialog.store.list('audit', { where: { object: id } });
    expect(JSON.stringify(lines)).not.toMatch(/neu@|13911112222/);
  });

  it('leaves one line in the log for each act', async () => {
    const { id } = await proposed();
    await dialog.press('文书一', 'amendment', { amendment: id, verb: 'make' });
    await dialog.press('文书一', 'amendment', { amendment: id, verb: 'make' });
    await dialog.press('文书一', 'amendment', { amendment: id, verb: 'undo' });
    const lines = await dialog.store.list('audit', { where: { object: id } });
    expect(lines.map(({ verb }) => verb).sort()).toEqual(['amendment_make', 'amendment_undo']);
  });
});
