import type { ValueTest } from '#lib/rules/relational.ts';
import { type Bits, emptyBits, forEachBit, setBit } from './bitset.ts';
import { holdsAt } from './side-rows.ts';
import type { Store, Table } from './store.ts';
import { valueBits } from './value-bits.ts';

const nothingPosted = { postings: undefined, sorted: undefined, loose: new Set<number>() };

/**
 * Rows of a table whose field passes a test at `asOf` (epoch ms), archived ones included; null when the field is not
 * loaded or cannot be asked this here.
 */
export function attributeBits(
  store: Store,
  table: Table,
  key: string,
  asked: ValueTest,
  asOf: number,
): Bits | null {
  const column = table.columns.get(key);
  if (!column) return null;
  if (column.kind !== 'side') {
    const { postings, sorted, loose } = table;
    const posted = { postings: postings.get(key), sorted: sorted.get(key), loose };
    return valueBits(column, asked, store.dictionaries, posted);
  }
  if (column.span && asOf < store.loadedAt) return null;
  const passing = valueBits(column.value, asked, store.dictionaries, nothingPosted);
  if (!passing) return null;
  const bits = emptyBits(table.capacity);
  forEachBit(passing, (row) => {
    if (holdsAt(column, row, asOf)) setBit(bits, column.owners[row] ?? 0);
  });
  return bits;
}
