import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diffCampaigns } from '../../documents/campaign-diff.ts';
import { readCampaignFile } from '../../documents/campaign-file.ts';
import { writeCampaign } from '../../documents/campaign-write.ts';
import type { Campaign } from '../../domain/campaign.ts';
import { on } from '../support/builders.ts';

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
