import type { Claims } from '#db/index-loader/load-core.ts';
import type { TablePlan } from '#db/index-loader/table-plan.ts';
import type { Table, TableName } from '#lib/engine/store.ts';

/** What a thread that reads columns beside another one is started with. */
export type ReaderThread = {
  /** Absolute: inside a bundle nothing can be found by the file's own place. */
  databasePath: string;
};

/** What to read; `now` is epoch ms, see `loadCore`. */
export type Reading = { plans: readonly TablePlan[]; now: number; claims: Claims };

/** `stand`: begin a read transaction in the present, leaving the one before. A reading: read in it, and end. */
export type ToReader = 'stand' | Reading;
export type FromReader = 'standing' | { tables: Map<TableName, Table> };
