import { store } from '#db/client.ts';
import { publishedPlan } from '#db/queries/plans/published-plan.ts';
import { planContent } from '#db/queries/scenarios/plan-content.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { PlanContent } from '#lib/territories/scenarios/content.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { membersOfRows } from '../plans/rule-members.ts';

/** The version in force as content, or null before there is one; see `publishedContent`. */
export async function readPublished(
  ctx: Context,
  { asItLies }: { asItLies: boolean },
): Promise<PlanContent | null> {
  const version = publishedPlan(store().connection);
  if (!version) return null;
  const { members } = await membersOfRows(ctx, version.territories);
  return heavyRead('publishedContent', { members, asItLies });
}

/** What a scenario of a plan is held against: what is published, or the plan's draft before anything is. */
export async function readBase(
  ctx: Context,
  planId: number,
): Promise<{ onto: 'published' | 'draft'; content: PlanContent }> {
  const published = await readPublished(ctx, { asItLies: false });
  return published
    ? { onto: 'published', content: published }
    : { onto: 'draft', content: planContent(store().connection, planId) };
}
