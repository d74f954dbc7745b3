import type { PlanTerritory } from '#lib/shared/plan-shapes.ts';
import type { HolderOption } from '#components/territories/planner-context.tsx';

/** Public ids of pools, and of territories that pools alone hold in every slot that somebody holds. */
export function poolsOf(
  territories: readonly Pick<PlanTerritory, 'id' | 'holders'>[],
  holders: readonly Pick<HolderOption, 'id' | 'kind'>[],
): ReadonlySet<string> {
  return new Set([
    ...holders.filter(({ kind }) => kind === 'pool').map(({ id }) => id),
    ...territories.flatMap(({ id, holders: own }) =>
      id !== null && own.length > 0 && own.every(({ kind }) => kind === 'pool') ? [id] : [],
    ),
  ]);
}
