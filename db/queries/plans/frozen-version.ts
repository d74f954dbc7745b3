import 'server-only';
import { type FrozenAccount, freeze, thaw } from '#lib/territories/frozen-target.ts';
import { type Move, moves } from '#lib/territories/moves.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';
import type { KeptDeal } from './kept-deals.ts';
import { planAccounts } from './kept-accounts.ts';
import { carvePlan, type PlanQuestion } from './plan-picture.ts';

/** The draft frozen, for a version that waits: what it says about every account, and how much would move today. */
export function freezePlan(
  connection: Connection,
  question: PlanQuestion,
): { target: FrozenAccount[]; movedAccounts: number } {
  const carved = carvePlan(connection, question);
  return { target: freeze(carved.assigned.values()), movedAccounts: carved.moves.length };
}

export type FrozenMoves = {
  moves: Move[];
  keptDeals: KeptDeal[];
  /** People who have left since the version was frozen, and how many accounts they were to get. */
  left: { name: string; accounts: number }[];
  /** Accounts that went to the Trash since. */
  goneAccounts: number;
};

type Frozen = { target?: FrozenAccount[]; keptDeals?: KeptDeal[] };

/**
 * What a version that waits would move now, so that every account of its day lies and is held as it says. Whoever was
 * given an account by an accepted request since it was published keeps it.
 */
export function frozenMoves(connection: Connection, { versionId }: { versionId: number }): FrozenMoves {
  const version = connection
    .prepare<[number], { snapshot: string; publishedAt: number }>(
      'SELECT snapshot, published_at AS publishedAt FROM plan_versions WHERE id = ?',
    )
    .get(versionId);
  const { target = [], keptDeals = [] } = JSON.parse(version?.snapshot ?? '{}') as Frozen;
  const people = new Map(
    connection
      .prepare<[], { id: number; name: string; isThere: number }>(
        'SELECT id, name, (archived_at IS NULL AND is_active = 1) AS isThere FROM reps',
      )
      .all()
      .map((row) => [row.id, row]),
  );
  const isThere = (repId: number) => people.get(repId)?.isThere === 1;
  const accounts = planAccounts(connection);
  const { assigned, left, goneAccounts } = thaw(target, accounts, isThere);
  for (const { accountId, slot, repId } of version ? givenSince(connection, version.publishedAt) : []) {
    const item = assigned.get(accountId);
    if (item && isThere(repId)) item.holders[slot] = repId;
  }
  return {
    moves: moves(accounts, assigned),
    keptDeals,
    left: [...left].map(([repId, count]) => ({
      name: people.get(repId)?.name ?? 'Somebody who was deleted',
      accounts: count,
    })),
    goneAccounts,
  };
}

/** Slots that somebody holds now because they were given at once, by hand, at or after an instant (epoch ms). */
function givenSince(connection: Connection, at: number): { accountId: number; slot: Slot; repId: number }[] {
  return connection
    .prepare<[number], { accountId: number; slot: Slot; repId: number }>(
      `SELECT account_id AS accountId, slot, rep_id AS repId FROM assignments
       WHERE to_at IS NULL AND source = 'hand' AND from_at >= ?`,
    )
    .all(at);
}

/** Writes down that a version took effect at `at` (epoch ms), what came of it, and drops what it had kept ready. */
export function noteEffect(
  connection: Connection,
  versionId: number,
  effect: { at: number; movedAccounts: number; left: FrozenMoves['left']; goneAccounts: number },
): void {
  connection
    .prepare(
      `UPDATE plan_versions SET took_effect_at = ?, moved_accounts = ?,
         snapshot = json_set(json_remove(snapshot, '$.target', '$.keptDeals'), '$.outcome', json(?))
       WHERE id = ?`,
    )
    .run(
      effect.at,
      effect.movedAccounts,
      JSON.stringify({ left: effect.left, goneAccounts: effect.goneAccounts }),
      versionId,
    );
}
