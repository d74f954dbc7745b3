import 'server-only';
import type { Connection } from '../../client.ts';

/** Folded values that stand in the data for a field (`account.state`), for values that no list normalises. */
export function foldedTerms(connection: Connection, field: string): Set<string> {
  return new Set(
    connection.prepare<[string], string>('SELECT folded FROM terms WHERE field = ?').pluck().all(field),
  );
}

/** Labels of the values that stand in the data for a field (`account.industry`), in their folded order. */
export function termLabelsOf(connection: Connection, field: string): string[] {
  return connection
    .prepare<[string], string>('SELECT label FROM terms WHERE field = ? ORDER BY folded')
    .pluck()
    .all(field);
}
