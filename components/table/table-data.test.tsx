import { describe, expect, it } from 'vitest';
import type { DataColumn } from './columns.ts';
import { csvText, rowsToCsv } from './csv.ts';
import { tableItems } from './items.ts';
import { shownColumns, withWidth } from './layout.ts';
import { selectedCount, selectionTest, selectRange, setSelected, toggleSelected } from './selection.ts';

type Row = { id: string; group: string; name: string };

describe('selection', () => {
  it('counts and tests "all but"', () => {
    const all = toggleSelected({ mode: 'all', except: [] }, 'b');
    expect(selectedCount(all, 10)).toBe(9);
    expect(['a', 'b'].map(selectionTest(all))).toEqual([true, false]);
    expect(toggleSelected(all, 'b')).toEqual({ mode: 'all', except: [] });
  });

  it('gives a range the state of its anchor, in both directions', () => {
    const shown = ['a', 'b', 'c', 'd'];
    expect(selectRange({ mode: 'some', ids: ['d'] }, shown, 'd', 'b')).toEqual({
      mode: 'some',
      ids: ['d', 'b', 'c'],
    });
    expect(selectRange({ mode: 'some', ids: ['b', 'c'] }, shown, 'a', 'c')).toEqual({
      mode: 'some',
      ids: [],
    });
    expect(selectRange({ mode: 'some', ids: [] }, shown, 'gone', 'c')).toEqual({ mode: 'some', ids: ['c'] });
  });

  it('does not name a row twice', () => {
    expect(setSelected({ mode: 'some', ids: ['a'] }, ['a', 'b'], true)).toEqual({
      mode: 'some',
      ids: ['a', 'b'],
    });
  });
});

describe('CSV', () => {
  const columns: DataColumn<Row>[] = [
    { id: 'name', header: 'Name', cell: (row) => row.name, value: (row) => row.name },
    { id: 'menu', header: '', cell: () => null },
  ];

  it('keeps commas, quotes and line ends, and stops formulas', () => {
    const rows = ['Wex, Inc', 'say "hi"', 'two\nlines', '=1+1', '-3'].map((name) => ({
      id: name,
      group: '',
      name,
    }));
    expect(rowsToCsv(columns, rows)).toBe(
      'Name\r\n"Wex, Inc"\r\n"say ""hi"""\r\n"two\nlines"\r\n\'=1+1\r\n\'-3\r\n',
    );
  });

  it('leaves negative numbers numbers and unknown empty', () => {
    expect(csvText([['n'], [-3], [null]])).toBe('n\r\n-3\r\n\r\n');
  });
});

describe('headings', () => {
  it('stand before the first row of each group', () => {
    const rows: Row[] = [
      { id: '1', group: 'now', name: 'A' },
      { id: '2', group: 'now', name: 'B' },
      { id: '3', group: 'later', name: 'C' },
    ];
    const items = tableItems(
      rows,
      (row) => row.id,
      (row) => ({ id: row.group, label: row.group }),
    );
    expect(items.map((item) => (item.kind === 'group' ? item.group.id : item.row.name))).toEqual([
      'now',
      'A',
      'B',
      'later',
      'C',
    ]);
  });
});

describe('layout', () => {
  const columns: DataColumn<Row>[] = ['a', 'b', 'c', 'd'].map((id) => ({ id, header: id, cell: () => id }));

  it('keeps a column the saved order does not know beside its neighbour', () => {
    const shown = shownColumns(columns, { order: ['d', 'a', 'b'], hidden: [], widths: {} });
    expect(shown.map((column) => column.id)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('never hides a column that may not be hidden', () => {
    const fixed = columns.map((column) => (column.id === 'a' ? { ...column, hideable: false } : column));
    const shown = shownColumns(fixed, { order: [], hidden: ['a', 'b'], widths: {} });
    expect(shown.map((column) => column.id)).toEqual(['a', 'c', 'd']);
  });

  it('forgets a width when the column gets its own back', () => {
    const wide = withWidth({ order: [], hidden: [], widths: { b: 90 } }, 'a', 200);
    expect(wide.widths).toEqual({ a: 200, b: 90 });
    expect(withWidth(wide, 'a', null).widths).toEqual({ b: 90 });
  });
});
