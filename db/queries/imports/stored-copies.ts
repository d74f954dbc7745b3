import 'server-only';
import { createIdSet } from './id-set.ts';
import type { ImportRun, SqlValue } from './import-run.ts';

type Cells = readonly (SqlValue | undefined)[];

export type StoredCopies = {
  /** The first stored copy of a row that no earlier row of the file stands for, its id first; it is taken from now on. */
  take: (cells: Cells) => SqlValue[] | undefined;
  /** The run itself stored a row. */
  added: (id: number) => void;
  /** Looks for rows that others stored while the lock was free. Call at the start of every batch. */
  startBatch: () => void;
};

/**
 * Rows that other imports or people stored and that a row of this file may be a copy of. Most accounts of a file have
 * none, which is asked once an account: `columns` begin with account id and text, `identity` names those that copies share.
 */
export function createStoredCopies(
  run: Pick<ImportRun, 'connection' | 'importId'>,
  table: 'signals' | 'activities',
  columns: readonly string[],
  identity: readonly string[],
): StoredCopies {
  const { connection, importId } = run;
  const identityAt = identity.map((column) => columns.indexOf(column));
  const textAt = columns.indexOf('account_text');
  // Sorting so few rows here costs a third of an ORDER BY.
  const sameRows = (byText: boolean) =>
    connection
      .prepare<SqlValue[], SqlValue[]>(
        `SELECT id, ${columns.join(', ')} FROM ${table} WHERE ${identity.map((column) => `${column} IS ?`).join(' AND ')}
         ${byText ? 'AND account_text IS ?' : ''} AND import_id IS NOT ?`,
      )
      .raw(true);
  const [stored, storedUnlinked] = [sameRows(false), sameRows(true)];
  const others = connection
    .prepare<[number, number], number>(
      `SELECT 1 FROM ${table} WHERE account_id = ? AND import_id IS NOT ? LIMIT 1`,
    )
    .pluck();
  const newOthers = connection
    .prepare<[number, number], number | null>(
      `SELECT account_id FROM ${table} WHERE id > ? AND import_id IS NOT ?`,
    )
    .pluck();
  const [asked, held, taken] = [createIdSet(), createIdSet(), createIdSet()];
  let lastId = connection.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck().get() ?? 0;

  function mayHaveCopies(accountId: number): boolean {
    if (!asked.has(accountId)) {
      asked.add(accountId);
      if (others.get(accountId, importId) !== undefined) held.add(accountId);
    }
    return held.has(accountId);
  }

  return {
    take(cells) {
      const accountId = cells[0] ?? null;
      if (typeof accountId === 'number' && !mayHaveCopies(accountId)) return undefined;
      const text = accountId === null ? (cells[textAt] ?? null) : null;
      const values = identityAt.map((position) => cells[position] ?? null);
      const copies =
        text === null ? stored.all(...values, importId) : storedUnlinked.all(...values, text, importId);
      let first: SqlValue[] | undefined;
      for (const copy of copies)
        if (!taken.has(Number(copy[0])) && (!first || Number(copy[0]) < Number(first[0]))) first = copy;
      if (first) taken.add(Number(first[0]));
      return first;
    },
    added: (id) => {
      lastId = id;
    },
    startBatch() {
      for (const accountId of newOthers.all(lastId, importId)) if (accountId !== null) held.add(accountId);
    },
  };
}
