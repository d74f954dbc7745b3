import type { Connection } from '../client.ts';

export type Cell = string | number | null;

/** Writes rows of one table through one prepared statement; `columns` in the order in which cells are given. */
export function sheet(
  connection: Connection,
  table: string,
  columns: readonly string[],
): { add: (cells: Cell[]) => void; count: () => number } {
  const marks = columns.map(() => '?').join(', ');
  const insert = connection.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`);
  let rows = 0;
  return {
    add: (cells) => {
      insert.run(cells);
      rows++;
    },
    count: () => rows,
  };
}

/** The highest row id of a table, 0 when it is empty. */
export function lastId(connection: Connection, table: string): number {
  const row = connection.prepare<[], { id: number | null }>(`SELECT max(id) AS id FROM ${table}`).get();
  return row?.id ?? 0;
}

/** Booleans are stored as 0 and 1. */
export function flag(value: boolean | null): number | null {
  return value === null ? null : value ? 1 : 0;
}
