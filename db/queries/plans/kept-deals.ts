import 'server-only';
import { keptSlot } from '#lib/territories/kept-slot.ts';
import type { Move } from '#lib/territories/moves.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { HeldDeal, OpenDeal } from '#lib/territories/book-pipelines.ts';
import type { Connection } from '../../client.ts';

/** A deal that stays with its former owner: until a day (epoch day), or until it is won or lost. */
export type KeptDeal = {
  opportunityId: number;
  untilOn: number | null;
  reason: string | null;
  userId: number | null;
};

/** The deals that a draft keeps with their former owners. */
export function keptDeals(connection: Connection, planId: number): KeptDeal[] {
  return connection
    .prepare<[number], KeptDeal>(
      `SELECT opportunity_id AS opportunityId, until_on AS untilOn, reason, created_by_user_id AS userId
       FROM plan_holdovers WHERE plan_id = ? ORDER BY opportunity_id`,
    )
    .all(planId);
}

/** Keeps these deals with their former owners, or lets them go with their accounts. */
export function saveKeptDeals(
  connection: Connection,
  planId: number,
  opportunityIds: readonly number[],
  keep: { untilOn: number | null; reason: string | null; userId: number | null; now: number } | null,
): void {
  const drop = connection.prepare('DELETE FROM plan_holdovers WHERE plan_id = ? AND opportunity_id = ?');
  const add = connection.prepare(
    `INSERT INTO plan_holdovers (plan_id, opportunity_id, until_on, reason, created_by_user_id, created_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const id of opportunityIds) {
    drop.run(planId, id);
    if (keep) add.run(planId, id, keep.untilOn, keep.reason, keep.userId, keep.now);
  }
}

/** Makes a plan or scenario keep the same deals as another one. */
export function copyKeptDeals(connection: Connection, fromPlanId: number, toPlanId: number): void {
  connection.prepare('DELETE FROM plan_holdovers WHERE plan_id = ?').run(toPlanId);
  connection
    .prepare(
      `INSERT INTO plan_holdovers (plan_id, opportunity_id, until_on, reason, created_by_user_id, created_at)
       SELECT ?, opportunity_id, until_on, reason, created_by_user_id, created_at FROM plan_holdovers WHERE plan_id = ?`,
    )
    .run(toPlanId, fromPlanId);
}

const openDeal = `FROM opportunities o JOIN stages s ON s.id = o.stage_id
  WHERE o.archived_at IS NULL AND s.outcome = 'open' AND o.account_id IS NOT NULL`;

const dealColumns = 'o.id, o.account_id AS accountId, o.owner_id AS ownerRepId, o.amount';

/** Every open deal that has an account. */
export function openDeals(connection: Connection): OpenDeal[] {
  return connection.prepare<[], OpenDeal>(`SELECT ${dealColumns} ${openDeal} ORDER BY o.id`).all();
}

/** The open deals of some accounts. */
export function openDealsOf(connection: Connection, accountIds: readonly number[]): OpenDeal[] {
  return connection
    .prepare<[string], OpenDeal>(
      `SELECT ${dealColumns} ${openDeal} AND o.account_id IN (SELECT value FROM json_each(?)) ORDER BY o.id`,
    )
    .all(JSON.stringify(accountIds));
}

/** Those of some deals that are open and have an account. */
function openAmong(connection: Connection, ids: readonly number[]): OpenDeal[] {
  return connection
    .prepare<[string], OpenDeal>(
      `SELECT ${dealColumns} ${openDeal} AND o.id IN (SELECT value FROM json_each(?)) ORDER BY o.id`,
    )
    .all(JSON.stringify(ids));
}

/** Deals held over now. */
export function heldDeals(connection: Connection): HeldDeal[] {
  return connection
    .prepare<[], HeldDeal>(
      'SELECT opportunity_id AS opportunityId, slot, rep_id AS repId FROM holdovers WHERE ended_at IS NULL',
    )
    .all();
}

/** Who would keep which of the chosen deals, once these moves are made. Deals held over already stay as they are. */
export function heldAfter(
  deals: readonly OpenDeal[],
  moves: readonly Move[],
  kept: readonly Pick<KeptDeal, 'opportunityId'>[],
  held: readonly HeldDeal[],
): (HeldDeal & { accountId: number })[] {
  const wanted = new Set(kept.map(({ opportunityId }) => opportunityId));
  for (const { opportunityId } of held) wanted.delete(opportunityId);
  const moving = new Map(moves.map((move) => [move.accountId, move]));
  return deals.flatMap(({ id, accountId, ownerRepId }) => {
    const move = wanted.has(id) ? moving.get(accountId) : undefined;
    const lost = move && keptSlot(move, ownerRepId);
    if (!lost || lost.fromRepId === null) return [];
    return [{ opportunityId: id, accountId, slot: lost.slot, repId: lost.fromRepId }];
  });
}

/**
 * Writes the holdovers of a version that takes effect, before its moves are written, and forgets the draft's choices
 * that it used up. A choice whose day is past, whose deal is closed or whose account does not move is not written.
 * Returns how many were.
 */
export function writeHoldovers(
  connection: Connection,
  version: { id: number; planId: number; at: number; todayOn: number },
  moves: readonly Move[],
  kept: readonly KeptDeal[],
): number {
  const choices = new Map(
    kept
      .filter(({ untilOn }) => untilOn === null || untilOn >= version.todayOn)
      .map((deal) => [deal.opportunityId, deal]),
  );
  const found =
    choices.size === 0
      ? []
      : heldAfter(
          openAmong(connection, [...choices.keys()]),
          moves,
          [...choices.values()],
          heldDeals(connection),
        );
  const add = connection.prepare(
    `INSERT INTO holdovers (opportunity_id, account_id, slot, rep_id, until_on, reason, plan_version_id,
       created_by_user_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { opportunityId, accountId, slot, repId } of found) {
    const { untilOn = null, reason = null, userId = null } = choices.get(opportunityId) ?? {};
    add.run(opportunityId, accountId, slot, repId, untilOn, reason, version.id, userId, version.at);
  }
  saveKeptDeals(
    connection,
    version.planId,
    kept.map(({ opportunityId }) => opportunityId),
    null,
  );
  return found.length;
}

/** Takes up again what `endReturned` ended at an instant for a slot of an account, now that it goes on after all. */
export function resumeReturned(
  connection: Connection,
  { accountId, slot, at }: { accountId: number; slot: Slot; at: number },
): void {
  connection
    .prepare(
      `UPDATE holdovers SET ended_at = NULL, ended_by = NULL
       WHERE account_id = ? AND slot = ? AND ended_by = 'moved' AND ended_at = ?`,
    )
    .run(accountId, slot, at);
}

/** Ends holdovers whose account is back with the former owner; returns how many. */
export function endReturned(connection: Connection, at: number): number {
  return connection
    .prepare<[number]>(
      `UPDATE holdovers SET ended_at = ?, ended_by = 'moved' WHERE ended_at IS NULL AND EXISTS (
         SELECT 1 FROM assignments a WHERE a.account_id = holdovers.account_id AND a.slot = holdovers.slot
           AND a.rep_id = holdovers.rep_id AND a.to_at IS NULL)`,
    )
    .run(at).changes;
}
