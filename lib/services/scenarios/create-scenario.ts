import { store } from '#db/client.ts';
import { copyKeptDeals } from '#db/queries/plans/kept-deals.ts';
import type { PlanRow } from '#db/queries/plans/plan-rows.ts';
import { planContent } from '#db/queries/scenarios/plan-content.ts';
import { insertScenario, scenarioBase } from '#db/queries/scenarios/scenario-rows.ts';
import { replaceContent } from '#db/queries/scenarios/write-content.ts';
import { type Tx, write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { ScenarioInput } from '#lib/shared/scenario-shapes.ts';
import type { PlanContent } from '#lib/territories/scenarios/content.ts';
import { requireWholePlan } from '../plans/plan-access.ts';
import { readBase, readPublished } from './published-base.ts';
import { requireOwnPlan, requireScenario } from './scenario-access.ts';

const blank: PlanContent = { territories: [], places: [], holders: [] };

/**
 * Makes a scenario of a plan from its draft, from what is published, from another scenario of it, or blank. The plan
 * stays as it is. Throws `invalid` where there is nothing to start from.
 */
export async function createScenario(
  ctx: Context,
  planId: string,
  input: ScenarioInput,
): Promise<{ id: string }> {
  requireWholePlan(ctx, 'plans.edit');
  const plan = requireOwnPlan(store().connection, planId);
  const source = await sourceOf(ctx, plan, input.from);
  const base = source.base ?? JSON.stringify((await readBase(ctx, plan.id)).content);
  const rowId = await write(ctx, (tx) =>
    addScenario(tx, ctx, {
      plan,
      name: input.name,
      note: input.note,
      base,
      content: source.read(tx),
      keptFromId: source.keptFromId,
    }),
  );
  return { id: toPublicId('plan', rowId) };
}

/**
 * Writes a scenario with this content, as part of a write; returns its row id. It keeps the same deals with their
 * former owners as the plan or scenario of `keptFromId`, if any.
 */
export function addScenario(
  tx: Tx,
  ctx: Context,
  {
    plan,
    name,
    note,
    base,
    content,
    keptFromId,
  }: {
    plan: PlanRow;
    name: string;
    note: string | null;
    base: string;
    content: PlanContent;
    keptFromId: number | null;
  },
): number {
  const { now } = ctx;
  const { userId } = ctx.actor;
  const id = insertScenario(tx.connection, { planId: plan.id, name, note, base, now, userId });
  replaceContent(tx.connection, id, content, { now, userId });
  if (keptFromId !== null) copyKeptDeals(tx.connection, keptFromId, id);
  tx.audit({
    action: 'scenario.create',
    entity: 'plan',
    recordId: id,
    summary: `Made the scenario "${name}" of "${plan.name}".`,
    after: { note, territories: content.territories.length },
  });
  tx.changed({ entity: 'plan', recordId: id, op: 'create' });
  return id;
}

type Source = {
  /** Read inside of the write, where it is a plan's own. */
  read: (tx: Tx) => PlanContent;
  /** What its own changes are counted from; null = what is published now. */
  base: string | null;
  /** Whose kept deals it starts with. */
  keptFromId: number | null;
};

async function sourceOf(ctx: Context, plan: PlanRow, from: string): Promise<Source> {
  if (from === 'blank') return { read: () => blank, base: null, keptFromId: null };
  if (from === 'draft') {
    return { read: (tx) => planContent(tx.connection, plan.id), base: null, keptFromId: plan.id };
  }
  if (from === 'published') {
    const content = await readPublished(ctx, { asItLies: true });
    if (!content) throw appError('invalid', 'Nothing is published yet. Start from the draft instead.');
    return { read: () => content, base: null, keptFromId: null };
  }
  const { connection } = store();
  const { scenario, plan: of } = requireScenario(connection, from);
  if (of.id !== plan.id) throw appError('invalid', `"${scenario.name}" is a scenario of another plan.`);
  return {
    read: (tx) => planContent(tx.connection, scenario.id),
    base: scenarioBase(connection, scenario.id),
    keptFromId: scenario.id,
  };
}
