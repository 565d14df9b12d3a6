// What becomes of a text: a command where it is typed as one, else a question; requests to do something, choices and
// refusals; whose campaign; and what was sent.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importCampaign } from '../../commands/import-campaign.ts';
import { keepReaders } from '../../commands/questions/kept-readers.ts';
import { answer } from '../../commands/registry.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { renderOutcome } from '../../messages/render.ts';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';
import { type Asked, ask, asReading, sayReadAs } from '../support/dialog-questions.ts';
import { LIAISON, numbered, OFFICE, taskIn, taskRow } from '../support/dialog-tasks.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, SAMPLE, type World } from '../support/world.ts';

const LEADER = '周正';
const INSPECTOR = '督查员';

let dialog: Dialog;
const asks = (person: string, asked: Asked): Promise<Outcome> => ask(dialog, person, asked);
const act = (person: string, command: string, asked: object = {}) =>
  asks(person, { intent: 'act', command, ...asked });
const read = (person: string, text: string, asked: Asked, sure = 1) =>
  sayReadAs(dialog, person, text, asReading(asked, sure));

describe('a command or a question', () => {
  beforeAll(async () => {
    dialog = await openDialog();
    await taskIn(dialog, 'in_review');
  });
  afterAll(() => dialog.close());

  const OVERDUE: Asked = { intent: 'overdue' };

  it.each([
    '谁没报',
    '谁没报？',
    '谁没报 周报',
    '谁没报周报',
    '周报 谁没报',
    'missing',
    'missing 周报',
    '状态 周报',
  ])('stays a command where it is typed as one (%s)', async (text) => {
    expect(['missing', 'status']).toContain((await read(OFFICE, text, OVERDUE)).kind);
  });

  it.each<[string, number]>([
    ['本周谁没报周报', 0.8],
    ['周报谁没交', 0.8],
    ['any overdue tasks', 0.6],
    ['待办有哪些逾期的', 0.6],
    ['状态怎么样了', 0.6],
    ['看看谁没报', 0.6],
    ['status of everything overdue', 0.6],
  ])(
    'is a question where it only runs on in a sentence, and is read surely enough (%s)',
    async (text, sure) => {
      expect((await read(OFFICE, text, OVERDUE, sure)).kind).toBe('overdue');
      expect((await read(OFFICE, text, OVERDUE, sure - 0.01)).kind).not.toBe('overdue');
    },
  );

  it('that misspells a name is put right by its command unless the reading is sure', async () => {
    const text = '状态市公案局';
    expectRefused(await read(OFFICE, text, OVERDUE, 0.79), 'unknown_unit');
    expect((await read(OFFICE, text, OVERDUE, 0.8)).kind).toBe('overdue');
  });

  it.each(['谁没报 某某', '状态 市公案局', '通报 撤回', '名册 市公案局'])(
    'that is typed as a command and misspelt is refused as one (%s)',
    async (text) => {
      expect((await read(OFFICE, text, OVERDUE)).kind).toBe('refused');
    },
  );

  it('in a question closes nothing; typed as a command it does', async () => {
    const asked: Asked = { intent: 'task', task: 1 };
    expect(expectKind(await read(OFFICE, '督办1号办结了吗', asked), 'task').did).toBeNull();
    expect((await taskRow(dialog, numbered(1))).state).toBe('in_review');
    const said = await read(OFFICE, '督办 1号 办结 照片已核', asked);
    expect(expectKind(said, 'task').did).toBe('closed');
  });

  it('that cannot read the text leaves it to what was read, be it a choice or a refusal', async () => {
    const refused = await sayReadAs(dialog, OFFICE, '看看今天天气', { refuse: 'out_of_scope' });
    expectRefused(refused, 'not_read');
    const unknown = await sayReadAs(dialog, OFFICE, '状态市公案局', { refuse: 'unknown_unit' });
    expect(expectRefused(unknown, 'unknown_unit').near).toMatchObject([{ id: 'gaj' }]);
    const clarify = [asReading({ intent: 'who' }), asReading({ intent: 'figures' })];
    expect((await sayReadAs(dialog, OFFICE, '看看这个月的', { clarify })).kind).toBe('clarify');
  });

  it('that asks for something to be done is read as a sentence only where the command cannot', async () => {
    const asked: Asked = { intent: 'act', command: 'chase' };
    expect((await read(OFFICE, '催一下还没报的', asked)).kind).toBe('missing');
    expect((await read(OFFICE, '催报', asked)).kind).toBe('chased');
  });

  it('of a stranger is refused, and without a reader only commands are known', async () => {
    expectRefused(await asks('路人', OVERDUE), 'unknown_person');
    // The word of a command that is open to anybody lets nobody else in.
    for (const intent of ['who', 'timeliness', 'overdue', 'figures', 'contact'] as const)
      expectRefused(await read('路人', '哪些单位迟报了急报', { intent, units: ['gaj'] }), 'unknown_person');
    const { read: _, ...withoutReader } = dialog.deps;
    expectRefused(
      await answer(withoutReader, await dialog.slackOf(OFFICE), '有什么逾期的'),
      'unknown_command',
    );
    const { near } = expectRefused(
      await sayReadAs(dialog, OFFICE, 'statsu', { refuse: 'not_understood' }),
      'unknown_command',
    );
    expect(near[0]).toBe('status');
  });

  it('is read with the asker’s roles, at the moment of the question', async () => {
    const asked: unknown[] = [];
    const deps = {
      ...dialog.deps,
      read: (...question: unknown[]) => {
        asked.push(question);
        return asReading(OVERDUE);
      },
    };
    await answer(deps, await dialog.slackOf(LIAISON), '  有什么逾期的？ ');
    expect(asked).toMatchObject([
      [
        { id: 'loudi-2016' },
        { postings: [{ role: 'liaison', unit: 'gaj' }], now: dialog.deps.now(), text: '  有什么逾期的？ ' },
      ],
    ]);
  });
});

