import 'server-only';
import { toPublicId } from '#lib/shared/ids.ts';
import type { TouchedAccountRow } from '#lib/shared/record-rows.ts';
import type { Connection } from '../../client.ts';

/** Accounts by row id, in the given order. */
export function touchedAccountRows(connection: Connection, ids: readonly number[]): TouchedAccountRow[] {
  return connection
    .prepare<[string], Omit<TouchedAccountRow, 'id'> & { id: number }>(
      `SELECT a.id, a.external_id AS externalId, a.name, a.domain,
         (SELECT label FROM terms WHERE id = a.industry) AS industry, a.employees,
         (SELECT label FROM terms WHERE id = a.country) AS country,
         (SELECT r.name FROM assignments v JOIN reps r ON r.id = v.rep_id
          WHERE v.account_id = a.id AND v.slot = 'ae' AND v.to_at IS NULL LIMIT 1) AS ownerName
       FROM json_each(?) j JOIN accounts a ON a.id = j.value ORDER BY j.key`,
    )
    .all(JSON.stringify(ids))
    .map((row) => ({ ...row, id: toPublicId('account', row.id) }));
}
