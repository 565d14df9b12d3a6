// What a campaign file is taken for, and that each mistake is told with its line, what was found and what would be right.
// In the cases the faulty line ends in `#!`, so that the expected line is read from the file and not counted by hand.

import { describe, expect, test } from 'vitest';
import {
  type CampaignReading,
  type ReadingContext,
  readCampaignFile,
} from '../../documents/campaign-file.ts';
import type { FileProblem, ProblemCode } from '../../domain/file-problem.ts';
import { describeProblem } from '../../messages/file-problem-words.ts';

const BASE = `campaign:
  id: base
  name: 专项整治
  group: 领导小组
  from: 2016-06-01
  to: 2016-12-31
  channels: { bulletin: 通报, office: 办公室 }
units:
  - { id: bgs, name: 市办公室, kind: office }
  - { id: gaj, name: 市公安局, aliases: [公安局, 公安], kind: member }
  - { id: gsj, name: 市工商局, kind: member }
people:
  - { name: 甲, role: liaison, unit: gaj, email: jia@base.example }
  - { name: 乙, role: liaison, unit: gsj, slack: U012AB3CD }
areas:
  - { id: ad, name: 广告, leads: [gsj] }
phases:
  - { id: start, name: 部署, to: 2016-06-30 }
  - { id: clean, name: 整治, to: 2016-09-30 }
figures:
  - { id: checked, name: 排查数, unit: 家 }
forms:
  progress:
    - { id: text, name: 进展, type: text }
    - { figures: [checked] }
duties:
  - id: weekly
    name: 周报
    owed_by: [member]
    every: week
    due: fri 17:00
    form: progress
  - id: news
    name: 通报
    kind: bulletin
    every: week
    due: mon 12:00
    collects: weekly
`;

const edit = (from: string, to: string): string => {
  if (!BASE.includes(from)) throw new Error(`The base file has no ${from}`);
  return BASE.replace(from, () => to);
};

const numbers = (count: number, before = ''): string =>
  Array.from({ length: count }, (_, n) => `${before}${n + 1}`).join(', ');

const problemsOf = (reading: CampaignReading): FileProblem[] => (reading.ok ? [] : reading.problems);
const markedLine = (text: string): number => text.split(/\r?\n/).findIndex((line) => line.includes('#!')) + 1;

const DUTY = (keys: string): string => `${BASE}  - id: more\n    name: 更多\n${keys}`;

type Case = [code: ProblemCode, what: string, text: string, detail?: Partial<FileProblem>];

const TEXT_CASES: Case[] = [
  ['too_large', 'a file over 2 MiB', '#'.repeat(2 * 1024 * 1024 + 1), { line: 1 }],
  ['not_text', 'a NUL byte', edit('name: 专项整治', 'name: a\u0000 #!')],
  ['not_text', 'what was no UTF-8 when it was decoded', edit('name: 专项整治', 'name: \uFFFD\uFFFD #!')],
  ['empty_file', 'an empty file', '', { line: 1 }],
  ['empty_file', 'a file of comments', '# nothing\n', { line: 1 }],
  ['tab_indent', 'a tab in the indentation', edit('  group:', '\tgroup: x #!\n  group:')],
  ['tab_indent', 'a tab before a key of a list entry', edit('    every: week', '\tevery: week #!')],
  [
    'bad_syntax',
    'a quote that is never closed',
    edit('name: 专项整治', 'name: "专项整治 #!'),
    { expected: 'unclosed' },
  ],
  [
    'bad_syntax',
    'a colon in a value without quotes',
    edit('name: 专项整治', 'name: 专项: 整治 #!'),
    { expected: 'nested_colon' },
  ],
  ['bad_syntax', 'a key out of line', edit('  group:', '   group: x #!\n  group:'), {}],
  [
    'bad_syntax',
    'a value that starts with @',
    edit('name: 专项整治', 'name: @x #!'),
    { expected: 'reserved_character' },
  ],
  ['bad_syntax', 'a list as a key', edit('figures:\n', '? [a] #!\n: 1\nfigures:\n'), { expected: 'bad_key' }],
  [
    'duplicate_key',
    'a key that is written twice',
    edit('  group:', '  name: 又名 #!\n  group:'),
    { firstLine: 3, found: 'name' },
  ],
  ['several_documents', 'a second document', `${BASE}--- #!\na: 1\n`, {}],
  [
    'unknown_anchor',
    'an alias without anchor',
    edit('leads: [gsj]', 'leads: *who #!\n   '),
    { found: '*who' },
  ],
  ['circular_anchor', 'an alias within its own anchor', edit('areas:\n', 'areas: &loop\n  - *loop #!\n'), {}],
  ['too_deep', 'brackets a thousand deep', `campaign: ${'['.repeat(1000)}${']'.repeat(1000)} #!`],
];

