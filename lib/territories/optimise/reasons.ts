import type { Built, Component } from './build.ts';
import { type Exchange, exchangeFor } from './exchange.ts';
import { pairOf, type Problem } from './problem.ts';
import type { Carved } from './solve-plan.ts';
import { shiftChange, type State, stateOf } from './state.ts';

/** What decides a move: hard rules first, then what staying would cost most. */
export type MoveRule =
  | 'unowned'
  | 'left'
  | 'notEligible'
  | 'locked'
  | 'family'
  | 'capFull'
  | 'tooMuch'
  | 'tooLittle'
  | 'nearer'
  | 'balance';

export type CarveMove = {
  accountId: number;
  familyId: number;
  fromRepId: number | null;
  /** null = nobody can take it. */
  toRepId: number | null;
  isForced: boolean;
  rule: MoveRule;
  /** Money that the plan would cost more if the family stayed. null = it cannot stay, or only in exchange. */
  stayingAmount: number | null;
  /** Its holder is full: what it would cost that it stayed and another family left. */
  exchange: MoveExchange | null;
  /** The next best reps and what they would cost more than the one chosen; full ones in exchange for another family. */
  runnersUp: { repId: number; extraAmount: number; exchange: MoveExchange | null }[];
};

/** The family of this account would go to that rep instead; the amount is that of both moves. */
export type MoveExchange = { accountId: number; toRepId: number; extraAmount: number };

/** Every account that changes hands, with its reason, the price of not moving it, and runners-up. */
export function movesOf(carved: Carved): CarveMove[] {
  const { built, solved, assignment } = carved;
  const moves: CarveMove[] = [];
  built.components.forEach((component, part) => {
    const state = stateOf(component.problem, solved[part]!.held);
    component.families.forEach((index, unit) => {
      const family = built.families[index]!;
      if (!family.members.some((member) => isMove(carved, member))) return;
      const local = new Map(component.reps.map((rep, nth) => [rep, nth]));
      const now = family.members.map((member) => local.get(built.holding.now[member]!));
      const runnersUp = runnersUpOf(state, unit, now).map(({ rep, extraAmount, exchange }) => ({
        repId: repIdOf(built, component, rep),
        extraAmount,
        exchange: exchange && exchangeView(built, component, exchange),
      }));
      for (const member of family.members) {
        if (!isMove(carved, member)) continue;
        const rep = local.get(built.holding.now[member]!);
        const staying = stayingOf(state, unit, rep);
        const rule = ruleOf(built, state, unit, member, rep, staying);
        const found =
          rule === 'capFull' ? exchangeFor(state, unit, pairOf(state.problem, unit, rep!), true) : null;
        moves.push({
          ...moveOf(carved, member),
          rule,
          stayingAmount: staying,
          exchange: found && exchangeView(built, component, found),
          runnersUp,
        });
      }
    });
  });
  const inParts = new Set(moves.map((move) => move.accountId));
  assignment.forEach((_, member) => {
    const account = built.input.accounts[member]!;
    if (inParts.has(account.id) || !isMove(carved, member)) return;
    const isLocked = account.lockedRepId !== null;
    const rule = isLocked ? 'locked' : assignment[member]! < 0 ? 'notEligible' : 'family';
    moves.push({ ...moveOf(carved, member), rule, stayingAmount: null, exchange: null, runnersUp: [] });
  });
  return moves;
}

function isMove({ built, assignment }: Carved, member: number): boolean {
  const account = built.input.accounts[member]!;
  const to = built.input.reps[assignment[member]!]?.id ?? null;
  return to !== account.repId;
}

function moveOf({ built, assignment }: Carved, member: number) {
  const account = built.input.accounts[member]!;
  return {
    accountId: account.id,
    familyId: account.familyId,
    fromRepId: account.repId,
    toRepId: built.input.reps[assignment[member]!]?.id ?? null,
    isForced: account.repId !== null && (built.mayKeep[member]! & 1) === 0,
  };
}

function stayingOf(state: State, unit: number, rep: number | undefined): number | null {
  const pair = rep === undefined ? -1 : pairOf(state.problem, unit, rep);
  if (pair < 0) return null;
  const change = shiftChange(state, unit, pair);
  return change === Number.POSITIVE_INFINITY ? null : change;
}

type RunnerUp = { rep: number; extraAmount: number; exchange: Exchange | null };

/** The two cheapest reps beside the one chosen and those who hold it now. */
function runnersUpOf(state: State, unit: number, now: readonly (number | undefined)[]): RunnerUp[] {
  const { problem, held } = state;
  const found: RunnerUp[] = [];
  for (let pair = problem.first[unit]!; pair < problem.first[unit + 1]! - 1; pair++) {
    const rep = problem.pairRep[pair]!;
    if (pair === held[unit]) continue;
    const alone = shiftChange(state, unit, pair);
    if (alone === Number.POSITIVE_INFINITY && now.includes(rep)) continue;
    const exchange = alone === Number.POSITIVE_INFINITY ? exchangeFor(state, unit, pair, false) : null;
    const extraAmount = exchange?.extraAmount ?? alone;
    if (extraAmount === Number.POSITIVE_INFINITY) continue;
    if (found.length === 2 && extraAmount >= found[1]!.extraAmount) continue;
    found.push({ rep, extraAmount, exchange });
    found.sort((a, b) => a.extraAmount - b.extraAmount);
    found.length = Math.min(2, found.length);
  }
  return found;
}

function repIdOf({ input }: Built, { reps }: Component, rep: number): number {
  return input.reps[reps[rep]!]!.id;
}

function exchangeView(
  built: Built,
  component: Component,
  { unit, rep, extraAmount }: Exchange,
): MoveExchange {
  const { head } = built.families[component.families[unit]!]!;
  return {
    accountId: built.input.accounts[head]!.id,
    toRepId: repIdOf(built, component, rep),
    extraAmount,
  };
}

function ruleOf(
  built: Built,
  state: State,
  unit: number,
  member: number,
  rep: number | undefined,
  staying: number | null,
): MoveRule {
  const account = built.input.accounts[member]!;
  if (account.repId === null) return 'unowned';
  if (built.holding.now[member]! < 0) return 'left';
  if (rep === undefined || pairOf(state.problem, unit, rep) < 0) return 'notEligible';
  if (staying === null) return 'capFull';
  const { problem, held } = state;
  const to = problem.pairRep[held[unit]!]!;
  const travel = problem.pairCost[pairOf(problem, unit, rep)]! - problem.pairCost[held[unit]!]!;
  if (isPast(problem, state, unit, rep, 1)) return 'tooMuch';
  if (to < problem.reps && isPast(problem, state, unit, to, -1)) return 'tooLittle';
  return travel > 0 ? 'nearer' : 'balance';
}

/** Whether a book would be above (1) its band with the unit, or below (-1) without it. */
function isPast(problem: Problem, state: State, unit: number, rep: number, side: 1 | -1): boolean {
  return problem.loads.some((load, measure) => {
    const at = measure * problem.stride + rep;
    const target = problem.target[at]!;
    if (problem.rate[at] === 0 || target === 0) return false;
    return (state.loads[at]! + side * load[unit]! - target) * side > problem.bandRate * target;
  });
}
