import { store } from '#db/client.ts';
import { holdersNow } from '#db/queries/capacity/holders-now.ts';
import { type ScenarioRow, scenarioRows } from '#db/queries/scenarios/scenario-rows.ts';
import type { SizeFacts } from '#db/queries/scenarios/plan-size.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { dayOfInstant, formatIsoInstant } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { PlanSize, Scenario, Scenarios } from '#lib/shared/scenario-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { allHeads, sideQuestions } from './compared-sides.ts';
import { requireOwnPlan } from './scenario-access.ts';
import { spreadOf } from './side-figures.ts';

/** The scenarios of a plan with the size of what they change, beside its draft and what is published. */
export async function listScenarios(
  ctx: Context,
  planId: string,
  { archived }: { archived: boolean },
): Promise<Scenarios> {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  const plan = requireOwnPlan(connection, planId);
  const rows = scenarioRows(connection, plan.id, { archived });
  const measured = archived ? [] : rows.map((row) => toPublicId('plan', row.id));
  const heads = allHeads(plan, measured);
  const settings = workspaceSettings(connection);
  const today = dayOfInstant(ctx.now, settings.timeZone);
  const facts: SizeFacts[] = [];
  // One after the other, so that other pages get their turn in between.
  for (const side of await sideQuestions(ctx, heads)) {
    facts.push(await heavyRead('planSize', { side, scope: scopeOf(ctx.actor), today }));
  }
  const people = new Map(holdersNow(connection, today).map((holder) => [holder.id, holder]));
  const sizes = new Map(
    heads.map((head, index) => [
      head.id,
      sizeOf(facts[index] as SizeFacts, people, settings.balanceToleranceRate),
    ]),
  );
  return {
    items: rows.map((row) => viewOf(row, sizes.get(toPublicId('plan', row.id)) ?? null)),
    nextCursor: null,
    draft: sizes.get(toPublicId('plan', plan.id)) as PlanSize,
    published: sizes.get('published') ?? null,
  };
}

/** Names of the scenarios that are not put away, for switching between them; without their sizes. */
export function scenarioChoices(ctx: Context, planId: string): { id: string; name: string }[] {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  return scenarioRows(connection, requireOwnPlan(connection, planId).id, { archived: false }).map(
    ({ id, name }) => ({ id: toPublicId('plan', id), name }),
  );
}

function sizeOf(
  facts: SizeFacts,
  people: Parameters<typeof spreadOf>[0]['people'],
  toleranceRate: number,
): PlanSize {
  const spread = spreadOf({ facts, people, toleranceRate, slot: 'ae' }, (book) => book.potentialAmount);
  return {
    moves: facts.moves,
    movedAmount: facts.movedAmount,
    unassigned: facts.unassigned,
    inBand: spread.inBand,
    reps: spread.reps,
  };
}

function viewOf(row: ScenarioRow, size: PlanSize | null): Scenario {
  return {
    id: toPublicId('plan', row.id),
    name: row.name,
    note: row.note,
    version: row.version,
    createdAt: formatIsoInstant(row.createdAt),
    updatedAt: formatIsoInstant(row.updatedAt),
    rebasedAt: row.rebasedAt === null ? null : formatIsoInstant(row.rebasedAt),
    createdBy: row.createdBy,
    isArchived: row.archivedAt !== null,
    size,
  };
}
