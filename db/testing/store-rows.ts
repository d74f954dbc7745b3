import { forEachBit } from '#lib/engine/bitset.ts';
import type { Column, ScalarColumn, StoredValue } from '#lib/engine/columns.ts';
import type { Store, Table, TableName } from '#lib/engine/store.ts';

function valueAt(column: ScalarColumn, row: number): StoredValue {
  if (column.kind === 'number') {
    const number = column.values[row] ?? Number.NaN;
    return Number.isNaN(number) ? null : number;
  }
  if (column.kind === 'text') return column.texts[column.codes[row] ?? 0] || null;
  return (column.kind === 'flag' ? column.values[row] : column.codes[row]) || null;
}

function valuesAt(column: Column, ordinal: number): StoredValue | string[] {
  if (column.kind !== 'side') return valueAt(column, ordinal);
  const found: string[] = [];
  for (let row = 0; row < column.used; row++) {
    if (column.owners[row] !== ordinal) continue;
    found.push(`${valueAt(column.value, row)} ${column.span?.from[row] ?? ''} ${column.span?.to[row] ?? ''}`);
  }
  return found.sort();
}

function rowsOf(store: Store, table: Table): Map<number, Record<string, unknown>> {
  const rows = new Map<number, Record<string, unknown>>();
  forEachBit(table.live, (ordinal) => {
    const account = table.accounts[ordinal] ?? -1;
    const values = [...table.columns].map(([key, column]) => [key, valuesAt(column, ordinal)]);
    rows.set(table.ids[ordinal] ?? 0, {
      account: account < 0 ? null : store.tables.account.ids[account],
      ...Object.fromEntries(values),
    });
  });
  return rows;
}

/** Every live row with its values, however the store came to hold them: what two stores are compared by. */
export function storeRows(store: Store): Record<string, Map<number, Record<string, unknown>>> {
  const names = Object.keys(store.tables) as TableName[];
  return Object.fromEntries(names.map((name) => [name, rowsOf(store, store.tables[name])]));
}
