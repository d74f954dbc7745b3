import type { StoredValue } from '#lib/engine/columns.ts';
import { joinSql, type Sql, sql, sqlName } from '#lib/rules/printers/sql.ts';
import type { Connection } from '../client.ts';
import type { PlannedColumn, PlannedSide, TablePlan } from './table-plan.ts';

/** One column of a block: numbers with NaN for missing ones, or values as they are; null when all are missing. */
export type BlockColumn = Float64Array | StoredValue[] | null;

/**
 * Rows of a table column by column: `columns[i]` are the values of the i-th column that was asked for. The arrays of
 * numbers are written anew by the next block.
 */
export type RowBlock = {
  ids: Float64Array;
  live: Float64Array;
  accounts: Float64Array;
  columns: BlockColumn[];
};

export type SideRow = [owner: number, value: StoredValue, from: number | null, to: number | null];

const [COMMA, MINUS, ZERO] = [44, 45, 48];

/** Whole numbers that are joined by commas, nothing between two of them for a missing one, into `numbers`. */
function parseWholes(text: Uint8Array, numbers: Float64Array): Float64Array {
  const end = text.length;
  let from = 0;
  for (let at = 0; at < numbers.length; at++) {
    let byte = from < end ? text[from]! : COMMA;
    let number = byte === COMMA ? Number.NaN : 0;
    const isNegative = byte === MINUS;
    if (isNegative) byte = text[++from]!;
    while (byte !== COMMA) {
      number = number * 10 + byte - ZERO;
      from += 1;
      byte = from < end ? text[from]! : COMMA;
    }
    from += 1;
    numbers[at] = isNegative ? -number : number;
  }
  return numbers;
}

function parseColumn(joined: unknown, isWhole: boolean, scratch: Float64Array): BlockColumn {
  if (isWhole) {
    const text = joined as Uint8Array;
    // Nothing but the commas between the rows.
    return text.length < scratch.length ? null : parseWholes(text, scratch);
  }
  const values = JSON.parse(String(joined)) as StoredValue[];
  return values.every((value) => value === null) ? null : values;
}

const none = sql`NULL`;
const none0 = new Float64Array(0);

/** A whole number of every row as one text. */
function joinedWholes(value: Sql): Sql {
  return sql`CAST(group_concat(coalesce(${value}, '')) AS BLOB)`;
}

type BlockReader = (after: number, last: number) => RowBlock;

/**
 * Reads the rows with ids after `after` up to `last`, `most` at most, by ascending id: a table that is read by no index
 * lies so. One text a column is several times faster than a JavaScript object a row, and a column that says nothing
 * (ids in a row, nobody archived) is not read.
 */
function blockReader(
  connection: Connection,
  plan: TablePlan,
  planned: readonly PlannedColumn[],
  most: number,
): BlockReader {
  const from = sql`FROM ${plan.table} AS x NOT INDEXED`;
  const columns = planned.map(({ isWhole, value }) =>
    isWhole ? joinedWholes(value) : sql`json_group_array(${value})`,
  );
  const read = (selected: Sql) => {
    const start = sql`SELECT ${selected} ${from} WHERE x.id > `;
    const statement = connection.prepare(`${start.sql}? AND x.id <= ?`).raw();
    return (after: number, last: number) => statement.get(...start.params, after, last) as unknown[];
  };
  const account = joinedWholes(plan.account);
  const alive = plan.isLive ? sql`total(${plan.isLive})` : sql`count(*)`;
  const readBlock = read(sql`count(*), ${alive}, ${account}, ${joinSql(columns, ', ', none)}`);
  const readIds = read(sql`${joinedWholes(sql`x.id`)}, ${joinedWholes(plan.isLive ?? sql`1`)}`);
  const scratches = Array.from({ length: planned.length + 3 }, () => new Float64Array(most));
  return (after, last) => {
    const [count, alives, accounts, ...texts] = readBlock(after, last);
    const rows = Number(count);
    const [ids, live, owners, ...numbers] = scratches.map((scratch) => scratch.subarray(0, rows));
    if (!ids || !live || !owners || rows === 0) return { ids: none0, live: none0, accounts: none0, columns: [] };
    if (rows === last - after && Number(alives) === rows) {
      for (let index = 0; index < rows; index++) ids[index] = after + 1 + index;
      live.fill(1);
    } else {
      const [idTexts, liveTexts] = readIds(after, last);
      parseWholes(idTexts as Uint8Array, ids);
      parseWholes(liveTexts as Uint8Array, live);
    }
    return {
      ids,
      live,
      accounts: parseWholes(accounts as Uint8Array, owners),
      columns: planned.map(({ isWhole }, index) => parseColumn(texts[index], isWhole, numbers[index] ?? none0)),
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
  const read = blockReader(connection, plan, planned, BLOCK_ROWS);
  const next = connection
    .prepare<[number], number>(sql`SELECT id FROM ${plan.table} WHERE id > ? ORDER BY id LIMIT 1`.sql)
    .pluck();
  for (let first = next.get(-1); first !== undefined; ) {
    const last = first + BLOCK_ROWS - 1;
    const block = read(first - 1, last);
    if (block.ids.length > 0) yield block;
    first = block.ids.at(-1) === last ? last + 1 : next.get(last);
  }
}

export function readRow(connection: Connection, plan: TablePlan, id: number): RowBlock {
  return blockReader(connection, plan, plan.columns, 1)(id - 1, id);
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
