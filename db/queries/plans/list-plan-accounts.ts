import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import { type AssignedAccount, isLocked } from '#lib/territories/assign-holders.ts';
import type { Carve } from '#lib/territories/carve.ts';
import type { Holders, PlanAccount } from '#lib/territories/plan-model.ts';
import { placeFinder } from '#lib/territories/lies-in.ts';
import { totalOf, type Totals } from '#lib/shared/total-shapes.ts';
import type { Connection } from '../../client.ts';
import { findTerritory } from './plan-rows.ts';
import { carvePlan, type PlanQuestion, withinScope } from './plan-picture.ts';

export type PlanFilter = {
  /** 'unassigned', or the row id of a territory. */
  territory?: number | 'unassigned' | undefined;
  /** In this holder's book, now or in the draft. */
  repId?: number | undefined;
  changesOnly?: boolean | undefined;
  lockedOnly?: boolean | undefined;
  /** Row ids found by name. */
  accountIds?: number[] | undefined;
  /** Row ids that match a rule. */
  ruledIds?: Int32Array | undefined;
};

export type PlanSort = { by: 'potential' | 'touches'; descending: boolean };

export type PlanAccountRow = {
  accountId: number;
  potentialAmount: number | null;
  workloadTouches: number;
  before: { territoryId: number | null; holders: Holders };
  after: AssignedAccount;
  /** The place that decided, for one account that was asked about. */
  placeCode?: string | null;
};

/**
 * The accounts of a draft, a page at a time: where each lies and who holds it, before and after, and why. `total`
 * counts all that pass the filter.
 */
export function listPlanAccounts(
  connection: Connection,
  input: PlanQuestion & { scope: Scope; filter: PlanFilter; sort: PlanSort; offset: number; limit: number },
): { rows: PlanAccountRow[]; total: number; totals: Totals } {
  const carved = withinScope(carvePlan(connection, input), input.scope);
  const found = passing(carved, input.filter).sort(comparing(input.sort));
  return {
    total: found.length,
    totals: totalsOf(found),
    rows: found
      .slice(input.offset, input.offset + input.limit)
      .map(({ account, after }) => rowOf(account, after)),
  };
}

function totalsOf(found: readonly Found[]): Totals {
  const known = found.flatMap(({ account }) => account.potentialAmount ?? []);
  const add = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
  return {
    potential: totalOf(add(known), known.length),
    touches: totalOf(add(found.map(({ account }) => account.workloadTouches)), found.length),
  };
}

/** Row ids of all accounts that pass a filter and that the scope's holders have now. */
export function matchingAccounts(carved: Carve, filter: PlanFilter, scope: Scope): number[] {
  const repIds = scope.all ? null : new Set(scope.repIds);
  return passing(carved, filter)
    .filter(({ account }) => !repIds || Object.values(account.holders).some((repId) => repIds.has(repId)))
    .map(({ account }) => account.id);
}

type Found = { account: PlanAccount; after: AssignedAccount };

function passing(carved: Carve, filter: PlanFilter): Found[] {
  const passes = filterOf(filter);
  const moved = filter.changesOnly ? new Set(carved.moves.map((move) => move.accountId)) : null;
  return carved.accounts.flatMap((account) => {
    const after = carved.assigned.get(account.id);
    if (!after || (moved && !moved.has(account.id)) || !passes(account, after)) return [];
    return [{ account, after }];
  });
}

/** Unknown potential is always last; ties by id, so that pages never overlap. */
function comparing({ by, descending }: PlanSort): (a: Found, b: Found) => number {
  const valueOf = ({ account }: Found) =>
    by === 'potential' ? account.potentialAmount : account.workloadTouches;
  return (a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (x === y) return a.account.id - b.account.id;
    if (x === null || y === null) return x === null ? 1 : -1;
    return descending ? y - x : x - y;
  };
}

/** One account of a draft, or null when the plan does not know it. */
export function findPlanAccount(
  connection: Connection,
  { accountId, ...question }: PlanQuestion & { accountId: number },
): PlanAccountRow | null {
  const carved = carvePlan(connection, question);
  const account = carved.accounts.find((item) => item.id === accountId);
  const after = carved.assigned.get(accountId);
  if (!account || !after) return null;
  return { ...rowOf(account, after), placeCode: placeCodeOf(connection, account, after) };
}

/** The place of its territory that an account lies in, where that decided. */
function placeCodeOf(
  connection: Connection,
  account: PlanAccount,
  { place: { step, territoryId } }: AssignedAccount,
): string | null {
  if (step !== 'geography' || territoryId === null) return null;
  const places = findTerritory(connection, territoryId)?.places;
  return places ? placeFinder(new Set(JSON.parse(places) as string[]))(account) : null;
}

function rowOf(account: PlanAccount, after: AssignedAccount): PlanAccountRow {
  return {
    accountId: account.id,
    potentialAmount: account.potentialAmount,
    workloadTouches: account.workloadTouches,
    before: { territoryId: account.territoryId, holders: account.holders },
    after,
  };
}

function filterOf(filter: PlanFilter): (account: PlanAccount, after: AssignedAccount) => boolean {
  const wanted = filter.accountIds ? new Set(filter.accountIds) : null;
  const ruled = filter.ruledIds ? new Set(filter.ruledIds) : null;
  const territoryId = filter.territory === 'unassigned' ? null : filter.territory;
  return (account, after) => {
    if (wanted && !wanted.has(account.id)) return false;
    if (ruled && !ruled.has(account.id)) return false;
    if (territoryId !== undefined && after.place.territoryId !== territoryId) return false;
    if (filter.lockedOnly && !isLocked(after)) return false;
    if (filter.repId === undefined) return true;
    return (
      Object.values(account.holders).includes(filter.repId) ||
      Object.values(after.holders).includes(filter.repId)
    );
  };
}
