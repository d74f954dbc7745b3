import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Connection } from '#db/client.ts';
import { dropHalfFile, readColumnFile, writeColumnFile } from '#db/index-loader/column-file.ts';
import { tablePlans } from '#db/index-loader/table-plan.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { changeMark, tablesVersion } from '#db/queries/preview/data-version.ts';
import { clearBit } from '#lib/engine/bitset.ts';
import { type Column, writeValue } from '#lib/engine/columns.ts';
import { type Store, type Table, textColumns } from '#lib/engine/store.ts';
import { type ColumnIndex, freshIndex } from './index-keeper.ts';
import { bringTo, knowsEveryRow } from './keep-in-step.ts';
import type { Snapshot } from './snapshots.ts';

/** To be raised whenever columns are made otherwise from the same data. */
const FORMAT = 1;
/** Past this many changes reading everything is as fast. */
const MOST_CHANGES = 5_000;
const TEXTS_PER_STEP = 10_000;

type Header = {
  format: number;
  /** What is read into columns, in short. */
  plans: string;
  /** Tables may have been changed by a newer version of the program, which writes no change log. */
  tables: string;
  change: number;
  mark: string;
  lastIds: Record<string, number | null>;
};

function digestOf(plans: ColumnIndex['plans']): string {
  return createHash('sha256').update(JSON.stringify(plans)).digest('hex');
}

/** The column without what is made anew from the rest of it. */
function lasting(column: Column): object {
  if (column.kind === 'side') return { ...column, byOwner: null, value: lasting(column.value) };
  return column.kind === 'text' ? { ...column, codeOf: null } : column;
}

/**
 * Writes columns beside the database in small steps, as they are now; null when nothing says which state of the data that
 * is. Rows that are patched while they are being written may lie in the file half changed: the change log names them, so
 * that they are patched again whenever the file is read.
 */
export function saveIndex(path: string, index: ColumnIndex): Generator<void | Promise<void>> | null {
  const { snapshot, store, change, plans, lastIds } = index;
  const mark = snapshot?.change === change ? changeMark(snapshot.connection, change) : null;
  if (!snapshot || mark === null) return null;
  const header: Header = {
    format: FORMAT,
    plans: digestOf(plans),
    tables: tablesVersion(snapshot.connection),
    change,
    mark,
    lastIds: { ...lastIds },
  };
  const tables = Object.entries(store.tables).map(([name, table]) => [
    name,
    { ...table, columns: new Map(Array.from(table.columns, ([key, column]) => [key, lasting(column)])) },
  ]);
  return writeColumnFile(path, { header, store: { ...store, tables: Object.fromEntries(tables) } });
}

/** Empties the places that were taken while the file was written. */
function clearUnused(table: Table): void {
  for (let row = table.used; row < table.capacity && table.ids[row] !== 0; row++) {
    table.ordinals[table.ids[row] ?? 0] = -1;
    table.ids[row] = 0;
    table.accounts[row] = -1;
    clearBit(table.live, row);
    for (const column of table.columns.values()) if (column.kind !== 'side') writeValue(column, row, null);
  }
  for (const column of table.columns.values())
    if (column.kind === 'side') column.owners.fill(-1, column.used);
}

/** The file's columns brought to a state of the data; null when they are of another history of it, or too old. */
export function* openSavedIndex(path: string, snapshot: Snapshot): Generator<void, ColumnIndex | null> {
  dropHalfFile(path);
  if (!existsSync(path)) return null;
  const { connection } = snapshot;
  const plans = tablePlans(loadCatalog(connection));
  let header: Header | null = null;
  const found = (yield* readColumnFile(path, (value) => {
    header = value as Header | null;
    return header !== null && isOfHistory(connection, header, plans);
  })) as { header: Header; store: Store } | null;
  if (!found) return null;
  const { store } = found;
  for (const table of Object.values(store.tables)) clearUnused(table);
  for (const column of textColumns(store)) {
    column.codeOf = new Map();
    // Place 0 is no text.
    for (let code = 1; code < column.texts.length; code++) {
      column.codeOf.set(column.texts[code] ?? '', code);
      if (code % TEXTS_PER_STEP === 0) yield;
    }
  }
  const { change, lastIds } = found.header;
  const index = freshIndex({ store, plans, change, lastIds });
  return bringTo(connection, index, snapshot.change, MOST_CHANGES) && knowsEveryRow(connection, index)
    ? index
    : null;
}

function isOfHistory(connection: Connection, header: Header, plans: ColumnIndex['plans']): boolean {
  const { format, change, mark } = header;
  const isAsNow = header.plans === digestOf(plans) && header.tables === tablesVersion(connection);
  return format === FORMAT && isAsNow && changeMark(connection, change) === mark;
}
