import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diffCampaigns } from '../../documents/campaign-diff.ts';
import { readCampaignFile, readWritten } from '../../documents/campaign-file.ts';
import { writeCampaign, writtenCampaign } from '../../documents/campaign-write.ts';
import type { Campaign } from '../../domain/campaign.ts';
import { type FileProblem, withoutPlace } from '../../domain/file-problem.ts';
import { as } from '../../domain/ids.ts';
import { on, unitId } from '../support/builders.ts';

const SAMPLE = readFileSync(new URL('../../documents/samples/loudi.yml', import.meta.url), 'utf8');
const TODAY = on('2016-08-05');

const read = (text: string): Campaign => {
  const reading = readCampaignFile(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.campaign;
};

describe('a campaign written as a file', () => {
  test('is read back as the same campaign', () => {
    const sample = read(SAMPLE);
    expect(read(writeCampaign(sample, TODAY))).toEqual(sample);
  });

  test('keeps every notation: holidays, quiet days, ladders, rules for days off, ranking', () => {
    const full = read(
      `${SAMPLE}
ranking: true
incident_minutes: 25
quiet_days: [{ from: 2016-08-20, to: 2016-08-22, name: 检修 }, { from: 2016-09-01 }]
holidays: { days: [{ date: 2027-02-06, off: true, name: 春节 }, { date: 2027-02-20, work: true, name: 春节 }] }
`.replace(
        'duties:\n',
        'duties:\n  - { id: odd, name: 怪事, owed_by: [member], once: 2016-12-01 09:15, on_holiday: next+2, grace: 30, ladder: [{ at: -2wd, to: [liaison] }, { at: -3h, to: [head, office] }, { at: +0, to: [deputy] }, { at: +1wd 10:00, to: [office_director] }] }\n',
      ),
    );
    expect(read(writeCampaign(full, TODAY))).toEqual(full);
  });

  test('is the same campaign as values, and has the same problems without a place', () => {
    const sample = read(SAMPLE);
    const asText = (campaign: Campaign) => readCampaignFile(writeCampaign(campaign, TODAY));
    expect(readWritten(writtenCampaign(sample, TODAY))).toMatchObject({ ok: true, campaign: sample });
    const [office, ...units] = sample.units;
    const wrong: Campaign[] = [
      { ...sample, units },
      { ...sample, units: [...sample.units, office!] },
      { ...sample, name: '', zone: 'Asia/Nowhere', to: on('2015-01-01') },
      {
        ...sample,
        units: [...sample.units, { ...units[0]!, id: unitId('x'), name: '周报', aliases: [' '] }],
      },
      { ...sample, people: sample.people.map((each) => ({ ...each, unit: unitId('nowhere'), email: 'x' })) },
      { ...sample, duties: sample.duties.map((duty) => ({ ...duty, form: as('none'), graceMinutes: -1 })) },
      { ...sample, phases: [], figures: [], forms: {} },
    ];
    for (const campaign of wrong) {
      const [text, values] = [asText(campaign), readWritten(writtenCampaign(campaign, TODAY))];
      if (text.ok || values.ok) throw new Error('It was to be refused');
      // Of what has no place, the same is said once.
      const bare = (problems: readonly FileProblem[]) => [
        ...new Set(problems.map((problem) => JSON.stringify({ ...withoutPlace(problem), column: 0 })).sort()),
      ];
      expect(bare(values.problems)).toEqual(bare(text.problems));
    }
  });

  test('keeps a duty without reminders apart from one with the usual ones', () => {
    const sample = read(SAMPLE);
    const [first, ...others] = sample.duties;
    const silent = { ...sample, duties: [{ ...first!, ladder: [] }, ...others] };
    expect(read(writeCampaign(silent, TODAY))).toEqual(silent);
  });

  test('leaves out who is no longer in office', () => {
    const sample = read(SAMPLE);
    const [first, ...others] = sample.people;
    const left = { ...sample, people: [{ ...first!, to: on('2016-08-04') }, ...others] };
    const again = read(writeCampaign(left, TODAY));
    expect(again.people).toEqual(others);
    expect(diffCampaigns(left, again).map(({ kind }) => kind)).toEqual(['posting_removed']);
  });

  test('is not misread, whatever a name looks like', () => {
    const sample = read(SAMPLE);
    for (const name of [
      'yes',
      '12',
      '- a: b',
      "'",
      '"x',
      '#1',
      '{}',
      '2016-08-05',
      'null',
      '~',
      '&a',
      '*a',
      '! x',
      '甲：乙',
      'a: b',
    ])
      expect(read(writeCampaign({ ...sample, name }, TODAY)).name).toBe(name);
  });
});
