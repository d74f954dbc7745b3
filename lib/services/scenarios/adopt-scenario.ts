import type { Connection } from '#db/client.ts';
import { store } from '#db/client.ts';
import { copyKeptDeals, keptDeals } from '#db/queries/plans/kept-deals.ts';
import type { PlanRow } from '#db/queries/plans/plan-rows.ts';
import { touchPlan } from '#db/queries/plans/save-plan.ts';
import { planContent } from '#db/queries/scenarios/plan-content.ts';
import { scenarioRows } from '#db/queries/scenarios/scenario-rows.ts';
import { replaceContent, setOrigin } from '#db/queries/scenarios/write-content.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { formatInstant } from '#lib/shared/format.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { AdoptedScenario } from '#lib/shared/scenario-shapes.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { contentText } from '#lib/territories/scenarios/content.ts';
import { getPlan } from '../plans/get-plan.ts';
import { requirePlanVersion, requireWholePlan } from '../plans/plan-access.ts';
import { addScenario } from './create-scenario.ts';
import { readBase } from './published-base.ts';
import { requireScenario } from './scenario-access.ts';

/**
 * Makes a scenario the draft of its plan: territories keep their ids and colours, hand changes and kept deals come
 * along, territories that the scenario lacks are taken out. The draft as it was becomes a scenario of its own, unless one says the same
 * already. `readVersion` is the scenario's; a stale one is a conflict. What is published stays.
 */
export async function adoptScenario(
  ctx: Context,
  id: string,
  readVersion: number | null,
): Promise<AdoptedScenario> {
  requireWholePlan(ctx, 'plans.edit');
  const { connection } = store();
  const found = requireScenario(connection, id);
  const base = JSON.stringify((await readBase(ctx, found.plan.id)).content);
  const { timeZone } = workspaceSettings(connection);
  const answer = await write(ctx, (tx) => {
    const { scenario, plan } = requireScenario(tx.connection, id);
    requirePlanVersion(scenario, readVersion);
    const before = planContent(tx.connection, plan.id);
    const saved = alike(tx.connection, plan, scenario.id) ?? {
      id: addScenario(tx, ctx, {
        plan,
        name: `Draft until ${formatInstant(ctx.now, timeZone)}`,
        note: `What the draft was before “${scenario.name}” took its place.`,
        base,
        content: before,
        keptFromId: plan.id,
      }),
      name: `Draft until ${formatInstant(ctx.now, timeZone)}`,
    };
    const content = planContent(tx.connection, scenario.id);
    const rowIds = replaceContent(tx.connection, plan.id, content, {
      now: ctx.now,
      userId: ctx.actor.userId,
    });
    copyKeptDeals(tx.connection, scenario.id, plan.id);
    // A territory that only the scenario had stands for the plan's new one from now on.
    for (const { key } of content.territories) {
      const planRow = rowIds.get(key);
      if (key < 0 && planRow !== undefined) setOrigin(tx.connection, -key, planRow);
    }
    touchPlan(tx.connection, plan.id, ctx.now);
    tx.audit({
      action: 'scenario.adopt',
      entity: 'plan',
      recordId: plan.id,
      summary: `Made the scenario "${scenario.name}" the draft of "${plan.name}"; the draft before is kept as "${saved.name}".`,
      after: {
        scenario: toPublicId('plan', scenario.id),
        saved: toPublicId('plan', saved.id),
      },
    });
    tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
    return { plan, saved };
  });
  const planId = toPublicId('plan', answer.plan.id);
  const { moves } = await getPlan(ctx, planId);
  return {
    planId,
    saved: { id: toPublicId('plan', answer.saved.id), name: answer.saved.name },
    moves,
  };
}

/** A live scenario of the plan, other than one, that says the same as the plan's draft. */
function alike(connection: Connection, plan: PlanRow, exceptId: number): { id: number; name: string } | null {
  const text = saidBy(connection, plan.id);
  const rows = scenarioRows(connection, plan.id, { archived: false });
  return rows.find(({ id }) => id !== exceptId && saidBy(connection, id) === text) ?? null;
}

function saidBy(connection: Connection, planId: number): string {
  return contentText(planContent(connection, planId)) + JSON.stringify(keptDeals(connection, planId));
}
