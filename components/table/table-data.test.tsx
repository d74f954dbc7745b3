import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DataColumn, defaultLayout, MAX_WIDTH, type TableLayout } from './columns.ts';
import { rowsToFile } from './save-file.ts';
import { tableItems } from './items.ts';
import {
  columnTracks,
  orderedColumns,
  shownColumns,
  withPinned,
  withPlace,
  withShown,
  withWidth,
} from './layout.ts';
import { layoutFromText, layoutToText, storedLayoutText } from './layout-address.ts';
import { placeAt } from './use-column-drag.ts';
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

describe('a file of rows', () => {
  const columns: DataColumn<Row>[] = [
    { id: 'name', header: 'Name', cell: (row) => row.name, value: (row) => row.name },
    { id: 'menu', header: '', cell: () => null },
    { id: 'size', header: 'Size', kind: 'money', cell: () => null, value: (row) => row.name.length },
  ];

  it('has the values of the given columns in their order, and says what they are', () => {
    const rows = ['Wexford', '=1+1'].map((name) => ({ id: name, group: '', name }));
    const file = rowsToFile('accounts', columns, rows, 'EUR');
    expect(file).toMatchObject({ name: 'accounts', currency: 'EUR' });
    expect(file.columns).toEqual([{ header: 'Name' }, { header: 'Size', kind: 'money' }]);
    expect([...file.rows]).toEqual([
      ['Wexford', 7],
      ['=1+1', 4],
    ]);
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
    const shown = shownColumns(columns, { order: ['d', 'a', 'b'], hidden: [], pinned: [], widths: {} });
    expect(shown.map((column) => column.id)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('never hides a column that may not be hidden', () => {
    const fixed = columns.map((column) => (column.id === 'a' ? { ...column, hideable: false } : column));
    const shown = shownColumns(fixed, { order: [], hidden: ['a', 'b'], pinned: [], widths: {} });
    expect(shown.map((column) => column.id)).toEqual(['a', 'c', 'd']);
  });

  it('forgets a width when the column gets its own back', () => {
    const wide = withWidth({ order: [], hidden: [], pinned: [], widths: { b: 90 } }, 'a', 200);
    expect(wide.widths).toEqual({ a: 200, b: 90 });
    expect(withWidth(wide, 'a', null).widths).toEqual({ b: 90 });
  });

  const shown = (layout: TableLayout) => shownColumns(columns, layout).map((column) => column.id);

  it('moves past hidden columns, pins between pinned ones and lets go between free ones', () => {
    const start = { ...defaultLayout(columns), hidden: ['c'] };
    const last = withPlace(columns, start, 'b', 2);
    expect(shown(last)).toEqual(['a', 'd', 'b']);
    expect(shown(withShown(last, 'c', true))).toHaveLength(4);
    const first = withPlace(columns, start, 'd', 0);
    expect(shown(first)).toEqual(['d', 'a', 'b']);
    expect(first.pinned).toContain('d');
    expect(withPlace(columns, first, 'a', 2).pinned).toEqual(['d']);
    expect(withPlace(columns, start, 'a', -5)).toBe(start);
  });

  it('puts pinned columns first and makes them stand still where the ones before them end', () => {
    const growing = columns.map((column) => ({ ...column, grow: 1, width: 100 }));
    const layout = { ...defaultLayout(growing), pinned: ['c', 'a'], widths: { d: 300 } };
    const drawn = shownColumns(growing, layout);
    expect(drawn.map((column) => column.id)).toEqual(['a', 'c', 'b', 'd']);
    expect(columnTracks(drawn, layout, 38)).toEqual({
      template: '38px 100px minmax(100px, 1fr) minmax(100px, 1fr) 300px',
      leastWidth: 638,
      stickAt: { a: 38, c: 138 },
    });
  });

  it('says in the address what differs, and reads it back', () => {
    const own = defaultLayout(columns);
    expect(layoutToText(own, columns)).toBeNull();
    const changed = withPinned(withWidth(withShown(own, 'b', false), 'd', 240), 'd', true);
    const text = layoutToText(changed, columns);
    expect(text).toBe('*a,*d:240,!b,c');
    expect(layoutToText(layoutFromText(text, columns), columns)).toBe(text);
  });

  it('reads any address without losing a column', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.constantFrom('a', '!b', '*c', 'd:9999', 'x', '')),
        (noise, words) => {
          const layout = layoutFromText([noise, ...words].join(','), columns);
          expect(
            orderedColumns(columns, layout)
              .map(({ id }) => id)
              .sort(),
          ).toEqual(['a', 'b', 'c', 'd']);
          expect(Object.values(layout.widths).every((width) => width <= MAX_WIDTH)).toBe(true);
        },
      ),
    );
  });

  it('reads what older saved views hold', () => {
    const text = storedLayoutText({ order: ['b', 'a'], hidden: ['c'], widths: {} }, columns);
    expect(text).toBe('*a,b,!c,d');
    expect(storedLayoutText({ order: 'b' }, columns)).toBeNull();
  });

  it('finds the place under the pointer', () => {
    const heads = ['a', 'b', 'c'].map((id, at) => ({ id, left: at * 100, right: at * 100 + 100 }));
    expect(placeAt(heads, 'a', 170)).toEqual({ id: 'a', to: 1, over: 'c', side: 'before' });
    expect(placeAt(heads, 'a', 900)).toEqual({ id: 'a', to: 2, over: 'c', side: 'after' });
    expect(placeAt(heads, 'c', 10).to).toBe(0);
  });
});
