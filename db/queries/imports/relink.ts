import 'server-only';
import type { Connection } from '#db/client.ts';
import { accountByText } from './account-by-text.ts';

const tables = ['contacts', 'opportunities', 'signals', 'activities'] as const;

type Waiting = { import_id: number | null; account_text: string };

/** How the import that brought the rows finds accounts. */
function matchOf(connection: Connection, importId: number | null): string[] {
  const row = connection
    .prepare<[number | null], { options: string | null }>('SELECT options FROM imports WHERE id IS ?')
    .get(importId);
  const options = row?.options ? (JSON.parse(row.options) as { account?: { match?: string[] } }) : null;
  return options?.account?.match ?? ['externalId', 'domain', 'name'];
}

/**
 * Tries rows again whose account was unknown when they came, and leads by the domain of their address. Their text stays,
 * so that taking the accounts back leaves them waiting again. Returns how many rows found their account, by table.
 */
export function relinkWaitingRows(connection: Connection, mainSystem: string): Record<string, number> {
  const linked: Record<string, number> = {};
  const finders = new Map<number | null, ReturnType<typeof accountByText>>();
  for (const table of tables) {
    const waiting = connection
      .prepare<[], Waiting>(
        `SELECT DISTINCT import_id, account_text FROM ${table} WHERE account_id IS NULL AND account_text IS NOT NULL`,
      )
      .all();
    const link = connection.prepare(
      `UPDATE ${table} SET account_id = ? WHERE account_id IS NULL AND account_text = ? AND import_id IS ?`,
    );
    for (const row of waiting) {
      const finder =
        finders.get(row.import_id) ??
        accountByText(connection, matchOf(connection, row.import_id), mainSystem);
      finders.set(row.import_id, finder);
      const decision = finder.find(row.account_text);
      if (decision.kind !== 'match') continue;
      linked[table] = (linked[table] ?? 0) + link.run(decision.id, row.account_text, row.import_id).changes;
    }
  }
  const leads = connection
    .prepare(
      `UPDATE contacts SET account_text = email_domain,
         account_id = (SELECT a.id FROM accounts a WHERE a.domain = email_domain AND a.archived_at IS NULL)
       WHERE account_id IS NULL AND account_text IS NULL
         AND (SELECT count(*) FROM accounts a WHERE a.domain = email_domain AND a.archived_at IS NULL) = 1`,
    )
    .run().changes;
  if (leads > 0) linked.contacts = (linked.contacts ?? 0) + leads;
  return linked;
}
