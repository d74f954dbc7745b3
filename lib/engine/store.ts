import type { RelatedEntity } from '#lib/rules/ast.ts';
import type { AccountRows } from './child-rows.ts';
import { type Bits, clearBit, emptyBits, setBit } from './bitset.ts';
import { type Column, int32s, padded, type TextColumn } from './columns.ts';
import type { Postings } from './postings.ts';
import type { SortedRows } from './sorted-rows.ts';

export type TableName = 'account' | RelatedEntity;

/** The rows of one kind of record. An ordinal is a row's place; it stays while the table lives. */
export type Table = {
  /** Places that arrays have, a multiple of 32; those past `used` are empty and pass no test. */
  capacity: number;
  used: number;
  /** Row ids by ordinal, ascending; archived rows keep their place. */
  ids: Int32Array;
  /** Ordinals by row id, -1 where there is no row. */
  ordinals: Int32Array;
  /** Rows that are there: not archived, not deleted. */
  live: Bits;
  /** Whether some used row is not live. */
  hasDead: boolean;
  /** Ordinal of the account that a row belongs to, -1 = none. Of accounts: their own. */
  accounts: Int32Array;
  /** By key in the catalog (`entity.key`), links as `entity.#contact`. */
  columns: Map<string, Column>;
  /** Rows by code for the columns that are asked most; rows that changed since are in `loose`. */
  postings: Map<string, Postings>;
  loose: Set<number>;
  /** Rows by account, made when a single account is asked for. */
  byAccount: AccountRows | null;
  /** Rows by each number of their own that ranges are asked of, without those where it is missing. */
  sorted: Map<string, SortedRows>;
};

/** The dictionary of one field: term ids and their folded texts, side by side. */
export type Dictionary = { ids: number[]; folded: string[] };

/** Everything that rules ask about the present, in columns. */
export type Store = {
  tables: Record<TableName, Table>;
  dictionaries: Map<string, Dictionary>;
  lastTermId: number;
  /** Epoch ms; intervals that had ended by then are left out. */
  loadedAt: number;
};

/** Every column of texts, those of side tables included. */
export function textColumns({ tables }: Store): TextColumn[] {
  return Object.values(tables).flatMap(({ columns }) =>
    [...columns.values()].flatMap((column) => {
      const value = column.kind === 'side' ? column.value : column;
      return value.kind === 'text' ? [value] : [];
    }),
  );
}

/** Differs whenever a text or term has come that no row had before: tests know the codes of those there were. */
export function textsVersion(store: Store): string {
  const texts = textColumns(store).reduce((sum, column) => sum + column.texts.length, 0);
  return `${store.lastTermId} ${texts}`;
}

/** Room for a table of `rows` whose highest row id is `lastId`, and for some that come later. */
export function emptyTable(rows: number, lastId: number): Table {
  const slack = Math.max(1024, rows >>> 5);
  const capacity = padded(rows + slack);
  return {
    capacity,
    used: 0,
    ids: int32s(capacity),
    ordinals: int32s(lastId + 1 + slack, -1),
    live: emptyBits(capacity),
    hasDead: false,
    accounts: int32s(capacity, -1),
    columns: new Map(),
    postings: new Map(),
    loose: new Set(),
    byAccount: null,
    sorted: new Map(),
  };
}

export function ordinalOf(table: Table, id: number): number {
  return table.ordinals[id] ?? -1;
}

/** A place for a row id, or -1 when the table has none left or ids would no longer ascend. */
export function appendRow(table: Table, id: number): number {
  const ordinal = table.used;
  const last = ordinal === 0 ? 0 : (table.ids[ordinal - 1] ?? 0);
  if (ordinal >= table.capacity || id >= table.ordinals.length || id <= last) return -1;
  table.ids[ordinal] = id;
  table.ordinals[id] = ordinal;
  table.used += 1;
  return ordinal;
}

export function setLive(table: Table, ordinal: number, isLive: boolean): void {
  if (isLive) setBit(table.live, ordinal);
  else {
    clearBit(table.live, ordinal);
    table.hasDead = true;
  }
}

/** Bytes of the arrays of a store; texts count two a character. */
export function storeBytes({ tables }: Store): number {
  let bytes = 0;
  const add = (column: Column): void => {
    if (column.kind === 'side') {
      bytes += column.owners.byteLength + (column.span ? 2 * column.span.from.byteLength : 0);
      add(column.value);
    } else if (column.kind === 'text') {
      bytes += column.codes.byteLength;
      for (const text of column.texts) bytes += 2 * text.length;
    } else if (!column.isShared) bytes += (column.kind === 'code' ? column.codes : column.values).byteLength;
  };
  for (const table of Object.values(tables)) {
    bytes += table.ids.byteLength + table.ordinals.byteLength + table.accounts.byteLength;
    for (const { starts, rows, ladder, owners } of table.postings.values()) {
      bytes += starts.byteLength + rows.byteLength + 2 * (ladder?.earliestFrom.byteLength ?? 0);
      bytes += owners?.byteLength ?? 0;
    }
    if (table.byAccount) bytes += table.byAccount.starts.byteLength + table.byAccount.rows.byteLength;
    for (const { rows, ladder, known } of table.sorted.values()) {
      bytes += rows.byteLength + ladder.byteLength + known.words.byteLength;
    }
    table.columns.forEach(add);
  }
  return bytes;
}
