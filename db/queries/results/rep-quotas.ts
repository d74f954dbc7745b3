import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Connection } from '../../client.ts';

/** A rep with quota (money a fiscal quarter), row ids. */
export type RepQuota = {
  id: number;
  name: string;
  role: string | null;
  managerId: number | null;
  isActive: boolean;
  quotaAmount: number | null;
};

/** People (not pools) who hold accounts or sell, within scope. */
export function repQuotas(connection: Connection, scope: Scope): RepQuota[] {
  const inScope = scope.all ? '1' : 'r.id IN (SELECT value FROM json_each(?))';
  return connection
    .prepare<unknown[], Omit<RepQuota, 'isActive'> & { isActive: number }>(
      `SELECT r.id, r.name, (SELECT label FROM terms WHERE id = r.role) AS role, r.manager_id AS managerId,
         r.is_active AS isActive, r.quota_amount AS quotaAmount
       FROM reps r WHERE r.kind = 'rep' AND r.archived_at IS NULL AND ${inScope} ORDER BY r.name_folded`,
    )
    .all(...(scope.all ? [] : [JSON.stringify(scope.repIds)]))
    .map((row) => ({ ...row, isActive: row.isActive === 1 }));
}
