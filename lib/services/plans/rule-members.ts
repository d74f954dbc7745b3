import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { type TerritoryRow, territoryRows } from '#db/queries/plans/plan-rows.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { finishedDefinition } from '#lib/services/segments/segment-rules.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { isAppError } from '#lib/shared/errors.ts';

export type RuleMembers = {
  /** Whom each rule territory takes now, by territory row id. */
  members: Record<number, Int32Array>;
  /** Why a rule takes nobody: it is unfinished or no longer valid. */
  issues: Record<number, string>;
  /** The workspace's day, as an epoch day: capacities change by month and ramp. */
  today: number;
};

/**
 * Runs the rules of a plan over all accounts, as of now. A rule that cannot be read takes nobody and is named; its
 * accounts fall to the next step, and publishing is refused until it is mended.
 */
export async function ruleMembers(ctx: Context, planId: number): Promise<RuleMembers> {
  return membersOfRows(ctx, territoryRows(store().connection, planId));
}

/** The same for the territories of a frozen version. */
export async function membersOfRows(ctx: Context, rows: readonly TerritoryRow[]): Promise<RuleMembers> {
  const catalog = loadCatalog(store().connection);
  const rules = rows.filter((row) => row.kind === 'rule');
  const found: RuleMembers = {
    members: {},
    issues: {},
    today: dayOfInstant(ctx.now, workspaceSettings(store().connection).timeZone),
  };
  for (const row of rules) {
    const answer = await membersOf(ctx, catalog, row);
    if (typeof answer === 'string') found.issues[row.id] = answer;
    else found.members[row.id] = answer;
  }
  return found;
}

async function membersOf(ctx: Context, catalog: Catalog, row: TerritoryRow): Promise<Int32Array | string> {
  if (row.draft === null) return 'This territory has no rule yet.';
  const draft = JSON.parse(row.draft) as Draft;
  if (draft.root.rules.length === 0)
    return 'Its rule has no condition yet, so it would take everybody. Add one first.';
  try {
    const definition = finishedDefinition(store().connection, draft, { catalog });
    return await evaluator().members({ definition, asOf: ctx.now, now: ctx.now, scope: { all: true } });
  } catch (error) {
    if (isAppError(error) && error.code === 'invalid') return error.issues?.[0]?.message ?? error.message;
    throw error;
  }
}
