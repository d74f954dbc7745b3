import type { ResultRow } from '#lib/metrics/result-rows.ts';
import type { ResultColumn } from './result-columns.tsx';

export type ResultSort = { id: string; desc: boolean };

/** Rows by a column, unknown last; the rest of the market and "none" always stand at the end, just above all together. */
export function sortRows(
  rows: readonly ResultRow[],
  columns: readonly ResultColumn[],
  sort: ResultSort | null,
): ResultRow[] {
  const column = columns.find((candidate) => candidate.id === sort?.id);
  const rest = rows.filter((row) => row.label === null);
  const others = rows.filter((row) => row.label !== null);
  if (!column || !sort) return [...others, ...rest];
  const value = (row: ResultRow) => column.sort(row.group);
  const ordered = [...others].sort((a, b) => {
    const left = value(a);
    const right = value(b);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sort.desc ? right - left : left - right;
  });
  return [...ordered, ...rest];
}
