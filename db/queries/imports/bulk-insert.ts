import 'server-only';
import type { Connection } from '#db/client.ts';
import type { SqlValue } from './import-run.ts';

const ROWS_A_STATEMENT = 20;

export type BulkInsert = {
  /** Takes one row's values in the order of the columns; the list may be used again. */
  add: (values: readonly SqlValue[]) => void;
  /** Writes what was gathered. Call before anything reads the rows, and at the end of the write. */
  flush: () => void;
};

/** Inserts rows many to a statement, which takes about half of what one statement each does. */
export function createBulkInsert(
  connection: Connection,
  table: string,
  columns: readonly string[],
): BulkInsert {
  const insert = (rows: number) => {
    const row = `(${columns.map(() => '?').join(', ')})`;
    return connection.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${new Array<string>(rows).fill(row).join(', ')}`,
    );
  };
  const [many, one] = [insert(ROWS_A_STATEMENT), insert(1)];
  const width = columns.length;
  const full = width * ROWS_A_STATEMENT;
  /** One list for all statements. */
  const gathered = new Array<SqlValue>(full).fill(null);
  let filled = 0;
  return {
    add(values) {
      for (let at = 0; at < width; at += 1) gathered[filled + at] = values[at] ?? null;
      filled += width;
      if (filled < full) return;
      many.run(gathered);
      filled = 0;
    },
    flush() {
      for (let at = 0; at < filled; at += width) one.run(gathered.slice(at, at + width));
      filled = 0;
    },
  };
}
