import 'server-only';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../../client.ts';

export type NamedAccount = {
  id: number;
  name: string;
  externalId: string | null;
  country: string | null;
  state: string | null;
};

/** Names and ids of accounts as plan pages and exports show them. */
export function accountNames(
  connection: Connection,
  accountIds: readonly number[],
): Map<number, NamedAccount> {
  const rows = connection
    .prepare<[string], NamedAccount>(
      `SELECT a.id, a.name, a.external_id AS externalId, c.label AS country, s.label AS state
       FROM json_each(?) w JOIN accounts a ON a.id = w.value
       LEFT JOIN terms c ON c.id = a.country LEFT JOIN terms s ON s.id = a.state`,
    )
    .all(JSON.stringify(accountIds));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Row ids of accounts whose name contains a text, at most 5,000. */
export function accountIdsByName(connection: Connection, text: string): number[] {
  return connection
    .prepare<[string], { id: number }>(
      'SELECT id FROM accounts WHERE archived_at IS NULL AND instr(name_folded, ?) > 0 LIMIT 5000',
    )
    .all(foldText(text))
    .map((row) => row.id);
}