describe('readers', () => {
  it('are compiled once for each definition of a campaign, and anew when it changes', () => {
    const made: string[] = [];
    const read = keepReaders(({ id }) => {
      made.push(id);
      return { read: () => asReading({ intent: 'help' }) };
    });
    const question = { postings: [], now: 0 as never, text: '帮助' };
    const row = (id: string, definitionNo: number) => ({ id, definitionNo, definition: { id } }) as never;
    for (const campaign of [row('a', 1), row('a', 1), row('b', 1), row('a', 2), row('a', 2), row('b', 1)])
      expect(read(campaign, question)).toMatchObject({ intent: 'help' });
    expect(made).toEqual(['a', 'b', 'a']);
  });
});

describe('a request', () => {
  beforeEach(async () => {
    dialog = await openDialog();
  });
  afterEach(() => dialog.close());

  const form = (outcome: Outcome) =>
    outcome.kind === 'report_form' ? 'report' : expectKind(outcome, 'ask_form').form.form;

  it.each<[string, string, object, string]>([
    [LIAISON, 'report', {}, 'report'],
    [LIAISON, 'nil', {}, 'nil'],
    [OFFICE, 'waive', { units: ['gaj'] }, 'waive'],
    [OFFICE, 'task', {}, 'task_new'],
    [OFFICE, 'task', { units: ['gaj'], to: '2016-08-19' }, 'task_new'],
    [LEADER, 'task', {}, 'task_new'],
    [LIAISON, 'incident', {}, 'incident'],
    [LIAISON, 'leave', { from: '2016-08-08', to: '2016-08-09' }, 'leave'],
    [OFFICE, 'leave', { person: '安警官' }, 'leave'],
    [LIAISON, 'replace_liaison', {}, 'replace_liaison'],
  ])('of %s to %s opens the form', async (person, command, asked, expected) => {
    expect(form(await act(person, command, asked))).toBe(expected);
  });

  it.each<[string, string, object, string]>([
    [OFFICE, 'chase', {}, 'missing'],
    [OFFICE, 'chase', { units: ['gaj'] }, 'who'],
    [OFFICE, 'bulletin', {}, 'bulletin'],
    [LIAISON, 'task', {}, 'tasks'],
    [LIAISON, 'roster', { units: ['gaj'] }, 'roster'],
    [OFFICE, 'rehearse', {}, 'rehearsal'],
    [OFFICE, 'export', {}, 'export'],
    [INSPECTOR, 'audit', {}, 'audit'],
    [LIAISON, 'settings', {}, 'settings'],
    [OFFICE, 'consultation', {}, 'consultation'],
    [LIAISON, 'note', {}, 'nothing_filed'],
  ])('of %s to %s shows where it is done (%o)', async (person, command, asked, expected) => {
    expect((await act(person, command, asked)).kind).toBe(expected);
  });

  it('to chase one unit leads to a button that chases that unit alone', async () => {
    const who = expectKind(await asks(OFFICE, { intent: 'act', command: 'chase', units: ['sfx'] }), 'who');
    expect(who).toMatchObject({ state: 'missing', mayChase: true });
    const rendered = renderOutcome(who, 'zh');
    const said = rendered.kind === 'message' ? JSON.stringify(rendered.message.blocks) : '';
    expect(said).toContain(JSON.stringify(JSON.stringify({ obligation: who.rows[0]!.id })).slice(1, -1));
    expect(who.rows.map(({ unit }) => unit.id)).toEqual(['sfx']);
  });

  it('changes nothing: nobody is chased, nothing accepted, nobody on leave', async () => {
    const obligation = rowId('weekly', 'gaj', '2016-W31');
    await dialog.press(LIAISON, 'report', { obligation, values: fullReport() });
    const before = (await dialog.store.list('audit')).length;
    const shown = await act(OFFICE, 'accept', { units: ['gaj'] });
    expect(expectKind(shown, 'report_shown').may).toContain('accept');
    for (const command of [
      'chase',
      'return',
      'waive',
      'dispute',
      'leave',
      'nil',
      'report',
      'task',
      'settings',
    ])
      await act(OFFICE, command, {
        units: ['gaj'],
        from: '2016-08-08',
        to: '2016-08-09',
        period: '2016-W31',
      });
    expect(await dialog.store.list('audit')).toHaveLength(before);
    expect(await dialog.store.list('leave')).toEqual([]);
    expect((await dialog.row('weekly', 'gaj', '2016-W31')).state).toBe('submitted');
  });

  it.each([
    [LIAISON, 'chase', 'office_only'],
    [LIAISON, 'accept', 'office_only'],
    [LEADER, 'bulletin', 'office_only'],
    [LEADER, 'report', 'no_role_for'],
    [LEADER, 'audit', 'no_role_for'],
    [LEADER, 'export', 'no_role_for'],
    [INSPECTOR, 'waive', 'office_only'],
  ] as const)('of %s to %s is refused as the command is', async (person, command, kind) => {
    expectRefused(await act(person, command), kind);
  });

  it('without a command, and for help, is what I may do', async () => {
    expect((await asks(LIAISON, { intent: 'act' })).kind).toBe('help');
    expect(expectKind(await asks(LEADER, { intent: 'help' }), 'help').commands).not.toContain('chase');
  });
});

