import 'server-only';
import { type Sql, sql } from '#lib/rules/printers/sql.ts';
import type { Connection } from '../../client.ts';

type Statement = ReturnType<typeof prepareValue>;

const prepareValue = (connection: Connection, text: string) =>
  connection.prepare<(string | number | null)[], SortValue>(text).pluck();
export type SortValue = string | number | null;

/** Statements of a connection by their text: to prepare one takes longer than to run it. */
const prepared = new WeakMap<Connection, Map<string, Statement>>();

function preparedOn(connection: Connection, text: string): Statement {
  const known = prepared.get(connection) ?? new Map<string, Statement>();
  prepared.set(connection, known);
  const statement = known.get(text) ?? prepareValue(connection, text);
  known.set(text, statement);
  return statement;
}

/** Reads what single records sort by; `source` is FROM … WHERE with the record at alias `r`. */
export function sortValueReader(connection: Connection, value: Sql, source: Sql): (id: number) => SortValue {
  const query = sql`SELECT ${value} FROM ${source} AND r.id = `;
  const statement = preparedOn(connection, `${query.sql}?`);
  return (id) => statement.get(...query.params, id) ?? null;
}
