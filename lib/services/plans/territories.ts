import type { PlanRow, TerritoryRow } from '#db/queries/plans/plan-rows.ts';
import { holderRows, territoryRows } from '#db/queries/plans/plan-rows.ts';
import {
  archiveTerritoryRow,
  insertTerritory,
  orderTerritoryRows,
  replaceHolders,
  touchPlan,
  updateTerritory,
} from '#db/queries/plans/save-plan.ts';
import { type Tx, write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { parseDraft } from '#lib/rules/parse-draft.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { TerritoryChange, TerritoryInput } from '#lib/shared/plan-shapes.ts';
import { foldText } from '#lib/shared/text.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import { requirePlan, requirePlanVersion, requireTerritory, requireWholePlan } from './plan-access.ts';
import { placeUnder } from './territory-levels.ts';

/** Adds a territory at the end of the plan's order. Returns its public id. */
export async function createTerritory(
  ctx: Context,
  planId: string,
  input: TerritoryInput,
): Promise<{ id: string }> {
  requireWholePlan(ctx, 'plans.edit');
  const rowId = await write(ctx, (tx) => {
    const plan = requirePlan(tx.connection, planId);
    requireFreeName(tx, plan, input.name, null);
    const id = insertTerritory(tx.connection, {
      planId: plan.id,
      name: input.name,
      kind: input.kind,
      draft: input.kind === 'rule' ? draftText(input.draft) : null,
      places: input.kind === 'geography' ? JSON.stringify(input.places ?? []) : null,
    });
    if (input.parentId) placeUnder(tx.connection, plan, id, input.parentId);
    note(tx, ctx, plan, 'territory.create', `Added the territory "${input.name}" to "${plan.name}".`, id);
    return id;
  });
  return { id: toPublicId('territory', rowId) };
}

/** Changes a territory's name, rule, places or holders. What is published stays until the next publish. */
export async function editTerritory(
  ctx: Context,
  planId: string,
  territoryId: string,
  change: TerritoryChange,
  readVersion: number | null = null,
): Promise<void> {
  requireWholePlan(ctx, 'plans.edit');
  await write(ctx, (tx) => {
    const plan = requirePlan(tx.connection, planId);
    requirePlanVersion(plan, readVersion);
    const territory = requireTerritory(tx.connection, plan, territoryId);
    if (change.name !== undefined) requireFreeName(tx, plan, change.name, territory.id);
    updateTerritory(tx.connection, territory.id, {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.draft === undefined || territory.kind !== 'rule' ? {} : { draft: draftText(change.draft) }),
      ...(change.places === undefined || territory.kind !== 'geography'
        ? {}
        : { places: JSON.stringify(change.places) }),
    });
    if (change.parentId !== undefined) placeUnder(tx.connection, plan, territory.id, change.parentId);
    for (const [slot, holders] of Object.entries(change.holders ?? {}) as [
      Slot,
      { repId: string; weight: number }[],
    ][]) {
      replaceHolders(tx.connection, territory.id, slot, knownHolders(tx, holders));
    }
    note(
      tx,
      ctx,
      plan,
      'territory.edit',
      `Changed the territory "${change.name ?? territory.name}".`,
      territory.id,
      territory,
      change,
    );
  });
}

/** Takes a territory out of the plan; `restore` puts it back. Its accounts fall to the next step. */
export async function archiveTerritory(ctx: Context, planId: string, territoryId: string): Promise<void> {
  requireWholePlan(ctx, 'plans.edit');
  await write(ctx, (tx) => {
    const plan = requirePlan(tx.connection, planId);
    const territory = requireTerritory(tx.connection, plan, territoryId);
    archiveTerritoryRow(tx.connection, territory.id, ctx.now);
    note(
      tx,
      ctx,
      plan,
      'territory.archive',
      `Took the territory "${territory.name}" out of "${plan.name}".`,
      territory.id,
    );
  });
}

/** Undoes `archiveTerritory`. */
export async function restoreTerritory(ctx: Context, planId: string, territoryId: string): Promise<void> {
  requireWholePlan(ctx, 'plans.edit');
  await write(ctx, (tx) => {
    const plan = requirePlan(tx.connection, planId);
    const rowId = toRowId('territory', territoryId);
    archiveTerritoryRow(tx.connection, rowId, null);
    note(tx, ctx, plan, 'territory.restore', `Put a territory back into "${plan.name}".`, rowId);
  });
}

/**
 * Sets the order in which rules and places are tried. A stale version is a conflict, and so is an order that does not
 * name every territory once.
 */
export async function orderTerritories(
  ctx: Context,
  planId: string,
  territoryIds: readonly string[],
  readVersion: number | null = null,
): Promise<void> {
  requireWholePlan(ctx, 'plans.edit');
  await write(ctx, (tx) => {
    const plan = requirePlan(tx.connection, planId);
    requirePlanVersion(plan, readVersion);
    const ids = territoryIds.map((id) => toRowId('territory', id));
    const present = territoryRows(tx.connection, plan.id).map((row) => row.id);
    const isSame =
      ids.length === present.length &&
      new Set(ids).size === ids.length &&
      present.every((id) => ids.includes(id));
    if (!isSame)
      throw appError(
        'conflict',
        'The plan’s territories have changed meanwhile. Look at it again before you order them.',
      );
    orderTerritoryRows(tx.connection, ids);
    note(tx, ctx, plan, 'territory.order', `Changed the order of the territories of "${plan.name}".`, null);
  });
}

function note(
  tx: Tx,
  ctx: Context,
  plan: PlanRow,
  action: string,
  summary: string,
  recordId: number | null,
  before?: unknown,
  after?: unknown,
): void {
  touchPlan(tx.connection, plan.id, ctx.now);
  tx.audit({ action, entity: 'territory', recordId, summary, before, after });
  tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
}

function requireFreeName(tx: Tx, plan: PlanRow, name: string, exceptId: number | null): void {
  const folded = foldText(name);
  const taken = territoryRows(tx.connection, plan.id).some(
    (row: TerritoryRow) => row.id !== exceptId && foldText(row.name) === folded,
  );
  if (taken) {
    throw appError('invalid', `The plan already has a territory "${name}".`, {
      issues: [
        {
          path: '/name',
          code: 'taken',
          message: `The plan already has a territory "${name}". Choose another name.`,
        },
      ],
    });
  }
}

function draftText(input: unknown): string {
  const parsed = parseDraft(
    input ?? { version: 1, entity: 'account', root: { id: 'root', kind: 'group', op: 'all', rules: [] } },
  );
  if (!parsed.ok)
    throw appError('invalid', 'The rule of this territory cannot be read.', { issues: parsed.error });
  if (parsed.value.entity !== 'account') throw appError('invalid', 'A territory’s rule is over accounts.');
  return JSON.stringify(parsed.value);
}

function knownHolders(
  tx: Tx,
  holders: readonly { repId: string; weight: number }[],
): { repId: number; weight: number }[] {
  const known = new Set(holderRows(tx.connection).map((holder) => holder.id));
  return holders.map(({ repId, weight }) => {
    const rowId = toRowId('rep', repId);
    if (!known.has(rowId)) throw appError('not_found', `There is no rep "${repId}".`);
    return { repId: rowId, weight };
  });
}
