import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Book } from '#lib/territories/books.ts';
import { territoryTotals } from '#lib/territories/carve.ts';
import { publishedCarve } from '#lib/territories/scenarios/published-carve.ts';
import type { Connection } from '../../client.ts';
import { besidePlans, planAccounts } from '../plans/kept-accounts.ts';
import { carvePlan, sameMembers, withinScope } from '../plans/plan-picture.ts';
import { changedEntities, lastChange } from '../preview/data-version.ts';
import type { SideQuestion } from './compare-plans.ts';

export type SizeFacts = { moves: number; movedAmount: number; unassigned: number; after: Book[] };

type Members = Record<number, ArrayLike<number>>;
type Kept = { seq: number; members: Members; facts: SizeFacts };

/** Sizes of that many plans and scopes, each with whom its rules take (4 bytes an account); a carve holds every account. */
const SIZES_KEPT = 50;
const kept = new Map<string, Kept>();

/** Kinds of record that change neither where an account lies nor who holds it or how much it weighs. */
const besides = new Set([...besidePlans, 'holdover', 'product']);

/**
 * How much a plan changes, as a list of scenarios tells. Carving one takes a good part of a second at 100,000 accounts,
 * so what was worked out is kept until the plan, whom its rules take or the accounts and people change. `today` is an
 * epoch day.
 */
export function planSize(
  connection: Connection,
  { side, scope, today }: { side: SideQuestion; scope: Scope; today: number },
): SizeFacts {
  const planId = side === 'published' ? null : side.planId;
  const key = JSON.stringify([connection.name, planId, today, scope]);
  const members = side === 'published' ? {} : side.members;
  // Read before the accounts are: what is written meanwhile makes the size worked out now an old one.
  const seq = lastChange(connection);
  const known = kept.get(key);
  const isFresh =
    known !== undefined && sameMembers(known.members, members) && !isChanged(connection, planId, known.seq);
  const facts = isFresh ? known.facts : sizeOf(connection, side, scope);
  kept.delete(key);
  kept.set(key, { seq, members, facts });
  const [oldest] = kept.keys();
  if (kept.size > SIZES_KEPT && oldest !== undefined) kept.delete(oldest);
  return facts;
}

/** Whether anything that a plan's size is made of changed after a sequence number; null = of what is published. */
function isChanged(connection: Connection, planId: number | null, after: number): boolean {
  const entities = changedEntities(connection, after).filter((entity) => !besides.has(entity));
  if (entities.some((entity) => entity !== 'plan')) return true;
  if (entities.length === 0) return false;
  return (
    connection
      .prepare<[number, number | null, number | null], number>(
        `SELECT EXISTS (SELECT 1 FROM change_log WHERE seq > ? AND entity = 'plan'
           AND (? IS NULL OR record_id IS NULL OR record_id = ?))`,
      )
      .pluck()
      .get(after, planId, planId) === 1
  );
}

function sizeOf(connection: Connection, side: SideQuestion, scope: Scope): SizeFacts {
  const carved =
    side === 'published' ? publishedCarve(planAccounts(connection)) : carvePlan(connection, side);
  const seen = withinScope(carved, scope);
  const amounts = new Map(seen.accounts.map((account) => [account.id, account.potentialAmount ?? 0]));
  return {
    moves: seen.moves.length,
    movedAmount: seen.moves.reduce((sum, { accountId }) => sum + (amounts.get(accountId) ?? 0), 0),
    unassigned: territoryTotals(seen).find((total) => total.territoryId === null)?.accounts ?? 0,
    after: seen.after,
  };
}