const SHAPE_CASES: Case[] = [
  ['wrong_shape', 'a file that is a list', '- a #!\n', { expected: 'map' }],
  [
    'wrong_shape',
    'a text for a list',
    edit('owed_by: [member]', 'owed_by: member #!'),
    { expected: 'list', found: 'member' },
  ],
  [
    'wrong_shape',
    'a text for a truth value',
    edit('form: progress\n', 'form: progress\n    nil: yes #!\n'),
    { expected: 'boolean' },
  ],
  ['wrong_shape', 'a list for a text', edit('name: 专项整治', 'name: [专项整治] #!'), { expected: 'text' }],
  ['wrong_shape', 'a map for a word', edit('kind: bulletin', 'kind: { a: 1 } #!'), { expected: 'text' }],
  [
    'unknown_key',
    'a key nobody knows',
    edit('  group:', '  nmae: x #!\n  group:'),
    { near: 'name', path: 'campaign.nmae' },
  ],
  ['unknown_key', 'a key of the top level', edit('units:', 'people_: [] #!\nunits:'), { near: 'people' }],
  [
    'unknown_key',
    'a key of a field',
    edit('type: text }', 'type: text, requird: true } #!'),
    { near: 'required' },
  ],
  ['unknown_key', 'a key named like a prototype', edit('  group:', '  __proto__: x #!\n  group:'), {}],
  [
    'missing_key',
    'a unit without kind',
    edit(', kind: member }\npeople', ' } #!\npeople'),
    { expected: 'kind' },
  ],
  [
    'missing_key',
    'a report that names nobody',
    edit('    owed_by: [member]\n', '').replace('- id: weekly', '- id: weekly #!'),
    { expected: 'owed_by' },
  ],
  [
    'missing_key',
    'a bulletin that collects nothing',
    edit('    collects: weekly\n', '').replace('- id: news', '- id: news #!'),
    { expected: 'collects' },
  ],
  [
    'missing_key',
    'a weekly duty without due',
    edit('    due: fri 17:00\n', '').replace('- id: weekly', '- id: weekly #!'),
    { expected: 'due' },
  ],
  [
    'missing_key',
    'a choice without choices',
    edit('type: text }', 'type: choice } #!'),
    { expected: 'choices' },
  ],
  ['missing_key', 'a key that is left empty', edit('name: 专项整治', 'name: #!'), { expected: 'name' }],
  [
    'unknown_word',
    'a role nobody has',
    edit(
      'role: liaison, unit: gaj, email: jia@base.example }',
      'role: liason, unit: gaj, email: jia@base.example } #!',
    ),
    { near: 'liaison' },
  ],
  [
    'unknown_word',
    'a kind of unit',
    edit('kind: member }\npeople', 'kind: menber } #!\npeople'),
    { near: 'member' },
  ],
  ['unknown_word', 'a language', edit('  group:', '  language: cn #!\n  group:'), { found: 'cn' }],
  ['unknown_word', 'a calendar', edit('  group:', '  calendar: china #!\n  group:'), { found: 'china' }],
  [
    'unknown_word',
    'a recurrence',
    edit('every: week\n    due: fri', 'every: weeks #!\n    due: fri'),
    { near: 'week' },
  ],
  [
    'unknown_word',
    'a recipient',
    DUTY('    owed_by: [gaj]\n    once: 2016-06-15\n    ladder: [{ at: -2h, to: [hed] }] #!\n'),
    { near: 'head' },
  ],
  ['bad_notation', 'an id in capitals', edit('id: base', 'id: Base #!'), { expected: 'id', found: 'Base' }],
  [
    'bad_notation',
    'a form id with a space',
    edit('  progress:', '  Progress: #!').replace('form: progress', 'form: Progress'),
    { expected: 'id' },
  ],
  [
    'bad_notation',
    'a date no calendar has',
    edit('to: 2016-12-31', 'to: 2016-02-30 #!'),
    { expected: 'date' },
  ],
  [
    'bad_notation',
    'a year out of all reason',
    edit('to: 2016-12-31', 'to: 2996-12-31 #!'),
    { expected: 'date' },
  ],
  [
    'bad_notation',
    'an e-mail without @',
    edit('jia@base.example }', 'jia.base.example } #!'),
    { expected: 'email' },
  ],
  [
    'bad_notation',
    'a Slack name for a Slack id',
    edit('slack: U012AB3CD }', 'slack: "@yi" } #!'),
    { expected: 'slack_user' },
  ],
  [
    'bad_notation',
    'hours that are no hours',
    edit('  group:', '  working_hours: 8-17 #!\n  group:'),
    { expected: 'working_hours' },
  ],
  [
    'bad_notation',
    'a weekly due that is no time',
    edit('due: fri 17:00', 'due: fri 25:00 #!'),
    { expected: 'due_week', found: 'fri 25:00' },
  ],
  [
    'bad_notation',
    'a monthly due on day 32',
    DUTY('    owed_by: [gaj]\n    every: month\n    due: 32 #!\n'),
    { expected: 'due_month', found: '32' },
  ],
  [
    'bad_notation',
    'a phase due that is no end',
    DUTY('    owed_by: [gaj]\n    every: phase\n    due: 17:30 #!\n'),
    { expected: 'due_phase' },
  ],
  [
    'bad_notation',
    'a once that is no date',
    DUTY('    owed_by: [gaj]\n    once: 2016-13-01 #!\n'),
    { expected: 'once' },
  ],
  [
    'bad_notation',
    'a holiday rule',
    edit('form: progress\n', 'form: progress\n    on_holiday: next+0 #!\n'),
    { expected: 'on_holiday' },
  ],
  [
    'bad_notation',
    'a grace that is no number',
    edit('form: progress\n', 'form: progress\n    grace: bald #!\n'),
    { expected: 'minutes' },
  ],
  [
    'bad_notation',
    'a negative grace',
    edit('form: progress\n', 'form: progress\n    grace: -5 #!\n'),
    { expected: 'minutes' },
  ],
  [
    'ends_before_start',
    'quiet days that end before they begin',
    `${BASE}quiet_days:\n  - { from: 2016-08-20, to: 2016-08-19 } #!\n`,
    { expected: '2016-08-20', what: 'quiet_days' },
  ],
  [
    'bad_notation',
    'no time at all between two calls',
    `${BASE}incident_minutes: 0 #!\n`,
    { expected: 'call_minutes' },
  ],
  [
    'bad_notation',
    'more than four hours between two calls',
    `${BASE}incident_minutes: 241 #!\n`,
    { expected: 'call_minutes' },
  ],
  [
    'bad_notation',
    'half a minute between two calls',
    `${BASE}incident_minutes: 0.5 #!\n`,
    { expected: 'call_minutes' },
  ],
  ['bad_notation', 'a length in words', `${BASE}incident_minutes: 十分钟 #!\n`, { expected: 'call_minutes' }],
  [
    'bad_notation',
    'decimals beyond six',
    edit('unit: 家 }', 'unit: 家, decimals: 9 } #!'),
    { expected: 'decimals' },
  ],
  [
    'bad_notation',
    'a ladder step',
    DUTY('    owed_by: [gaj]\n    once: 2016-06-15\n    ladder: [{ at: 2d, to: [head] }] #!\n'),
    { expected: 'step_at' },
  ],
  [
    'bad_notation',
    'a choice that is longer than an option of Slack',
    edit('type: text }', `type: choice, choices: [低, ${'𠮷'.repeat(76)}] } #!`),
    { expected: 'choice' },
  ],
  ['bad_notation', 'an empty choice', edit('type: text }', "type: choice, choices: [低, ''] } #!"), {}],
  [
    'too_many',
    'choices, more than a select of Slack shows',
    edit('type: text }', `type: choice, choices: [${numbers(101)}] } #!`),
    { expected: 100, found: '101', what: 'choices' },
  ],
  [
    'too_many',
    'fields, more than a form of Slack holds, figures counted singly',
    edit('  progress:', '  progress: #!')
      .replace('figures: [checked]', `figures: [${numbers(84, 'n')}]`)
      .replace(
        'forms:',
        `${numbers(84, 'n')
          .split(', ')
          .map((id) => `  - { id: ${id}, name: ${id}, unit: 家 }\n`)
          .join('')}forms:`,
      )
      .replace('type: text }', 'type: text }\n    - { id: more, name: 其他, type: text }'),
    { expected: 85, found: '86', what: 'fields' },
  ],
  [
    'misplaced_key',
    'choices of a text',
    edit('type: text }', 'type: text, choices: [a] } #!'),
    { found: 'choices' },
  ],
  [
    'misplaced_key',
    'due beside once',
    DUTY('    owed_by: [gaj]\n    once: 2016-06-15\n    due: 10 #!\n'),
    { found: 'due' },
  ],
  [
    'misplaced_key',
    'collects of a report',
    edit('form: progress\n', 'form: progress\n    collects: weekly #!\n'),
    { found: 'collects' },
  ],
  ['exactly_one', 'two rhythms', edit('form: progress\n', 'form: progress\n    once: 2016-06-15 #!\n'), {}],
  ['exactly_one', 'no rhythm', DUTY('    owed_by: [gaj]\n').replace('- id: more', '- id: more #!'), {}],
  [
    'exactly_one',
    'a holiday that is off and worked',
    `${BASE}holidays: { days: [{ date: 2016-10-08, name: 国庆节, off: true, work: true }] } #!\n`,
    {},
  ],
  ['exactly_one', 'holidays in a file and in place', `${BASE}holidays: { file: a.yml, days: [] } #!\n`, {}],
  ['empty_list', 'an area that nobody leads', edit('leads: [gsj] }', 'leads: [] } #!'), {}],
];

