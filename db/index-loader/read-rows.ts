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

const none = sql`NULL`;

/** A whole number of every row as one text. */
function joinedWholes(name: Sql): Sql {
  return sql`CAST(group_concat(coalesce(${name}, '')) AS BLOB)`;
}

type BlockReader = (after: number) => RowBlock;

/**
 * Reads the rows that `where` picks; its one `?` is bound at each call. One text a column is several times faster than
 * a JavaScript object a row, and a column that says nothing (ids in a row, nobody archived) is not read.
 */
function blockReader(
  connection: Connection,
  plan: TablePlan,
  planned: readonly PlannedColumn[],
  where: string,
): BlockReader {
  const values = [sql`x.id`, plan.isLive, plan.account, ...planned.map(({ value }) => value)];
  const names = values.map((_, index) => sqlName(`c${index}`));
  const [id = none, live = none, account = none] = names;
  const columns = planned.map(({ isWhole }, index) => {
    const name = names[index + 3] ?? none;
    return isWhole ? joinedWholes(name) : sql`json_group_array(${name})`;
  });
  const picked = sql`SELECT ${joinSql(
    values.map((value, index) => sql`${value} AS ${names[index] ?? none}`),
    ', ',
    none,
  )} FROM ${plan.table} x WHERE `;
  const extent = sql`count(*), min(${id}), max(${id}), total(${live})`;
  const read = (selected: Sql) => {
    const start = sql`SELECT ${selected} FROM (${picked}`;
    const statement = connection.prepare(`${start.sql}${where})`).raw();
    return (after: number) => statement.get(...start.params, after) as unknown[];
  };
  const readBlock = read(sql`${extent}, ${joinedWholes(account)}, ${joinSql(columns, ', ', none)}`);
  const readIds = read(sql`${joinedWholes(id)}, ${joinedWholes(live)}`);
  return (after) => {
    const [count, first, last, alive, accounts, ...texts] = readBlock(after);
    const rows = Number(count);
    const isDense = Number(last) - Number(first) + 1 === rows && Number(alive) === rows;
    const [ids, lives] = isDense || rows === 0 ? [] : readIds(after);
    return {
      ids: isDense
        ? Float64Array.from({ length: rows }, (_, index) => Number(first) + index)
        : parseWholes(ids as Uint8Array | null, rows),
      live: isDense ? new Float64Array(rows).fill(1) : parseWholes(lives as Uint8Array | null, rows),
      accounts: parseWholes(accounts as Uint8Array | null, rows),
      columns: planned.map(({ isWhole }, index) => parseColumn(texts[index], isWhole, rows)),
    };
  };
}

/** So few that whoever waits for the reading to let him in hardly notices. */
const BLOCK_ROWS = 2_500;

/** All rows by ascending id, some thousands at a time, so that memory stays flat and others get their turn. */
export function* rowBlocks(
  connection: Connection,
  plan: TablePlan,
  planned: readonly PlannedColumn[],
): Generator<RowBlock> {
  // A bound LIMIT hides from the planner how little is wanted.
  const read = blockReader(connection, plan, planned, `x.id > ? ORDER BY x.id LIMIT ${BLOCK_ROWS}`);
  for (let after = -1; ; ) {
    const block = read(after);
    if (block.ids.length > 0) yield block;
    if (block.ids.length < BLOCK_ROWS) return;
    after = block.ids.at(-1) ?? after;
  }
}

export function readRow(connection: Connection, plan: TablePlan, id: number): RowBlock {
  return blockReader(connection, plan, plan.columns, 'x.id = ?')(id);
}

/** Room that the rows need at most: ids without gaps are as many as the rows. */
export function tableExtent(connection: Connection, { table }: TablePlan): { rows: number; lastId: number } {
  const first = sql`SELECT coalesce((SELECT id FROM ${table} ORDER BY id LIMIT 1), 1)`;
  const last = sql`SELECT coalesce((SELECT id FROM ${table} ORDER BY id DESC LIMIT 1), 0)`;
  const idBy = (query: Sql) => Number(connection.prepare(query.sql).pluck().get());
  const lastId = idBy(last);
  return { rows: lastId - idBy(first) + 1, lastId };
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
