import 'server-only';
import { type FrozenAccount, freeze, thaw } from '#lib/territories/frozen-target.ts';
import { type Move, moves } from '#lib/territories/moves.ts';
import type { Connection } from '../../client.ts';
import type { KeptDeal } from './kept-deals.ts';
import { carvePlan, planAccounts, type PlanQuestion } from './plan-picture.ts';

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

/** What a version that waits would move now, so that every account of its day lies and is held as it says. */
export function frozenMoves(connection: Connection, { versionId }: { versionId: number }): FrozenMoves {
  const text = connection
    .prepare<[number], string>('SELECT snapshot FROM plan_versions WHERE id = ?')
    .pluck()
    .get(versionId);
  const { target = [], keptDeals = [] } = JSON.parse(text ?? '{}') as Frozen;
  const people = new Map(
    connection
      .prepare<[], { id: number; name: string; isThere: number }>(
        'SELECT id, name, (archived_at IS NULL AND is_active = 1) AS isThere FROM reps',
      )
      .all()
      .map((row) => [row.id, row]),
  );
  const accounts = planAccounts(connection);
  const { assigned, left, goneAccounts } = thaw(
    target,
    accounts,
    (repId) => people.get(repId)?.isThere === 1,
  );
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
