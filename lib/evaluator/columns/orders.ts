import { comparableAt } from '#lib/engine/columns.ts';
import { orderOf } from '#lib/engine/order.ts';
import { ordinalOf } from '#lib/engine/store.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import type { ColumnIndex } from './index-keeper.ts';

/** Row ids in an order, and the place of each record in it by ordinal (-1 = none). */
export type Order = { ids: Int32Array; places: Int32Array };

export type KeptOrder = Order & { entity: RootEntity; key: string };

/** The order of records by a value of their own, kept as long as no such value changes; null for other fields. */
export function keptOrder(
  { store, orders }: ColumnIndex,
  entity: RootEntity,
  key: string,
  descending: boolean,
): Order | null {
  const name = `${entity} ${key} ${descending}`;
  const known = orders.get(name);
  if (known) return known;
  const ordinals = orderOf(store, entity, key, descending);
  if (!ordinals) return null;
  const table = store.tables[entity];
  const places = new Int32Array(table.capacity).fill(-1);
  for (let place = 0; place < ordinals.length; place++) places[ordinals[place] ?? 0] = place;
  const order = { entity, key, ids: ordinals.map((ordinal) => table.ids[ordinal] ?? 0), places };
  orders.set(name, order);
  return order;
}

/** What each kept order sorts a record by. To be taken before a record is patched, for `dropMoved` after it. */
export function sortedBy({ store, orders }: ColumnIndex, entity: string, id: number): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [name, order] of orders) {
    if (order.entity !== entity) continue;
    const table = store.tables[order.entity];
    const ordinal = ordinalOf(table, id);
    const column = table.columns.get(order.key);
    const isThere = ordinal >= 0 && column && column.kind !== 'side';
    // A record without a place differs from one without a value. Equal codes are equal texts.
    numbers.set(name, isThere ? comparableAt(column, ordinal) : Number.POSITIVE_INFINITY);
  }
  return numbers;
}

/** Drops the orders in which the record no longer stands where it stood. */
export function dropMoved(index: ColumnIndex, entity: string, id: number, before: Map<string, number>): void {
  for (const [name, number] of sortedBy(index, entity, id)) {
    if (!Object.is(number, before.get(name))) index.orders.delete(name);
  }
}
