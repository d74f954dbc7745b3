import type { PlanView } from '#lib/shared/plan-shapes.ts';

/** A page of territory planning about this plan: a scenario is named in the address, the plan itself need not be. */
export function planHref(plan: Pick<PlanView, 'id' | 'scenario'>, path: string): string {
  if (plan.scenario === null) return path;
  return `${path}${path.includes('?') ? '&' : '?'}plan=${plan.id}`;
}

/** What the plan on screen is called where it stands beside what is published. */
export function draftWord(plan: Pick<PlanView, 'scenario'>): 'draft' | 'scenario' {
  return plan.scenario ? 'scenario' : 'draft';
}
