import { existsSync } from 'node:fs';
import {
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBConnection,
  type DuckDBValue,
  BIGINT,
  DOUBLE,
  INTEGER,
} from '@duckdb/node-api';
import type { Connection } from '#db/client.ts';
import type { Outputs } from './outputs.ts';

const ROWS = 2048;
const tables = {
  accounts: ['id', 'industry', 'sub_industry', 'country', 'employees', 'revenue', 'growth_rate'],
  account_needs: ['account_id', 'term_id'],
  technologies: ['account_id', 'name'],
  contacts: ['account_id', 'job_function', 'seniority', 'reachable'],
  signals: ['account_id', 'type', 'topic', 'occurred_at'],
} as const;

function typeOf(column: string) {
  if (column === 'occurred_at') return BIGINT;
  return ['employees', 'revenue', 'growth_rate'].includes(column) ? DOUBLE : INTEGER;
}

async function copyTable(from: Connection, to: DuckDBConnection, table: keyof typeof tables): Promise<void> {
  const columns = tables[table];
  const types = columns.map(typeOf);
  const appender = await to.createAppender(table);
  const values: DuckDBValue[][] = columns.map(() => []);
  const flush = () => {
    const rows = values[0]?.length ?? 0;
    if (rows === 0) return;
    const chunk = DuckDBDataChunk.create(types, rows);
    chunk.setColumns(values);
    appender.appendDataChunk(chunk);
    for (const column of values) column.length = 0;
  };
  const rows = from
    .prepare<[], (number | null)[]>(`SELECT ${columns.join(', ')} FROM ${table}`)
    .raw()
    .iterate();
  for (const row of rows as Iterable<(number | null)[]>) {
    columns.forEach((column, place) => {
      const value = row[place] ?? null;
      values[place]?.push(column === 'occurred_at' && value !== null ? BigInt(value) : value);
    });
    if ((values[0]?.length ?? 0) === ROWS) flush();
  }
  flush();
  appender.flushSync();
  appender.closeSync();
}

/** DuckDB over the same rows in a file of its own, copied once; only the columns that the segments ask for. */
export async function openDuck(path: string, from: Connection): Promise<DuckDBConnection> {
  const isNew = !existsSync(path);
  const instance = await DuckDBInstance.create(path, { threads: '2' });
  const connection = await instance.connect();
  if (!isNew) return connection;
  for (const [table, columns] of Object.entries(tables)) {
    const typed = columns.map((column) => `${column} ${typeOf(column)}`).join(', ');
    await connection.run(`CREATE TABLE ${table} (${typed})`);
    await copyTable(from, connection, table as keyof typeof tables);
  }
  await connection.run('CHECKPOINT');
  return connection;
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<number[][]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRows().map((row) => row.map((value) => Number(value ?? 0)));
}

/**
 * All outputs of a preview for a condition on `accounts a`. Of the single conditions only the edited one is counted:
 * the others are known from before.
 */
export async function duckOutputs(
  connection: DuckDBConnection,
  where: string,
  edited: string,
  edges: readonly number[],
): Promise<Outputs> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE m AS SELECT id, industry, country, employees, revenue FROM accounts a WHERE ${where}`,
  );
  const bins = edges.slice(1, -1).map((edge, index) => `WHEN employees < ${edge} THEN ${index}`);
  const bin = `CASE WHEN employees IS NULL THEN -1 ${bins.join(' ')} ELSE ${edges.length - 2} END`;
  const grouped = await rowsOf(
    connection,
    `SELECT coalesce(industry, 0), coalesce(country, 0), bin, grouping(industry, country, bin), count(*)
       FROM (SELECT *, ${bin} AS bin FROM m) GROUP BY GROUPING SETS ((), (industry), (country), (bin))`,
  );
  const page = await rowsOf(connection, 'SELECT id FROM m ORDER BY revenue DESC NULLS LAST, id LIMIT 50');
  await rowsOf(connection, `SELECT count(*) FROM accounts a WHERE ${edited}`);
  const counts = (grouping: number, place: number) =>
    new Map(grouped.filter((row) => row[3] === grouping).map((row) => [row[place] ?? 0, row[4] ?? 0]));
  return {
    count: grouped.find((row) => row[3] === 7)?.[4] ?? 0,
    page: page.map(([id]) => id ?? 0),
    industry: counts(3, 0),
    country: counts(5, 1),
    bins: counts(6, 2),
  };
}
