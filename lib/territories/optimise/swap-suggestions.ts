import { heldOf } from './assignment.ts';
import type { Built } from './build.ts';
import { type Measures, measuresOf } from './measures.ts';
import { pairOf } from './problem.ts';
import { shiftChange, type State, stateOf, swapChange } from './state.ts';
import { giveTo, standingOf } from './standing.ts';

/** Families (by a member's account ids) that would change hands, one way or in exchange, and what that does. */
export type SwapSuggestion = {
  moves: { accountIds: number[]; fromRepId: number | null; toRepId: number }[];
  /** Money that the plan costs less at the question's rates; negative where only a cap that was passed is worth it. */
  savesAmount: number;
  before: Measures;
  after: Measures;
};

/** Families of a book that are looked at, so that large books do not take seconds. */
const mostOwn = 120;
const mostOthers = 40;
/** Money for each account or touch past a cap: dear enough that what ends it is always worth it. */
const overCapAmount = 100_000;

type Found = { change: number; shifts: { unit: number; pair: number }[] };

/**
 * The few moves and swaps that help one rep's book most, as the draft stands: families that go, families that come,
 * and one for another, judged by balance, moves and travel together. Each family is in one suggestion at most. Locked
 * accounts, rules and caps are kept. Best first; empty when nothing helps.
 */
export function suggestSwaps(built: Built, repId: number, most = 5): SwapSuggestion[] {
  const rep = built.input.reps.findIndex((item) => item.id === repId);
  const component = built.components[built.partOfRep[rep] ?? -1];
  if (!component || component.problem.units === 0) return [];
  const { reps, families } = component;
  const { problem: asked } = component;
  const standing = standingOf(built, built.holding.now);
  const local = reps.indexOf(rep);
  const held = heldOf(built, component, built.holding.now).map((pair, unit) =>
    pair < 0 ? asked.first[unit + 1]! - 1 : pair,
  );
  const overRate = new Float64Array(asked.cap.length).fill(overCapAmount);
  // What a rep holds and may not, or holds of a family beside others, weighs on the book all the same.
  const shownLoads = stateOf(asked, held, overRate).loads;
  const fixed = asked.fixed.map((load, at) => {
    const rep = reps[at % asked.stride];
    const measure = Math.floor(at / asked.stride);
    return rep === undefined
      ? load
      : load + standing.loads[measure * built.input.reps.length + rep]! - shownLoads[at]!;
  });
  const problem = { ...asked, fixed };
  const state = stateOf(problem, held, overRate);
  const found: Found[] = [];
  /** A family that several reps hold is for the whole search: half of it stands elsewhere than its head. */
  const isWhole = (unit: number) => {
    const { members, head } = built.families[families[unit]!]!;
    const now = built.holding.now[head]!;
    // Who may not hold it shows as nobody here; moving it away is not this rep's gain.
    const shown = reps[problem.pairRep[held[unit]!]!] ?? -1;
    return shown === now && members.every((member) => built.holding.now[member] === now);
  };
  const bookOf = (of: number) => state.books[of]!.filter(isWhole);
  const own = spread(state, bookOf(local), mostOwn);
  const look = (change: number, ...shifts: Found['shifts']) => {
    if (change < -1) found.push({ change, shifts });
  };
  for (let other = 0; other < problem.reps; other++) {
    if (other === local) continue;
    const theirs = spread(state, bookOf(other), mostOthers);
    const coming = theirs.flatMap((unit) => {
      const pair = pairOf(problem, unit, local);
      return pair < 0 ? [] : [{ unit, pair }];
    });
    for (const { unit, pair } of coming) look(shiftChange(state, unit, pair), { unit, pair });
    for (const unit of own) {
      const pair = pairOf(problem, unit, other);
      if (pair < 0) continue;
      look(shiftChange(state, unit, pair), { unit, pair });
      for (const back of coming) {
        look(swapChange(state, unit, pair, back.unit, back.pair), { unit, pair }, back);
      }
    }
  }
  const used = new Set<number>();
  const chosen: Found[] = [];
  for (const item of found.sort((a, b) => a.change - b.change)) {
    if (chosen.length === most) break;
    if (item.shifts.some(({ unit }) => used.has(unit)) || !keepsCaps(state, item.shifts)) continue;
    for (const { unit } of item.shifts) used.add(unit);
    chosen.push(item);
  }
  const before = measuresOf(standing);
  return chosen.map(({ shifts }) => {
    const moves = shifts.map(({ unit, pair }) => ({
      members: built.families[families[unit]!]!.members,
      old: built.families[families[unit]!]!.members.map((member) => built.holding.now[member]!),
      to: reps[problem.pairRep[pair]!]!,
    }));
    for (const { members, to } of moves) giveTo(standing, members, to);
    const after = measuresOf(standing);
    for (const { members, old } of moves)
      members.forEach((member, nth) => giveTo(standing, [member], old[nth]!));
    return {
      moves: moves.map(({ members, old, to }) => ({
        accountIds: members.map((member) => built.input.accounts[member]!.id),
        fromRepId: built.input.reps[old[0]!]?.id ?? null,
        toRepId: built.input.reps[to]!.id,
      })),
      savesAmount: before.cost.totalAmount - after.cost.totalAmount,
      before,
      after,
    };
  });
}

/** No book comes to pass a cap, or to pass it by more: what a large account saves may be worth more than the price of that. */
function keepsCaps({ problem, loads, held }: State, shifts: Found['shifts']): boolean {
  const gained = new Map<number, number>();
  const add = (at: number, load: number) => gained.set(at, (gained.get(at) ?? 0) + load);
  for (const { unit, pair } of shifts) {
    problem.loads.forEach((load, measure) => {
      add(measure * problem.stride + problem.pairRep[pair]!, load[unit]!);
      add(measure * problem.stride + problem.pairRep[held[unit]!]!, -load[unit]!);
    });
  }
  return [...gained].every(([at, gain]) => gain <= 0 || loads[at]! + gain <= problem.cap[at]!);
}

/** Evenly by size, the largest first among them. */
function spread({ problem }: State, book: readonly number[], most: number): number[] {
  const bySize = [...book].sort((a, b) => problem.loads[0][b]! - problem.loads[0][a]! || a - b);
  if (bySize.length <= most) return bySize;
  return Array.from({ length: most }, (_, index) => bySize[Math.floor((index * bySize.length) / most)]!);
}
