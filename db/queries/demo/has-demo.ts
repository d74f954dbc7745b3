import 'server-only';
import type { Connection } from '../../client.ts';

/** Row id of the demo data set, or null when there is none (any more). */
export function findDemoImport(connection: Connection): number | null {
  const row = connection
    .prepare<[], { id: number }>("SELECT id FROM imports WHERE kind = 'demo' ORDER BY id LIMIT 1")
    .get();
  return row?.id ?? null;
}
