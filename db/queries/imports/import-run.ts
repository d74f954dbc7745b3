import 'server-only';
import type { Connection } from '#db/client.ts';
import { type DerivedByImport, derivedByImport } from '#db/queries/records/derived-by-import.ts';
import { derivedFields } from '#lib/imports/derived-fields.ts';
import type { ImportOptions } from '#lib/imports/options.ts';
import type { RowPlan } from '#lib/imports/row-plan.ts';
import type { WorkspaceSettings } from '#lib/shared/workspace-settings.ts';
import { watchWrites } from './watch-writes.ts';
import { createTermCounter, type TermCounter } from './term-counter.ts';

export type SqlValue = string | number | null;

/** What a run noticed beside its row counts, by kind and value. */
export type Tally = {
  /** Rows whose account cell was blank, and those whose account nobody knows. */
  rowsWithoutAccount: number;
  unknownAccounts: Map<string, number>;
  unknownProducts: Map<string, number>;
  unknownReps: Map<string, number>;
  alsoCreated: Map<string, number>;
};

/** One pass over a file's rows on one connection, whether it is kept or thrown away after the dry run. */
export type ImportRun = {
  connection: Connection;
  importId: number;
  now: number;
  options: ImportOptions;
  plan: RowPlan;
  settings: WorkspaceSettings;
  /** A dry run on a copy: nobody will undo it or ask where a value came from. */
  isTrial: boolean;
  /** Only outcomes are asked for: a handler that can tell them without may leave its rows out. */
  isCountOnly: boolean;
  terms: TermCounter;
  tally: Tally;
  /** Keeps what a record was before and after this import. */
  remember: (entity: string, recordId: number, before: object, after: object) => void;
  /** Notes that a value follows from others and was not in the file; of a new record only where its import does not tell. */
  derived: (entity: 'account' | 'contact', recordId: number, field: string, isNew: boolean) => void;
  /** Which fields of another import's records follow from others without a note that says so. */
  derivedBy: DerivedByImport;
  /** First free row id of a table; counted up in memory while the write lock is held. */
  nextId: (table: string) => number;
  /** Whether nobody wrote between the last batch (or `mark`) and this one, so that what was looked up still holds. */
  isStill: () => boolean;
  /** From now on looks what others write. */
  mark: () => void;
  /** Forgets what may have changed while the lock was free. Call first in every batch, `endBatch` last. */
  startBatch: () => void;
  endBatch: () => void;
};

export function count(map: Map<string, number>, key: string, by = 1): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

/** Sets up a run. Nothing is read or written yet. */
export function createImportRun(
  connection: Connection,
  given: Pick<ImportRun, 'importId' | 'now' | 'options' | 'plan' | 'settings' | 'isTrial' | 'isCountOnly'>,
): ImportRun {
  const insertChange = connection.prepare(
    'INSERT INTO import_changes (import_id, entity, record_id, before, after) VALUES (?, ?, ?, ?, ?)',
  );
  const setDerived = connection.prepare(
    `INSERT INTO value_sources (entity, record_id, field, source, import_id, user_id, at, is_pinned)
     VALUES (?, ?, ?, 'derived', ?, NULL, ?, 0)
     ON CONFLICT (entity, record_id, field) DO UPDATE SET source = 'derived', import_id = excluded.import_id,
       user_id = NULL, at = excluded.at WHERE is_pinned = 0`,
  );
  const inferred = derivedFields(given.options);
  const inferredOf = derivedByImport(connection);
  const nextIds = new Map<string, number>();
  const writes = watchWrites(connection);
  let isStill = false;
  return {
    ...given,
    connection,
    terms: createTermCounter(connection),
    tally: {
      rowsWithoutAccount: 0,
      unknownAccounts: new Map(),
      unknownProducts: new Map(),
      unknownReps: new Map(),
      alsoCreated: new Map(),
    },
    remember(entity, recordId, before, after) {
      if (given.isTrial) return;
      insertChange.run(given.importId, entity, recordId, JSON.stringify(before), JSON.stringify(after));
    },
    derived(entity, recordId, field, isNew) {
      if (given.isTrial || (isNew && inferred.has(field))) return;
      setDerived.run(entity, recordId, field, given.importId, given.now);
    },
    derivedBy: (importId) => (importId === given.importId ? inferred : inferredOf(importId)),
    nextId(table) {
      const known =
        nextIds.get(table) ??
        connection
          .prepare<[], { next: number }>(`SELECT coalesce(max(id), 0) + 1 AS next FROM ${table}`)
          .get()?.next ??
        1;
      nextIds.set(table, known + 1);
      return known;
    },
    isStill: () => isStill,
    mark: writes.mark,
    startBatch() {
      isStill = writes.isStill();
      if (!isStill) nextIds.clear();
    },
    endBatch: writes.mark,
  };
}
