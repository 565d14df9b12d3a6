// Pointers and fields as nobody's button or form would carry them, on both engines: each gets an answer that can be shown,
// none is an unexpected error, and nothing is written that was not asked for in a sound way.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionInput, ActionName } from '../../domain/actions.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { checkLimits } from '../../messages/limits.ts';
import { decodeAction, renderOutcome } from '../../messages/render.ts';
import { type Dialog, expectRefused, openDialog } from '../support/dialog.ts';
import { fullReportOf, giveIncident } from '../support/dialog-incidents.ts';
import { fullTask, LIAISON, OFFICE, taskIn } from '../support/dialog-tasks.ts';
import { describeEngines } from '../support/stores.ts';

const AUGUST = 'loudi-2016/consultation/2016-08';
const STRANGE = [
  '__proto__',
  'constructor',
  'toString',
  '\0',
  "' or 1=1 --",
  '<!channel>\u202E',
  '9'.repeat(40),
];
const PEOPLE = [OFFICE, LIAISON, '周正', '尚工商'];

describe('a pointer whose number is none', () => {
  it.each(['1.5', '1e20', '1e999', '-1e400', '"1"', 'null', '[1]'])('is no pointer: %s', (no) => {
    expect(decodeAction('do:task:0', `{"verb":"show","no":${no}}`)).toBeNull();
  });
});

