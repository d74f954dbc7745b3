import 'server-only';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';

export type AcceptedMove = {
  accountId: number;
  repId: number;
  /** For an account that lay in no territory; else null, and it stays where it lies. */
  territoryId: number | null;
  reason: string;
};

/** Sets holders, and places of accounts without one, by hand in the draft, each with its own reason. */
export function writeAcceptedMoves(
  connection: Connection,
  planId: number,
  slot: Slot,
  moves: readonly AcceptedMove[],
  who: { now: number; userId: number | null },
): void {
  const holder = connection.prepare(
    `INSERT INTO plan_account_holders (plan_id, account_id, slot, rep_id, is_locked, reason) VALUES (?, ?, ?, ?, 0, ?)
     ON CONFLICT (plan_id, account_id, slot) DO UPDATE SET rep_id = excluded.rep_id, is_locked = 0, reason = excluded.reason`,
  );
  const place = connection.prepare(
    `INSERT INTO plan_accounts (plan_id, account_id, territory_id, is_locked, reason, created_at, created_by_user_id)
     VALUES (?, ?, ?, 0, ?, ?, ?)
     ON CONFLICT (plan_id, account_id) DO UPDATE SET territory_id = excluded.territory_id, reason = excluded.reason,
       created_at = excluded.created_at, created_by_user_id = excluded.created_by_user_id`,
  );
  for (const { accountId, repId, territoryId, reason } of moves) {
    holder.run(planId, accountId, slot, repId, reason);
    if (territoryId !== null) place.run(planId, accountId, territoryId, reason, who.now, who.userId);
  }
}

/** Lets a proposal stand on the plan as it is after its own moves were accepted. */
export function moveProposalOn(connection: Connection, jobId: number, planVersion: number): void {
  connection
    .prepare("UPDATE jobs SET result = json_set(result, '$.planVersion', ?) WHERE id = ?")
    .run(planVersion, jobId);
}
