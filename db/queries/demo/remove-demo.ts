import 'server-only';
import type { Connection } from '../../client.ts';

/** What is removed by its import, children before what they belong to, so that no delete cascades far. */
const byImport = [
  'activities',
  'signals',
  'technologies',
  'stage_changes',
  'opportunities',
  'contacts',
  'accounts',
] as const;

/** Rows of tables that name a record without a foreign key. */
const named: Partial<Record<(typeof byImport)[number], string[]>> = {
  contacts: [
    "DELETE FROM value_sources WHERE entity = 'contact' AND record_id IN ids",
    "DELETE FROM external_ids WHERE entity = 'contact' AND record_id IN ids",
    "DELETE FROM segment_members WHERE record_id IN ids AND segment_id IN (SELECT id FROM segments WHERE entity = 'contact')",
    "DELETE FROM segment_pins WHERE record_id IN ids AND segment_id IN (SELECT id FROM segments WHERE entity = 'contact')",
    "DELETE FROM custom_values WHERE record_id IN ids AND field_id IN (SELECT id FROM custom_fields WHERE entity = 'contact')",
  ],
  opportunities: [
    "DELETE FROM custom_values WHERE record_id IN ids AND field_id IN (SELECT id FROM custom_fields WHERE entity = 'opportunity')",
  ],
  accounts: [
    "DELETE FROM value_sources WHERE entity = 'account' AND record_id IN ids",
    "DELETE FROM external_ids WHERE entity = 'account' AND record_id IN ids",
    "DELETE FROM segment_members WHERE record_id IN ids AND segment_id IN (SELECT id FROM segments WHERE entity = 'account')",
    "DELETE FROM segment_pins WHERE record_id IN ids AND segment_id IN (SELECT id FROM segments WHERE entity = 'account')",
    "DELETE FROM custom_values WHERE record_id IN ids AND field_id IN (SELECT id FROM custom_fields WHERE entity = 'account')",
    'DELETE FROM assignments WHERE account_id IN ids',
    'DELETE FROM placements WHERE account_id IN ids',
    'DELETE FROM account_tiers WHERE account_id IN ids',
    'DELETE FROM account_classes WHERE account_id IN ids',
    'UPDATE accounts SET parent_id = NULL WHERE parent_id IN ids',
    'UPDATE accounts SET family_id = id WHERE family_id IN ids',
  ],
};

/** How many records are still to be removed. */
export function countDemoRows(connection: Connection, importId: number): number {
  const counts = byImport.map((table) => `(SELECT count(*) FROM ${table} WHERE import_id = @importId)`);
  const row = connection
    .prepare<[{ importId: number }], { n: number }>(`SELECT ${counts.join(' + ')} AS n`)
    .get({ importId });
  return row?.n ?? 0;
}

/**
 * Keeps what real data has touched: records that a later import also wrote become that import's, and records of
 * other imports let go of invented accounts and deals.
 */
export function detachRealRows(connection: Connection, importId: number): void {
  for (const [table, entity] of [
    ['accounts', 'account'],
    ['contacts', 'contact'],
  ] as const) {
    connection
      .prepare(
        `UPDATE ${table} SET import_id = other.import_id
         FROM (SELECT record_id, max(import_id) AS import_id FROM value_sources
               WHERE entity = ? AND import_id <> ? GROUP BY record_id) AS other
         WHERE ${table}.id = other.record_id AND ${table}.import_id = ?`,
      )
      .run(entity, importId, importId);
  }
  for (const table of ['contacts', 'signals', 'activities', 'opportunities']) {
    connection
      .prepare(
        `UPDATE ${table} SET account_id = NULL WHERE import_id IS NOT ?
         AND account_id IN (SELECT id FROM accounts WHERE import_id = ?)`,
      )
      .run(importId, importId);
  }
}

/** Removes up to `limit` records of one table with everything that hangs on them; 0 when none is left. */
export function removeDemoBatch(connection: Connection, importId: number, limit: number): number {
  for (const table of byImport) {
    const ids = connection
      .prepare<[number, number], number>(`SELECT id FROM ${table} WHERE import_id = ? LIMIT ?`)
      .pluck()
      .all(importId, limit);
    if (ids.length === 0) continue;
    const list = JSON.stringify(ids);
    const withIds = (sql: string) =>
      connection.prepare(sql.replaceAll('IN ids', 'IN (SELECT value FROM json_each(@list))')).run({ list });
    for (const sql of named[table] ?? []) withIds(sql);
    withIds(`DELETE FROM ${table} WHERE id IN ids`);
    return ids.length;
  }
  return 0;
}
