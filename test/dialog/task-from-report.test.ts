// 转督办: where the office sees that a report is late or missing, one button opens a task for the unit that owes it.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../../domain/campaign.ts';
import type { Outcome } from '../../domain/outcome.ts';
import {
  decodeAction,
  type Message,
  type Pointer,
  renderMessage,
  renderOutcome,
} from '../../messages/render.ts';
import { expectKind } from '../support/dialog.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, SAMPLE, type World } from '../support/world.ts';

const CLAUSE = '各县市区和各成员单位对工作进展情况要一周一报';
const LABELS = { zh: '转督办', en: 'Make it a task' };

type Pressable = { label: string; pointer: Pointer };
const BUTTON =
  /"action_id":("(?:\\.|[^"\\])*"),"value":("(?:\\.|[^"\\])*"),"text":\{"type":"plain_text","text":("(?:\\.|[^"\\])*")/g;

/** The buttons of a message that give a task. */
const givers = ({ blocks }: Message): Pressable[] =>
  [...JSON.stringify(blocks).matchAll(BUTTON)].flatMap(([, id, value, label]) => {
    const pointer = decodeAction(JSON.parse(id!), JSON.parse(value!));
    return pointer?.action === 'task' && pointer.input.verb === 'new'
      ? [{ label: JSON.parse(label!), pointer }]
      : [];
  });

let fresh: FreshStore;
let world: World;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
  world = await aWorld(fresh.store, { from: '2016-08-01 08:00' });
});
afterEach(() => fresh.close());

const formFrom = async (person: string, { pointer }: Pressable) =>
  expectKind(await world.press(person, pointer.action, pointer.input), 'ask_form').form;

describe('the duties of one unit', () => {
  const shownTo = async (person: string, language: Language = 'zh'): Promise<Message> => {
    const outcome: Outcome = await world.say(person, '状态 市公安局');
    expectKind(outcome, 'unit_status');
    const rendered = renderOutcome(outcome, language);
    if (rendered.kind !== 'message') throw new Error('A message was wanted');
    return rendered.message;
  };

  it.each<Language>(['zh', 'en'])(
    'offer the office a task for each report that is late (%s)',
    async (language) => {
      await world.jumpTo('2016-08-08 10:00');
      const [giver, ...others] = givers(await shownTo('文书一', language));
      expect(others).toEqual([]);
      expect(giver!.label).toContain(LABELS[language]);
      expect(giver!.label).toContain('工作进展周报');
      const { form, values } = await formFrom('文书一', giver!);
      expect(form).toBe('task_new');
      expect(values).toMatchObject({
        title: '工作进展周报',
        ask: CLAUSE,
        lead: 'gaj',
        source: 'plan',
        sourceText: CLAUSE,
      });
    },
  );

  it('offer it to leaders too, and to nobody else', async () => {
    await world.jumpTo('2016-08-08 10:00');
    expect(givers(await shownTo('周正'))).toHaveLength(1);
    for (const person of ['安警官', '督查员', '尚工商']) expect(givers(await shownTo(person))).toEqual([]);
  });

  it('offer none while nothing is late, and five at most', async () => {
    await world.jumpTo('2016-08-05 10:00');
    expect(givers(await shownTo('文书一'))).toEqual([]);
    await world.jumpTo('2016-10-10 10:00');
    expect(givers(await shownTo('文书一'))).toHaveLength(5);
  });
});

describe('the board of an escalation', () => {
  const toldAt = async (moment: string): Promise<Message> => {
    await world.liveUntil(moment);
    const told = world.sent.filter(({ to, at }) => to === '文书一' && at === moment);
    if (told[0]?.content.kind !== 'told') throw new Error('nothing was told');
    return renderMessage(told[0].content, 'zh');
  };

  it('offers a task of the duty where several units are late, and its form asks which', async () => {
    const [giver, ...others] = givers(await toldAt('2016-08-08 09:00'));
    expect(others).toEqual([]);
    expect(giver).toMatchObject({
      label: '转督办',
      pointer: { input: { campaign: 'loudi-2016', duty: 'weekly' } },
    });
    const { values } = await formFrom('文书一', giver!);
    expect(values).toMatchObject({ title: '工作进展周报', source: 'plan', sourceText: CLAUSE });
    expect(values.lead).toBeUndefined();
  });

  it('offers it for the unit where only one is late', async () => {
    await world.liveUntil('2016-08-05 12:00');
    for (const unit of SAMPLE.matchAll(/id: (\w+), name: \S+, aliases.*kind: (?:member|locality)/g)) {
      if (unit[1] === 'gaj') continue;
      const row = `loudi-2016/weekly/${unit[1]}/2016-W31`;
      await world.press('文书一', 'nil', { obligation: row, values: { phonedBy: '值班员' } });
    }
    const [giver] = givers(await toldAt('2016-08-08 09:00'));
    expect(await formFrom('文书一', giver!)).toMatchObject({ values: { lead: 'gaj', source: 'plan' } });
  });
});