const MEANING_CASES: Case[] = [
  [
    'unknown_zone',
    'a zone that does not exist',
    edit('  group:', '  zone: Asia/Shanghia #!\n  group:'),
    { near: 'Asia/Shanghai' },
  ],
  [
    'ends_before_start',
    'a campaign',
    edit('to: 2016-12-31', 'to: 2016-05-31 #!'),
    { expected: '2016-06-01' },
  ],
  [
    'ends_before_start',
    'a phase',
    edit('to: 2016-06-30 }', 'from: 2016-06-20, to: 2016-06-10 } #!'),
    { expected: '2016-06-20' },
  ],
  [
    'ends_before_start',
    'a phase against the end of the former',
    edit('to: 2016-09-30 }', 'to: 2016-06-30 } #!'),
    { expected: '2016-07-01' },
  ],
  [
    'ends_before_start',
    'a unit',
    edit('kind: member }\npeople', 'kind: member, from: 2016-07-01, to: 2016-06-30 } #!\npeople'),
    {},
  ],
  [
    'ends_before_start',
    'a duty',
    edit('form: progress\n', 'form: progress\n    from: 2016-07-02\n    to: 2016-07-01 #!\n'),
    {},
  ],
  ['ends_before_start', 'working hours', edit('  group:', '  working_hours: "17:30-08:30" #!\n  group:'), {}],
  [
    'duplicate_id',
    'two units',
    edit('people:\n', '  - { id: gaj, name: 又一局, kind: member } #!\npeople:\n'),
    { firstLine: 10, found: 'gaj' },
  ],
  [
    'duplicate_id',
    'two duties',
    DUTY('    owed_by: [gaj]\n    once: 2016-06-15\n').replace('id: more', 'id: weekly #!'),
    {},
  ],
  [
    'duplicate_id',
    'two phases',
    edit('id: clean', 'id: start').replace('to: 2016-09-30 }', 'to: 2016-09-30 } #!'),
    {},
  ],
  [
    'duplicate_id',
    'two areas',
    edit('phases:\n', '  - { id: ad, name: 又, leads: [gaj] } #!\nphases:\n'),
    {},
  ],
  [
    'duplicate_id',
    'two figures',
    edit('forms:\n', '  - { id: checked, name: 又, unit: 家 } #!\nforms:\n'),
    {},
  ],
  [
    'duplicate_id',
    'a field named like a figure of its form',
    edit(
      '    - { figures: [checked] }',
      '    - { figures: [checked] }\n    - { id: checked, name: 又, type: text } #!',
    ),
    {},
  ],
  [
    'reserved_id',
    'a unit named like a kind',
    edit('kind: member }\npeople', 'kind: member } #!\npeople').replaceAll('gsj', 'leads'),
    {},
  ],
  [
    'shared_name',
    'two units with one alias',
    edit('name: 市工商局,', 'name: 市工商局, aliases: [公安],').replace(
      '[公安], kind: member }',
      '[公安], kind: member } #!',
    ),
    { firstLine: 10, unit: 'gaj' },
  ],
  [
    'shared_name',
    'an alias that is the name of another',
    edit('name: 市工商局,', 'name: 市工商局, aliases: [市公安局],').replace(
      '[市公安局], kind: member }',
      '[市公安局], kind: member } #!',
    ),
    { firstLine: 10 },
  ],
  [
    'shared_name',
    'an alias that is the id of another, in other letters',
    edit('name: 市工商局,', 'name: 市工商局, aliases: ["ＧＡＪ "],').replace(
      '"], kind: member }',
      '"], kind: member } #!',
    ),
    { firstLine: 10 },
  ],
  [
    'no_office',
    'a file without office',
    edit('kind: office', 'kind: association').replace('units:', 'units: #!'),
    {},
  ],
  [
    'several_offices',
    'a second office',
    edit('kind: member }\npeople', 'kind: office } #!\npeople'),
    { firstLine: 9 },
  ],
  [
    'unknown_unit',
    'an owing unit, with the nearest id and name',
    edit('owed_by: [member]', 'owed_by: [gasj] #!'),
    { near: 'gaj', nearName: '市公安局', path: 'duties.0.owed_by' },
  ],
  [
    'unknown_unit',
    'an owing unit that is called by its alias',
    edit('owed_by: [member]', 'owed_by: [公安局] #!'),
    { near: 'gaj' },
  ],
  [
    'unknown_unit',
    'a kind that is misspelt',
    edit('owed_by: [member]', 'owed_by: [members] #!'),
    { near: 'member' },
  ],
  [
    'unknown_unit',
    'a person’s unit',
    edit('unit: gaj, email: jia@base.example }', 'unit: 市公案局, email: jia@base.example } #!'),
    { near: 'gaj', expected: 'unit' },
  ],
  ['unknown_unit', 'a lead', edit('leads: [gsj] }', 'leads: [gsjj] } #!'), { near: 'gsj' }],
  [
    'unknown_unit',
    'a day-to-day unit that is no lead',
    edit('leads: [gsj] }', 'leads: [gsj], daily: gaj } #!'),
    { expected: 'lead', near: 'gsj' },
  ],
  [
    'unknown_duty',
    'what a bulletin collects',
    edit('collects: weekly', 'collects: weekli #!'),
    { near: 'weekly', nearName: '周报' },
  ],
  ['not_a_report', 'a bulletin that collects itself', edit('collects: weekly', 'collects: news #!'), {}],
  ['unknown_form', 'a form', edit('form: progress', 'form: progres #!'), { near: 'progress' }],
  [
    'unknown_figure',
    'a figure',
    edit('figures: [checked]', 'figures: [cheked]').replace('[cheked] }', '[cheked] } #!'),
    { near: 'checked' },
  ],
  [
    'unknown_phase',
    'a phase',
    edit('form: progress\n', 'form: progress\n    phase: clear #!\n'),
    { near: 'clean' },
  ],
  [
    'repeated',
    'one posting twice',
    edit('areas:\n', '  - { name: 甲, role: liaison, unit: gaj, email: JIA@base.example } #!\nareas:\n'),
    { firstLine: 13 },
  ],
  [
    'repeated',
    'one role twice in the call order',
    `${BASE}incident_order: [leader, office_staff,\n  leader] #!\n`,
    {},
  ],
  [
    'repeated',
    'one moment twice in a ladder',
    DUTY(
      '    owed_by: [gaj]\n    once: 2016-06-15\n    ladder:\n      - { at: -1wd, to: [head] }\n      - { at: -1wd 09:00, to: [head] } #!\n',
    ),
    {},
  ],
  [
    'repeated',
    'one holiday twice',
    `${BASE}holidays:\n  days:\n    - { date: 2016-10-08, name: 国庆节, work }\n    - { date: 2016-10-08, name: 国庆节, off } #!\n`,
    {},
  ],
  [
    'says_else',
    'an alias that a duty is called',
    `${edit('kind: member }\npeople', 'aliases: [工商,\n    月报], #!\n    kind: member }\npeople')}  - { id: monthly, name: 工作月报, owed_by: [gaj], every: month, due: 10 }\n`,
    { expected: 'duty', found: '月报' },
  ],
  [
    'says_else',
    'a unit named as an area',
    edit('市工商局', '广告 #!').replace('广告 #!, kind: member }', '广告, kind: member } #!'),
    { expected: 'area' },
  ],
  [
    'says_else',
    'an alias that is a command',
    edit('公安局, 公安]', '公安局, 催报]').replace('催报], kind: member }', '催报], kind: member } #!'),
    { expected: 'word', found: '催报' },
  ],
  [
    'unit_needed',
    'a liaison of nobody',
    edit('unit: gsj, slack: U012AB3CD }', 'slack: U012AB3CD } #!'),
    { expected: 'liaison', found: '乙' },
  ],
  ['no_address', 'a person without address', edit(', slack: U012AB3CD }', ' } #!'), { found: '乙' }],
  [
    'two_names',
    'one e-mail under two names',
    edit('slack: U012AB3CD }', 'email: Jia@base.example } #!'),
    { expected: '甲', firstLine: 13 },
  ],
  [
    'two_names',
    'one Slack id under two names',
    edit('areas:\n', '  - { name: 丙, role: leader, slack: U012AB3CD } #!\nareas:\n'),
    { expected: '乙' },
  ],
  [
    'two_slack_ids',
    'one e-mail with two Slack ids',
    edit('email: jia@base.example }', 'email: jia@base.example, slack: U1 }').replace(
      'areas:\n',
      '  - { name: 甲, role: head, unit: gaj, email: jia@base.example, slack: U2 } #!\nareas:\n',
    ),
    {},
  ],
  [
    'duty_never_owed',
    'a duty of a kind no unit has',
    edit('owed_by: [member]', 'owed_by: [association] #!'),
    { expected: 'no_unit' },
  ],
  [
    'duty_never_owed',
    'a date outside the campaign',
    DUTY('    owed_by: [gaj]\n    once: 2017-01-15 #!\n'),
    { expected: 'no_date' },
  ],
  [
    'duty_never_owed',
    'a month whose day is not within the duty',
    DUTY('    owed_by: [gaj]\n    every: month #!\n    due: 10\n    from: 2016-07-11\n    to: 2016-08-09\n'),
    { expected: 'no_date' },
  ],
  [
    'duty_never_owed',
    'a unit that is gone by then',
    edit('kind: member }\npeople', 'kind: member, to: 2016-06-14 }\npeople').replace(
      /$/,
      '  - { id: more, name: 更多, once: 2016-06-15, owed_by: [gsj] } #!\n',
    ),
    { expected: 'no_unit_then' },
  ],
  [
    'duty_never_owed',
    'phases that all end outside',
    DUTY('    owed_by: [gaj]\n    every: phase #!\n    due: end\n    from: 2016-10-01\n'),
    { expected: 'no_phase' },
  ],
  ['own_parent', 'a campaign that is its own parent', edit('  group:', '  parent: base #!\n  group:'), {}],
  [
    'notice_unreadable',
    'a notice that is not there',
    `${BASE}holidays: { file: 2017.yml } #!\n`,
    { found: '2017.yml' },
  ],
];

