import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import { carve } from '#lib/territories/carve.ts';
import {
  type PlanQuestion as CarveQuestion,
  type PlanWishes,
  questionOfPlan,
} from '#lib/territories/optimise/question-of-plan.ts';
import type { Connection } from '../../client.ts';
import { carveAccountFacts, carveRepFacts } from './carve-facts.ts';
import { loadPlan } from './plan-facts.ts';
import { accountsOfPlan, type PlanQuestion, withinScope } from './plan-picture.ts';

/** The books of one slot of a draft, within scope, as the optimiser asks about them. Hundreds of ms: runs in a job. */
export function carveQuestion(
  connection: Connection,
  { scope, wishes, ...question }: PlanQuestion & { scope: Scope; wishes: Omit<PlanWishes, 'repIds'> },
): CarveQuestion {
  const plan = loadPlan(connection, question);
  const carved = withinScope(carve(accountsOfPlan(connection, question.planId), plan), scope);
  return questionOfPlan(
    carved,
    plan.territories,
    {
      accounts: (ids) => carveAccountFacts(connection, ids),
      reps: carveRepFacts(connection, question.today),
    },
    { ...wishes, repIds: scope.all ? null : scope.repIds },
  );
}
