import 'server-only';
import type { Connection } from '../../client.ts';

export type WaitingVersion = {
  id: number;
  planId: number;
  planName: string;
  number: number;
  effectiveAt: number;
  movedAccounts: number;
  note: string | null;
  publishedByUserId: number | null;
};

const waiting = `SELECT v.id, v.plan_id AS planId, p.name AS planName, v.number, v.effective_at AS effectiveAt,
    v.moved_accounts AS movedAccounts, v.note, v.published_by_user_id AS publishedByUserId
  FROM plan_versions v JOIN plans p ON p.id = v.plan_id
  WHERE v.took_effect_at IS NULL AND v.withdrawn_at IS NULL`;

/** The version that is published for a day ahead, whatever plan it belongs to: there is at most one. */
export function waitingVersion(connection: Connection): WaitingVersion | null {
  return connection.prepare<[], WaitingVersion>(`${waiting} ORDER BY v.effective_at, v.id`).get() ?? null;
}

/** The next version whose day has come, or null. */
export function dueVersion(connection: Connection, now: number): WaitingVersion | null {
  return (
    connection
      .prepare<[number], WaitingVersion>(`${waiting} AND v.effective_at <= ? ORDER BY v.effective_at, v.id`)
      .get(now) ?? null
  );
}

/** Takes a waiting version back; its number stays taken. */
export function markWithdrawn(connection: Connection, versionId: number, now: number): void {
  connection
    .prepare(
      `UPDATE plan_versions SET withdrawn_at = ?, snapshot = json_remove(snapshot, '$.target', '$.keptDeals')
       WHERE id = ?`,
    )
    .run(now, versionId);
}

/** Whether a version that is not withdrawn was published, or took effect, at or after an instant (epoch ms). */
export function isPublishedSince(connection: Connection, at: number): boolean {
  return (
    connection
      .prepare<[{ at: number }], number>(
        `SELECT EXISTS (SELECT 1 FROM plan_versions
           WHERE withdrawn_at IS NULL AND (published_at >= @at OR took_effect_at >= @at))`,
      )
      .pluck()
      .get({ at }) === 1
  );
}

/**
 * Whether anything was placed or given, or a version took effect, after an instant (epoch ms): nothing may then begin
 * before that.
 */
export function hasChangesAfter(connection: Connection, at: number): boolean {
  return (
    connection
      .prepare<[{ at: number }], number>(
        `SELECT EXISTS (SELECT 1 FROM assignments WHERE from_at > @at OR to_at > @at)
           OR EXISTS (SELECT 1 FROM placements WHERE from_at > @at OR to_at > @at)
           OR EXISTS (SELECT 1 FROM plan_versions WHERE took_effect_at > @at)`,
      )
      .pluck()
      .get({ at }) === 1
  );
}