describe('what was not read', () => {
  beforeAll(async () => {
    dialog = await openDialog();
  });
  afterAll(() => dialog.close());

  it.each([
    'out_of_scope',
    'other_campaign',
    'before_campaign',
    'unknown_unit',
    'forbidden',
    'smalltalk',
    'injection',
  ] as const)('is refused for its reason with commands the asker may use (%s)', async (refuse) => {
    const refusal = expectRefused(await sayReadAs(dialog, LIAISON, '今天天气催人老', { refuse }), 'not_read');
    expect(refusal).toMatchObject({ reason: refuse, contact: ['文书一'] });
    expect(refusal.near).toHaveLength(3);
    expect(refusal.near).not.toContain('chase');
  });

  it.each([
    [OFFICE, ['missing', 'status', 'task']],
    [LIAISON, ['report', 'nil', 'mine']],
    ['周正', ['status', 'missing', 'task']],
    ['督查员', ['status', 'missing', 'task']],
  ])('is followed by what the asker does most, not by what sounds alike (%s)', async (person, usual) => {
    const near = async (text: string, refuse: 'smalltalk' | 'out_of_scope') =>
      expectRefused(await sayReadAs(dialog, person, text, { refuse }), 'not_read').near;
    expect(await near('thank you', 'smalltalk')).toEqual(usual);
    expect(await near('what is the weather', 'out_of_scope')).toEqual(usual);
    expect(expectRefused(await dialog.say(person, 'qqqqqq'), 'unknown_command').near).toEqual(usual);
  });

  it('because it is not open to the asker is followed by what is: how reporting stands', async () => {
    const said = await sayReadAs(dialog, LIAISON, '看看工商局的周报', { refuse: 'forbidden' });
    expect(expectRefused(said, 'not_read').near[0]).toBe('status');
    const rendered = renderOutcome(said, 'zh');
    expect(rendered.kind === 'message' && rendered.message.text).toContain('要看的内容或要办的事');
  });
});

