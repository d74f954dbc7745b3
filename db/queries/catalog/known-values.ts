import 'server-only';
import type { Connection } from '../../client.ts';
import { whileUnchanged } from '../../kept.ts';

/** Folded values that stand in the data for a field (`account.state`), for values that no list normalises. */
export function foldedTerms(connection: Connection, field: string): ReadonlySet<string> {
  const read = () =>
    new Set(
      connection.prepare<[string], string>('SELECT folded FROM terms WHERE field = ?').pluck().all(field),
    );
  return whileUnchanged(connection, `folded ${field}`, read);
}

/** Labels of the values that stand in the data for a field (`account.industry`), in their folded order. */
export function termLabelsOf(connection: Connection, field: string): string[] {
  return connection
    .prepare<[string], string>('SELECT label FROM terms WHERE field = ? ORDER BY folded')
    .pluck()
    .all(field);
}

/** The first values of every field that has a value list, by `entity.key`: what pickers and typed entry know at once. */
export function firstTerms(connection: Connection, perField: number): Record<string, string[]> {
  const rows = connection
    .prepare<[number], { field: string; label: string }>(
      `SELECT field, label FROM (
         SELECT field, label, id, row_number() OVER (PARTITION BY field ORDER BY id) AS place FROM terms
       ) WHERE place <= ? ORDER BY field, place`,
    )
    .all(perField);
  const values: Record<string, string[]> = {};
  for (const { field, label } of rows) (values[field] ??= []).push(label);
  return values;
}
