import { measureCount } from './problem.ts';
import type { Carved } from './solve-plan.ts';
import { loadsOf } from './targets.ts';

/** What would end a shortage. `worthAmount`: money that the plan gains by each unit of it, where the prices tell. */
export type Remedy =
  | { action: 'raiseCaps'; by: number; repIds: number[]; worthAmount: number }
  | { action: 'addReps'; reps: number; by: number; worthAmount: number }
  | { action: 'openEligibility'; repIds: number[]; by: number; worthAmount: number }
  | { action: 'leaveOut'; accounts: number; potentialAmount: number; worthAmount: number };

/** Ways out of a shortage of a capped measure among these reps, the one that is worth most first; leaving out is last. */
export function remediesOf(
  carved: Carved,
  measure: 1 | 2,
  shortBy: number,
  reps: readonly number[],
  families: readonly number[],
): Remedy[] {
  const { built } = carved;
  const { input } = built;
  const all = input.reps.length;
  const worth = slotWorths(carved, measure);
  const byWorth = [...reps].sort((a, b) => worth[b]! - worth[a]! || a - b);
  const mean = reps.reduce((sum, rep) => sum + worth[rep]!, 0) / Math.max(1, reps.length);
  const remedies: Remedy[] = [];
  if (reps.length > 0) {
    remedies.push({
      action: 'raiseCaps',
      by: Math.ceil(shortBy / reps.length),
      repIds: byWorth.map((rep) => input.reps[rep]!.id),
      worthAmount: worth[byWorth[0]!]!,
    });
    const caps = reps.map((rep) => built.caps[measure * all + rep]!).filter(Number.isFinite);
    const usual = caps.sort((a, b) => a - b)[Math.floor(caps.length / 2)];
    if (usual) {
      remedies.push({ action: 'addReps', reps: Math.ceil(shortBy / usual), by: shortBy, worthAmount: mean });
    }
  }
  const spare = spareReps(carved, measure, reps);
  if (spare.length > 0) {
    remedies.push({
      action: 'openEligibility',
      repIds: spare.map(({ rep }) => input.reps[rep]!.id),
      by: Math.min(
        shortBy,
        spare.reduce((sum, { room }) => sum + room, 0),
      ),
      worthAmount: mean,
    });
  }
  remedies.sort((a, b) => b.worthAmount - a.worthAmount);
  const cheapest = leastPotential(carved, measure, shortBy, families);
  return [...remedies, { action: 'leaveOut', ...cheapest, worthAmount: 0 }];
}

/** By rep: what one more of the measure is worth, from the prices; 0 where the price only balances. */
function slotWorths({ built, solved }: Carved, measure: number): Float64Array {
  const worth = new Float64Array(built.input.reps.length);
  built.components.forEach(({ reps, problem }, part) => {
    reps.forEach((rep, index) => {
      const at = measure * problem.stride + index;
      if (measure < measureCount) worth[rep] = Math.max(0, solved[part]!.prices[at]!);
    });
  });
  return worth;
}

/** Reps outside with room left in the plan, most room first, five at most. */
function spareReps({ built, assignment }: Carved, measure: number, reps: readonly number[]) {
  const { input } = built;
  const all = input.reps.length;
  const held = new Float64Array(all);
  assignment.forEach((rep, member) => {
    if (rep >= 0) held[rep]! += measure === 2 ? 1 : input.accounts[member]!.workloadTouches;
  });
  const inside = new Set(reps);
  return [...held.keys()]
    .filter((rep) => !inside.has(rep) && Number.isFinite(built.caps[measure * all + rep]!))
    .map((rep) => ({ rep, room: Math.floor(built.caps[measure * all + rep]! - held[rep]!) }))
    .filter(({ room }) => room > 0)
    .sort((a, b) => b.room - a.room || a.rep - b.rep)
    .slice(0, 5);
}

function leastPotential({ built }: Carved, measure: number, shortBy: number, families: readonly number[]) {
  const byValue = [...families].sort(
    (a, b) => built.families[a]!.potentialAmount - built.families[b]!.potentialAmount,
  );
  const out = { accounts: 0, potentialAmount: 0 };
  let freed = 0;
  for (const index of byValue) {
    if (freed >= shortBy) break;
    const family = built.families[index]!;
    freed += loadsOf(family)[measure]!;
    out.accounts += family.members.length;
    out.potentialAmount += family.potentialAmount;
  }
  return out;
}
