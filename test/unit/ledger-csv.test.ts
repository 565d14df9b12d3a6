// Tables for spreadsheets: readable by Excel, and harmless in it.

import { describe, expect, test } from 'vitest';
import { toCsv } from '../../documents/ledger-csv.ts';

const bodyOf = (cell: string | number | null): string => {
  const [, line = ''] = toCsv(['a'], [[cell]]).split(/\r\n(?=.)/s);
  return line.replace(/\r\n$/, '');
};

describe('a table as CSV', () => {
  test('begins with a byte order mark and ends every line with CRLF', () => {
    expect(
      toCsv(
        ['单位', '状态'],
        [
          ['市公安局', '已报'],
          ['市工商局', null],
        ],
      ),
    ).toBe('\uFEFF单位,状态\r\n市公安局,已报\r\n市工商局,\r\n');
  });

  test.each([
    ['a comma', 'a,b', '"a,b"'],
    ['a quote', '说“好”与"好"', '"说“好”与""好"""'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['spaces around', ' a ', '" a "'],
    ['nothing', '', ''],
  ])('quotes %s', (_what, cell, written) => {
    expect(bodyOf(cell)).toBe(written);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+SUM(A1)', "'+SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1+1', "' =1+1"],
    ['＝1+1', "'＝1+1"],
    ['=HYPERLINK("http://x.example","看")', `"'=HYPERLINK(""http://x.example"",""看"")"`],
    ['\r=1', `"'\r=1"`],
  ])('does not let %j run as a formula', (cell, written) => {
    expect(bodyOf(cell)).toBe(written);
  });

  test.each([
    [-3, '-3'],
    [12.5, '12.5'],
    ['-3', '-3'],
    ['+3', '+3'],
    ['-0.50', '-0.50'],
    [Number.NaN, ''],
    [null, ''],
  ])('leaves the plain number %j alone', (cell, written) => {
    expect(bodyOf(cell)).toBe(written);
  });

  test('guards headers like any other cell', () => {
    expect(toCsv(['=1'], [])).toBe("\uFEFF'=1\r\n");
  });
});
