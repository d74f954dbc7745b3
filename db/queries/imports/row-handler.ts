import 'server-only';
import type { ReadRow } from '#lib/imports/read-row.ts';
import type { RowBlock } from '#lib/imports/row-block.ts';

export type RowOutcome = 'created' | 'updated' | 'unchanged' | 'rejected';

/** What an import does with one good row of its entity. */
export type RowHandler = {
  take: (row: ReadRow) => RowOutcome;
  /** Sees a row that an earlier, interrupted run already wrote, without writing. */
  observe?: (row: ReadRow) => void;
  /** Forgets look-ups, as other people may have written since the last batch; sees the rows that it may take. */
  startBatch?: (rows: readonly ReadRow[]) => void;
  /** Writes what it gathered; belongs to the batch's write. */
  endBatch?: () => void;
  /** Whether new rows are counted and not stored (`run.isCountOnly`). */
  leavesRowsOut?: boolean;
  /**
   * Where the rows' entries stand in the largest index, as whole numbers: taken in this order, many rows share each page
   * that a write changes. Rows that are not linked come first; those of one place keep the order of the file.
   */
  order?: (rows: RowBlock) => Float64Array;
};

/** Rejects a row and says why. */
export function reject(
  row: ReadRow,
  code: string,
  message: string,
  column: string | null = null,
): 'rejected' {
  row.rejected = true;
  row.problems.push({ line: row.line, column, value: null, code, message, rowRejected: true });
  return 'rejected';
}

/** Reports a value that is left out while its row is kept. */
export function complain(
  row: ReadRow,
  column: string | null,
  value: string,
  code: string,
  message: string,
): void {
  row.problems.push({ line: row.line, column, value, code, message, rowRejected: false });
}
