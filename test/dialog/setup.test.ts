// A campaign is set up in chat, on both engines: who may, that nothing typed is lost, and that it is done once.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Deps, Workspace } from '../../commands/command.ts';
import { importCampaign } from '../../commands/import-campaign.ts';
import { act, answer } from '../../commands/registry.ts';
import { readCampaignFile } from '../../documents/campaign-file.ts';
import { holidayTable } from '../../documents/holidays.ts';
import type { ActionInput } from '../../domain/actions.ts';
import { move } from '../../domain/change.ts';
import { as, type SlackUserId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { SETUP_STEPS } from '../../domain/setup/facts.ts';
import { checkLimits, type Payload } from '../../messages/limits.ts';
import { renderOutcome } from '../../messages/render.ts';
import { at } from '../support/builders.ts';
import { expectKind } from '../support/dialog.ts';
import { WHOLE_SETUP } from '../support/setup-values.ts';
import { describeEngines, type FreshStore, freshStore } from '../support/stores.ts';
import { SAMPLE } from '../support/world.ts';

const payloadOf = (outcome: Outcome): Payload => {
  const rendered = renderOutcome(outcome, 'zh');
  return rendered.kind === 'modal' ? rendered.modal : (rendered as { message: Payload }).message;
};

const ADMIN = as<SlackUserId>('U0ADMIN001');
const OTHER_ADMIN = as<SlackUserId>('U0ADMIN002');
const SOMEBODY = as<SlackUserId>('U0SOMEBODY');

const workspace: Workspace = {
  findAccount: async (who) => ({
    administrator: who === ADMIN || who === OTHER_ADMIN,
    email: who === ADMIN ? 'JIN@x.example' : null,
  }),
  hasAccount: async (by) => !('email' in by) || by.email !== 'an@x.example',
  channelState: async (name) => (name === '整治通报' ? 'joined' : 'not_joined'),
};

describeEngines('setting up a campaign in chat', (engine) => {
  let fresh: FreshStore;
  let deps: Deps;
  beforeEach(async () => {
    fresh = await freshStore(engine);
    deps = {
      store: fresh.store,
      now: () => at('2016-06-01 08:00'),
      newId: randomUUID,
      holidays: holidayTable(),
      workspace,
    };
  });
  afterEach(() => fresh.close());

  const press = (who: SlackUserId, input: ActionInput) => act(deps, who, 'setup', input);
  const type = (who: SlackUserId, text: string) => answer(deps, who, text);
  const fill = async (who: SlackUserId, values = WHOLE_SETUP): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (const step of SETUP_STEPS)
      if (values[step]) outcomes.push(await press(who, { verb: step, values: values[step] }));
    return outcomes;
  };
  const previewed = async (who: SlackUserId) =>
    expectKind(await press(who, { verb: 'preview' }), 'setup_preview').preview;
  const campaigns = () => fresh.store.list('campaign');

  it('greets whoever comes to an empty house, and offers it to an administrator alone', async () => {
    for (const words of ['你好', '谁没报', '']) {
      expect(await type(ADMIN, words)).toEqual({ kind: 'setup_greeting', may: true, begun: false });
      expect(await type(SOMEBODY, words)).toEqual({ kind: 'setup_greeting', may: false, begun: false });
    }
    expect(await act(deps, ADMIN, 'home', {})).toMatchObject({ kind: 'setup_greeting', may: true });
  });

  it('lets nobody else in, by words, button or form, whatever the pointer says', async () => {
    const refusal = { kind: 'refused', refusal: { kind: 'setup_not_yours', first: true } };
    expect(await type(SOMEBODY, '设立专项行动')).toEqual(refusal);
    for (const verb of ['basics', 'preview', 'found', 'anew', 'file', 'guide'])
      expect(await press(SOMEBODY, { verb, values: { name: 'x' }, no: 1 })).toEqual(refusal);
    expect(await fresh.store.list('setup')).toEqual([]);
  });

  it('lets channels be chosen where the workspace knows what they are called, and keeps what was chosen', async () => {
    const names: Record<string, string> = { C0BULLETIN: '整治通报', C0OFFICE01: '整治办公室' };
    let isSilent = false;
    deps.workspace = {
      ...workspace,
      nameOfChannel: async (id) =>
        isSilent ? null : Object.hasOwn(names, id) ? { name: names[id]! } : 'unseen',
    };
    expect(await press(ADMIN, { verb: 'basics' })).toMatchObject({ form: { chooses: true } });
    const chosen = { ...WHOLE_SETUP.basics!, bulletin: 'C0BULLETIN', officeChannel: 'C0UNSEEN01' };
    const refused = await press(ADMIN, { verb: 'basics', values: chosen });
    expect(refused).toMatchObject({
      refusal: {
        form: {
          chooses: true,
          values: { bulletin: 'C0BULLETIN', officeChannel: 'C0UNSEEN01' },
          wrong: [{ field: 'officeChannel', code: 'unseen_channel' }],
        },
      },
    });
    const values = { ...chosen, officeChannel: 'C0OFFICE01', officeChannelName: '别的频道' };
    expectKind(await press(ADMIN, { verb: 'basics', values }), 'setup_guide');
    isSilent = true;
    expectKind(await press(ADMIN, { verb: 'basics', values }), 'setup_guide');
    await fill(ADMIN, { ...WHOLE_SETUP, basics: undefined } as never);
    await press(ADMIN, { verb: 'found', no: (await previewed(ADMIN)).version });
    expect((await fresh.store.list('channel')).map(({ name }) => name).sort()).toEqual([
      '整治办公室',
      '整治通报',
    ]);
  });

  it('says that Slack could not be asked, and takes that for neither yes nor no', async () => {
    deps.workspace = { ...workspace, findAccount: async () => null };
    for (const words of ['设立', '你好'])
      expect(await type(ADMIN, words)).toEqual({ kind: 'refused', refusal: { kind: 'setup_unsure' } });
  });

  it('where a campaign exists, is for the office director of one alone', async () => {
    await importCampaign(deps, SAMPLE, { dryRun: false, source: 'sample' });
    const bind = async (name: string) => {
      const [person] = await fresh.store.list('person', { where: { name } });
      const slack = as<SlackUserId>(`U0${[...name].map((each) => each.codePointAt(0)).join('')}`);
      await fresh.store.commit([move('person', person!, { slack })]);
      return slack;
    };
    const another = { kind: 'refused', refusal: { kind: 'setup_not_yours', first: false } };
    expect(await type(await bind('金主任'), 'set up')).toMatchObject({ kind: 'setup_guide' });
    for (const name of ['文书一', '安警官', '周正'])
      expect(await type(await bind(name), '设立')).toEqual(another);
    expect(await type(ADMIN, '设立')).toEqual(another);
    expect(await type(SOMEBODY, '设立')).toEqual(another);
    // Where there is a campaign, a stranger hears what a stranger always heard.
    expect(await type(SOMEBODY, '我的')).toMatchObject({ refusal: { kind: 'unknown_person' } });
  });

  it('keeps what was typed, right or wrong, until tomorrow and in any order', async () => {
    const [people] = await fill(ADMIN, { people: WHOLE_SETUP.people! });
    expect(expectKind(people!, 'setup_guide').guide.steps.map(({ state }) => state)).toEqual([
      'empty',
      'empty',
      'wrong',
      'empty',
      'optional',
    ]);
    const typed = { units: '市公安局\n市公安局' };
    const form = await press(ADMIN, { verb: 'units', values: typed });
    expect(form).toMatchObject({
      kind: 'refused',
      refusal: {
        kind: 'form',
        form: { form: 'setup_units', values: typed, wrong: [{ code: 'repeated', line: 2 }] },
      },
    });
    expect(await press(ADMIN, { verb: 'units' })).toMatchObject({
      kind: 'ask_form',
      form: { values: typed },
    });
    expect(await type(ADMIN, '你好')).toMatchObject({ kind: 'setup_greeting', begun: true });
    expect(await press(ADMIN, { verb: 'people' })).toMatchObject({ form: { values: WHOLE_SETUP.people } });
  });

  it('keeps a form that was closed with something in it, and not one that was only looked at', async () => {
    const usual = expectKind(await press(ADMIN, { verb: 'basics' }), 'ask_form').form.values;
    await press(ADMIN, { verb: 'basics', values: { ...usual, name: '' }, step: 'keep' });
    expect(await fresh.store.list('setup')).toEqual([]);
    await press(ADMIN, { verb: 'basics', values: { ...usual, name: '专项' }, step: 'keep' });
    expect(await press(ADMIN, { verb: 'basics' })).toMatchObject({ form: { values: { name: '专项' } } });
  });

  it('begins anew when asked to', async () => {
    await fill(ADMIN);
    const { guide } = expectKind(await press(ADMIN, { verb: 'anew' }), 'setup_guide');
    expect(guide.steps.every(({ state }) => state === 'empty' || state === 'optional')).toBe(true);
    expect(await type(ADMIN, '你好')).toMatchObject({ begun: false });
  });

  it('previews what would be created, who is told first, and what should be known before', async () => {
    expect((await fill(ADMIN)).map(({ kind }) => kind)).toEqual(Array(5).fill('setup_guide'));
    const { contents, duties, notes } = await previewed(ADMIN);
    expect(contents.units.map(({ id }) => id)).toEqual(['zfjrb', 'gaj', 'lxq']);
    expect(duties[0]).toMatchObject({
      name: '工作进展周报',
      firstAt: at('2016-06-01 09:00'),
      dueAt: at('2016-06-03 17:00'),
      to: ['安警官'],
    });
    expect(notes).toMatchObject([
      { kind: 'not_found', people: ['安警官'] },
      { kind: 'channel', channel: '整治办公室', trouble: 'not_joined' },
      { kind: 'warning', problem: { code: 'unit_without_liaison' } },
    ]);
    expect(await campaigns()).toEqual([]);
  });

  it('says who sets it up and will not be in it', async () => {
    await fill(OTHER_ADMIN);
    expect((await previewed(OTHER_ADMIN)).notes).toMatchObject([{ kind: 'starter_absent' }, {}, {}, {}]);
  });

  it('lists everything that is in the way instead, by step and line', async () => {
    await fill(ADMIN, { ...WHOLE_SETUP, people: { people: '公安，联络员，安警官，an@x.example' } });
    const { problems } = expectKind(await press(ADMIN, { verb: 'preview' }), 'setup_wrong');
    expect(problems).toMatchObject([{ step: 'people', line: 1, code: 'unknown_unit' }]);
    expect(expectKind(await press(ADMIN, { verb: 'found', no: 4 }), 'setup_wrong').problems).toEqual(
      problems,
    );
  });

  it('takes no name of a unit that is read as something else, and says at which line', async () => {
    await fill(ADMIN);
    for (const alias of ['周报', '催报', '摸底排查', '排查机构数']) {
      const units = { units: `市公安局，公安局\n娄星区人民政府，${alias}，县市区` };
      const wrong = [
        { step: 'units', field: 'units', line: 2, found: alias, problem: { code: 'says_else' } },
      ];
      expect(await press(ADMIN, { verb: 'units', values: units })).toMatchObject({
        refusal: { kind: 'form', form: { values: units, wrong } },
      });
      expect(await press(ADMIN, { verb: 'preview' })).toMatchObject({ kind: 'setup_wrong', problems: wrong });
    }
  });

  it('keeps areas that name an unknown unit, and sets it up without areas as well', async () => {
    const { areas: _, ...without } = WHOLE_SETUP;
    await fill(ADMIN, without);
    const areas = { areas: '第三方支付，银监局\n互联网广告' };
    expect(await press(ADMIN, { verb: 'areas', values: areas })).toMatchObject({
      refusal: { form: { values: areas, wrong: [{ step: 'areas', line: 1, code: 'unknown_unit' }] } },
    });
    await press(ADMIN, { verb: 'areas', values: { areas: '' } });
    const { contents, version } = await previewed(ADMIN);
    expect(contents.areas).toEqual([]);
    const done = expectKind(await press(ADMIN, { verb: 'found', no: version }), 'setup_done');
    expect((await campaigns())[0]).toMatchObject({ id: done.campaign, definition: { areas: [] } });
  });

  it('sets it up in one commit: campaign, people, channels, the log, the mark on the setup', async () => {
    await fill(ADMIN);
    const { version } = await previewed(ADMIN);
    const done = expectKind(await press(ADMIN, { verb: 'found', no: version }), 'setup_done');
    expect(done.campaign).toBe('hlwjrfxzxzz-2016');
    const [row] = await campaigns();
    expect(row).toMatchObject({ id: done.campaign, definitionNo: 1, plannedNo: 0, plannedFrom: null });
    expect((await fresh.store.list('person')).map(({ name }) => name).sort()).toEqual(['安警官', '金主任']);
    expect((await fresh.store.list('channel')).map(({ name }) => name).sort()).toEqual([
      '整治办公室',
      '整治通报',
    ]);
    const [director] = await fresh.store.list('person', { where: { name: '金主任' } });
    expect(await fresh.store.list('audit')).toMatchObject([
      { verb: 'import', actor: director!.id, detail: { source: 'chat' } },
    ]);
    expect(await fresh.store.find('setup', ADMIN)).toMatchObject({ campaign: done.campaign });
  });

  it('sets it up once, however often and from however many processes it is pressed', async () => {
    await fill(ADMIN);
    const { version } = await previewed(ADMIN);
    const other = { ...deps, store: await fresh.open({ role: 'cli' }) };
    const outcomes = await Promise.all(
      [deps, other, deps, other].map((each) => act(each, ADMIN, 'setup', { verb: 'found', no: version })),
    );
    expect(outcomes.map((outcome) => expectKind(outcome, 'setup_done').campaign)).toEqual(
      Array(4).fill('hlwjrfxzxzz-2016'),
    );
    expect(await press(ADMIN, { verb: 'found', no: version })).toMatchObject({ kind: 'setup_done' });
    expect(await campaigns()).toHaveLength(1);
    expect(await fresh.store.list('audit')).toHaveLength(1);
  });

  it('of two administrators at one moment one is first', async () => {
    await fill(ADMIN);
    await fill(OTHER_ADMIN);
    const founded = await Promise.all(
      [ADMIN, OTHER_ADMIN].map(async (who) =>
        press(who, { verb: 'found', no: (await previewed(who)).version }),
      ),
    );
    expect(founded.map(({ kind }) => kind).sort()).toEqual(['refused', 'setup_done']);
    expect(await campaigns()).toHaveLength(1);
  });

  it('shows the preview anew where something was changed since', async () => {
    await fill(ADMIN);
    const { version } = await previewed(ADMIN);
    await press(ADMIN, { verb: 'units', values: { units: '市公安局，公安局\n市工商局' } });
    const { preview } = expectKind(await press(ADMIN, { verb: 'found', no: version }), 'setup_preview');
    expect(preview.contents.units).toHaveLength(3);
    expect(await campaigns()).toEqual([]);
    expect(await press(ADMIN, { verb: 'found', no: preview.version })).toMatchObject({ kind: 'setup_done' });
  });

  it('gives it as a campaign file, which reads back', async () => {
    await fill(ADMIN);
    const { name, text } = expectKind(await press(ADMIN, { verb: 'file' }), 'setup_file');
    expect(name).toBe('hlwjrfxzxzz-2016.yml');
    expect(readCampaignFile(text)).toMatchObject({ ok: true, campaign: { name: WHOLE_SETUP.basics!.name } });
  });

  it('a second campaign by the director of the first gets an id and a setup of its own', async () => {
    await fill(ADMIN);
    await press(ADMIN, { verb: 'found', no: (await previewed(ADMIN)).version });
    const [director] = await fresh.store.list('person', { where: { name: '金主任' } });
    await fresh.store.commit([move('person', director!, { slack: ADMIN })]);
    expect(await press(ADMIN, {})).toMatchObject({ guide: { steps: [{ state: 'empty' }, {}, {}, {}, {}] } });
    await fill(ADMIN);
    const done = expectKind(
      await press(ADMIN, { verb: 'found', no: (await previewed(ADMIN)).version }),
      'setup_done',
    );
    expect(done.campaign).toBe('hlwjrfxzxzz-2016-2');
    expect(await campaigns()).toHaveLength(2);
  });

  it('is said to the asker alone, in forms that Slack takes', async () => {
    const outcomes = [...(await fill(ADMIN)), await press(ADMIN, { verb: 'preview' })];
    for (const outcome of outcomes)
      expect(renderOutcome(outcome, 'zh')).toMatchObject({ kind: 'message', private: true });
  });

  it('survives three thousand characters of anything in any field', async () => {
    for (const text of ['😀'.repeat(3000), '局，'.repeat(1500), '\u202E<!channel>&\n'.repeat(200)])
      for (const step of SETUP_STEPS) {
        const fields = { ...WHOLE_SETUP[step], more: text };
        const values = Object.fromEntries(Object.keys(fields).map((field) => [field, text]));
        const outcome = await press(ADMIN, { verb: step, values });
        expect(checkLimits(payloadOf(outcome))).toEqual([]);
        expect(await press(ADMIN, { verb: step })).toMatchObject({ kind: 'ask_form' });
      }
    expect(await press(ADMIN, { verb: 'preview' })).toMatchObject({ kind: 'setup_wrong' });
  });
});
