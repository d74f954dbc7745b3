import type { Control } from './control.ts';
import { programConstant, programOf } from './program.ts';
import type { Problem } from './problem.ts';
import type { Carved } from './solve-plan.ts';
import type { Effort } from './solve-component.ts';

/** Beyond this many pairs the integer program proves nothing more in the time that it is given. */
const mostPairs = 1500;
const secondsOf: Record<Effort, number> = { quick: 1, normal: 3, thorough: 20 };
/** A gap below this share of the cost is not worth the time. */
const smallGap = 0.003;
/** Room for rounding in the other solver's numbers. */
const slack = 1e-6;

/**
 * Raises the bounds of small parts by branch and bound (HiGHS in WebAssembly): where accounts are few and large, the
 * bound of the prices is several percent below the best plan that exists. Only the bound is taken, never the plan,
 * so that a slow machine gives the same plan. Parts that are too large, or on which that solver fails, keep theirs.
 */
export async function tightenBounds(carved: Carved, control: Control): Promise<Carved> {
  const solved = [...carved.solved];
  for (const [part, { problem }] of carved.built.components.entries()) {
    const own = solved[part]!;
    const gap = own.cost - own.lowerBound;
    const isWorthIt = problem.units > 0 && problem.pairRep.length <= mostPairs && own.boundBy === 'prices';
    if (!isWorthIt || gap <= smallGap * Math.abs(own.cost) || control.isCancelled()) continue;
    const bound = await exactBound(problem, secondsOf[carved.built.input.effort], control);
    if (bound === null || !(bound > own.lowerBound)) continue;
    solved[part] = { ...own, lowerBound: Math.min(bound, own.cost), boundBy: 'branching' };
  }
  return { ...carved, solved };
}

/** No plan of this part is cheaper, in money; null when nothing was proven in time. */
export async function exactBound(
  problem: Problem,
  seconds: number,
  control: Control,
): Promise<number | null> {
  try {
    const { default: load } = await import('highs');
    const highs = await load();
    return highs.withModel({ format: 'lp', data: programOf(problem) }, (model) => {
      model.options.set({ time_limit: seconds, mip_rel_gap: slack, output_flag: false });
      model.run({
        [highs.constants.callbackType.mipInterrupt](event) {
          if (control.isCancelled()) event.interrupt();
          return undefined;
        },
      });
      const bound = Number(model.info.get('mip_dual_bound'));
      if (!Number.isFinite(bound)) return null;
      return bound + programConstant(problem) - slack * Math.abs(bound);
    });
  } catch {
    // Its memory ran out, or the module ended: the bound of the prices stays.
    return null;
  }
}