const CASES = [...TEXT_CASES, ...SHAPE_CASES, ...MEANING_CASES];

describe('a mistake in a campaign file', () => {
  test.each(CASES)('%s: names the line of %s, and nothing else', (code, _what, text, detail = {}) => {
    const problems = problemsOf(readCampaignFile(text));
    const line = detail.line ?? markedLine(text);
    expect(problems).toEqual([expect.objectContaining({ code, line, ...detail })]);
  });

  test('is told in words in both languages, whatever its code', () => {
    for (const [, , text] of CASES) {
      for (const problem of problemsOf(readCampaignFile(text))) {
        expect(describeProblem(problem, 'zh')).toMatch(new RegExp(`^第 ${problem.line} 行：.+。`));
        expect(describeProblem(problem, 'en')).toMatch(new RegExp(`^Line ${problem.line}: .+\\.`));
        expect(describeProblem(problem, 'zh') + describeProblem(problem, 'en')).not.toMatch(
          /undefined|\[object/,
        );
      }
    }
  });

  test('never hides another: all come at once, in the order of the file', () => {
    const text = edit('owed_by: [member]', 'owed_by: [gasj]')
      .replace('due: fri 17:00', 'due: fri 27:00')
      .replace('role: liaison, unit: gsj', 'role: liason, unit: gsjj')
      .replace('  group:', '  zone: Mars/Base\n  group:')
      .replace('collects: weekly', 'colects: weekly');
    const told = problemsOf(readCampaignFile(text)).map((problem) => describeProblem(problem, 'zh'));
    expect(told).toMatchInlineSnapshot(`
      [
        "第 4 行：时区“Mars/Base”不存在（campaign.zone）；应为 IANA 时区名，如 Asia/Shanghai。",
        "第 15 行：“liason”不是可用的值（people.1.role）；应为 leader、deputy_leader、office_director、office_staff、head、liaison、deputy、inspector 之一。您要找的是 liaison 吗？",
        "第 15 行：单位“gsjj”不存在（people.1.unit）；应为单位编号。您要找的是 gsj（市工商局）吗？",
        "第 30 行：单位“gasj”不存在（duties.0.owed_by）；应为单位编号、类别（office、member、locality、association）或 leads。您要找的是 gaj（市公安局）吗？",
        "第 32 行：“fri 27:00”写法不对（duties.0.due）；应为星期和时间，如 fri 17:00（mon、tue、wed、thu、fri、sat、sun）。",
        "第 39 行：没有“colects”这个键（duties.1.colects）；可用的键：id、name、source、kind、owed_by、form、nil、grace、phase、collects、on_holiday、ladder、from、to、every、due、once。您要找的是 collects 吗？",
      ]
    `);
    expect(
      problemsOf(readCampaignFile(text)).map((problem) => describeProblem(problem, 'en')),
    ).toMatchInlineSnapshot(`
      [
        "Line 4: the time zone “Mars/Base” does not exist (campaign.zone); expected an IANA zone such as Asia/Shanghai.",
        "Line 15: “liason” is not a known value (people.1.role); expected one of leader, deputy_leader, office_director, office_staff, head, liaison, deputy, inspector. Did you mean liaison?",
        "Line 15: the unit “gsjj” does not exist (people.1.unit); expected a unit id. Did you mean gsj (市工商局)?",
        "Line 30: the unit “gasj” does not exist (duties.0.owed_by); expected a unit id, a kind (office, member, locality, association) or leads. Did you mean gaj (市公安局)?",
        "Line 32: “fri 27:00” is not written as it must be (duties.0.due); expected a weekday and a time such as fri 17:00 (mon, tue, wed, thu, fri, sat, sun).",
        "Line 39: there is no key “colects” (duties.1.colects); known keys: id, name, source, kind, owed_by, form, nil, grace, phase, collects, on_holiday, ladder, from, to, every, due, once. Did you mean collects?",
      ]
    `);
  });
});

test('a form may be as large as one of Slack', () => {
  const choices = `[${'𠮷'.repeat(75)}, ${numbers(99)}]`;
  const items = numbers(84, 'n')
    .split(', ')
    .map((id) => `\n    - { id: ${id}, name: ${id}, type: choice, choices: ${choices} }`);
  const text = edit('    - { id: text, name: 进展, type: text }', items.join('').slice(1));
  expect(problemsOf(readCampaignFile(text))).toEqual([]);
});

describe('the words of a problem', () => {
  const told = (text: string, language: 'zh' | 'en', context?: ReadingContext): string[] =>
    problemsOf(readCampaignFile(text, context)).map((problem) => describeProblem(problem, language));

  test('are whole sentences in Chinese', () => {
    expect(told(edit('owed_by: [member]', 'owed_by: [gasj]'), 'zh')).toMatchInlineSnapshot(`
      [
        "第 29 行：单位“gasj”不存在（duties.0.owed_by）；应为单位编号、类别（office、member、locality、association）或 leads。您要找的是 gaj（市公安局）吗？",
      ]
    `);
    expect(told(edit('  group:', '\tgroup:'), 'zh')).toMatchInlineSnapshot(`
      [
        "第 4 行：缩进用了制表符（Tab）；YAML 只能用空格缩进。",
      ]
    `);
    expect(told(edit('name: 市工商局,', 'name: 市工商局, aliases: [公安],'), 'zh')).toMatchInlineSnapshot(`
      [
        "第 11 行：名称“公安”与第 10 行的单位 gaj 重复（units.2.aliases）；编号、名称和别名在各单位之间不能相同。",
      ]
    `);
    expect(told(edit('to: 2016-06-30 }', 'to: 2016-05-30 }'), 'zh')).toMatchInlineSnapshot(`
      [
        "第 18 行：阶段的结束“2016-05-30”早于开始（phases.0.to）；结束应不早于 2016-06-01。",
      ]
    `);
    expect(told(edit('owed_by: [member]', 'owed_by: [association]'), 'zh')).toMatchInlineSnapshot(`
      [
        "第 29 行：事项“周报”没有单位会承担（duties.0.owed_by）；owed_by 应包含至少一个已有的单位。",
      ]
    `);
  });

  test('are whole sentences in English', () => {
    expect(told(edit('owed_by: [member]', 'owed_by: [gasj]'), 'en')).toMatchInlineSnapshot(`
      [
        "Line 29: the unit “gasj” does not exist (duties.0.owed_by); expected a unit id, a kind (office, member, locality, association) or leads. Did you mean gaj (市公安局)?",
      ]
    `);
    expect(told(edit('  group:', '\tgroup:'), 'en')).toMatchInlineSnapshot(`
      [
        "Line 4: a tab is used for indentation; YAML is indented with spaces only.",
      ]
    `);
    expect(told(edit('name: 市工商局,', 'name: 市工商局, aliases: [公安],'), 'en')).toMatchInlineSnapshot(`
      [
        "Line 11: the name “公安” belongs to unit gaj on line 10 (units.2.aliases); no two units may share an id, name or alias.",
      ]
    `);
    expect(told(edit('to: 2016-06-30 }', 'to: 2016-05-30 }'), 'en')).toMatchInlineSnapshot(`
      [
        "Line 18: the phase ends (2016-05-30) before it starts (phases.0.to); expected an end not before 2016-06-01.",
      ]
    `);
    expect(told(edit('owed_by: [member]', 'owed_by: [association]'), 'en')).toMatchInlineSnapshot(`
      [
        "Line 29: the duty “周报” is owed by no unit (duties.0.owed_by); owed_by must include at least one unit of this file.",
      ]
    `);
  });

  test('name the other file when the mistake is in the notice', () => {
    const noticeFile = () =>
      '- { date: 2017-01-02, name: 元旦, off }\n- { date: 2017-01-32, name: 元旦, off }\n';
    expect(told(`${BASE}holidays: { file: 2017.yml }\n`, 'zh', { noticeFile })).toMatchInlineSnapshot(`
      [
        "2017.yml 第 2 行：“2017-01-32”写法不对（days.1.date）；应为日期，如 2016-06-30。",
      ]
    `);
  });
});
