import 'server-only';
import type { CustomCells } from '#lib/shared/custom-cells.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Connection } from '../../client.ts';
import { prepared } from '../../kept.ts';
import { findTermIds } from '../../terms.ts';
import { customCellsOf } from '../fields/custom-values.ts';

/** An account as a row of a list. `signalCount` and `intentCount` are of the 30 days before `asOf`. */
export type AccountListRow = {
  id: string;
  name: string;
  domain: string | null;
  externalId: string | null;
  industry: string | null;
  country: string | null;
  state: string | null;
  employees: number | null;
  revenue: number | null;
  score: number | null;
  tier: { id: string; name: string; rank: number } | null;
  owner: { id: string; name: string } | null;
  signalCount: number;
  intentCount: number;
  custom: CustomCells;
};

type Row = Omit<AccountListRow, 'id' | 'tier' | 'owner' | 'custom'> & {
  rowId: number;
  tierId: number | null;
  tierName: string | null;
  tierRank: number | null;
  ownerId: number | null;
  ownerKind: 'rep' | 'pool' | null;
  ownerName: string | null;
};

const MONTH_MS = 30 * 86_400_000;

/** The accounts with these row ids, in the order of `ids`; ids that name nothing are left out. */
export function hydrateAccounts(
  connection: Connection,
  ids: ArrayLike<number>,
  asOf: number,
): AccountListRow[] {
  const intentIds = findTermIds(connection, 'signal.type', ['intent']);
  const rows = prepared<unknown[], Row>(
    connection,
    `WITH wanted(id, position) AS (SELECT value, key FROM json_each(?)),
       recent AS (
         SELECT g.account_id, sum(g.type NOT IN (SELECT value FROM json_each(?))) AS signals,
           sum(g.type IN (SELECT value FROM json_each(?))) AS intents
         FROM signals g WHERE g.account_id IN (SELECT id FROM wanted) AND g.occurred_at BETWEEN ? AND ?
         GROUP BY g.account_id)
       SELECT a.id AS rowId, a.name, a.domain, a.external_id AS externalId, i.label AS industry,
         c.label AS country, st.label AS state, a.employees, a.revenue, a.score,
         t.id AS tierId, t.name AS tierName, t.rank AS tierRank,
         r.id AS ownerId, r.kind AS ownerKind, r.name AS ownerName,
         coalesce(recent.signals, 0) AS signalCount, coalesce(recent.intents, 0) AS intentCount
       FROM wanted w
       JOIN accounts a ON a.id = w.id
       LEFT JOIN terms i ON i.id = a.industry
       LEFT JOIN terms c ON c.id = a.country
       LEFT JOIN terms st ON st.id = a.state
       LEFT JOIN account_tiers x ON x.account_id = a.id AND x.to_at IS NULL
       LEFT JOIN tiers t ON t.id = x.tier_id
       LEFT JOIN assignments o ON o.account_id = a.id AND o.slot = 'ae' AND o.to_at IS NULL
       LEFT JOIN reps r ON r.id = o.rep_id
       LEFT JOIN recent ON recent.account_id = a.id
       ORDER BY w.position`,
  ).all(
    JSON.stringify(Array.from(ids)),
    JSON.stringify(intentIds),
    JSON.stringify(intentIds),
    asOf - MONTH_MS,
    asOf,
  );
  const custom = customCellsOf(connection, 'account', Array.from(ids));
  return rows.map(({ rowId, tierId, tierName, tierRank, ownerId, ownerKind, ownerName, ...row }) => ({
    id: toPublicId('account', rowId),
    ...row,
    tier:
      tierId === null ? null : { id: toPublicId('tier', tierId), name: tierName ?? '', rank: tierRank ?? 0 },
    owner: ownerId === null ? null : { id: toPublicId(ownerKind ?? 'rep', ownerId), name: ownerName ?? '' },
    custom: custom.get(rowId) ?? [],
  }));
}

/** As `hydrateAccounts`, for many rows in the reads worker. */
export function accountRows(
  connection: Connection,
  { ids, asOf }: { ids: number[]; asOf: number },
): AccountListRow[] {
  return hydrateAccounts(connection, ids, asOf);
}
