import 'server-only';
import { type Sql, sql } from '#lib/rules/printers/sql.ts';
import type { Connection } from '../../client.ts';

export type SortValue = string | number | null;

/** Reads what single records sort by; `source` is FROM … WHERE with the record at alias `r`. */
export function sortValueReader(connection: Connection, value: Sql, source: Sql): (id: number) => SortValue {
  const query = sql`SELECT ${value} FROM ${source} AND r.id = `;
  const statement = connection.prepare(`${query.sql}?`).pluck();
  return (id) => (statement.get(...query.params, id) ?? null) as SortValue;
}
