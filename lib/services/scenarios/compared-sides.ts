import { type Connection, store } from '#db/client.ts';
import { findCurrentPlan, type PlanRow } from '#db/queries/plans/plan-rows.ts';
import { publishedPlan } from '#db/queries/plans/published-plan.ts';
import type { SideQuestion } from '#db/queries/scenarios/compare-plans.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { ComparedSide } from '#lib/shared/scenario-shapes.ts';
import { requirePlan } from '../plans/plan-access.ts';
import { ruleMembers } from '../plans/rule-members.ts';
import { requireOwnPlan } from './scenario-access.ts';

export type ComparedHead = Pick<ComparedSide, 'id' | 'kind' | 'name' | 'note'> & { plan: PlanRow | null };

/**
 * What is compared, by `published`, `draft` or a plan's id: all of one plan. Throws `not_found` for unknown ids,
 * `invalid` for scenarios of another plan, or where nothing is published.
 */
export function comparedHeads(
  connection: Connection,
  names: readonly string[],
): { plan: PlanRow; heads: ComparedHead[] } {
  const given = names.find((name) => name !== 'published' && name !== 'draft');
  const plan = given === undefined ? findCurrentPlan(connection) : requireOwnPlan(connection, given);
  if (!plan) throw appError('not_found', 'There is no plan yet.');
  const heads = names.map((name) => headOf(connection, plan, name));
  const ids = new Set(heads.map((head) => head.id));
  if (ids.size < 2) throw appError('invalid', 'Choose at least two different plans to compare.');
  return { plan, heads: [...ids].flatMap((id) => heads.find((head) => head.id === id) ?? []) };
}

function headOf(connection: Connection, plan: PlanRow, name: string): ComparedHead {
  if (name === 'published') {
    const version = publishedPlan(connection);
    if (!version) throw appError('invalid', 'Nothing is published yet, so there is nothing to compare with.');
    return {
      id: 'published',
      kind: 'published',
      name: `Published v${version.number}`,
      note: null,
      plan: null,
    };
  }
  const row = name === 'draft' ? plan : requirePlan(connection, name);
  if (row.id !== plan.id && row.scenarioOfPlanId !== plan.id) {
    throw appError('invalid', `"${row.name}" belongs to another plan than "${plan.name}".`);
  }
  return row.id === plan.id
    ? { id: toPublicId('plan', row.id), kind: 'draft', name: 'Draft', note: null, plan: row }
    : { id: toPublicId('plan', row.id), kind: 'scenario', name: row.name, note: row.note, plan: row };
}

/** The same as questions to the reads worker, rules run as of now. */
export async function sideQuestions(ctx: Context, heads: readonly ComparedHead[]): Promise<SideQuestion[]> {
  const questions: SideQuestion[] = [];
  for (const { plan } of heads) {
    if (!plan) {
      questions.push('published');
      continue;
    }
    const { members, today } = await ruleMembers(ctx, plan.id);
    questions.push({ planId: plan.id, members, today });
  }
  return questions;
}

/** Everything of a plan that can be compared: what is published, its draft, and these scenarios. */
export function allHeads(plan: PlanRow, scenarioIds: readonly string[]): ComparedHead[] {
  const { connection } = store();
  const names = [
    ...(publishedPlan(connection) ? ['published'] : []),
    toPublicId('plan', plan.id),
    ...scenarioIds,
  ];
  return names.map((name) => headOf(connection, plan, name));
}
