import 'server-only';
import type { Connection } from '../../client.ts';

/** Drops answers kept for repeated requests, sign-in tries, and finished jobs from before the given instants. */
export function purgeRecords(connection: Connection, before: { dayAt: number; monthAt: number }): number {
  const drop = (sql: string, at: number) => connection.prepare(sql).run(at).changes;
  return (
    drop('DELETE FROM idempotency_keys WHERE created_at < ?', before.dayAt) +
    drop('DELETE FROM sign_in_attempts WHERE at < ?', before.dayAt) +
    drop(
      "DELETE FROM jobs WHERE status IN ('completed', 'cancelled', 'failed') AND finished_at < ?",
      before.monthAt,
    )
  );
}

/** What the Trash holds of each kind, with the rows that name it without a foreign key. */
const trash: { table: string; besides: string[] }[] = [
  { table: 'notes', besides: [] },
  { table: 'activities', besides: [] },
  {
    table: 'opportunities',
    besides: [
      "DELETE FROM custom_values WHERE record_id IN ids AND field_id IN (SELECT id FROM custom_fields WHERE entity = 'opportunity')",
    ],
  },
  {
    table: 'contacts',
    besides: [
      "DELETE FROM value_sources WHERE entity = 'contact' AND record_id IN ids",
      "DELETE FROM external_ids WHERE entity = 'contact' AND record_id IN ids",
      "DELETE FROM custom_values WHERE record_id IN ids AND field_id IN (SELECT id FROM custom_fields WHERE entity = 'contact')",
      "DELETE FROM segment_members WHERE record_id IN ids AND segment_id IN (SELECT id FROM segments WHERE entity = 'contact')",
      "DELETE FROM segment_pins WHERE record_id IN ids AND segment_id IN (SELECT id FROM segments WHERE entity = 'contact')",
    ],
  },
  {
    table: 'accounts',
    besides: [
      "DELETE FROM value_sources WHERE entity = 'account' AND record_id IN ids",
      "DELETE FROM external_ids WHERE entity = 'account' AND record_id IN ids",
      "DELETE FROM custom_values WHERE record_id IN ids AND field_id IN (SELECT id FROM custom_fields WHERE entity = 'account')",
      "DELETE FROM segment_members WHERE record_id IN ids AND segment_id IN (SELECT id FROM segments WHERE entity = 'account')",
      "DELETE FROM segment_pins WHERE record_id IN ids AND segment_id IN (SELECT id FROM segments WHERE entity = 'account')",
      'DELETE FROM assignments WHERE account_id IN ids',
      'DELETE FROM placements WHERE account_id IN ids',
      'DELETE FROM account_tiers WHERE account_id IN ids',
      'DELETE FROM account_classes WHERE account_id IN ids',
      'UPDATE accounts SET parent_id = NULL WHERE parent_id IN ids',
      'UPDATE accounts SET family_id = id WHERE family_id IN ids',
    ],
  },
  { table: 'segments', besides: [] },
];

/** Empties up to `limit` records of one kind from the Trash that lie there since before `at`; 0 when nothing is left. */
export function purgeTrashBatch(connection: Connection, at: number, limit: number): number {
  for (const { table, besides } of trash) {
    const ids = connection
      .prepare<[number, number], number>(`SELECT id FROM ${table} WHERE archived_at < ? LIMIT ?`)
      .pluck()
      .all(at, limit);
    if (ids.length === 0) continue;
    const list = JSON.stringify(ids);
    for (const sql of [...besides, `DELETE FROM ${table} WHERE id IN ids`]) {
      connection.prepare(sql.replaceAll('IN ids', 'IN (SELECT value FROM json_each(@list))')).run({ list });
    }
    return ids.length;
  }
  return 0;
}
