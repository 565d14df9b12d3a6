import type { KnownBlock, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { checkLimits, type Payload } from '../../messages/limits.ts';
import {
  type Message,
  type Rendered,
  renderError,
  renderHomeError,
  renderInHome,
  renderInModal,
  renderLoading,
  renderMessage,
  renderOutcome,
  renderSentPrivately,
} from '../../messages/render.ts';
import { at } from '../support/builders.ts';
import { hostile } from '../support/hostile-facts.ts';
import { messages } from '../support/sample-messages.ts';
import { allOutcomes } from '../support/sample-outcomes.ts';
import { aChoice } from '../support/sample-questions.ts';

const LANGUAGES = ['zh', 'en'] as const;

function payloadOf(rendered: Rendered): Payload {
  switch (rendered.kind) {
    case 'modal':
      return rendered.modal;
    case 'home':
      return rendered.home;
    case 'message':
    case 'file':
      return rendered.message;
  }
}

describe.each(LANGUAGES)('in %s Slack takes', (language) => {
  it.each(messages)('what is sent: $name', ({ facts }) => {
    expect(checkLimits(renderMessage(facts, language))).toEqual([]);
  });

  it.each(messages)('the same with hostile names, long texts and sixty of everything: $name', ({ facts }) => {
    expect(checkLimits(renderMessage(hostile(facts), language))).toEqual([]);
  });

  it.each(allOutcomes)('what is answered: $name', ({ facts }) => {
    expect(checkLimits(payloadOf(renderOutcome(facts, language)))).toEqual([]);
  });

  it.each(allOutcomes)(
    'the answer with hostile names, long texts and sixty of everything: $name',
    ({ facts }) => {
      const rendered = renderOutcome(hostile(facts), language);
      expect(checkLimits(payloadOf(rendered))).toEqual([]);
      if (rendered.kind !== 'message') return;
      expect(checkLimits(renderInModal(rendered.message, language))).toEqual([]);
      expect(checkLimits(renderInHome(rendered.message))).toEqual([]);
    },
  );

  it.each(allOutcomes)(
    'the same to somebody of several campaigns, whatever theirs is called: $name',
    ({ facts }) => {
      const inCampaign = `<!channel> *${'专项'.repeat(400)}*`;
      const rendered = renderOutcome({ ...hostile(facts), inCampaign }, language);
      expect(checkLimits(payloadOf(rendered))).toEqual([]);
    },
  );

  it.each(allOutcomes)('the same where it is not sure what was asked: $name', ({ facts }) => {
    const { asks } = aChoice({ intent: 'search', query: `<!channel> *${'搜索'.repeat(400)}*` });
    const rendered = renderOutcome(
      { ...hostile(facts), readAs: { ...asks, now: at('2016-08-05 15:30'), zone: 'Asia/Shanghai' } },
      language,
    );
    expect(checkLimits(payloadOf(rendered))).toEqual([]);
  });

  it('the notes of the program', () => {
    const notes: Payload[] = [
      renderError('x'.repeat(50), language),
      renderHomeError('a1', language),
      renderLoading(language),
      renderSentPrivately(language),
    ];
    expect(notes.flatMap(checkLimits)).toEqual([]);
  });
});

const markupOf = (payload: Payload): string[] =>
  JSON.stringify(payload).match(/"type":"mrkdwn","text":"(?:[^"\\]|\\.)*"/g) ?? [];
const callsSomebody = (markup: string): boolean => /<!|<@U0EVIL|<https/.test(markup);

describe('a channel call, a mention or a spoofed link that somebody typed stays text', () => {
  it.each(messages)('in what is sent: $name', ({ facts }) => {
    expect(markupOf(renderMessage(hostile(facts), 'zh')).filter(callsSomebody)).toEqual([]);
  });

  it.each(allOutcomes)('in what is answered: $name', ({ facts }) => {
    expect(markupOf(payloadOf(renderOutcome(hostile(facts), 'zh'))).filter(callsSomebody)).toEqual([]);
  });
});

const text = (said: string) => ({ type: 'plain_text' as const, text: said });
const saying = (block: unknown): Message => ({ text: 'x', blocks: [block as KnownBlock] });
const modal = (over: Partial<ModalView>): ModalView => ({
  type: 'modal',
  title: text('x'),
  blocks: [],
  ...over,
});
const section = (said: string, over: object = {}) => ({
  type: 'section',
  text: { type: 'mrkdwn', text: said },
  ...over,
});
const button = (over: object = {}) => ({
  type: 'button',
  action_id: 'a',
  text: text('x'),
  value: '{}',
  ...over,
});
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object, over: object = {}) => ({
  type: 'input',
  block_id: 'b',
  label: text('x'),
  element,
  ...over,
});
const typed = { type: 'plain_text_input', action_id: 'value' };
const options = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ text: text('x'), value: String(i) }));
const select = (over: object) => ({ type: 'static_select', action_id: 's', options: options(1), ...over });

const tableOf = (rows: number, cells: number, text = 'x') => ({
  type: 'table',
  rows: Array.from({ length: rows }, () => Array(cells).fill({ type: 'raw_text', text })),
});

