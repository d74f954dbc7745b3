import type { PlanView } from '#lib/shared/plan-shapes.ts';

/** A page of territory planning about this plan: a scenario is named in the address, the plan itself need not be. */
export function planHref(plan: Pick<PlanView, 'id' | 'scenario'>, path: string): string {
  if (plan.scenario === null) return path;
  return `${path}${path.includes('?') ? '&' : '?'}plan=${plan.id}`;
}
