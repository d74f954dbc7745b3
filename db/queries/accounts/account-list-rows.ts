import 'server-only';
import type { AccountListItem } from '#lib/shared/account-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Connection } from '../../client.ts';
import { findTermIds } from '../../terms.ts';
import { hydrateAccounts } from './hydrate-accounts.ts';

type Extra = {
  id: number;
  city: string | null;
  type: string | null;
  journeyStage: string | null;
  doNotContact: number | null;
  crmUrl: string | null;
  sdrId: number | null;
  sdrName: string | null;
  sdrKind: 'rep' | 'pool' | null;
  territoryId: number | null;
  territoryName: string | null;
  lastSignalAt: number | null;
  lastTouchAt: number | null;
  openDeals: number;
  openAmount: number | null;
  reachableContacts: number;
};

/** Accounts as rows of the accounts list, in the order of `ids`: what `hydrateAccounts` tells, and how they stand. */
export function accountListRows(
  connection: Connection,
  { ids, asOf }: { ids: number[]; asOf: number },
): AccountListItem[] {
  const touchIds = JSON.stringify(findTermIds(connection, 'activity.type', ['touch', 'meeting']));
  const extras = connection
    .prepare<unknown[], Extra>(
      `SELECT a.id, ci.label AS city, ty.label AS type, j.label AS journeyStage, a.do_not_contact AS doNotContact,
         a.crm_url AS crmUrl, r.id AS sdrId, r.name AS sdrName, r.kind AS sdrKind,
         t.id AS territoryId, t.name AS territoryName,
         (SELECT max(g.occurred_at) FROM signals g WHERE g.account_id = a.id AND g.occurred_at <= ?) AS lastSignalAt,
         (SELECT max(v.occurred_at) FROM activities v WHERE v.account_id = a.id AND v.archived_at IS NULL
           AND v.type IN (SELECT value FROM json_each(?))) AS lastTouchAt,
         coalesce(d.deals, 0) AS openDeals, d.amount AS openAmount,
         (SELECT count(*) FROM contacts c WHERE c.account_id = a.id AND c.reachable = 1
           AND c.archived_at IS NULL) AS reachableContacts
       FROM json_each(?) w JOIN accounts a ON a.id = w.value
       LEFT JOIN terms ci ON ci.id = a.city
       LEFT JOIN terms ty ON ty.id = a.type
       LEFT JOIN terms j ON j.id = a.journey_stage
       LEFT JOIN assignments o ON o.account_id = a.id AND o.slot = 'sdr' AND o.to_at IS NULL
       LEFT JOIN reps r ON r.id = o.rep_id
       LEFT JOIN placements p ON p.account_id = a.id AND p.to_at IS NULL
       LEFT JOIN territories t ON t.id = p.territory_id
       LEFT JOIN (SELECT d.account_id, count(*) AS deals, sum(d.amount) AS amount
         FROM opportunities d JOIN stages s ON s.id = d.stage_id
         WHERE s.outcome = 'open' AND d.archived_at IS NULL
           AND d.account_id IN (SELECT value FROM json_each(?)) GROUP BY d.account_id) d ON d.account_id = a.id`,
    )
    .all(asOf, touchIds, JSON.stringify(ids), JSON.stringify(ids));
  const byId = new Map(extras.map((extra) => [toPublicId('account', extra.id), extra]));
  return hydrateAccounts(connection, ids, asOf).flatMap((row) => {
    const extra = byId.get(row.id);
    if (!extra) return [];
    const { id: _id, doNotContact, sdrId, sdrName, sdrKind, territoryId, territoryName, ...rest } = extra;
    return {
      ...row,
      ...rest,
      isDoNotContact: doNotContact === 1,
      sdr: sdrId === null ? null : { id: toPublicId(sdrKind ?? 'rep', sdrId), name: sdrName ?? '' },
      territory:
        territoryId === null ? null : { id: toPublicId('territory', territoryId), name: territoryName ?? '' },
    };
  });
}
