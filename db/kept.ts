import 'server-only';
import type { Statement } from 'better-sqlite3';
import type { Connection } from './client.ts';

type Kept = {
  statements: Map<string, Statement>;
  values: Map<string, { version: string; value: unknown }>;
};

const byConnection = new WeakMap<Connection, Kept>();

function keptOf(connection: Connection): Kept {
  let kept = byConnection.get(connection);
  if (!kept) {
    kept = { statements: new Map(), values: new Map() };
    byConnection.set(connection, kept);
  }
  return kept;
}

/**
 * A statement that is compiled once for each connection: of a small read that every request makes, compiling is most of
 * the cost. The text must be one of a few, and asked in one way only (plucked or not, never iterated).
 */
export function prepared<Bind extends unknown[], Row>(
  connection: Connection,
  sql: string,
): Statement<Bind, Row> {
  const { statements } = keptOf(connection);
  let statement = statements.get(sql);
  if (!statement) {
    statement = connection.prepare(sql);
    statements.set(sql, statement);
  }
  return statement as unknown as Statement<Bind, Row>;
}

/** Another one after every commit of another connection and every row that this one changed. */
function version(connection: Connection): string {
  const others = prepared<[], number>(connection, 'PRAGMA data_version').pluck().get();
  const own = prepared<[], number>(connection, 'SELECT total_changes()').pluck().get();
  return `${others} ${own}`;
}

/**
 * What `read` reads through this connection, kept under a name until anything in the database changes. Callers share the
 * value and must not change it. Within a write nothing is kept, because it may be rolled back.
 */
export function whileUnchanged<T>(connection: Connection, name: string, read: () => T): T {
  if (connection.inTransaction && !connection.readonly) return read();
  const { values } = keptOf(connection);
  // The version is read first: what was written meanwhile makes it another one.
  const now = version(connection);
  const known = values.get(name);
  if (known?.version === now) return known.value as T;
  const value = read();
  values.set(name, { version: now, value });
  return value;
}
