import 'server-only';
import type { Connection } from '#db/client.ts';
import type { NewField } from '#lib/imports/custom-columns.ts';

/** Keys of the custom fields that an entity has, archived ones included: a key is never used twice. */
export function customFieldKeys(connection: Connection, entity: string): Set<string> {
  const rows = connection
    .prepare<[string], { key: string }>('SELECT key FROM custom_fields WHERE entity = ?')
    .all(entity);
  return new Set(rows.map((row) => row.key));
}

/** Makes a custom field, or finds it by its key. Returns its row id. */
export function ensureCustomField(
  connection: Connection,
  entity: string,
  field: NewField,
  now: number,
): number {
  const found = connection
    .prepare<[string, string], { id: number }>('SELECT id FROM custom_fields WHERE entity = ? AND key = ?')
    .get(entity, field.key);
  if (found) return found.id;
  const made = connection
    .prepare('INSERT INTO custom_fields (entity, key, label, type, created_at) VALUES (?, ?, ?, ?, ?)')
    .run(entity, field.key, field.label, field.type, now);
  return Number(made.lastInsertRowid);
}
