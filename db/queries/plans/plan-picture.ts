import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import { isLocked } from '#lib/territories/assign-holders.ts';
import type { Book } from '#lib/territories/books.ts';
import {
  type Carve,
  carve,
  type TerritoryTotals,
  territoryTotals,
  type UnassignedReasons,
  unassignedReasons,
} from '#lib/territories/carve.ts';
import type { Move } from '#lib/territories/moves.ts';
import type { Holders, Plan, PlanAccount, Slot } from '#lib/territories/plan-model.ts';
import { splitTerritory, type TerritorySplit } from '#lib/territories/split-territory.ts';
import { type HandChange, withChanges } from '#lib/territories/with-changes.ts';
import type { Connection } from '../../client.ts';
import { planAccounts, planState } from './kept-accounts.ts';
import { loadPlan } from './plan-facts.ts';

export type PlanQuestion = {
  planId: number;
  members: Record<number, ArrayLike<number>>;
  /** Epoch day, for what holders can do now. */
  today: number;
};

export type PlanPicture = {
  accounts: number;
  territories: TerritoryTotals[];
  before: Book[];
  after: Book[];
  moves: number;
  movedAmount: number;
  /** Accounts held fast by hand, in place or with a holder. */
  locks: number;
  /** Accounts in no territory, by why. */
  unassignedReasons: UnassignedReasons;
};

/** The plans carved last, latest first: those that a comparison sets side by side, each for tree, list and map. */
const DRAFTS_KEPT = 4;
export type DraftCarved = { key: string; members: PlanQuestion['members']; plan: Plan; carved: Carve };
let drafts: DraftCarved[] = [];

/**
 * All accounts as one plan sees them: in a scenario what is published lies in the territory that stands for the plan's
 * own, so that only what it changes counts as a move.
 */
export function accountsOfPlan(connection: Connection, planId: number): readonly PlanAccount[] {
  const standIns = new Map(
    connection
      .prepare<[number], [number, number]>(
        'SELECT origin_id, id FROM territories WHERE plan_id = ? AND origin_id IS NOT NULL AND archived_at IS NULL',
      )
      .raw()
      .all(planId),
  );
  const accounts = planAccounts(connection);
  if (standIns.size === 0) return accounts;
  return accounts.map((account) => {
    const standIn = standIns.get(account.territoryId ?? 0);
    return standIn === undefined ? account : { ...account, territoryId: standIn };
  });
}

/**
 * A draft with its plan. The last answers are kept until something is written that may be about drafts, or whom the rules
 * take changes: tree, list and map of one page ask for the same. Nobody may change what it returns.
 */
export function draftOf(connection: Connection, question: PlanQuestion): DraftCarved {
  const { planId, members, today } = question;
  const state = `${planState(connection, 'drafts')}:`;
  const key = `${state}${planId}:${today}`;
  const known = drafts.find((item) => item.key === key && sameMembers(item.members, members));
  const found = known ?? freshDraft(connection, question, key);
  const others = drafts.filter((item) => item.key !== key && item.key.startsWith(state));
  drafts = [found, ...others].slice(0, DRAFTS_KEPT);
  return found;
}

function freshDraft(connection: Connection, question: PlanQuestion, key: string): DraftCarved {
  const plan = loadPlan(connection, question);
  const carved = carve(accountsOfPlan(connection, question.planId), plan);
  return { key, members: question.members, plan, carved };
}

/** A draft carved, with changes by hand that are only tried. */
export function carvePlan(
  connection: Connection,
  question: PlanQuestion,
  changes: readonly HandChange[] = [],
): Carve {
  const { plan, carved } = draftOf(connection, question);
  return changes.length === 0 ? carved : carve(carved.accounts, withChanges(plan, changes));
}

/** Whether rules take the same accounts for the same territories. */
export function sameMembers(a: PlanQuestion['members'], b: PlanQuestion['members']): boolean {
  const ids = Object.keys(a).map(Number);
  if (ids.length !== Object.keys(b).length) return false;
  return ids.every((id) => {
    const [left = [], right] = [a[id], b[id]];
    if (right?.length !== left.length) return false;
    for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false;
    return true;
  });
}

