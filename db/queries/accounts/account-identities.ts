import 'server-only';
import type { Connection } from '../../client.ts';

/** Looks up which accounts exist by their identity keys; statements are prepared once. */
export function accountIdentities(connection: Connection): {
  byId: (rowId: number) => { externalId: string | null; domain: string | null } | null;
  hasDomain: (domain: string) => boolean;
  hasExternalId: (externalId: string) => boolean;
} {
  const byId = connection.prepare<[number], { externalId: string | null; domain: string | null }>(
    'SELECT external_id AS externalId, domain FROM accounts WHERE id = ? AND archived_at IS NULL',
  );
  const byDomain = connection.prepare(
    'SELECT 1 FROM accounts WHERE domain = ? AND archived_at IS NULL LIMIT 1',
  );
  const byExternalId = connection.prepare(
    'SELECT 1 FROM accounts WHERE external_id = ? AND archived_at IS NULL LIMIT 1',
  );
  return {
    byId: (rowId) => byId.get(rowId) ?? null,
    hasDomain: (domain) => byDomain.get(domain) !== undefined,
    hasExternalId: (externalId) => byExternalId.get(externalId) !== undefined,
  };
}
