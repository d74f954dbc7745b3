import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { createScanner, type Layout } from './scanner.ts';

function scan(text: string, layout: Partial<Layout> = {}, chunk = text.length || 1) {
  const rows: { cells: string[]; line: number }[] = [];
  const scanner = createScanner({ delimiter: ',', quote: '"', lineEnd: 'lf', ...layout }, (cells, line) => {
    rows.push({ cells, line });
  });
  for (let at = 0; at < text.length; at += chunk) scanner.push(text.slice(at, at + chunk));
  return { rows, ...scanner.end() };
}

describe('the scanner', () => {
  test('keeps line numbers over quoted line breaks', () => {
    const { rows } = scan('a,b\n"one\ntwo",x\nlast,"y ""quoted"""\n');
    expect(rows).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['one\ntwo', 'x'], line: 2 },
      { cells: ['last', 'y "quoted"'], line: 4 },
    ]);
  });

  test('reads CRLF and CR alone, and a last line without an end', () => {
    expect(scan('a,b\r\n1,2', { lineEnd: 'crlf' }).rows.map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(scan('a,b\r1,"2\r3"\r', { lineEnd: 'cr' }).rows).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['1', '2\r3'], line: 2 },
    ]);
  });

  test('a quote inside an unquoted cell is plain', () => {
    expect(scan('12" pipe,b\n').rows[0]?.cells).toEqual(['12" pipe', 'b']);
  });

  test('names the row whose quote never ends, and still hands it over', () => {
    const { rows, unclosedQuoteLine } = scan('a\n"open\nmore\n');
    expect(unclosedQuoteLine).toBe(2);
    expect(rows).toHaveLength(2);
  });

  test('gives up a row that never ends instead of holding the whole file', () => {
    const scanner = createScanner({ delimiter: ',', quote: '"', lineEnd: 'lf' }, () => {});
    const piece = 'x'.repeat(500_000);
    scanner.push('a,b\n1,"');
    expect(() => {
      for (let count = 0; count < 20; count += 1) scanner.push(piece);
    }).toThrow(/starts in line 2 has more than 4 million/);
  });

  test('drops a byte order mark', () => {
    expect(scan('\ufeffname\nx\n').rows[0]?.cells).toEqual(['name']);
  });

  test('reads what Papa Parse writes, whatever the chunk size', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' ', ';', '7', '\t'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 5 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
          ),
        fc.integer({ min: 1, max: 9 }),
        (table, chunk) => {
          const text = Papa.unparse(table, { newline: '\n', quotes: true });
          expect(scan(text, {}, chunk).rows.map((row) => row.cells)).toEqual(table);
        },
      ),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
