import type { ReadRow, RowProblem } from './read-row.ts';
import type { Value } from './read-value.ts';

/** Many rows that were read, column by column: some forty bytes a row instead of an object, a list and their cells. */
export type RowBlock = {
  size: () => number;
  add: (row: ReadRow) => void;
  /** The row at a place, made anew: the caller may change it. */
  row: (at: number, place?: number) => ReadRow;
  /** What the row calls its account; null also for a row that was rejected. */
  account: (at: number) => string | null;
};

export function createRowBlock(): RowBlock {
  const lines: number[] = [];
  const accounts: (string | null)[] = [];
  const columns: (Value | null | undefined)[][] = [];
  const faulty = new Map<number, { problems: RowProblem[]; rejected: boolean }>();
  return {
    size: () => lines.length,
    add(row) {
      const at = lines.length;
      lines.push(row.line);
      accounts.push(row.account);
      while (columns.length < row.values.length) columns.push([]);
      for (let index = 0; index < row.values.length; index += 1) columns[index]?.push(row.values[index]);
      if (row.problems.length > 0 || row.rejected)
        faulty.set(at, { problems: row.problems, rejected: row.rejected });
    },
    row(at, place) {
      const { problems, rejected } = faulty.get(at) ?? { problems: [], rejected: false };
      const values: ReadRow['values'] = new Array(columns.length);
      for (let index = 0; index < columns.length; index += 1) values[index] = columns[index]?.[at];
      return { line: lines[at] as number, values, account: accounts[at] ?? null, problems, rejected, place };
    },
    account: (at) => (faulty.get(at)?.rejected ? null : (accounts[at] ?? null)),
  };
}
