import 'server-only';
import type { RequestKind } from '#lib/shared/request-shapes.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';

export type NewRequest = {
  accountId: number;
  slot: Slot;
  kind: RequestKind;
  fromRepId: number | null;
  toRepId: number | null;
  reason: string;
  askedByUserId: number | null;
  askedAt: number;
};

/** Returns the row id. */
export function insertRequest(connection: Connection, request: NewRequest): number {
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO account_requests (account_id, slot, kind, from_rep_id, to_rep_id, reason, asked_by_user_id, asked_at)
       VALUES (@accountId, @slot, @kind, @fromRepId, @toRepId, @reason, @askedByUserId, @askedAt)`,
    )
    .run(request);
  return Number(lastInsertRowid);
}

/** Puts a decided request back to waiting for a decision. */
export function reopenRequest(connection: Connection, id: number): void {
  connection
    .prepare(
      `UPDATE account_requests SET status = 'open', decided_by_user_id = NULL, decided_at = NULL, answer = NULL,
         given_to_rep_id = NULL, version = version + 1
       WHERE id = ?`,
    )
    .run(id);
}

/** Closes an open request. Whether it was still open is checked by the caller, in the same transaction. */
export function closeRequest(
  connection: Connection,
  id: number,
  closed: {
    status: 'accepted' | 'refused' | 'withdrawn';
    byUserId: number | null;
    at: number;
    answer: string | null;
    givenToRepId: number | null;
  },
): void {
  connection
    .prepare(
      `UPDATE account_requests SET status = @status, decided_by_user_id = @byUserId, decided_at = @at, answer = @answer,
         given_to_rep_id = @givenToRepId, version = version + 1
       WHERE id = @id`,
    )
    .run({ id, ...closed });
}
