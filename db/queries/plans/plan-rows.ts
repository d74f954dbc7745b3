import 'server-only';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';
import { repCapSql } from '../reps/rep-cap.ts';

export type PlanRow = {
  id: number;
  name: string;
  status: 'draft' | 'published' | 'archived';
  version: number;
  publishedAt: number | null;
  /** Of the version in force. */
  publishedNumber: number | null;
  placesNewAccounts: number;
  /** First and last day of its period, as epoch days. */
  startsOn: number | null;
  endsOn: number | null;
  /** Of a scenario: the plan it stands beside; null for a plan itself. */
  scenarioOfPlanId: number | null;
  note: string | null;
  /** Epoch ms. */
  rebasedAt: number | null;
  archivedAt: number | null;
};

const planColumns = `p.id, p.name, p.status, p.version, p.published_at AS publishedAt, p.places_new_accounts AS placesNewAccounts,
  p.starts_on AS startsOn, p.ends_on AS endsOn, p.scenario_of_plan_id AS scenarioOfPlanId, p.note,
  p.rebased_at AS rebasedAt, p.archived_at AS archivedAt,
  (SELECT v.number FROM plan_versions v
   WHERE v.plan_id = coalesce(p.scenario_of_plan_id, p.id) AND v.took_effect_at IS NOT NULL
   ORDER BY v.took_effect_at DESC, v.id DESC LIMIT 1) AS publishedNumber`;

/** The workspace's plan: the one last worked on that is no scenario and not archived, or null. */
export function findCurrentPlan(connection: Connection): PlanRow | null {
  return (
    connection
      .prepare<[], PlanRow>(
        `SELECT ${planColumns} FROM plans p
         WHERE p.status <> 'archived' AND p.archived_at IS NULL AND p.scenario_of_plan_id IS NULL
         ORDER BY p.updated_at DESC, p.id DESC`,
      )
      .get() ?? null
  );
}

export function findPlan(connection: Connection, planId: number): PlanRow | null {
  return (
    connection.prepare<[number], PlanRow>(`SELECT ${planColumns} FROM plans p WHERE p.id = ?`).get(planId) ??
    null
  );
}

/** Whether a plan stands beside another one as a scenario. */
export function isScenario(connection: Connection, planId: number): boolean {
  return (findPlan(connection, planId)?.scenarioOfPlanId ?? null) !== null;
}

export type TerritoryRow = {
  id: number;
  planId: number;
  name: string;
  position: number;
  kind: 'rule' | 'geography' | 'named';
  draft: string | null;
  places: string | null;
  color: number;
  /** Absent in versions that were frozen before plans had levels. */
  parentId?: number | null;
  /** In a scenario: the plan's territory that this one stands for. */
  originId?: number | null;
};

const territoryColumns = `t.id, t.plan_id AS planId, t.name, t.position, t.kind, t.draft, t.places, t.color,
  t.parent_id AS parentId, t.origin_id AS originId`;

/** The territories of a plan in their order. */
export function territoryRows(connection: Connection, planId: number): TerritoryRow[] {
  return connection
    .prepare<[number], TerritoryRow>(
      `SELECT ${territoryColumns} FROM territories t WHERE t.plan_id = ? AND t.archived_at IS NULL ORDER BY t.position, t.id`,
    )
    .all(planId);
}

export function findTerritory(connection: Connection, territoryId: number): TerritoryRow | null {
  return (
    connection
      .prepare<[number], TerritoryRow>(
        `SELECT ${territoryColumns} FROM territories t WHERE t.id = ? AND t.archived_at IS NULL`,
      )
      .get(territoryId) ?? null
  );
}

export type TerritoryHolderRow = {
  territoryId: number;
  slot: Slot;
  repId: number;
  name: string;
  kind: 'rep' | 'pool';
  weight: number;
  maxAccounts: number | null;
};

export function territoryHolderRows(connection: Connection, planId: number): TerritoryHolderRow[] {
  return connection
    .prepare<[number], TerritoryHolderRow>(
      `SELECT h.territory_id AS territoryId, h.slot, h.rep_id AS repId, r.name, r.kind, h.weight,
         ${repCapSql} AS maxAccounts
       FROM territory_holders h JOIN territories t ON t.id = h.territory_id JOIN reps r ON r.id = h.rep_id
       WHERE t.plan_id = ? ORDER BY r.name_folded`,
    )
    .all(planId);
}

export type HolderRow = {
  id: number;
  name: string;
  kind: 'rep' | 'pool';
  externalId: string | null;
  managerId: number | null;
  managerName: string | null;
  capacityTouches: number | null;
  maxAccounts: number | null;
  rampRate: number | null;
  isActive: number;
};

/** Everybody who can hold accounts, reps and pools. */
export function holderRows(connection: Connection): HolderRow[] {
  return connection
    .prepare<[], HolderRow>(
      `SELECT r.id, r.name, r.kind, r.external_id AS externalId, r.manager_id AS managerId, m.name AS managerName,
         r.capacity_touches AS capacityTouches, ${repCapSql} AS maxAccounts, r.ramp_rate AS rampRate,
         r.is_active AS isActive
       FROM reps r LEFT JOIN reps m ON m.id = r.manager_id WHERE r.archived_at IS NULL ORDER BY r.name_folded`,
    )
    .all();
}
