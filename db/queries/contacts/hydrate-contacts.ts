import 'server-only';
import type { CustomCells } from '#lib/shared/custom-cells.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Connection } from '../../client.ts';
import { customCellsOf } from '../fields/custom-values.ts';

/** A contact as a row of a list or an export. */
export type ContactListRow = {
  id: string;
  name: string | null;
  jobTitle: string | null;
  persona: string | null;
  seniority: string | null;
  email: string | null;
  phone: string | null;
  isReachable: boolean;
  account: { id: string; name: string; externalId: string | null } | null;
  externalId: string | null;
  custom: CustomCells;
};

type Row = Omit<ContactListRow, 'id' | 'account' | 'isReachable' | 'custom'> & {
  rowId: number;
  reachable: number;
  accountId: number | null;
  accountName: string | null;
  accountExternalId: string | null;
};

const select = `
  SELECT c.id AS rowId, c.name, c.job_title AS jobTitle, p.label AS persona, s.label AS seniority, c.email,
    coalesce(c.phone, c.mobile) AS phone, c.reachable, c.external_id AS externalId,
    a.id AS accountId, a.name AS accountName, a.external_id AS accountExternalId`;

const labels = `
  LEFT JOIN accounts a ON a.id = c.account_id
  LEFT JOIN terms p ON p.id = c.persona
  LEFT JOIN terms s ON s.id = c.seniority`;

function toListRows(connection: Connection, rows: readonly Row[]): ContactListRow[] {
  const custom = customCellsOf(
    connection,
    'contact',
    rows.map(({ rowId }) => rowId),
  );
  return rows.map(({ rowId, reachable, accountId, accountName, accountExternalId, ...row }) => ({
    id: toPublicId('contact', rowId),
    ...row,
    isReachable: reachable === 1,
    account:
      accountId === null
        ? null
        : {
            id: toPublicId('account', accountId),
            name: accountName ?? '',
            externalId: accountExternalId,
          },
    custom: custom.get(rowId) ?? [],
  }));
}

/** The contacts with these row ids, in the order of `ids`; ids that name nothing are left out. */
export function hydrateContacts(connection: Connection, ids: ArrayLike<number>): ContactListRow[] {
  const rows = connection
    .prepare<[string], Row>(
      `WITH wanted(id, position) AS (SELECT value, key FROM json_each(?))
       ${select} FROM wanted w JOIN contacts c ON c.id = w.id ${labels} ORDER BY w.position`,
    )
    .all(JSON.stringify(Array.from(ids)));
  return toListRows(connection, rows);
}

/** Contacts of these accounts, by account in the order of `accountIds`, then by name. */
function contactsOfAccounts(connection: Connection, accountIds: ArrayLike<number>): ContactListRow[] {
  const rows = connection
    .prepare<[string], Row>(
      `WITH wanted(id, position) AS (SELECT value, key FROM json_each(?))
       ${select} FROM wanted w JOIN contacts c ON c.account_id = w.id AND c.archived_at IS NULL ${labels}
       ORDER BY w.position, c.name_folded, c.id`,
    )
    .all(JSON.stringify(Array.from(accountIds)));
  return toListRows(connection, rows);
}

/** Contacts for a file: these ones, or those of these accounts. For the reads worker. */
export function contactRows(
  connection: Connection,
  { ids, are }: { ids: number[]; are: 'account' | 'contact' },
): ContactListRow[] {
  return are === 'contact' ? hydrateContacts(connection, ids) : contactsOfAccounts(connection, ids);
}
