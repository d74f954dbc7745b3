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
  /** When it takes over. */
  effectiveAt: number;
  /** When its moves were written; null while it waits, and for one that was withdrawn. */
  tookEffectAt: number | null;
  withdrawnAt: number | null;
  publishedBy: string | null;
};

/** What a version froze, as it was written. */
export function versionSnapshot(connection: Connection, versionId: number): unknown {
  const text = connection
    .prepare<[number], string>('SELECT snapshot FROM plan_versions WHERE id = ?')
    .pluck()
    .get(versionId);
  return JSON.parse(text ?? 'null') as unknown;
}

/** The published versions of a plan, latest first. */
export function planVersionRows(connection: Connection, planId: number): PlanVersionRow[] {
  return connection
    .prepare<[number], PlanVersionRow>(
      `SELECT v.id, v.number, v.moved_accounts AS movedAccounts, v.note, v.published_at AS publishedAt,
         v.effective_at AS effectiveAt, v.took_effect_at AS tookEffectAt, v.withdrawn_at AS withdrawnAt, u.name AS publishedBy
       FROM plan_versions v LEFT JOIN users u ON u.id = v.published_by_user_id
       WHERE v.plan_id = ? ORDER BY v.number DESC`,
    )
    .all(planId);
}

export type WrittenMove = {
  accountId: number;
  /** Null = only the territory changed. */
  slot: Slot | null;
  fromRepId: number | null;
  toRepId: number | null;
  fromTerritory: string | null;
  toTerritory: string | null;
  /** How it was placed; null where the place did not change. */
  step: string | null;
  placeReason: string | null;
  holderReason: string | null;
};

/**
 * What one published version changed: holders and places that began with it, beside what ended at the same instant.
 * Names of territories as they are now.
 */
export function movesOfVersion(connection: Connection, versionId: number): WrittenMove[] {
  return connection
    .prepare<[number], WrittenMove>(
      `WITH version AS (SELECT id, coalesce(took_effect_at, effective_at) AS at FROM plan_versions WHERE id = ?),
       held AS (
         SELECT coalesce(b.account_id, e.account_id) AS account_id, coalesce(b.slot, e.slot) AS slot,
           e.rep_id AS from_rep, b.rep_id AS to_rep, b.reason
         FROM (SELECT s.* FROM assignments s JOIN version v ON s.plan_version_id = v.id AND s.from_at = v.at) b
         FULL JOIN (SELECT s.* FROM assignments s JOIN version v ON v.at = s.to_at) e
           ON e.account_id = b.account_id AND e.slot = b.slot),
       placed AS (
         SELECT coalesce(b.account_id, e.account_id) AS account_id, e.territory_id AS from_id, b.territory_id AS to_id,
           b.reason, b.step
         FROM (SELECT p.* FROM placements p JOIN version v ON p.from_at = v.at) b
         FULL JOIN (SELECT p.* FROM placements p JOIN version v ON p.to_at = v.at) e ON e.account_id = b.account_id)
       SELECT coalesce(h.account_id, p.account_id) AS accountId, h.slot, h.from_rep AS fromRepId, h.to_rep AS toRepId,
         coalesce(f.name, CASE WHEN p.account_id IS NULL THEN now.name END) AS fromTerritory,
         coalesce(t.name, CASE WHEN p.account_id IS NULL THEN now.name END) AS toTerritory,
         h.reason AS holderReason, p.reason AS placeReason, p.step
       FROM held h FULL JOIN placed p ON p.account_id = h.account_id
       LEFT JOIN territories f ON f.id = p.from_id LEFT JOIN territories t ON t.id = p.to_id
       LEFT JOIN placements c ON p.account_id IS NULL AND c.account_id = h.account_id
         AND c.from_at <= (SELECT at FROM version) AND (c.to_at IS NULL OR c.to_at > (SELECT at FROM version))
       LEFT JOIN territories now ON now.id = c.territory_id
       ORDER BY 1, 2`,
    )
    .all(versionId);
}
