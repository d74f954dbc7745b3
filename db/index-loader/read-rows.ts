import type { StoredValue } from '#lib/engine/columns.ts';
import { joinSql, type Sql, sql } from '#lib/rules/printers/sql.ts';
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

/** A processor multiplies so many digits as a whole number of 32 bits, which is much quicker. */
const SHORT_DIGITS = 9;

/** Whole numbers that are joined by commas, nothing between two of them for a missing one, into `numbers`. */
function parseWholes(text: Uint8Array, numbers: Float64Array): Float64Array {
  const end = text.length;
  let from = 0;
  for (let at = 0; at < numbers.length; at++) {
    let byte = from < end ? text[from]! : COMMA;
    if (byte === COMMA) {
      numbers[at] = Number.NaN;
      from += 1;
      continue;
    }
    const isNegative = byte === MINUS;
    if (isNegative) byte = text[++from]!;
    const shortEnd = from + SHORT_DIGITS;
    let short = 0;
    while (byte !== COMMA && from < shortEnd) {
      short = (Math.imul(short, 10) + byte - ZERO) | 0;
      from += 1;
      byte = from < end ? text[from]! : COMMA;
    }
    let number = short;
    while (byte !== COMMA) {
      number = number * 10 + (byte - ZERO);
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

/** A whole number of every row as one text. */
function joinedWholes(value: Sql): Sql {
  return sql`CAST(group_concat(coalesce(${value}, '')) AS BLOB)`;
}

type BlockReader = (after: number, last: number) => { block: RowBlock; silentValues: number };

type Asked = {
  planned: readonly PlannedColumn[];
  /** Of these it is only counted in how many rows one has a value: that costs little beside reading them. */
  silent: ReadonlySet<PlannedColumn>;
  hasAccounts: boolean;
  /** Rows of a block at most. */
  most: number;
};

/**
 * Reads the rows with ids after `after` up to `last`, by ascending id: a table that is read by no index lies so. One
 * text a column is several times faster than a JavaScript object a row, and a column that says nothing (ids in a row,
 * nobody archived) is not read.
 */
function blockReader(connection: Connection, plan: TablePlan, asked: Asked): BlockReader {
  const { planned, silent, hasAccounts, most } = asked;
  const from = sql`FROM ${plan.table} AS x NOT INDEXED`;
  const columns = planned.map((column) => {
    if (silent.has(column)) return none;
    return column.isWhole ? joinedWholes(column.value) : sql`json_group_array(${column.value})`;
  });
  const read = (selected: Sql) => {
    const start = sql`SELECT ${selected} ${from} WHERE x.id > `;
    const statement = connection.prepare(`${start.sql}? AND x.id <= ?`).raw();
    return (after: number, last: number) => statement.get(...start.params, after, last) as unknown[];
  };
  const extent = sql`count(*), ${plan.isLive ? sql`total(${plan.isLive})` : sql`count(*)`}`;
  const quiet = [...silent].map(({ value }) => value);
  const heard = quiet.length > 0 ? sql`count(coalesce(${joinSql(quiet, ', ', none)}, NULL))` : sql`0`;
  const account = hasAccounts ? joinedWholes(plan.account) : none;
  const readBlock = read(sql`${extent}, ${heard}, ${account}, ${joinSql(columns, ', ', none)}`);
  const readIds = read(sql`${joinedWholes(sql`x.id`)}, ${joinedWholes(plan.isLive ?? sql`1`)}`);
  const scratch = () => new Float64Array(most);
  const [ids, live, accounts] = [scratch(), scratch(), scratch()];
  const scratches = planned.map(scratch);
  return (after, last) => {
    const [count, alive, silentValues, owners, ...texts] = readBlock(after, last);
    const rows = Number(count);
    const cut = (numbers: Float64Array) => numbers.subarray(0, rows);
    const block: RowBlock = { ids: cut(ids), live: cut(live), accounts: cut(accounts), columns: [] };
    if (rows === last - after && Number(alive) === rows) {
      for (let index = 0; index < rows; index++) ids[index] = after + 1 + index;
      block.live.fill(1);
    } else if (rows > 0) {
      const [idTexts, liveTexts] = readIds(after, last);
      parseWholes(idTexts as Uint8Array, block.ids);
      parseWholes(liveTexts as Uint8Array, block.live);
    }
    if (rows > 0 && hasAccounts) parseWholes(owners as Uint8Array, block.accounts);
    block.columns = scratches.map((numbers, place) => {
      const { isWhole } = planned[place] ?? {};
      const isRead = rows > 0 && columns[place] !== none;
      return isRead ? parseColumn(texts[place], isWhole === true, cut(numbers)) : null;
    });
    return { block, silentValues: Number(silentValues) };
  };
}

/** So few that whoever waits for the reading to let him in hardly notices. */
const BLOCK_ROWS = 2_500;

/**
 * All rows by ascending id, some thousands at a time, so that memory stays flat and others get their turn. Which
 * accounts they belong to is told where `hasAccounts`.
 */
export function* rowBlocks(
  connection: Connection,
  plan: TablePlan,
  planned: readonly PlannedColumn[],
  hasAccounts: boolean,
): Generator<RowBlock> {
  const readerWith = (silent: ReadonlySet<PlannedColumn>) =>
    blockReader(connection, plan, { planned, silent, hasAccounts, most: BLOCK_ROWS });
  const readAll = readerWith(new Set());
  const next = connection
    .prepare<[number], number>(sql`SELECT id FROM ${plan.table} WHERE id > ? ORDER BY id LIMIT 1`.sql)
    .pluck();
  // Columns without a value so far.
  let silent: ReadonlySet<PlannedColumn> = new Set(planned);
  let read = readAll;
  for (let first = next.get(-1); first !== undefined; ) {
    const last = first + BLOCK_ROWS - 1;
    const found = read(first - 1, last);
    const { block } = found.silentValues > 0 ? readAll(first - 1, last) : found;
    if (read === readAll || found.silentValues > 0) {
      silent = new Set(planned.filter((column, place) => silent.has(column) && !block.columns[place]));
      read = readerWith(silent);
    }
    if (block.ids.length > 0) yield block;
    first = block.ids.at(-1) === last ? last + 1 : next.get(last);
  }
}

export function readRow(connection: Connection, plan: TablePlan, id: number): RowBlock {
  const asked = { planned: plan.columns, silent: new Set<PlannedColumn>(), hasAccounts: true, most: 1 };
  return blockReader(connection, plan, asked)(id - 1, id).block;
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