describe('before anything is planned', () => {
  beforeAll(async () => {
    dialog = await openDialog({ plannedFrom: '2016-05-20 08:00', now: '2016-05-20 09:00' });
  });
  afterAll(() => dialog.close());

  it.each<Asked>([
    { intent: 'overdue' },
    { intent: 'timeliness' },
    { intent: 'tasks' },
    { intent: 'decisions' },
    { intent: 'sent' },
    { intent: 'due', from: '2016-05-20', to: '2016-05-27' },
  ])('$intent finds nothing and says so', async (asked) => {
    for (const person of [OFFICE, LIAISON, LEADER, INSPECTOR]) {
      const said = (await asks(person, asked)) as unknown as Record<string, unknown[]>;
      expect(said.kind).toBe(asked.intent);
      const rows = said.rows ?? said.periods ?? said.items ?? said.tasks;
      expect(rows).toEqual([]);
    }
  });

  it.each<Asked>([
    { intent: 'who' },
    { intent: 'who', state: 'late' },
    { intent: 'figures' },
    { intent: 'status' },
  ])('what is asked of reports says that nothing has begun (%o)', async (asked) => {
    for (const person of [OFFICE, LEADER, INSPECTOR])
      expect((await asks(person, asked)).kind).toBe('not_begun');
  });

  it.each<Asked>([
    { intent: 'mine' },
    { intent: 'status' },
    { intent: 'status', units: ['gaj'] },
    { intent: 'status', phase: 'inspect' },
    { intent: 'latest', units: ['gaj'] },
    { intent: 'consultation_next' },
    { intent: 'bulletin' },
    { intent: 'history' },
    { intent: 'contact' },
  ])('$intent is answered or refused', async (asked) => {
    for (const person of [OFFICE, LIAISON, LEADER, INSPECTOR])
      expect((await asks(person, asked)).kind).toBeTruthy();
  });
});

describe('in a world', () => {
  const FOOD = SAMPLE.replace('id: loudi-2016', 'id: food-2016').replace(
    'name: 娄底市互联网金融风险专项整治',
    'name: 娄底市食品安全专项整治',
  );
  let fresh: FreshStore;
  let world: World;
  beforeAll(async () => {
    fresh = await freshStore('sqlite');
    world = await aWorld(fresh.store, { from: '2016-08-02 12:00' });
    await importCampaign(world.deps, FOOD, { dryRun: false, source: 'food.yml' });
    await world.liveUntil('2016-08-05 18:00');
  });
  afterAll(() => fresh.close());

  const said = (person: string, text: string, asked: Asked) =>
    sayReadAs(world, person, text, asReading(asked));

  it('a question is about the campaign imported last, unless another is named', async () => {
    const last = expectKind(await said('尚工商', '请问一下', { intent: 'overdue' }), 'overdue');
    expect(new Set(last.rows.map(({ campaign }) => campaign))).toEqual(new Set(['food-2016']));
    const named = await said('尚工商', '娄底市互联网金融风险专项整治有什么逾期', { intent: 'overdue' });
    const { rows } = expectKind(named, 'overdue');
    expect(new Set(rows.map(({ campaign }) => campaign))).toEqual(new Set(['loudi-2016']));
  });

  it('a choice leads to the campaign it was offered in', async () => {
    const text = '娄底市互联网金融风险专项整治两个单位';
    const { choices } = expectKind(
      await said('文书一', text, { intent: 'status', units: ['gaj', 'gsj'] }),
      'clarify',
    );
    expect(choices.map(({ input }) => input.campaign)).toEqual(['loudi-2016', 'loudi-2016']);
  });

  it('what was sent is said to whom it was sent, newest first, in the facts it was told with', async () => {
    const { items } = expectKind(await said('尚工商', '请问一下', { intent: 'sent' }), 'sent');
    expect(items.length).toBeGreaterThan(1);
    expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).sort((a, b) => b - a));
    for (const { told = [] } of items) {
      expect(told.length).toBeGreaterThan(0);
      for (const item of told) if (item.kind === 'reminder') expect(item.obligation.unit.id).toBe('gsj');
    }
    expect(items[0]).toMatchObject({ what: 'reminder' });
    const today = await said('尚工商', '请问一下', { intent: 'sent', from: '2016-08-05', to: '2016-08-05' });
    expect(expectKind(today, 'sent').items.length).toBeLessThan(items.length);
    expect(expectKind(await said('督查员', '请问一下', { intent: 'sent' }), 'sent').items).toEqual([]);
  });
});
