import 'server-only';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';

export type HeldInterval = {
  slot: Slot;
  repId: number;
  name: string;
  kind: 'rep' | 'pool';
  reason: string | null;
  isLocked: number;
  planNumber: number | null;
  fromAt: number;
  toAt: number | null;
};

/** Who held an account in which slot, latest first. */
export function holderHistory(connection: Connection, accountId: number): HeldInterval[] {
  return connection
    .prepare<[number], HeldInterval>(
      `SELECT s.slot, s.rep_id AS repId, r.name, r.kind, s.reason, s.is_locked AS isLocked, v.number AS planNumber,
         s.from_at AS fromAt, s.to_at AS toAt
       FROM assignments s JOIN reps r ON r.id = s.rep_id LEFT JOIN plan_versions v ON v.id = s.plan_version_id
       WHERE s.account_id = ? ORDER BY s.from_at DESC, s.slot`,
    )
    .all(accountId);
}

export type PlacedInterval = {
  territoryId: number;
  name: string;
  step: string;
  reason: string | null;
  fromAt: number;
  toAt: number | null;
};

/** In which published territories an account lay, latest first. */
export function placeHistory(connection: Connection, accountId: number): PlacedInterval[] {
  return connection
    .prepare<[number], PlacedInterval>(
      `SELECT p.territory_id AS territoryId, t.name, p.step, p.reason, p.from_at AS fromAt, p.to_at AS toAt
       FROM placements p JOIN territories t ON t.id = p.territory_id
       WHERE p.account_id = ? ORDER BY p.from_at DESC`,
    )
    .all(accountId);
}

export type PlanVersionRow = {
  id: number;
  number: number;
  movedAccounts: number;
  note: string | null;
  publishedAt: number;
  publishedBy: string | null;
};

/** The published versions of a plan, latest first. */
export function planVersionRows(connection: Connection, planId: number): PlanVersionRow[] {
  return connection
    .prepare<[number], PlanVersionRow>(
      `SELECT v.id, v.number, v.moved_accounts AS movedAccounts, v.note, v.published_at AS publishedAt, u.name AS publishedBy
       FROM plan_versions v LEFT JOIN users u ON u.id = v.published_by_user_id
       WHERE v.plan_id = ? ORDER BY v.number DESC`,
    )
    .all(planId);
}

export type WrittenMove = {
  accountId: number;
  slot: Slot;
  fromRepId: number | null;
  toRepId: number | null;
  reason: string | null;
};

/** Which holders one published version changed: what began with it, beside what ended at the same instant. */
export function movesOfVersion(connection: Connection, versionId: number): WrittenMove[] {
  return connection
    .prepare<[number, number], WrittenMove>(
      `SELECT coalesce(b.account_id, e.account_id) AS accountId, coalesce(b.slot, e.slot) AS slot,
         e.rep_id AS fromRepId, b.rep_id AS toRepId, b.reason
       FROM (SELECT * FROM assignments WHERE plan_version_id = ?) b
       FULL JOIN (SELECT s.* FROM assignments s JOIN plan_versions v ON v.effective_at = s.to_at WHERE v.id = ?) e
         ON e.account_id = b.account_id AND e.slot = b.slot
       ORDER BY 1, 2`,
    )
    .all(versionId, versionId);
}