/**
 * The draft of a plan in totals: by territory, by book before and after, and how much would move. A narrower scope
 * counts only the accounts that its holders have, or would have.
 */
export function planPicture(
  connection: Connection,
  { scope, ...question }: PlanQuestion & { scope: Scope },
): PlanPicture {
  return pictureOf(withinScope(carvePlan(connection, question), scope));
}

/** The part of a carve that a scope may see: accounts held now or in the draft by one of its holders, and their books. */
export function withinScope(carved: Carve, scope: Scope): Carve {
  if (scope.all) return carved;
  const repIds = new Set(scope.repIds);
  const isSeen = (holders: Holders | undefined) =>
    Object.values(holders ?? {}).some((repId) => repIds.has(repId));
  const accounts = carved.accounts.filter(
    (account) => isSeen(account.holders) || isSeen(carved.assigned.get(account.id)?.holders),
  );
  const seen = new Set(accounts.map((account) => account.id));
  return {
    accounts,
    assigned: carved.assigned,
    before: carved.before.filter((book) => repIds.has(book.repId)),
    after: carved.after.filter((book) => repIds.has(book.repId)),
    moves: carved.moves.filter((move) => seen.has(move.accountId)),
  };
}

/** Row ids of the accounts that somebody holds in one slot of a draft, within scope. */
export function heldInDraft(
  connection: Connection,
  { scope, slot, ...question }: PlanQuestion & { scope: Scope; slot: Slot },
): number[] {
  const repIds = scope.all ? null : new Set(scope.repIds);
  return [...carvePlan(connection, question).assigned.values()].flatMap(({ accountId, holders }) => {
    const repId = holders[slot];
    return repId !== undefined && (!repIds || repIds.has(repId)) ? [accountId] : [];
  });
}

/** Everything that publishing would change, within scope. */
export function planMoves(
  connection: Connection,
  { scope, ...question }: PlanQuestion & { scope: Scope },
): Move[] {
  return withinScope(carvePlan(connection, question), scope).moves;
}

function pictureOf(carved: Carve): PlanPicture {
  const amounts = new Map(carved.accounts.map((account) => [account.id, account.potentialAmount ?? 0]));
  return {
    accounts: carved.accounts.length,
    territories: territoryTotals(carved),
    before: carved.before,
    after: carved.after,
    moves: carved.moves.length,
    locks: carved.accounts.filter((account) => isLocked(carved.assigned.get(account.id))).length,
    unassignedReasons: unassignedReasons(carved),
    movedAmount: carved.moves.reduce((total, move) => total + (amounts.get(move.accountId) ?? 0), 0),
  };
}

export type SplitShare = { repId: number; accounts: number; potentialAmount: number };

/**
 * Holders of a territory's accounts in one slot by an even split of potential, families together, locks respected:
 * who gets each account that is not locked (null where neither cap nor capacity leaves room), and what each holder then has of it.
 */
export function planSplit(
  connection: Connection,
  { territoryId, slot, ...question }: PlanQuestion & { territoryId: number; slot: Slot },
): TerritorySplit & { shares: SplitShare[] } {
  const { plan, carved } = draftOf(connection, question);
  const territory = plan.territories.find((item) => item.id === territoryId);
  if (!territory) return { split: [], unplaced: { accounts: 0, workloadTouches: 0, limits: [] }, shares: [] };
  const { split, unplaced } = splitTerritory(carved, territory, slot);
  const holderOf = new Map(split.map((item) => [item.accountId, item.repId]));
  const shares = new Map(
    territory.holders
      .filter((holder) => holder.slot === slot)
      .map(({ repId }): [number, SplitShare] => [repId, { repId, accounts: 0, potentialAmount: 0 }]),
  );
  for (const account of carved.accounts) {
    const drafted = carved.assigned.get(account.id);
    if (drafted?.place.territoryId !== territoryId) continue;
    const repId = holderOf.has(account.id) ? holderOf.get(account.id) : drafted.holders[slot];
    const share = shares.get(repId ?? 0);
    if (!share) continue;
    share.accounts += 1;
    share.potentialAmount += account.potentialAmount ?? 0;
  }
  return { split, unplaced, shares: [...shares.values()] };
}
