// What a campaign file means once it is read: defaults, notations, anchors, holidays; and that no text can break the reader.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CampaignReading, readCampaignFile } from '../../documents/campaign-file.ts';
import { campaignJsonSchema } from '../../documents/campaign-json-schema.ts';
import { readNotice } from '../../documents/holiday-notice.ts';
import { type Calendar, workCalendar } from '../../domain/calendar.ts';
import type { Campaign } from '../../domain/campaign.ts';
import { as, type CivilDate } from '../../domain/ids.ts';
import { deadlinesBetween, owingUnits } from '../../domain/periods.ts';
import { DEFAULT_LADDER } from '../../domain/reminders.ts';
import { addDays } from '../../domain/zone.ts';
import { describeProblem } from '../../messages/file-problem-words.ts';

const SAMPLE = readFileSync(new URL('../../documents/samples/loudi.yml', import.meta.url), 'utf8');

const campaignOf = (reading: CampaignReading): Campaign => {
  if (!reading.ok)
    throw new Error(reading.problems.map((problem) => describeProblem(problem, 'en')).join('\n'));
  return reading.campaign;
};

// Processor time of this process, not time of day: other tests share the machine.
const stopwatch = (): (() => number) => {
  const started = process.cpuUsage();
  return () => process.cpuUsage(started).user / 1000;
};

const HEAD = `campaign:
  id: base
  name: 专项整治
  group: 领导小组
  from: 2016-06-01
  to: 2016-12-31
  channels: { bulletin: 通报, office: 办公室 }
`;
const UNITS = `units:
  - { id: bgs, name: 市办公室, kind: office }
  - { id: gaj, name: 市公安局, kind: member }
`;
const withDuty = (keys: string): Campaign =>
  campaignOf(
    readCampaignFile(`${HEAD}${UNITS}duties:\n  - { id: d, name: 事项, owed_by: [member], ${keys} }\n`),
  );

