import type { TableName } from '#lib/engine/store.ts';

/** A row of the columns that was brought up to date, and the accounts it belonged to before and belongs to now. */
export type PatchedRow = { entity: TableName; ordinal: number; accounts: readonly number[] };
