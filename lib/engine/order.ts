import type { RootEntity } from '#lib/rules/ast.ts';
import { entityOf } from '#lib/rules/resolved-fields.ts';
import type { Column } from './columns.ts';
import { rowsByNumber } from './sorted-rows.ts';
import type { Store } from './store.ts';

/** As UTF-8 compares byte by byte, which is how SQLite sorts: halves of surrogate pairs come after all other units. */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (left === right) continue;
    const [isLeftHalf, isRightHalf] = [(left & 0xf800) === 0xd800, (right & 0xf800) === 0xd800];
    return isLeftHalf === isRightHalf ? left - right : isLeftHalf ? 1 : -1;
  }
  return a.length - b.length;
}

/** The place of each code among all in the order of their texts. */
function ranksOf(codes: readonly number[], textOf: (code: number) => string): Float64Array {
  const sorted = [...codes].sort((a, b) => compareUtf8(textOf(a), textOf(b)));
  const ranks = new Float64Array(sorted.reduce((most, code) => Math.max(most, code), 0) + 1).fill(Number.NaN);
  sorted.forEach((code, rank) => {
    ranks[code] = rank;
  });
  return ranks;
}

/** Numbers by row that lie in the order of a column's values, NaN where missing; null for what is not sorted here. */
function sortNumbers({ dictionaries }: Store, column: Column | undefined): Float64Array | null {
  switch (column?.kind) {
    case 'number':
      return column.values;
    case 'flag':
      return Float64Array.from(column.values, (flag) => (flag === 0 ? Number.NaN : flag));
    case 'text': {
      const { codes, texts } = column;
      const ranks = ranksOf([...texts.keys()].slice(1), (code) => texts[code] ?? '');
      return Float64Array.from(codes, (code) => ranks[code] ?? Number.NaN);
    }
    case 'code': {
      if (!('dictionary' in column.names)) return null;
      const { ids, folded } = dictionaries.get(column.names.dictionary) ?? { ids: [], folded: [] };
      const texts = new Map(ids.map((id, index) => [id, folded[index] ?? '']));
      const ranks = ranksOf(ids, (id) => texts.get(id) ?? '');
      return Float64Array.from(column.codes, (code) =>
        code === 0 ? Number.NaN : (ranks[code] ?? Number.NaN),
      );
    }
    default:
      return null;
  }
}

/** Ordinals in the order of a record's own value, missing ones last, ties by id; null for what is not sorted here. */
export function orderOf(
  store: Store,
  entity: RootEntity,
  key: string,
  descending: boolean,
): Int32Array | null {
  const { columns, used } = store.tables[entity];
  const numbers = sortNumbers(store, entityOf(key) === entity ? columns.get(key) : undefined);
  if (!numbers) return null;
  const order = new Int32Array(used);
  const known = rowsByNumber(numbers, used, descending);
  order.set(known);
  let after = known.length;
  for (let ordinal = 0; ordinal < used; ordinal++) {
    if (Number.isNaN(numbers[ordinal]!)) order[after++] = ordinal;
  }
  return order;
}
