import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import { type PlanChecks, planChecks as checksOf } from '#lib/territories/plan-checks.ts';
import type { Connection } from '../../client.ts';
import { carvePlan, type PlanQuestion, withinScope } from './plan-picture.ts';

/** Overlaps, shadowed territories and gaps of a plan's draft, counted within scope. */
export function planChecks(
  connection: Connection,
  { scope, ...question }: PlanQuestion & { scope: Scope },
): PlanChecks {
  return checksOf(withinScope(carvePlan(connection, question), scope));
}
