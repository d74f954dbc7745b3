import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../../client.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';

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

/** Finds the accounts that a text names: by CRM id, else by domain, else by its whole name; statements made once. */
export function accountsByText(
  connection: Connection,
  scope: Scope,
): (text: string) => { id: number; name: string }[] {
  const inScope = scopeFilter(scope, 'a.id');
  const by = ['a.external_id = ?', 'a.domain_folded = ?', 'a.name_folded = ?'].map((match) =>
    connection.prepare<string[], { id: number; name: string }>(
      `SELECT a.id, a.name FROM accounts a WHERE ${match} AND a.archived_at IS NULL AND ${inScope.sql} LIMIT 2`,
    ),
  );
  return (text) => {
    const folded = foldText(text);
    const domain = foldText(text.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/.*$/, ''));
    for (const [index, value] of [text.trim(), domain, folded].entries()) {
      const hits = by[index]?.all(value, ...inScope.params) ?? [];
      if (hits.length > 0) return hits;
    }
    return [];
  };
}
