import 'server-only';
import type { Connection } from '#db/client.ts';

/** Names of all accounts, those of one import last; `isNew` tells them apart. */
export function accountNames(
  connection: Connection,
  importId: number,
): Iterable<{ name: string; isNew: number }> {
  return connection
    .prepare<[number], { name: string; isNew: number }>(
      'SELECT name, import_id IS ? AS isNew FROM accounts WHERE archived_at IS NULL ORDER BY isNew, id',
    )
    .iterate(importId);
}
