import 'server-only';
import type { customEntities, customTypes } from '#lib/shared/field-shapes.ts';
import type { Connection } from '../../client.ts';

export type CustomFieldRow = {
  id: number;
  entity: (typeof customEntities)[number];
  key: string;
  label: string;
  type: (typeof customTypes)[number];
  unit: string | null;
  createdAt: number;
  archivedAt: number | null;
  records: number;
};

const select = `
  SELECT id, entity, key, label, type, unit, created_at AS createdAt, archived_at AS archivedAt,
    (SELECT count(DISTINCT record_id) FROM custom_values WHERE field_id = custom_fields.id) AS records
  FROM custom_fields`;

/** Custom fields in use, by entity and label. */
export function listCustomFieldRows(connection: Connection): CustomFieldRow[] {
  return connection
    .prepare<[], CustomFieldRow>(
      `${select} WHERE archived_at IS NULL ORDER BY entity, label COLLATE NOCASE, id`,
    )
    .all();
}

/** A custom field, in use or not. */
export function findCustomFieldRow(connection: Connection, id: number): CustomFieldRow | null {
  return connection.prepare<[number], CustomFieldRow>(`${select} WHERE id = ?`).get(id) ?? null;
}

/** Keys that an entity has or had: an archived field keeps its key, so that old rules never mean a new field. */
export function takenFieldKeys(connection: Connection, entity: string): Set<string> {
  return new Set(
    connection
      .prepare<[string], string>('SELECT key FROM custom_fields WHERE entity = ?')
      .pluck()
      .all(entity),
  );
}

export function insertCustomField(
  connection: Connection,
  field: Omit<CustomFieldRow, 'id' | 'records' | 'archivedAt'>,
): number {
  const { lastInsertRowid } = connection
    .prepare(
      'INSERT INTO custom_fields (entity, key, label, type, unit, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(field.entity, field.key, field.label, field.type, field.unit, field.createdAt);
  return Number(lastInsertRowid);
}

export function updateCustomField(
  connection: Connection,
  id: number,
  field: { label: string; unit: string | null },
): void {
  connection
    .prepare('UPDATE custom_fields SET label = ?, unit = ? WHERE id = ?')
    .run(field.label, field.unit, id);
}

/** Takes a field out of use at `archivedAt` (epoch ms), or with null back into use. */
export function setFieldArchived(connection: Connection, id: number, archivedAt: number | null): void {
  connection.prepare('UPDATE custom_fields SET archived_at = ? WHERE id = ?').run(archivedAt, id);
}
