import type { StoredValue } from '#lib/engine/columns.ts';
import { joinSql, type Sql, sql, sqlName } from '#lib/rules/printers/sql.ts';
import type { Connection } from '../client.ts';
import type { PlannedSide, TablePlan } from './table-plan.ts';

/** Rows of a table column by column: `columns[i]` are the values of the plan's i-th column. */
export type RowBlock = {
  ids: number[];
  live: number[];
  accounts: (number | null)[];
  columns: StoredValue[][];
};

export type SideRow = [owner: number, value: StoredValue, from: number | null, to: number | null];

/** One JSON array a column: several times faster than a JavaScript object a row. */
function readBlock(connection: Connection, plan: TablePlan, where: Sql): RowBlock {
  const values = [sql`x.id`, plan.isLive, plan.account, ...plan.columns.map(({ value }) => value)];
  const named = values.map((value, index) => sql`${value} AS ${sqlName(`c${index}`)}`);
  const grouped = values.map((_, index) => sql`json_group_array(${sqlName(`c${index}`)})`);
  const none = sql`NULL`;
  const query = sql`SELECT ${joinSql(grouped, ', ', none)} FROM (SELECT ${joinSql(named, ', ', none)} FROM ${plan.table} x WHERE ${where})`;
  const found = connection
    .prepare(query.sql)
    .raw()
    .get(...query.params) as string[];
  const [ids, live, accounts, ...columns] = found.map((json) => JSON.parse(json) as StoredValue[]);
  return { ids, live, accounts, columns } as RowBlock;
}

const BLOCK_ROWS = 5_000;

/** All rows by ascending id, a few thousand at a time, so that memory stays flat and others get their turn. */
export function* rowBlocks(connection: Connection, plan: TablePlan): Generator<RowBlock> {
  for (let after = -1; ; ) {
    const block = readBlock(
      connection,
      plan,
      sql`x.id > ${after} ORDER BY x.id LIMIT ${sqlLimit(BLOCK_ROWS)}`,
    );
    if (block.ids.length > 0) yield block;
    if (block.ids.length < BLOCK_ROWS) return;
    after = block.ids.at(-1) ?? after;
  }
}

/** A bound LIMIT hides from the planner how little is wanted. */
function sqlLimit(rows: number): Sql {
  return { sql: String(rows), params: [] };
}

export function readRow(connection: Connection, plan: TablePlan, id: number): RowBlock {
  return readBlock(connection, plan, sql`x.id = ${id}`);
}

export function tableExtent(connection: Connection, { table }: TablePlan): { rows: number; lastId: number } {
  const query = sql`SELECT count(*) AS rows, coalesce(max(id), 0) AS lastId FROM ${table}`;
  return connection.prepare(query.sql).get() as { rows: number; lastId: number };
}

function sideSource(side: PlannedSide, endAfter: number, more: Sql): Sql {
  const holds = side.isInterval ? sql`(s.to_at IS NULL OR s.to_at > ${endAfter})` : sql`1`;
  return sql`FROM ${side.from} s WHERE ${side.where} AND ${holds} AND ${more}`;
}

function sideValues(side: PlannedSide): Sql {
  const span = side.isInterval ? sql`s.from_at, s.to_at` : sql`NULL, NULL`;
  return sql`${side.owner}, ${side.value}, ${span}`;
}

export function countSideRows(connection: Connection, side: PlannedSide, endAfter: number): number {
  const query = sql`SELECT count(*) ${sideSource(side, endAfter, sql`1`)}`;
  return Number(
    connection
      .prepare(query.sql)
      .pluck()
      .get(...query.params),
  );
}

/** A side table's rows; of intervals those that end after `endAfter` (epoch ms) or not at all. */
export function storedSideRows(
  connection: Connection,
  side: PlannedSide,
  endAfter: number,
  owner?: number,
): IterableIterator<SideRow> {
  const more = owner === undefined ? sql`1` : sql`${side.owner} = ${owner}`;
  const query = sql`SELECT ${sideValues(side)} ${sideSource(side, endAfter, more)}`;
  return connection
    .prepare<unknown[], SideRow>(query.sql)
    .raw()
    .iterate(...query.params) as IterableIterator<SideRow>;
}

export function termsAfter(connection: Connection, id: number): [number, string, string][] {
  return connection
    .prepare<[number], [number, string, string]>(
      'SELECT id, field, folded FROM terms WHERE id > ? ORDER BY id',
    )
    .raw()
    .all(id) as unknown as [number, string, string][];
}
