import { describe, expect, test } from 'vitest';
import { nameColumns, sniffHeader } from './header.ts';
import { sniffLayout } from './layout.ts';

describe('the layout of a file', () => {
  test('tells line ends apart', () => {
    expect(sniffLayout('a,b\r\n1,2\r\n')).toMatchObject({ lineEnd: 'crlf', delimiter: ',' });
    expect(sniffLayout('a,b\r1,2\r')).toMatchObject({ lineEnd: 'cr', delimiter: ',' });
    expect(sniffLayout('a,b\n1,2\n')).toMatchObject({ lineEnd: 'lf', delimiter: ',' });
  });

  test('a semicolon file with decimal commas is not a comma file', () => {
    expect(sniffLayout('name;revenue\nAcme;1,5\nBolt;2,25\nCog;7\n').delimiter).toBe(';');
  });

  test('delimiters inside quotes do not count', () => {
    expect(sniffLayout('name\tplace\n"a;b;c"\tx\n"d;e;f"\ty\n').delimiter).toBe('\t');
  });

  test('gives its evidence', () => {
    expect(sniffLayout('a|b|c\n1|2|3\n').evidence.delimiter).toBe('3 columns in all rows');
  });
});

describe('the header', () => {
  const rowsOf = (...cells: string[][]) => cells.map((row, index) => ({ cells: row, line: index + 1 }));

  test('titles above the table are skipped', () => {
    const rows = rowsOf(
      ['Accounts export', '', ''],
      ['', '', ''],
      ['Name', 'City', 'Size'],
      ['Acme', 'Paris', '7'],
    );
    expect(sniffHeader(rows)).toMatchObject({ line: 3, columns: ['Name', 'City', 'Size'] });
  });

  test('columns of the same or no name stay apart', () => {
    expect(nameColumns(['Name', 'Name', 'Name (2)'])).toEqual(['Name', 'Name (2)', 'Name (2) (2)']);
    expect(nameColumns(['Name', 'name', '', 'City'])).toEqual(['Name', 'name (2)', 'Column 3', 'City']);
  });
});
