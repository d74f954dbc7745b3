import 'server-only';
import type { Connection } from '../../client.ts';

/** Accounts, also in the Trash, that have this web domain or CRM id. */
export function accountsLike(
  connection: Connection,
  domain: string | null,
  externalId: string | null,
): { id: number; name: string; isArchived: boolean }[] {
  return connection
    .prepare<[string | null, string | null], { id: number; name: string; archivedAt: number | null }>(
      'SELECT id, name, archived_at AS archivedAt FROM accounts WHERE domain = ? OR external_id = ? LIMIT 5',
    )
    .all(domain, externalId)
    .map(({ archivedAt, ...account }) => ({ ...account, isArchived: archivedAt !== null }));
}
