import { describe, expect, it } from 'vitest';
import { csvCell, csvResponse } from './csv.ts';

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

describe('csvResponse', () => {
  it('streams every row behind a byte-order mark', async () => {
    function* rows() {
      for (let row = 0; row < 5000; row++) yield [row, `Müller ${row}`];
    }
    const response = csvResponse('all accounts.csv', ['id', 'name'], rows());
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="all-accounts.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines).toHaveLength(5002);
    expect(lines[5000]).toBe('4999,Müller 4999');
  });
});
