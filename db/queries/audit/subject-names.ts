import 'server-only';
import type { Connection } from '../../client.ts';

export type AuditSubjectRow = {
  /** Null for what has no name of its own. */
  name: string | null;
  /** The account that it is on; null where it is on none. */
  accountId: number | null;
};

/** How a record of each kind names itself and finds its account: columns of `r`. */
const sources: Record<string, { table: string; name: string; account: string }> = {
  account: { table: 'accounts', name: 'r.name', account: 'r.id' },
  contact: { table: 'contacts', name: 'coalesce(r.name, r.email)', account: 'r.account_id' },
  opportunity: { table: 'opportunities', name: 'r.name', account: 'r.account_id' },
  signal: { table: 'signals', name: 'NULL', account: 'r.account_id' },
  activity: { table: 'activities', name: 'NULL', account: 'r.account_id' },
  note: { table: 'notes', name: 'NULL', account: 'r.account_id' },
  nextStep: { table: 'next_steps', name: 'NULL', account: 'r.account_id' },
  segment: { table: 'segments', name: 'r.name', account: 'NULL' },
  tier: { table: 'tiers', name: 'r.name', account: 'NULL' },
  plan: { table: 'plans', name: 'r.name', account: 'NULL' },
  territory: { table: 'territories', name: 'r.name', account: 'NULL' },
  rep: { table: 'reps', name: 'r.name', account: 'NULL' },
  product: { table: 'products', name: 'r.name', account: 'NULL' },
  stage: { table: 'stages', name: 'r.name', account: 'NULL' },
  user: { table: 'users', name: 'r.name', account: 'NULL' },
  field: { table: 'custom_fields', name: 'r.label', account: 'NULL' },
  import: { table: 'imports', name: 'r.file_name', account: 'NULL' },
  token: { table: 'api_tokens', name: 'r.name', account: 'NULL' },
  view: { table: 'saved_views', name: 'r.name', account: 'NULL' },
};

/** What audit entries are about, as it is called now; a record that is gone is not in the answer. By `entity recordId`. */
export function auditSubjects(
  connection: Connection,
  entries: readonly { entity: string; recordId: number | null }[],
): Map<string, AuditSubjectRow> {
  const idsOf = new Map<string, Set<number>>();
  for (const { entity, recordId } of entries) {
    if (recordId === null || !sources[entity]) continue;
    idsOf.set(entity, (idsOf.get(entity) ?? new Set()).add(recordId));
  }
  const found = new Map<string, AuditSubjectRow>();
  for (const [entity, ids] of idsOf) {
    const source = sources[entity];
    if (!source) continue;
    const named = source.name === 'NULL' && source.account !== 'NULL' ? 'a.name' : source.name;
    const rows = connection
      .prepare<[string], AuditSubjectRow & { id: number }>(
        `SELECT r.id, ${named} AS name, ${source.account} AS accountId
         FROM json_each(?) wanted JOIN ${source.table} r ON r.id = wanted.value
         LEFT JOIN accounts a ON a.id = ${source.account}`,
      )
      .all(JSON.stringify([...ids]));
    for (const { id, ...row } of rows) found.set(`${entity} ${id}`, row);
  }
  return found;
}
