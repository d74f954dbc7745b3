import 'server-only';
import { changesPlace, type HandChange } from '#lib/territories/with-changes.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';

/** What is set by hand on accounts in a draft. */
export type HandSettings = {
  places: { accountId: number; territoryId: number | null; isLocked: number; reason: string | null }[];
  holders: { accountId: number; slot: Slot; repId: number; isLocked: number; reason: string | null }[];
};

/** What is set by hand on these accounts now: the before-image of a change, for undo and the audit. */
export function readHandSettings(
  connection: Connection,
  planId: number,
  accountIds: readonly number[],
): HandSettings {
  const ids = JSON.stringify(accountIds);
  return {
    places: connection
      .prepare<[number, string], HandSettings['places'][number]>(
        `SELECT account_id AS accountId, territory_id AS territoryId, is_locked AS isLocked, reason FROM plan_accounts
         WHERE plan_id = ? AND account_id IN (SELECT value FROM json_each(?))`,
      )
      .all(planId, ids),
    holders: connection
      .prepare<[number, string], HandSettings['holders'][number]>(
        `SELECT account_id AS accountId, slot, rep_id AS repId, is_locked AS isLocked, reason FROM plan_account_holders
         WHERE plan_id = ? AND account_id IN (SELECT value FROM json_each(?))`,
      )
      .all(planId, ids),
  };
}

type Who = { now: number; userId: number | null };

/** Writes one change by hand; the rules of what it means are those of `withChanges`. */
export function writeHandChange(connection: Connection, planId: number, change: HandChange, who: Who): void {
  const ids = JSON.stringify(change.accountIds);
  if (change.territoryId === null && !change.isLocked) {
    connection
      .prepare(
        'DELETE FROM plan_accounts WHERE plan_id = ? AND account_id IN (SELECT value FROM json_each(?))',
      )
      .run(planId, ids);
  } else if (changesPlace(change)) {
    writePlaces(connection, planId, change, who);
  }
  if (change.holder) writeHolders(connection, planId, change);
}

function writePlaces(connection: Connection, planId: number, change: HandChange, who: Who): void {
  const upsert = connection.prepare(
    `INSERT INTO plan_accounts (plan_id, account_id, territory_id, is_locked, reason, created_at, created_by_user_id)
     VALUES (@planId, @accountId, @territoryId, coalesce(@isLocked, 0), @reason, @now, @userId)
     ON CONFLICT (plan_id, account_id) DO UPDATE SET
       territory_id = iif(@movesPlace, @territoryId, territory_id), is_locked = coalesce(@isLocked, is_locked),
       reason = coalesce(@reason, reason), created_at = @now, created_by_user_id = @userId`,
  );
  for (const accountId of change.accountIds) {
    upsert.run({
      planId,
      accountId,
      movesPlace: Number(change.territoryId !== undefined),
      territoryId: change.territoryId ?? null,
      isLocked: change.isLocked === undefined ? null : Number(change.isLocked),
      reason: change.reason ?? null,
      ...who,
    });
  }
}

function writeHolders(connection: Connection, planId: number, change: HandChange): void {
  if (!change.holder) return;
  const { slot, repId } = change.holder;
  connection
    .prepare(
      'DELETE FROM plan_account_holders WHERE plan_id = ? AND slot = ? AND account_id IN (SELECT value FROM json_each(?))',
    )
    .run(planId, slot, JSON.stringify(change.accountIds));
  if (repId === null) return;
  const insert = connection.prepare(
    'INSERT INTO plan_account_holders (plan_id, account_id, slot, rep_id, is_locked, reason) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const accountId of change.accountIds) {
    insert.run(planId, accountId, slot, repId, Number(change.isLocked ?? false), change.reason ?? null);
  }
}

/** Puts hand settings of these accounts back to a before-image. */
export function restoreHandSettings(
  connection: Connection,
  planId: number,
  accountIds: readonly number[],
  before: HandSettings,
  who: Who,
): void {
  const ids = JSON.stringify(accountIds);
  for (const table of ['plan_accounts', 'plan_account_holders']) {
    connection
      .prepare(`DELETE FROM ${table} WHERE plan_id = ? AND account_id IN (SELECT value FROM json_each(?))`)
      .run(planId, ids);
  }
  const place = connection.prepare(
    'INSERT INTO plan_accounts (plan_id, account_id, territory_id, is_locked, reason, created_at, created_by_user_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const row of before.places)
    place.run(planId, row.accountId, row.territoryId, row.isLocked, row.reason, who.now, who.userId);
  const holder = connection.prepare(
    'INSERT INTO plan_account_holders (plan_id, account_id, slot, rep_id, is_locked, reason) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const row of before.holders)
    holder.run(planId, row.accountId, row.slot, row.repId, row.isLocked, row.reason);
}
