import 'server-only';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';

export type RepChange = {
  at: number;
  way: 'came' | 'went';
  slot: Slot;
  accountId: number;
  account: string;
  /** From whom it came, or to whom it went; null = nobody. */
  otherId: number | null;
  other: string | null;
  reason: string | null;
  planNumber: number | null;
  note: string | null;
  /** 0 = placed later, as the version in force said. */
  isByPublish: number | null;
};

/** Every account that came to a rep or pool, or went, latest first. An account that changes only its reason did neither. */
export function repChanges(connection: Connection, repId: number): RepChange[] {
  return connection
    .prepare<{ repId: number }, RepChange>(
      `SELECT c.at, c.way, c.slot, c.account_id AS accountId, a.name AS account, c.other_id AS otherId, r.name AS other,
         c.reason, v.number AS planNumber, v.took_effect_at = c.at AS isByPublish, v.note
       FROM (
         SELECT s.from_at AS at, 'came' AS way, s.slot, s.account_id, e.rep_id AS other_id, s.reason,
           s.plan_version_id AS version_id
         FROM assignments s LEFT JOIN assignments e
           ON e.account_id = s.account_id AND e.slot = s.slot AND e.to_at = s.from_at
         WHERE s.rep_id = @repId AND e.rep_id IS NOT @repId
         UNION ALL
         SELECT s.to_at, 'went', s.slot, s.account_id, b.rep_id, b.reason,
           coalesce(b.plan_version_id, (SELECT id FROM plan_versions WHERE took_effect_at = s.to_at))
         FROM assignments s LEFT JOIN assignments b
           ON b.account_id = s.account_id AND b.slot = s.slot AND b.from_at = s.to_at
         WHERE s.rep_id = @repId AND s.to_at IS NOT NULL AND b.rep_id IS NOT @repId
       ) c
       JOIN accounts a ON a.id = c.account_id LEFT JOIN reps r ON r.id = c.other_id
       LEFT JOIN plan_versions v ON v.id = c.version_id
       ORDER BY c.at DESC, c.way, a.name_folded`,
    )
    .all({ repId });
}