const BROKEN: [string, Payload, RegExp][] = [
  ['a table of 101 rows', saying(tableOf(101, 2)), /101 items/],
  ['a table of 21 columns', saying(tableOf(2, 21)), /21 items/],
  ['a table with an empty cell', saying(tableOf(2, 2, '')), /is empty/],
  ['a table of more than 10 000 characters', saying(tableOf(10, 10, '字'.repeat(101))), /10100 characters/],
  [
    'two tables',
    { text: 'x', blocks: [tableOf(2, 2), tableOf(2, 2)] as never as KnownBlock[] },
    /at most one is allowed/,
  ],
  [
    'a table whose rows differ',
    saying({ type: 'table', rows: [...tableOf(1, 2).rows, ...tableOf(1, 3).rows] }),
    /not as long/,
  ],
  ['a table in a modal', modal({ blocks: [tableOf(2, 2) as never as KnownBlock] }), /not for a modal/],
  [
    'more than 50 blocks',
    { text: 'x', blocks: Array(51).fill({ type: 'divider' }) as KnownBlock[] },
    /51 items/,
  ],
  ['no blocks', { text: 'x', blocks: [] }, /at least 1/],
  ['no text for the notification', { ...saying(section('x')), text: '' }, /text is empty/],
  ['more than 100 blocks in a modal', modal({ blocks: Array(101).fill({ type: 'divider' }) }), /101 items/],
  ['a section of 3001 characters', saying(section('字'.repeat(3001))), /3001 characters/],
  ['an empty section', saying(section('')), /is empty/],
  ['an unescaped <', saying(section('<!channel>')), /unescaped </],
  ['an unescaped &', saying(section('a & b')), /unescaped &/],
  ['an unescaped < in the notification', { ...saying(section('x')), text: '<!here>' }, /unescaped </],
  ['a bidi control character', saying(section('a\u202Eb')), /bidi/],
  ['eleven fields', saying({ type: 'section', fields: Array(11).fill(text('x')) }), /11 items/],
  ['a header of 151 characters', saying({ type: 'header', text: text('x'.repeat(151)) }), /151 characters/],
  [
    'eleven context elements',
    saying({ type: 'context', elements: Array(11).fill({ type: 'mrkdwn', text: 'x' }) }),
    /11 items/,
  ],
  [
    '26 buttons in a row',
    saying(actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `a${i}` })))),
    /26 items/,
  ],
  [
    'a button label of 76 characters',
    saying(actions(button({ text: text('x'.repeat(76)) }))),
    /76 characters/,
  ],
  [
    'a button value of 2001 characters',
    saying(actions(button({ value: 'x'.repeat(2001) }))),
    /2001 characters/,
  ],
  [
    'an action id of 256 characters',
    saying(actions(button({ action_id: 'x'.repeat(256) }))),
    /256 characters/,
  ],
  ['one action id twice', saying(actions(button(), button())), /action_id a stands twice/],
  [
    'one action id twice, once beside a section',
    { text: 'x', blocks: [section('x', { accessory: button() }), actions(button())] as KnownBlock[] },
    /stands twice/,
  ],
  [
    'one block id twice',
    modal({ submit: text('x'), blocks: [input(typed), input(typed)] }),
    /block_id b stands twice/,
  ],
  ['101 options', saying(actions(select({ options: options(101) }))), /101 items/],
  ['no options', saying(actions(select({ options: [] }))), /at least 1/],
  [
    'an option value of 76 characters',
    saying(actions(select({ options: [{ text: text('x'), value: 'x'.repeat(76) }] }))),
    /76 characters/,
  ],
  [
    'an initial option that is none',
    saying(actions(select({ initial_option: { text: text('x'), value: 'other' } }))),
    /option it has not/,
  ],
  [
    'eleven radio buttons',
    saying(actions({ type: 'radio_buttons', action_id: 'r', options: options(11) })),
    /11 items/,
  ],
  [
    'a confirmation title of 101 characters',
    saying(
      actions(
        button({
          confirm: { title: text('x'.repeat(101)), text: text('x'), confirm: text('x'), deny: text('x') },
        }),
      ),
    ),
    /101 characters/,
  ],
  ['a file input in a message', saying(input({ type: 'file_input', action_id: 'value' })), /modals only/],
  ['an input without submit', modal({ blocks: [input(typed)] }), /needs submit/],
  [
    'a title of 25 characters',
    modal({ title: text('x'.repeat(25)), blocks: [{ type: 'divider' }] }),
    /25 characters/,
  ],
  [
    'metadata of 3001 characters',
    modal({ private_metadata: 'x'.repeat(3001), blocks: [{ type: 'divider' }] }),
    /3001 characters/,
  ],
  [
    'an initial text of 3001 characters',
    modal({ submit: text('x'), blocks: [input({ ...typed, initial_value: 'x'.repeat(3001) })] }),
    /3001 characters/,
  ],
  [
    'an initial date that is none',
    modal({
      submit: text('x'),
      blocks: [input({ type: 'datepicker', action_id: 'value', initial_date: '8月32日' })],
    }),
    /no date/,
  ],
  ['a table in a Home', { type: 'home', blocks: [{ type: 'table' }] }, /not for a home/],
];

describe('the checker finds', () => {
  it.each(BROKEN)('%s', (_, payload, problem) => {
    expect(checkLimits(payload).join('\n')).toMatch(problem);
  });

  it('nothing wrong with a mention by id, or with 3000 characters beyond the basic plane', () => {
    expect(checkLimits(saying(section('<@U0SAMPLE1> &amp;')))).toEqual([]);
    expect(checkLimits(saying(section('𠮷'.repeat(3000))))).toEqual([]);
  });
});
