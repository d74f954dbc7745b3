import { compareLabels } from '#lib/shared/text.ts';
import type { DataColumn, SortState } from './columns.ts';

type Value = string | number | null;

/** Rows in the order of a column; unknown values last either way, equal ones as they came. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  sort: SortState,
): readonly Row[] {
  const column = columns.find(({ id }) => id === sort?.id);
  const { value } = column ?? {};
  if (!sort || !column?.sortable || !value) return rows;
  const order = sort.desc ? -1 : 1;
  return rows
    .map((row) => ({ row, value: value(row) }))
    .sort((a, b) => compareKnownFirst(a.value, b.value, order))
    .map(({ row }) => row);
}

function compareKnownFirst(a: Value, b: Value, order: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const compared =
    typeof a === 'number' && typeof b === 'number' ? a - b : compareLabels(String(a), String(b));
  return compared * order;
}
