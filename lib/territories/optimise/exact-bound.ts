import type { Control } from './control.ts';
import { programConstant, programOf } from './program.ts';
import type { Problem } from './problem.ts';
import type { Carved } from './solve-plan.ts';
import type { Effort } from './solve-component.ts';

/** Beyond this many pairs the integer program proves nothing more in the time that it is given. */
const mostPairs = 1500;
/** For all parts together, each having the same share. */
const secondsOf: Record<Effort, number> = { quick: 1, normal: 4, thorough: 30 };
const leastSeconds = 0.3;
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
  const open = [...carved.built.components.entries()].filter(([part, { problem }]) => {
    const { cost, lowerBound, boundBy } = solved[part]!;
    const isSmall = problem.units > 0 && problem.pairRep.length <= mostPairs;
    return isSmall && boundBy === 'prices' && cost - lowerBound > smallGap * Math.abs(cost);
  });
  const seconds = Math.max(leastSeconds, secondsOf[carved.built.input.effort] / open.length);
  for (const [part, { problem }] of open) {
    if (control.isCancelled()) break;
    const own = solved[part]!;
    const bound = await exactBound(problem, seconds, control);
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
