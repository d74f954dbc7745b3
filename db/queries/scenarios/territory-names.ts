import 'server-only';
import type { Connection } from '../../client.ts';

/** Names of all territories of all plans and scenarios, archived ones too, by row id. */
export function territoryNames(connection: Connection): Map<number, string> {
  return new Map(connection.prepare<[], [number, string]>('SELECT id, name FROM territories').raw().all());
}
