import type { StoredValue } from '#lib/engine/columns.ts';
import { joinSql, type Sql, sql, sqlName } from '#lib/rules/printers/sql.ts';
import type { Connection } from '../client.ts';
import type { PlannedColumn, PlannedSide, TablePlan } from './table-plan.ts';

/** One column of a block: numbers with NaN for missing ones, or values as they are. */
export type BlockColumn = Float64Array | StoredValue[];

/** Rows of a table column by column: `columns[i]` are the values of the i-th column that was asked for. */
export type RowBlock = {
  ids: Float64Array;
  live: Float64Array;
  accounts: Float64Array;
  columns: BlockColumn[];
};

export type SideRow = [owner: number, value: StoredValue, from: number | null, to: number | null];

const [COMMA, MINUS, ZERO] = [44, 45, 48];

/** Whole numbers that are joined by commas, nothing between two of them for a missing one. */
function parseWholes(text: Uint8Array | null, count: number): Float64Array {
  const numbers = new Float64Array(count).fill(Number.NaN);
  if (!text) return numbers;
  let number = 0;
  let sign = 0;
  let at = 0;
  for (let index = 0; index <= text.length; index++) {
    const byte = index < text.length ? text[index]! : COMMA;
    if (byte === COMMA) {
      if (sign !== 0) numbers[at] = sign * number;
      at += 1;
      number = 0;
      sign = 0;
    } else if (byte === MINUS) sign = -1;
    else {
      if (sign === 0) sign = 1;
      number = number * 10 + byte - ZERO;
    }
  }
  return numbers;
}

function parseColumn(joined: unknown, isWhole: boolean, count: number): BlockColumn {
  return isWhole
    ? parseWholes(joined as Uint8Array | null, count)
    : (JSON.parse(String(joined)) as StoredValue[]);
}

/** One text a column, of all its rows: several times faster than a JavaScript object a row. */
function readBlock(
  connection: Connection,
  plan: TablePlan,
  planned: readonly PlannedColumn[],
  where: Sql,
): RowBlock {
  const wholes = [sql`x.id`, plan.isLive, plan.account];
  const values = [...wholes, ...planned.map(({ value }) => value)];
  const isWhole = (index: number) => index < wholes.length || planned[index - wholes.length]?.isWhole;
  const named = values.map((value, index) => sql`${value} AS ${sqlName(`c${index}`)}`);
  const joined = values.map((_, index) => {
    const name = sqlName(`c${index}`);
    return isWhole(index)
      ? sql`CAST(group_concat(coalesce(${name}, '')) AS BLOB)`
      : sql`json_group_array(${name})`;
  });
  const none = sql`NULL`;
  const query = sql`SELECT count(*), ${joinSql(joined, ', ', none)} FROM (SELECT ${joinSql(named, ', ', none)} FROM ${plan.table} x WHERE ${where})`;
  const [count, ...texts] = connection
    .prepare(query.sql)
    .raw()
    .get(...query.params) as unknown[];
  const [ids, live, accounts, ...columns] = texts.map((text, index) =>
    parseColumn(text, isWhole(index) === true, Number(count)),
  );
  return { ids, live, accounts, columns } as RowBlock;
}

const BLOCK_ROWS = 5_000;

/** All rows by ascending id, a few thousand at a time, so that memory stays flat and others get their turn. */
export function* rowBlocks(
  connection: Connection,
  plan: TablePlan,
  planned: readonly PlannedColumn[],
): Generator<RowBlock> {
  for (let after = -1; ; ) {
    const block = readBlock(
      connection,
      plan,
      planned,
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
  return readBlock(connection, plan, plan.columns, sql`x.id = ${id}`);
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
