import type { RootEntity } from '#lib/rules/ast.ts';
import { and, type Bits, emptyBits, hasBit, setBit } from './bitset.ts';
import { sideRowsOf } from './side-rows.ts';
import type { RowTest } from './row-test.ts';
import type { Store } from './store.ts';

/** Key of the column of everybody who holds an account, in whatever slot, over time. */
export const holderKey = 'account.#holder';

/**
 * The live records of accounts that one of the reps holds now (an interval without an end), as a set and one by one; null
 * when holders are not in columns.
 */
export function scopeInColumns(
  store: Store,
  entity: RootEntity,
  repIds: readonly number[],
): { bits: () => Bits; test: RowTest } | null {
  const { account, contact } = store.tables;
  const column = account.columns.get(holderKey);
  if (column?.kind !== 'side' || column.value.kind !== 'code' || !column.span) return null;
  const { value, span } = column;
  const reps = new Set(repIds);
  const isHeld = (row: number) => span.to[row] === Number.POSITIVE_INFINITY && reps.has(value.codes[row]!);
  const accountTest: RowTest = (ordinal) => sideRowsOf(column, ordinal).some(isHeld);
  const { live } = store.tables[entity];
  const test: RowTest = (ordinal) => {
    const owner = entity === 'account' ? ordinal : (contact.accounts[ordinal] ?? -1);
    return owner >= 0 && hasBit(live, ordinal) && accountTest(owner);
  };
  const bits = (): Bits => {
    const held = new Uint8Array(account.capacity);
    for (let row = 0; row < column.used; row++) {
      const owner = column.owners[row]!;
      if (owner >= 0 && isHeld(row)) held[owner] = 1;
    }
    const { capacity, used } = store.tables[entity];
    const found = emptyBits(capacity);
    for (let ordinal = 0; ordinal < used; ordinal++) {
      const owner = entity === 'account' ? ordinal : contact.accounts[ordinal]!;
      if (owner >= 0 && held[owner] === 1) setBit(found, ordinal);
    }
    return and(found, live);
  };
  return { bits, test };
}
