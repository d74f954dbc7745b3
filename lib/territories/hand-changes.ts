import type { AssignedAccount } from './assign-holders.ts';
import type { Carve } from './carve.ts';
import type { Holders, PlanAccount, Slot } from './plan-model.ts';
import { slots } from './plan-model.ts';
import type { HandChange } from './with-changes.ts';

/** Where accounts are held fast: as the draft says, or as published. */
export type FixAs = 'draft' | 'published';

type Held = { accountId: number; territoryId: number | null; holders: Holders };

/** Locks accounts to their territory and holders, one change per territory and per holder. */
export function fixAccounts(
  carved: Carve,
  accountIds: readonly number[],
  as: FixAs,
  reason: string | null,
): HandChange[] {
  const wanted = new Set(accountIds);
  const held = carved.accounts
    .filter((account) => wanted.has(account.id))
    .map((account) => heldOf(account, carved.assigned.get(account.id), as));
  const places = [...Map.groupBy(held, (item) => item.territoryId)].map(
    ([territoryId, group]): HandChange => ({
      accountIds: group.map((item) => item.accountId),
      territoryId,
      isLocked: true,
      reason,
    }),
  );
  return [...places, ...slots.flatMap((slot) => fixSlot(held, slot, reason))];
}

function heldOf(account: PlanAccount, drafted: AssignedAccount | undefined, as: FixAs): Held {
  const { territoryId, holders } =
    as === 'published' || !drafted
      ? account
      : { territoryId: drafted.place.territoryId, holders: drafted.holders };
  return { accountId: account.id, territoryId, holders };
}

function fixSlot(held: readonly Held[], slot: Slot, reason: string | null): HandChange[] {
  return [...Map.groupBy(held, (item) => item.holders[slot] ?? null)].map(([repId, group]) => ({
    accountIds: group.map((item) => item.accountId),
    holder: { slot, repId },
    ...(repId === null ? {} : { isLocked: true }),
    reason,
  }));
}

/**
 * Takes locks off without moving anything: where rules and places would put an account into the same territory anyway
 * the hand-made place goes too, else it stays as a place by hand without its lock. The same for each holder.
 */
export function unlockAccounts(
  carved: Carve,
  freed: Carve,
  accountIds: readonly number[],
  reason: string | null,
): HandChange[] {
  const pairs = accountIds.flatMap((accountId) => {
    const now = carved.assigned.get(accountId);
    const then = freed.assigned.get(accountId);
    return now && then ? [{ accountId, now, then }] : [];
  });
  const same = pairs.filter(({ now, then }) => now.place.territoryId === then.place.territoryId);
  const other = pairs.filter(({ now, then }) => now.place.territoryId !== then.place.territoryId);
  const changes: HandChange[] = [
    { accountIds: same.map((pair) => pair.accountId), territoryId: null },
    {
      accountIds: other.filter(({ now }) => now.place.territoryId !== null).map((pair) => pair.accountId),
      isLocked: false,
      reason,
    },
    // Kept out of every territory: without its lock there is nothing left that holds it.
    {
      accountIds: other.filter(({ now }) => now.place.territoryId === null).map((pair) => pair.accountId),
      territoryId: null,
    },
    ...slots.flatMap((slot) => unlockSlot(pairs, slot, reason)),
  ];
  return changes.filter((change) => change.accountIds.length > 0);
}

function unlockSlot(
  pairs: readonly { accountId: number; now: AssignedAccount; then: AssignedAccount }[],
  slot: Slot,
  reason: string | null,
): HandChange[] {
  const locked = pairs.filter(({ now }) => now.reasons[slot] === 'lock');
  return [
    ...Map.groupBy(locked, ({ now, then }) =>
      now.holders[slot] === then.holders[slot] ? null : (now.holders[slot] ?? null),
    ),
  ].map(([repId, group]) => ({
    accountIds: group.map((pair) => pair.accountId),
    holder: { slot, repId },
    reason,
  }));
}

/** Gives accounts back to what rules, places and territories say. */
export function backToRules(accountIds: readonly number[]): HandChange[] {
  return [
    { accountIds, territoryId: null },
    ...slots.map((slot) => ({ accountIds, holder: { slot, repId: null } })),
  ];
}
