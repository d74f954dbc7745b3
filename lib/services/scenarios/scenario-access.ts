import type { Connection } from '#db/client.ts';
import { findPlan, type PlanRow } from '#db/queries/plans/plan-rows.ts';
import { appError } from '#lib/shared/errors.ts';
import { requirePlan } from '../plans/plan-access.ts';

/** A scenario by its public id, with the plan it stands beside. Throws `not_found`, `invalid` for a plan itself. */
export function requireScenario(connection: Connection, id: string): { scenario: PlanRow; plan: PlanRow } {
  const scenario = requirePlan(connection, id);
  const plan = scenario.scenarioOfPlanId === null ? null : findPlan(connection, scenario.scenarioOfPlanId);
  if (!plan) throw appError('invalid', `"${scenario.name}" is the plan itself, not a scenario of it.`);
  return { scenario, plan };
}

/** The plan that an id means: itself, or the one that the scenario of this id stands beside. Throws `not_found`. */
export function requireOwnPlan(connection: Connection, id: string): PlanRow {
  const found = requirePlan(connection, id);
  return found.scenarioOfPlanId === null ? found : (findPlan(connection, found.scenarioOfPlanId) ?? found);
}