describe('the sample campaign', () => {
  const reading = readCampaignFile(SAMPLE);
  const campaign = campaignOf(reading);

  test('reads without a problem or a warning', () => {
    expect(reading).toMatchObject({ ok: true, warnings: [] });
  });

  test('has every unit, person, area, phase, figure and duty of the file', () => {
    const { units, people, areas, phases, figures, duties } = campaign;
    expect([units, people, areas, phases, figures, duties].map(({ length }) => length)).toEqual([
      11, 16, 5, 5, 4, 6,
    ]);
  });

  test('starts a phase without `from` on the day after the former one, the first with the campaign', () => {
    expect(campaign.phases.map(({ from, to }) => `${from}…${to}`)).toEqual([
      '2016-06-01…2016-06-15',
      '2016-06-16…2016-06-30',
      '2016-07-01…2016-09-30',
      '2016-10-01…2016-12-20',
      '2016-12-21…2017-01-10',
    ]);
  });

  test('has its duties as the file says them', () => {
    expect(
      campaign.duties.map(({ id, kind, owedBy, rhythm, onHoliday, form }) => [
        id,
        kind,
        owedBy,
        rhythm,
        onHoliday,
        form,
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          "weekly",
          "report",
          [
            "member",
            "locality",
          ],
          {
            "every": "week",
            "time": "17:00",
            "weekday": "fri",
          },
          {
            "roll": "previous",
          },
          "progress",
        ],
        [
          "bulletin",
          "bulletin",
          [
            "office",
          ],
          {
            "every": "week",
            "time": "12:00",
            "weekday": "mon",
          },
          {
            "nth": 1,
            "roll": "next",
          },
          null,
        ],
        [
          "consultation",
          "consultation",
          [
            "office",
          ],
          {
            "day": 25,
            "every": "month",
            "time": "15:00",
          },
          {
            "nth": 1,
            "roll": "next",
          },
          null,
        ],
        [
          "plan-filing",
          "report",
          [
            "rmyh",
            "yjfj",
            "gsj",
            "gaj",
            "swlsj",
            "locality",
          ],
          {
            "date": "2016-06-15",
            "every": "once",
            "time": "17:30",
          },
          {
            "roll": "keep",
          },
          null,
        ],
        [
          "survey-summary",
          "report",
          [
            "member",
            "locality",
          ],
          {
            "date": "2016-06-30",
            "every": "once",
            "time": "17:30",
          },
          {
            "roll": "keep",
          },
          "progress",
        ],
        [
          "final-report",
          "report",
          [
            "member",
            "locality",
          ],
          {
            "date": "2017-01-10",
            "every": "once",
            "time": "17:30",
          },
          {
            "roll": "keep",
          },
          null,
        ],
      ]
    `);
  });

  test('calls out incidents in the default order', () => {
    expect(campaign.incidentOrder).toEqual(['office_staff', 'office_director', 'deputy_leader', 'leader']);
  });

  test('calls the next after ten minutes', () => {
    expect(campaign.incidentMinutes).toBe(10);
  });
});

describe('a rhythm', () => {
  test.each([
    ['every: week, due: fri 17:00', { every: 'week', weekday: 'fri', time: '17:00' }],
    ['every: week, due: fri', { every: 'week', weekday: 'fri', time: '17:30' }],
    ['every: week, due: mon 9:05', { every: 'week', weekday: 'mon', time: '09:05' }],
    ['every: week, due: sun 24:00', { every: 'week', weekday: 'sun', time: '24:00' }],
    ['every: month, due: 10', { every: 'month', day: 10, time: '17:30' }],
    ['every: month, due: 31 15:00', { every: 'month', day: 31, time: '15:00' }],
    ['once: 2016-06-15', { every: 'once', date: '2016-06-15', time: '17:30' }],
    ['once: "2016-06-15 12:00"', { every: 'once', date: '2016-06-15', time: '12:00' }],
  ])('%s', (keys, rhythm) => {
    expect(withDuty(keys).duties[0]?.rhythm).toEqual(rhythm);
  });

  test('ends its day with the campaign’s working hours', () => {
    const text = `${HEAD}  working_hours: "9:00-17:00"\n${UNITS}phases: [{ id: p, name: 阶段, to: 2016-07-01 }]
duties: [{ id: d, name: 事项, owed_by: [gaj], every: phase, due: end }]\n`;
    expect(campaignOf(readCampaignFile(text)).duties[0]?.rhythm).toEqual({ every: 'phase', time: '17:00' });
  });

  test.each([
    ['keep', { roll: 'keep' }],
    ['previous', { roll: 'previous' }],
    ['next', { roll: 'next', nth: 1 }],
    ['next+2', { roll: 'next', nth: 2 }],
  ])('rolls on holidays as %s says', (written, rule) => {
    expect(withDuty(`every: week, due: fri, on_holiday: ${written}`).duties[0]?.onHoliday).toEqual(rule);
  });
});

describe('a ladder', () => {
  const stepsOf = (ats: string[]) =>
    withDuty(`every: week, due: fri, ladder: [${ats.map((at) => `{ at: ${at}, to: [liaison] }`).join(', ')}]`)
      .duties[0]?.ladder ?? [];

  test('gives the default ladder’s moments the default ladder’s ids', () => {
    const steps = stepsOf(['-2wd', '-1wd 09:00', '-2h', '+0', '+1wd 09:00', '+2wd']);
    expect(steps.map(({ id, at }) => ({ id, at }))).toEqual(DEFAULT_LADDER.map(({ id, at }) => ({ id, at })));
  });

  test('gives any other moment the id that was written', () => {
    expect(stepsOf(['-3wd', '-1wd 10:00', '+4h']).map(({ id, at }) => [id, at])).toEqual([
      ['-3wd', { kind: 'working_days', days: -3, time: '09:00' }],
      ['-1wd 10:00', { kind: 'working_days', days: -1, time: '10:00' }],
      ['+4h', { kind: 'hours', hours: 4 }],
    ]);
  });

  test('is absent where the file has none', () => {
    expect(withDuty('every: week, due: fri').duties[0]).not.toHaveProperty('ladder');
  });
});

describe('a person', () => {
  const peopleOf = (people: string) =>
    campaignOf(readCampaignFile(`${HEAD}${UNITS}people:\n${people}`)).people;

  test('has one id for one e-mail, whatever its case, and in every role', () => {
    const [first, second] = peopleOf(
      '  - { name: 甲, role: liaison, unit: gaj, email: jia@base.example }\n  - { name: 甲, role: leader, email: JIA@base.example }\n',
    );
    expect(first?.person).toBe('p-8c6858c115fb');
    expect(second?.person).toBe(first?.person);
  });

  test('has the same id where only the Slack id that goes with the e-mail is written', () => {
    const ids = peopleOf(
      '  - { name: 甲, role: leader, slack: U1 }\n  - { name: 甲, role: liaison, unit: gaj, email: a@b.example, slack: U1 }\n',
    ).map(({ person }) => person);
    expect(new Set(ids).size).toBe(1);
  });

  test('keeps a phone number that YAML would read as a number', () => {
    expect(peopleOf('  - { name: 甲, role: leader, slack: U1, phone: 008613800000001 }\n')[0]?.phone).toBe(
      '008613800000001',
    );
  });
});

describe('holidays', () => {
  const noticeOf = (holidays: string, noticeFile?: (path: string) => string | null) =>
    campaignOf(readCampaignFile(`${HEAD}${UNITS}${holidays}`, { noticeFile })).notice;
  const DAYS = [
    { date: '2016-10-03', name: '国庆节', off: true },
    { date: '2016-10-08', name: '国庆节', off: false },
  ];

  test('stand in the file, off and work with or without a value', () => {
    expect(
      noticeOf(
        'holidays:\n  days:\n    - { date: 2016-10-03, off, name: 国庆节 }\n    - { date: 2016-10-08, work: true, name: 国庆节 }\n',
      ),
    ).toEqual(DAYS);
  });

  test('stand in another file, YAML or JSON', () => {
    const asked: string[] = [];
    const notice = noticeOf('holidays: { file: notice/2016.json }\n', (path) => {
      asked.push(path);
      return '{"days":[{"date":"2016-10-03","off":true,"name":"国庆节"},{"date":"2016-10-08","work":true,"name":"国庆节"}]}';
    });
    expect(asked).toEqual(['notice/2016.json']);
    expect(notice).toEqual(DAYS);
    expect(
      readNotice(
        '- { date: 2016-10-03, off: true, name: 国庆节 }\n- { date: 2016-10-08, off: false, name: 国庆节 }\n',
      ),
    ).toEqual({ ok: true, days: DAYS });
  });

  test('that cannot be read from the disk are a problem, not an exception', () => {
    const noticeFile = () => {
      throw new Error('EACCES');
    };
    const reading = readCampaignFile(`${HEAD}${UNITS}holidays: { file: 2017.yml }\n`, { noticeFile });
    expect(reading).toMatchObject({ ok: false, problems: [{ code: 'notice_unreadable', line: 11 }] });
  });
});

describe('a duty that nobody can ever owe', () => {
  const plainWeek = workCalendar('weekdays', {
    years: { from: 2016, to: 2016 },
    off: new Map(),
    work: new Map(),
  });
  const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays(as<CivilDate>('2016-05-20'), days));
  const span = fc.tuple(day, day).map((days) => days.sort());
  const rhythm = fc.oneof(
    fc.constantFrom('mon', 'wed', 'sun').map((weekday) => `every: week, due: ${weekday}`),
    fc.integer({ min: 1, max: 31 }).map((date) => `every: month, due: ${date}`),
    day.map((date) => `once: ${date}`),
    fc.constantFrom('every: phase, due: end', 'every: phase, due: end, phase: p'),
  );

  const fileOf = (keys: string, unitSpan: string, owers: string, dutySpan: string): string => `${HEAD}units:
  - { id: bgs, name: 市办公室, kind: office }
  - { id: gaj, name: 市公安局, kind: member${unitSpan} }
areas: [{ id: a, name: 领域, leads: [gaj] }]
phases: [{ id: p, name: 一, to: 2016-06-20 }, { id: q, name: 二, to: 2016-08-10 }]
duties: [{ id: d, name: 事项, owed_by: [${owers}], ${keys}${dutySpan} }]\n`;

  const isEverOwed = (campaign: Campaign): boolean =>
    campaign.duties.every((duty) =>
      deadlinesBetween(campaign, duty, plainWeek, campaign.from, campaign.to).some(
        ({ wantedOn }) => owingUnits(campaign, duty, wantedOn).length > 0,
      ),
    );

  test('is refused exactly when the domain finds no period and unit for it', () => {
    fc.assert(
      fc.property(
        rhythm,
        span,
        span,
        fc.constantFrom('member', 'gaj', 'leads'),
        (keys, unit, duty, owers) => {
          const once = /once: (.*)/.exec(keys)?.[1];
          const sound = campaignOf(readCampaignFile(fileOf(once ? 'once: 2016-06-15' : keys, '', owers, '')));
          const [from, to] = duty as [CivilDate, CivilDate];
          const asked: Campaign = {
            ...sound,
            units: sound.units.map((each) =>
              each.id === 'gaj' ? { ...each, from: unit[0], to: unit[1] } : each,
            ),
            duties: sound.duties.map((each) => ({
              ...each,
              from,
              to,
              ...(once && { rhythm: { every: 'once', date: as<CivilDate>(once), time: as('17:30') } }),
            })),
          };
          const text = fileOf(
            keys,
            `, from: ${unit[0]}, to: ${unit[1]}`,
            owers,
            `, from: ${from}, to: ${to}`,
          );
          expect(readCampaignFile(text).ok).toBe(isEverOwed(asked));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a file that is taken', () => {
  test('may warn of units without liaison, unused forms and provisional days', () => {
    const calendar = { day: () => ({ working: true, name: null, provisional: true }) } as unknown as Calendar;
    const text = `${HEAD}${UNITS}forms: { spare: [{ id: a, name: 甲, type: text }] }\n`;
    const reading = readCampaignFile(text, { calendar });
    expect(reading.ok && reading.warnings.map(({ line, code }) => [line, code])).toEqual([
      [6, 'calendar_provisional'],
      [10, 'unit_without_liaison'],
      [11, 'unused_form'],
    ]);
    expect(
      reading.ok && reading.warnings.map((warning) => describeProblem(warning, 'zh')),
    ).toMatchInlineSnapshot(`
      [
        "第 6 行：提示：“2016-12-31”所在年份的放假通知尚未公布（campaign.to）；该年日期均为暂定，通知公布后请导入。",
        "第 10 行：提示：“市公安局”没有联络员（units.1.id）；无人收到提醒，也无人能报送。",
        "第 11 行：提示：表单“spare”没有事项使用（forms.spare）。",
      ]
    `);
  });

  test.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['both', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['a document start and end', (text: string) => `---\n${text}...\n`],
  ])('means the same with %s', (_what, written) => {
    expect(readCampaignFile(written(SAMPLE))).toEqual(readCampaignFile(SAMPLE));
  });

  test('may come as bytes; bytes that are no UTF-8 are refused', () => {
    expect(readCampaignFile(new TextEncoder().encode(SAMPLE))).toEqual(readCampaignFile(SAMPLE));
    expect(readCampaignFile(Uint8Array.of(0xca, 0xd0, 0xb9, 0xab))).toMatchObject({
      problems: [{ code: 'not_text' }],
    });
  });

  test('keeps its lines right behind a byte order mark and Windows line ends', () => {
    const broken = SAMPLE.replace('owed_by: [rmyh,', 'owed_by: [rmyhh,');
    const written = `\uFEFF${broken.replaceAll('\n', '\r\n')}`;
    expect(readCampaignFile(written)).toEqual(readCampaignFile(broken));
  });

  test('may use anchors, aliases and merge keys, where the entry’s own keys win', () => {
    const text = `${HEAD}units:
  - { id: bgs, name: 市办公室, kind: office }
  - &member { id: gaj, name: 市公安局, kind: member, to: &end 2016-12-31 }
  - { <<: *member, id: gsj, name: 市工商局 }
  - { id: swj, name: 市商务局, to: *end, <<: [*member] }
`;
    expect(campaignOf(readCampaignFile(text)).units.slice(1)).toEqual([
      { id: 'gaj', name: '市公安局', aliases: [], kind: 'member', to: '2016-12-31' },
      { id: 'gsj', name: '市工商局', aliases: [], kind: 'member', to: '2016-12-31' },
      { id: 'swj', name: '市商务局', aliases: [], kind: 'member', to: '2016-12-31' },
    ]);
  });
});

describe('a hostile file', () => {
  test('of aliases that multiply is refused at once', () => {
    const levels = Array.from({ length: 30 }, (_, n) =>
      n === 0
        ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
        : `a${n}: &a${n} [${Array(9)
            .fill(`*a${n - 1}`)
            .join(', ')}]`,
    );
    const usedMs = stopwatch();
    const reading = readCampaignFile(`${levels.join('\n')}\n`);
    expect(reading).toMatchObject({ ok: false });
    expect(!reading.ok && reading.problems.map(({ code }) => code)).toContain('too_many_aliases');
    expect(usedMs()).toBeLessThan(1000);
  });

  test.each([
    ['brackets', '['.repeat(30_000)],
    ['dashes', '- '.repeat(30_000)],
    ['braces', '{a: '.repeat(30_000)],
    ['question marks', '? '.repeat(30_000)],
    ['closing brackets', ']'.repeat(20_000)],
    ['tabs', '\t'.repeat(30_000)],
    ['indentation', Array.from({ length: 1000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
  ])('of endless %s is refused and does not end the process', (_what, text) => {
    expect(readCampaignFile(text).ok).toBe(false);
  });

  const crowd = (count: number): string => {
    const numbers = Array.from({ length: count }, (_, n) => n);
    const units = numbers.map(
      (n) => `  - { id: u${n}, name: 单位${n}号, aliases: [别名${n}], kind: member }`,
    );
    const people = numbers.map(
      (n) => `  - { name: 人${n}, role: liaison, unit: u${n}, email: p${n}@base.example }`,
    );
    return `${HEAD}${UNITS}${units.join('\n')}\npeople:\n${people.join('\n')}
duties: [{ id: d, name: 事项, owed_by: [member], every: week, due: fri }]\n`;
  };
  const readingMs = (text: string): number => {
    const usedMs = stopwatch();
    expect(readCampaignFile(text).ok).toBe(true);
    return usedMs();
  };

  test('of 5 000 units reads in under two seconds', () => {
    expect(readingMs(crowd(5000).replace(/people:\n(?: {2}- .*\n)+/, ''))).toBeLessThan(2000);
  });

  test('of eight times the units and people takes nothing like the square of it', () => {
    readingMs(crowd(1000));
    expect(readingMs(crowd(8000)) / readingMs(crowd(1000))).toBeLessThan(30);
  });

  test('of 5 000 mistakes tells them all in under four seconds', () => {
    const people = Array.from(
      { length: 5000 },
      (_, n) => `  - { name: 人${n}, role: liaison, unit: x${n}, email: p${n}@base.example }`,
    );
    const usedMs = stopwatch();
    const reading = readCampaignFile(`${HEAD}${UNITS}people:\n${people.join('\n')}\n`);
    expect(!reading.ok && reading.problems).toHaveLength(5000);
    expect(usedMs()).toBeLessThan(4000);
  });

  test('never makes the reader throw, whatever is changed in the sample', () => {
    const pieces = [
      '\t',
      ':',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '<<: ',
      '"',
      "'",
      '|',
      '>',
      '\n',
      '# ',
      '!!',
      '%',
      '@',
      '0',
      'null',
      '\u0000',
      '\uD800',
      '__proto__',
    ];
    const change = fc.record({
      at: fc.nat(SAMPLE.length),
      cut: fc.nat(40),
      put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8, unit: 'binary' })),
    });
    const mutate = (text: string, { at, cut, put }: { at: number; cut: number; put: string }): string =>
      text.slice(0, at) + put + text.slice(at + cut);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const reading = readCampaignFile(changes.reduce(mutate, SAMPLE));
        for (const problem of reading.ok ? reading.warnings : reading.problems) {
          expect(problem.line).toBeGreaterThan(0);
          expect(describeProblem(problem, 'zh')).not.toMatch(/undefined|\[object/);
          expect(describeProblem(problem, 'en')).not.toMatch(/undefined|\[object/);
        }
        if (!reading.ok) expect(reading.problems).not.toHaveLength(0);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

test('the JSON Schema for editors is the one of the reader (write it anew with `vitest run -u`)', async () => {
  await expect(campaignJsonSchema()).toMatchFileSnapshot('../../documents/campaign.schema.json');
});
