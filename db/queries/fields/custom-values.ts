import 'server-only';
import type { CustomCell, CustomCells, CustomColumn } from '#lib/shared/custom-cells.ts';
import { formatIsoDay, formatIsoInstant } from '#lib/shared/days.ts';
import type { Connection } from '../../client.ts';

type Entity = 'account' | 'contact';
type Row = {
  recordId: number;
  key: string;
  type: CustomColumn['type'];
  number: number | null;
  day: number | null;
  text: string | null;
  label: string | null;
};

/** An entity's custom fields in use, as columns of tables and files. */
export function customColumns(connection: Connection, entity: Entity): CustomColumn[] {
  return connection
    .prepare<[string], CustomColumn>(
      `SELECT 'custom.' || key AS key, label, type, unit FROM custom_fields
       WHERE entity = ? AND archived_at IS NULL ORDER BY label COLLATE NOCASE, id`,
    )
    .all(entity);
}

function cellOf({ type, number, day, text, label }: Row): CustomCell | null {
  if (day !== null) return formatIsoDay(day);
  if (number === null) return text ?? label;
  if (type === 'boolean') return number === 1;
  return type === 'instant' ? formatIsoInstant(number) : number;
}

/** Values of the custom fields in use by row id of the record; records without any are not in it. */
export function customCellsOf(
  connection: Connection,
  entity: Entity,
  ids: readonly number[],
): Map<number, CustomCells> {
  const rows = connection
    .prepare<[string, string], Row>(
      `SELECT v.record_id AS recordId, 'custom.' || f.key AS key, f.type, v.number, v.day, v.text, t.label
       FROM custom_fields f
       JOIN json_each(?) w
       JOIN custom_values v ON v.field_id = f.id AND v.record_id = w.value
       LEFT JOIN terms t ON t.id = v.term_id
       WHERE f.entity = ? AND f.archived_at IS NULL ORDER BY v.id`,
    )
    .all(JSON.stringify(ids), entity);
  const cells = new Map<number, CustomCells>();
  for (const row of rows) {
    const value = cellOf(row);
    if (value === null) continue;
    const held = cells.get(row.recordId) ?? [];
    cells.set(row.recordId, held);
    if (row.type !== 'tags') {
      held.push({ key: row.key, value });
      continue;
    }
    const list = held.find((cell) => cell.key === row.key);
    if (list && Array.isArray(list.value)) list.value.push(String(value));
    else held.push({ key: row.key, value: [String(value)] });
  }
  return cells;
}
