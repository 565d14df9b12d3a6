// What a unit may not be called: one rule for chat, campaign file, roster sheet and set-up.

import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/registry.ts';
import { COMMAND_WORDS, otherMeanings } from '../../domain/unit-names.ts';

const meaningOf = otherMeanings({
  duties: [{ name: '工作进展周报' }, { name: 'Weekly progress report' }, undefined],
  areas: [{ name: '第三方支付' }, { name: 'P2P 网络借贷' }],
  phases: [{ name: '摸底排查' }, {}],
  figures: [{ name: '排查机构数' }],
});

describe('a name of a unit', () => {
  it.each([
    ['周报', 'duty'],
    ['进展周报', 'duty'],
    ['工作进展周报', 'duty'],
    ['progress report', 'duty'],
    ['Weekly  Progress Report', 'duty'],
    ['第三方支付', 'area'],
    ['P2P 网络借贷', 'area'],
    ['p2p网络借贷', 'area'],
    ['摸底排查', 'phase'],
    ['排查机构数', 'figure'],
    ['催报', 'word'],
    ['ｈｅｌｐ', 'word'],
    ['成员单位', 'word'],
    ['公', 'short'],
    ['公\u200b', 'short'],
    ['周 报', 'duty'],
    ['周\u200b报', 'duty'],
    ['谁没报？', 'word'],
    ['“催报”', 'word'],
    ['nil.', 'word'],
    ['上个月', 'word'],
    ['第31周', 'word'],
    ['三月', 'word'],
    ['8月5日', 'word'],
    ['2016年8月', 'word'],
    ['2016-W31', 'word'],
    ['2016-08', 'word'],
    ['week 31', 'word'],
  ])('%s is read as a %s', (name, meaning) => {
    expect(meaningOf(name)).toBe(meaning);
  });

  it.each([
    '市公安局',
    '公安',
    '督查室',
    '应急局',
    '支付',
    '工作',
    'gaj',
    'rogress report',
    '办公室',
    '一中',
    '110指挥中心',
    '三里镇',
    '八一村',
    'May Day Co',
    '月湖区',
  ])('%s may be given', (name) => {
    expect(meaningOf(name)).toBeNull();
  });

  it('is never a word that calls a command', () => {
    const words = commands.flatMap(({ words: { zh, en } }) => [...zh, ...en]);
    expect(words.filter((word) => !COMMAND_WORDS.includes(word))).toEqual([]);
  });
});
