import 'server-only';
import type { Connection } from '#db/client.ts';
import type { ImportEntity, ImportField } from '#lib/imports/import-fields.ts';
import { importColumn, recordTables } from './import-columns.ts';

const tables: Partial<Record<ImportEntity, string>> = {
  ...recordTables,
  signal: 'signals',
  activity: 'activities',
  technology: 'technologies',
};

/** Values of a category that records have now; a dictionary keeps words that nobody uses any more, too. */
export function valuesInUse(connection: Connection, entity: ImportEntity, field: ImportField): string[] {
  const place = importColumn(entity, field);
  const table = tables[entity];
  const labels = (sql: string, ...values: number[]) =>
    connection
      .prepare<number[], { label: string }>(sql)
      .all(...values)
      .map((row) => row.label);
  if (field.customFieldId !== undefined) {
    const ids = 'SELECT DISTINCT term_id FROM custom_values WHERE field_id = ?';
    return labels(`SELECT label FROM terms WHERE id IN (${ids}) LIMIT 5000`, field.customFieldId);
  }
  if (place.kind !== 'term' || !table) return [];
  return labels(
    `SELECT label FROM terms WHERE id IN (SELECT DISTINCT ${place.column} FROM ${table}) LIMIT 5000`,
  );
}

export function productNames(connection: Connection): string[] {
  return connection
    .prepare<[], { name: string }>('SELECT name FROM products ORDER BY id')
    .all()
    .map((row) => row.name);
}

/** Stage names that a pipeline holds (null: any pipeline), with what they mean. */
export function storedStages(
  connection: Connection,
  pipeline: string | null,
): Map<string, 'open' | 'won' | 'lost'> {
  const rows = connection
    .prepare<[string | null, string | null], { folded: string; outcome: 'open' | 'won' | 'lost' }>(
      'SELECT name_folded AS folded, outcome FROM stages WHERE ? IS NULL OR pipeline = ? ORDER BY position DESC',
    )
    .all(pipeline, pipeline);
  return new Map(rows.map((row) => [row.folded, row.outcome]));
}
