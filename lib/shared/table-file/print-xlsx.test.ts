import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readSheets from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { printXlsx } from './print-xlsx.ts';
import type { TableFile } from './table-file.ts';

function bytesOf(file: TableFile, rowsOfSheet?: number): Buffer {
  return Buffer.concat([...printXlsx(file, rowsOfSheet)]);
}

/** The files inside, as text. */
function partsOf(file: TableFile, rowsOfSheet?: number): Record<string, string> {
  const parts = unzipSync(bytesOf(file, rowsOfSheet));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const text = (rows: (string | number | null)[][]): TableFile => ({
  name: 'x',
  columns: [{ header: 'A' }],
  rows,
});

const kinds: TableFile = {
  name: 'Deals: open / all',
  currency: 'EUR',
  columns: [
    { header: 'Name' },
    { header: 'Amount', kind: 'money' },
    { header: 'Win rate', kind: 'rate' },
    { header: 'Closed', kind: 'day' },
    { header: 'Touched', kind: 'instant' },
    { header: 'Count' },
  ],
  rows: [
    ['=HYPERLINK("http://evil")', 1_250_000.5, 0.31, '2026-11-19', Date.UTC(2026, 10, 19, 9, 14), 7],
    ['<b>&"\'\u0007 two\nlines', null, null, 20_776, null, 0],
  ],
};

describe('a workbook read back by another library', () => {
  it('has dates as dates, money and rates as numbers, and text as text', async () => {
    const [sheet] = await readSheets(bytesOf(kinds));
    expect(sheet?.sheet).toBe('Deals  open   all');
    expect(sheet?.data).toEqual([
      ['Name', 'Amount', 'Win rate', 'Closed', 'Touched (UTC)', 'Count'],
      [
        '=HYPERLINK("http://evil")',
        1_250_000.5,
        0.31,
        new Date('2026-11-19T00:00:00Z'),
        new Date('2026-11-19T09:14:00Z'),
        7,
      ],
      ['<b>&"\' two\nlines', null, null, new Date('2026-11-19T00:00:00Z'), null, 0],
    ]);
  });

  it('goes on on a further sheet when one is full', async () => {
    const rows = Array.from({ length: 7 }, (_, at) => [at]);
    const sheets = await readSheets(bytesOf({ ...text(rows), name: 'Long' }, 4));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Long', 'Long 2', 'Long 3']);
    expect(sheets.flatMap(({ data }) => data.slice(1)).flat()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(sheets.every(({ data }) => data[0]?.[0] === 'A')).toBe(true);
  });

  it('is a workbook even without rows', async () => {
    const [sheet] = await readSheets(bytesOf(text([])));
    expect(sheet?.data).toEqual([['A']]);
  });

  it('keeps any text that XML can hold', async () => {
    const cell = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (cells) => {
        const parts = partsOf(text(cells.map((one) => [one])));
        const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
        const read = [...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)]
          .slice(1)
          .map(([, inner = '']) =>
            inner
              .replaceAll('&#13;', '\r')
              .replaceAll('&quot;', '"')
              .replaceAll('&gt;', '>')
              .replaceAll('&lt;', '<')
              .replaceAll('&amp;', '&')
              .replaceAll('_x005F_', '_'),
          );
        expect(read).toEqual(cells);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the parts inside', () => {
  it('hold no formula, and name the currency', () => {
    const parts = partsOf(kinds);
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<f>');
    expect(parts['xl/worksheets/sheet1.xml']).toContain(
      't="inlineStr"><is><t xml:space="preserve">=HYPERLINK',
    );
    expect(parts['xl/styles.xml']).toContain('formatCode="[$€]#,##0;-[$€]#,##0"');
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it('keep what looks like an escape, drop half characters, and stay within what a cell holds', () => {
    const sheet =
      partsOf(text([['_x0041_'], ['a\uD800b'], ['y'.repeat(40_000)]]))['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('>_x005F_x0041_<');
    expect(sheet).toContain('>ab<');
    expect(sheet).toContain(`>${'y'.repeat(32_767)}<`);
  });

  it('are the same for the same rows', () => {
    expect(bytesOf(kinds).equals(bytesOf(kinds))).toBe(true);
  });
});
