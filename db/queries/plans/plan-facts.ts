import 'server-only';
import type {
  HandHolder,
  HandPlace,
  Holders,
  Plan,
  PlanAccount,
  Slot,
  Territory,
  TerritoryHolder,
} from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';
import { capacityNow } from '../capacity/people.ts';
import { workspaceSettings } from '../settings/workspace.ts';
import { repCapSql } from '../reps/rep-cap.ts';

type AccountRow = {
  id: number;
  familyId: number | null;
  potentialAmount: number | null;
  workloadTouches: number | null;
  country: string | null;
  state: string | null;
  postalCode: string | null;
  latitude: number | null;
  longitude: number | null;
  territoryId: number | null;
};

/**
 * All accounts as a plan sees them: potential by the field chosen in Settings, workload by tier, place and holders as
 * published. Tens of milliseconds at 20,000 accounts: runs in the reads worker.
 */
export function loadPlanAccounts(connection: Connection): PlanAccount[] {
  const holders = new Map<number, Holders>();
  const assigned = connection
    .prepare<[], { accountId: number; slot: Slot; repId: number }>(
      'SELECT account_id AS accountId, slot, rep_id AS repId FROM assignments WHERE to_at IS NULL',
    )
    .iterate();
  for (const { accountId, slot, repId } of assigned) {
    const held = holders.get(accountId) ?? {};
    held[slot] = repId;
    holders.set(accountId, held);
  }
  const potential = potentialColumn(connection);
  return connection
    .prepare<string[], AccountRow>(
      `SELECT a.id, a.family_id AS familyId, ${potential.sql} AS potentialAmount,
         (t.touches_from + t.touches_to) / 2 AS workloadTouches,
         country.label AS country, state.label AS state, a.postal_code AS postalCode,
         a.latitude, a.longitude, p.territory_id AS territoryId
       FROM accounts a
       LEFT JOIN account_tiers x ON x.account_id = a.id AND x.to_at IS NULL
       LEFT JOIN tiers t ON t.id = x.tier_id
       LEFT JOIN terms country ON country.id = a.country
       LEFT JOIN terms state ON state.id = a.state
       LEFT JOIN placements p ON p.account_id = a.id AND p.to_at IS NULL
       WHERE a.archived_at IS NULL ORDER BY a.id`,
    )
    .all(...potential.params)
    .map((row) => ({
      ...row,
      familyId: row.familyId ?? row.id,
      workloadTouches: row.workloadTouches ?? 0,
      holders: holders.get(row.id) ?? {},
    }));
}

/** SQL of the money field that means potential; an unknown field counts as not recorded. */
function potentialColumn(connection: Connection): { sql: string; params: string[] } {
  const { potentialField } = workspaceSettings(connection);
  if (potentialField === 'revenue') return { sql: 'a.revenue', params: [] };
  return {
    sql: `(SELECT v.number FROM custom_values v JOIN custom_fields f ON f.id = v.field_id
           WHERE f.entity = 'account' AND 'custom.' || f.key = ? AND v.record_id = a.id)`,
    params: [potentialField],
  };
}

type TerritoryRow = { id: number; position: number; kind: Territory['kind']; places: string | null };

/** The draft of a plan. `members` holds, by territory id, whom each rule takes now (from the evaluator); `today` is an epoch day. */
export function loadPlan(
  connection: Connection,
  { planId, members, today }: { planId: number; members: Record<number, ArrayLike<number>>; today: number },
): Plan {
  const capacity = capacityNow(connection, today);
  const holderRows = connection
    .prepare<[number], TerritoryHolder & { territoryId: number }>(
      `SELECT h.territory_id AS territoryId, h.slot, h.rep_id AS repId, h.weight, ${repCapSql} AS maxAccounts
       FROM territory_holders h
       JOIN territories t ON t.id = h.territory_id JOIN reps r ON r.id = h.rep_id
       WHERE t.plan_id = ? AND r.archived_at IS NULL AND r.is_active = 1 ORDER BY h.rep_id`,
    )
    .all(planId)
    .map((holder) => ({ ...holder, capacityTouches: capacity.get(holder.repId)?.touches ?? null }));
  const territories = connection
    .prepare<[number], TerritoryRow>(
      'SELECT id, position, kind, places FROM territories WHERE plan_id = ? AND archived_at IS NULL ORDER BY position, id',
    )
    .all(planId)
    .map(
      (row): Territory => ({
        id: row.id,
        position: row.position,
        kind: row.kind,
        members: new Set(Array.from(members[row.id] ?? [])),
        places: new Set(row.places ? (JSON.parse(row.places) as string[]) : []),
        holders: holderRows.filter((holder) => holder.territoryId === row.id),
      }),
    );
  return { territories, places: handPlaces(connection, planId), holders: handHolders(connection, planId) };
}

function handPlaces(connection: Connection, planId: number): Map<number, HandPlace> {
  const rows = connection
    .prepare<
      [number],
      { accountId: number; territoryId: number | null; isLocked: number; reason: string | null }
    >(
      'SELECT account_id AS accountId, territory_id AS territoryId, is_locked AS isLocked, reason FROM plan_accounts WHERE plan_id = ?',
    )
    .all(planId);
  return new Map(
    rows.map((row) => [
      row.accountId,
      { territoryId: row.territoryId, isLocked: row.isLocked === 1, reason: row.reason },
    ]),
  );
}

function handHolders(connection: Connection, planId: number): Map<number, HandHolder[]> {
  const rows = connection
    .prepare<
      [number],
      { accountId: number; slot: Slot; repId: number; isLocked: number; reason: string | null }
    >(
      `SELECT h.account_id AS accountId, h.slot, h.rep_id AS repId, h.is_locked AS isLocked, h.reason
       FROM plan_account_holders h JOIN reps r ON r.id = h.rep_id
       WHERE h.plan_id = ? AND r.archived_at IS NULL ORDER BY h.account_id`,
    )
    .all(planId);
  const found = new Map<number, HandHolder[]>();
  for (const { accountId, isLocked, ...holder } of rows) {
    found.set(accountId, [...(found.get(accountId) ?? []), { ...holder, isLocked: isLocked === 1 }]);
  }
  return found;
}
