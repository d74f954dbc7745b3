import 'server-only';
import { carve } from '#lib/territories/carve.ts';
import { type PlanAccount, slots } from '#lib/territories/plan-model.ts';
import type { ContentPlace, PlanContent } from '#lib/territories/scenarios/content.ts';
import type { Connection } from '../../client.ts';
import { planAccounts } from '../plans/kept-accounts.ts';
import { holderRows } from '../plans/plan-rows.ts';
import { planOfVersion, publishedPlan } from '../plans/published-plan.ts';
import { planContent, territoriesOf } from './plan-content.ts';

type PlacedRow = { accountId: number; territoryId: number; step: string; reason: string | null };

/**
 * The version in force as content, or null before there is one. What its territories do not say by themselves is set by
 * hand: locks and named accounts always; with `asItLies` also every account whose data would take it elsewhere by now,
 * so that everything lies and is held as published. `members` is whom the frozen rules take now.
 */
export function publishedContent(
  connection: Connection,
  { members, asItLies }: { members: Record<number, ArrayLike<number>>; asItLies: boolean },
): PlanContent | null {
  const version = publishedPlan(connection);
  if (!version) return null;
  const plan = planOfVersion(connection, version, members);
  const known = new Set(version.territories.map((row) => row.id));
  const accounts = planAccounts(connection);
  const placed = new Map(placedRows(connection).map((row) => [row.accountId, row]));
  const own = agreeing(planContent(connection, version.planId), accounts);
  const covered = new Set(own.places.map(({ accountId }) => accountId));
  const places = [
    ...own.places,
    ...accounts.flatMap(({ id, territoryId }): ContentPlace[] => {
      const row = placed.get(id);
      if (!row || territoryId === null || !known.has(territoryId) || covered.has(id)) return [];
      if (row.step !== 'lock' && row.step !== 'named' && row.step !== 'hand') return [];
      return [
        { accountId: id, territoryKey: territoryId, isLocked: row.step === 'lock', reason: row.reason },
      ];
    }),
  ];
  const carved = carve(accounts, {
    ...plan,
    places: new Map(
      places.map(({ accountId, territoryKey, ...rest }) => [
        accountId,
        { ...rest, territoryId: territoryKey },
      ]),
    ),
    holders: Map.groupBy(own.holders, (holder) => holder.accountId),
  });
  const filled = new Set(version.holders.map((holder) => holder.slot));
  const locked = lockedHolders(connection);
  const active = new Set(
    holderRows(connection).flatMap((holder) => (holder.isActive === 1 ? [holder.id] : [])),
  );
  const set = new Set(own.holders.map(({ accountId, slot }) => `${accountId}:${slot}`));
  const holders = [...own.holders];
  for (const account of accounts) {
    const planned = carved.assigned.get(account.id);
    const isDrifted = planned?.place.territoryId !== account.territoryId;
    if (isDrifted && !asItLies) continue;
    if (isDrifted && account.territoryId !== null && known.has(account.territoryId)) {
      places.push({
        accountId: account.id,
        territoryKey: account.territoryId,
        isLocked: false,
        reason: 'As published',
      });
    }
    for (const slot of slots) {
      const repId = account.holders[slot];
      const key = `${account.id}:${slot}`;
      if (repId === undefined || !filled.has(slot) || set.has(key)) continue;
      // Whoever left holds nothing that a scenario could be based on.
      if (!asItLies && !active.has(repId)) continue;
      const isLocked = locked.has(key);
      if (planned?.holders[slot] === repId && !isDrifted && !isLocked) continue;
      holders.push({ accountId: account.id, slot, repId, isLocked, reason: 'As published' });
    }
  }
  return {
    territories: territoriesOf(
      version.territories,
      version.holders,
      new Map(version.territories.map(({ id }) => [id, id])),
    ),
    places,
    holders,
  };
}

function placedRows(connection: Connection): PlacedRow[] {
  return connection
    .prepare<[], PlacedRow>(
      'SELECT account_id AS accountId, territory_id AS territoryId, step, reason FROM placements WHERE to_at IS NULL',
    )
    .all();
}

/** Keys `account:slot` of holders who are published as locked. */
function lockedHolders(connection: Connection): Set<string> {
  return new Set(
    connection
      .prepare<[], string>(
        "SELECT account_id || ':' || slot FROM assignments WHERE to_at IS NULL AND is_locked = 1",
      )
      .pluck()
      .all(),
  );
}

/** What is set by hand in the plan and lies published so: the rest of its draft is not in force. */
function agreeing(
  content: PlanContent,
  accounts: readonly PlanAccount[],
): Pick<PlanContent, 'places' | 'holders'> {
  const published = new Map(accounts.map((account) => [account.id, account]));
  return {
    places: content.places.filter(
      ({ accountId, territoryKey }) => published.get(accountId)?.territoryId === territoryKey,
    ),
    holders: content.holders.filter(
      ({ accountId, slot, repId }) => published.get(accountId)?.holders[slot] === repId,
    ),
  };
}
