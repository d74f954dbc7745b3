import { describe, expect, it } from 'vitest';
import { csvCell, printCsv } from './print-csv.ts';

describe('csvCell', () => {
  it.each([
    ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
    ['+1', "'+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['＝1+1', "'＝1+1"],
  ])('makes the formula %j harmless', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it('keeps numbers, quotes what needs it, leaves nothing for missing values', () => {
    expect(csvCell(-12.5)).toBe('-12.5');
    expect(csvCell(Number.NaN)).toBe('');
    expect(csvCell(null)).toBe('');
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
    expect(csvCell('two\nlines')).toBe('"two\nlines"');
  });
});

it('writes days and instants in ISO-8601', () => {
  const columns = [
    { header: 'Day', kind: 'day' as const },
    { header: 'At', kind: 'instant' as const },
    { header: 'Closed', kind: 'day' as const },
  ];
  const rows = [[20_776, Date.UTC(2026, 10, 19, 9, 14), '2026-11-19']];
  expect([...printCsv({ name: 'x', columns, rows })].join('')).toBe(
    '\uFEFFDay,At,Closed\r\n2026-11-19,2026-11-19T09:14:00.000Z,2026-11-19\r\n',
  );
});