describeEngines('what is asked of', (engine) => {
  let dialog: Dialog;
  let id: { task: string; incident: string };
  beforeEach(async () => {
    dialog = await openDialog({ engine, now: '2016-08-22 10:00' });
    id = {
      task: await taskIn(dialog, 'in_progress', { dueOn: '2016-08-30' }),
      incident: await giveIncident(dialog),
    };
  });
  afterEach(() => dialog.close());

  const shownWell = (outcome: Outcome) => {
    for (const language of ['zh', 'en'] as const) {
      const shown = renderOutcome(outcome, language);
      if (shown.kind === 'message') expect(checkLimits(shown.message)).toEqual([]);
      if (shown.kind === 'modal') expect(checkLimits(shown.modal)).toEqual([]);
    }
  };
  const press = async (who: string, action: ActionName, input: ActionInput) => {
    const outcome = await dialog.press(who, action, input);
    shownWell(outcome);
    return outcome;
  };
  const office = (action: ActionName, input: ActionInput) => press(OFFICE, action, input);
  const written = async () => {
    const counts = ['task', 'taskEntry', 'topic', 'attendance', 'incident', 'incidentEntry'] as const;
    const rows = await Promise.all(counts.map((kind) => dialog.store.list(kind)));
    return JSON.stringify([rows, await dialog.store.find('consultation', AUGUST)]);
  };

  it('rows by strange ids, years, verbs and filters is answered, and changes nothing', async () => {
    const before = await written();
    for (const strange of STRANGE) {
      for (const who of PEOPLE) {
        await press(who, 'task', { task: strange, verb: 'sign' });
        await press(who, 'task', { no: 1, period: strange, verb: 'close' });
        await press(who, 'task', {
          verb: 'list',
          unit: strange,
          area: strange,
          values: { light: strange, state: strange, mine: strange },
        });
        await press(who, 'incident', { incident: strange, verb: 'final', values: { text: 'x' } });
        await press(who, 'incident', { no: 1, period: strange, verb: 'join', values: { other: strange } });
        await press(who, 'consultation', { consultation: strange, verb: 'attend' });
        await press(who, 'consultation', {
          consultation: AUGUST,
          verb: 'decline_topic',
          topic: strange,
          values: { reason: 'x' },
        });
        await press(who, 'task', { task: id.task, verb: strange });
        await press(who, 'consultation', { consultation: AUGUST, verb: strange });
        await press(who, 'incident', { incident: id.incident, verb: strange });
      }
    }
    await office('task', { no: -1, verb: 'show' });
    expect(await written()).toBe(before);
  });

  it('forms with strange values keeps what was typed, and changes nothing', async () => {
    const before = await written();
    for (const strange of STRANGE) {
      for (const field of [
        'lead',
        'helpers',
        'area',
        'phase',
        'source',
        'priority',
        'feedback',
        'steps',
        'dueOn',
      ]) {
        const values = fullTask({ dueOn: '2016-08-31', [field]: strange });
        const { form } = expectRefused(await office('task', { verb: 'new', values }), 'form');
        expect(form).toMatchObject({ values: { [field]: strange } });
      }
      const until = { until: strange, reason: 'x', progress: 'x' };
      expectRefused(await press(LIAISON, 'task', { task: id.task, verb: 'extend', values: until }), 'form');
      const fed = { percent: strange, text: 'x' };
      expectRefused(await press(LIAISON, 'task', { task: id.task, verb: 'feed_back', values: fed }), 'form');
      for (const field of ['date', 'time', 'minutesLong']) {
        const moved = { date: '2016-08-29', [field]: strange };
        expectRefused(
          await office('consultation', { consultation: AUGUST, verb: 'move', values: moved }),
          'form',
        );
      }
    }
    expect(await written()).toBe(before);
  });

  it.each(['2016-02-30', '9999-12-31', '0000-01-01', '2099-01-01', '99999-01-01', '2016-13-01', '1-1-1'])(
    'any day that no calendar has, or that is out of reach, is refused: %s',
    async (day) => {
      const before = await written();
      const values = fullTask({ dueOn: day });
      expectRefused(await office('task', { verb: 'new', values }), 'form');
      expectRefused(
        await office('task', { task: id.task, verb: 'reassign', values: { lead: 'gsj', until: day } }),
        'form',
      );
      const moved = { date: day, time: '15:00' };
      expectRefused(
        await office('consultation', { consultation: AUGUST, verb: 'move', values: moved }),
        'form',
      );
      expect(await written()).toBe(before);
    },
  );

  it('a text in which nothing can be seen is asked for again', async () => {
    for (const unseen of ['\u200b', '\u202e\u2066', '\0\u0007', '\u3000 \ufeff']) {
      expectRefused(
        await press('冷小江', 'incident', { verb: 'report', values: fullReportOf({ what: unseen }) }),
        'form',
      );
      expectRefused(
        await office('task', { verb: 'new', values: fullTask({ dueOn: '2016-08-31', title: unseen }) }),
        'form',
      );
    }
  });

  it('texts that call, turn round or hide is shown without harm', async () => {
    const nasty = '<!channel> <@U1> `x`\u202E\0\uD800|a\nb';
    const given = await office('task', {
      verb: 'new',
      values: fullTask({ dueOn: '2016-08-31', title: nasty, ask: nasty }),
    });
    const reported = await press('冷小江', 'incident', {
      verb: 'report',
      values: fullReportOf({ what: nasty, where: nasty }),
    });
    for (const outcome of [given, reported]) {
      const shown = JSON.stringify(renderOutcome(outcome, 'zh'));
      expect(shown).not.toMatch(/<!channel>|<@U1>|\\u0000|\\ud800|\u202e/);
    }
  });

  it('sixty helpers and five hundred steps is refused at the field', async () => {
    const helpers = Array(60).fill(['gsj', 'gaj', 'rmyh']).flat().join(',');
    const many = await office('task', { verb: 'new', values: fullTask({ dueOn: '2016-08-31', helpers }) });
    expect(expectRefused(many, 'form').form).toMatchObject({
      problems: [{ field: 'helpers', kind: 'not_a_choice' }],
    });
    const others = Array(60).fill(['gsj', 'rmyh']).flat().join(',');
    const once = await office('task', {
      verb: 'new',
      values: fullTask({ dueOn: '2016-08-31', helpers: others }),
    });
    expect(once).toMatchObject({ kind: 'task', task: { helpers: [{ id: 'gsj' }, { id: 'rmyh' }] } });
    for (const count of [21, 500]) {
      const steps = Array(count).fill('初验 市工商局 5日').join('\n');
      expectRefused(await office('task', { verb: 'new', values: fullTask({ dueOn: '', steps }) }), 'form');
    }
  });
});
