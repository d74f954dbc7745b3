import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Connection } from '../../client.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';

export type FoundRecord = {
  kind: 'account' | 'contact' | 'segment';
  id: number;
  label: string;
  hint: string | null;
  /** The contact's account, when it has one. */
  accountId: number | null;
};

/**
 * Records whose name has the folded text in it, names that begin with it first, then by name. Contacts without an
 * account are for those who see all.
 */
export function findRecords(
  connection: Connection,
  input: { folded: string; scope: Scope; limit: number },
): FoundRecord[] {
  const { folded, scope, limit } = input;
  const account = scopeFilter(scope, 'accounts.id');
  const accounts = connection
    .prepare<unknown[], FoundRecord>(
      `SELECT 'account' AS kind, id, name AS label, domain AS hint, NULL AS accountId FROM accounts
       WHERE archived_at IS NULL AND (instr(name_folded, ?) > 0 OR instr(domain_folded, ?) = 1) AND ${account.sql}
       ORDER BY instr(name_folded, ?) <> 1, name_folded LIMIT ?`,
    )
    .all(folded, folded, ...account.params, folded, limit);
  const contact = scopeFilter(scope, 'contacts.account_id');
  const contacts = connection
    .prepare<unknown[], FoundRecord>(
      `SELECT 'contact' AS kind, contacts.id, contacts.name AS label,
         nullif(concat_ws(' · ', job_title, accounts.name), '') AS hint, contacts.account_id AS accountId
       FROM contacts LEFT JOIN accounts ON accounts.id = contacts.account_id
       WHERE contacts.archived_at IS NULL AND contacts.name IS NOT NULL AND instr(contacts.name_folded, ?) > 0
         AND ${contact.sql}
       ORDER BY instr(contacts.name_folded, ?) <> 1, contacts.name_folded LIMIT ?`,
    )
    .all(folded, ...contact.params, folded, limit);
  const segments = connection
    .prepare<unknown[], FoundRecord>(
      `SELECT 'segment' AS kind, id, name AS label, status AS hint, NULL AS accountId FROM segments
       WHERE archived_at IS NULL AND instr(name_folded, ?) > 0
       ORDER BY instr(name_folded, ?) <> 1, name_folded LIMIT ?`,
    )
    .all(folded, folded, limit);
  return [...accounts, ...segments, ...contacts];
}
