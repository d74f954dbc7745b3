import 'server-only';
import type { Connection } from '../../client.ts';

export type ChangedRecords = { accountIds: number[]; contactIds: number[] };

/** Kinds of record that no rule reads, and what a refresh writes itself. */
const elsewhere = [
  ...['user', 'token', 'view', 'note', 'nextStep', 'snooze', 'job', 'audit', 'plan', 'product'],
  ...['segmentDraft', 'segmentRefresh', 'segmentMember'],
];

type Row = { entity: string; recordId: number | null; accountId: number | null; op: string };

/** Whose membership a change may move: an account, or a contact with its account; null when it may be anybody's. */
function touched({
  entity,
  recordId,
  accountId,
  op,
}: Row): { account: number; contact: number | null } | null {
  if (op === 'bulk') return null;
  if (entity === 'account') return recordId === null ? null : { account: recordId, contact: null };
  const isOfAccount = ['contact', 'technology', 'signal', 'opportunity', 'activity'].includes(entity);
  if (!isOfAccount || accountId === null) return null;
  return { account: accountId, contact: entity === 'contact' ? recordId : null };
}

/**
 * The few accounts, with their contacts, whose membership what was written after change `after` up to `through` can have
 * moved; null when it can be anybody's, or that of more than `most` accounts.
 */
export function changedRecords(
  connection: Connection,
  { after, through, most }: { after: number; through: number; most: number },
): ChangedRecords | null {
  const rows = connection
    .prepare<[number, number, string, number], Row>(
      `SELECT DISTINCT entity, record_id AS recordId, account_id AS accountId, op FROM change_log
       WHERE seq > ? AND seq <= ? AND entity NOT IN (SELECT value FROM json_each(?)) LIMIT ?`,
    )
    .all(after, through, JSON.stringify(elsewhere), 10 * most);
  const found = rows.map(touched);
  const accountIds = new Set<number>();
  const contactIds = new Set<number>();
  for (const one of found) {
    if (!one) return null;
    accountIds.add(one.account);
    if (one.contact !== null) contactIds.add(one.contact);
  }
  if (rows.length === 10 * most || accountIds.size > most) return null;
  const contactsOf = connection
    .prepare<[number], number>('SELECT id FROM contacts WHERE account_id = ?')
    .pluck();
  for (const accountId of accountIds) for (const id of contactsOf.all(accountId)) contactIds.add(id);
  return { accountIds: [...accountIds], contactIds: [...contactIds] };
}

/** The change up to which the last refreshes of all segments have read; null when none says. */
export function lastRefreshedChange(connection: Connection): number | null {
  return (
    connection
      .prepare<[], number | null>(
        `SELECT max(json_extract(result, '$.through')) FROM
           (SELECT result FROM jobs WHERE kind = 'segments.refresh' AND status = 'completed' ORDER BY id DESC LIMIT 50)`,
      )
      .pluck()
      .get() ?? null
  );
}
