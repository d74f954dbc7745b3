import { store } from '#db/client.ts';
import { approvalRows, decideApproval } from '#db/queries/plans/approvals.ts';
import { endReturned, keptDeals, writeHoldovers } from '#db/queries/plans/kept-deals.ts';
import { type PlanRow, territoryHolderRows, territoryRows } from '#db/queries/plans/plan-rows.ts';
import { touchPlan } from '#db/queries/plans/save-plan.ts';
import { insertPlanVersion, writeMoves } from '#db/queries/plans/write-publish.ts';
import { type Tx, write } from '#db/write.ts';
import { enqueue } from '#lib/jobs/queue.ts';
import type { Context } from '#lib/permissions/context.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import { appError } from '#lib/shared/errors.ts';
import { formatCount } from '#lib/shared/format.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { PublishPlanInput } from '#lib/shared/publish-shapes.ts';
import type { FrozenAccount } from '#lib/territories/frozen-target.ts';
import type { Move } from '#lib/territories/moves.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requireMayPublish } from './approval-rule.ts';
import { dayInWords, effectiveInstant } from './effective-day.ts';
import { requirePlan, requirePlanItself, requirePlanVersion } from './plan-access.ts';
import { ruleMembers } from './rule-members.ts';
import { makeWay } from './withdraw-version.ts';

/** What a publish did. */
export type Published = {
  number: number;
  movedAccounts: number;
  effectiveAt: number;
  isWaiting: boolean;
  heldOver: number;
};

/**
 * Publishes the draft: freezes it as a version and writes every move as intervals, at once or on a day ahead (see
 * `takeEffect`). Later data changes nothing by itself; it shows as suggested moves. Refused while a rule cannot be
 * read, while another version waits for its day unless this one replaces it, and where a leader has to approve. A plan
 * that was changed since it was read is a conflict. `also` is written with it.
 */
export async function publishPlan(
  ctx: Context,
  planId: string,
  input: PublishPlanInput,
  readVersion: number | null,
  also: (tx: Tx) => void = () => {},
): Promise<Published> {
  requireMayPublish(ctx, store().connection);
  const plan = requirePlan(store().connection, planId);
  requirePlanItself(plan);
  requirePlanVersion(plan, readVersion);
  const effectiveAt = effectiveInstant(store().connection, input.effectiveOn, ctx.now);
  const { members, issues, today } = await ruleMembers(ctx, plan.id);
  refuseBroken(plan.id, issues);
  if (effectiveAt === null) {
    const moves = await heavyRead('planMoves', { planId: plan.id, members, today, scope: { all: true } });
    return write(ctx, (tx) => {
      begin(ctx, tx, plan, input);
      also(tx);
      closeQuestions(ctx, tx, plan);
      return publishNow(ctx, tx, plan, { note: input.note ?? null, moves, today });
    });
  }
  const frozen = await heavyRead('freezePlan', { planId: plan.id, members, today });
  return write(ctx, (tx) => {
    begin(ctx, tx, plan, input);
    also(tx);
    closeQuestions(ctx, tx, plan);
    return publishLater(ctx, tx, plan, { note: input.note ?? null, effectiveAt, ...frozen });
  });
}

/** Inside the write: nobody was quicker, and no other version waits. */
function begin(ctx: Context, tx: Tx, plan: PlanRow, input: PublishPlanInput): void {
  const now = requirePlan(tx.connection, toPublicId('plan', plan.id));
  if (now.version !== plan.version) requirePlanVersion(now, plan.version);
  makeWay(ctx, tx, input.replacesWaiting ?? false);
}

/** A question for approval that is still open has no answer any more: the plan is published. */
function closeQuestions(ctx: Context, tx: Tx, plan: PlanRow): void {
  for (const { id, status } of approvalRows(tx.connection, plan.id)) {
    if (status !== 'open') continue;
    decideApproval(tx.connection, id, { status: 'withdrawn', userId: ctx.actor.userId, now: ctx.now });
  }
}

function publishNow(
  ctx: Context,
  tx: Tx,
  plan: PlanRow,
  { note, moves, today }: { note: string | null; moves: readonly Move[]; today: number },
): Published {
  const version = insertPlanVersion(tx.connection, {
    planId: plan.id,
    snapshot: snapshotOf(tx, plan.id),
    movedAccounts: moves.length,
    note,
    at: ctx.now,
    effectiveAt: ctx.now,
    takesEffect: true,
    userId: ctx.actor.userId,
  });
  const heldOver = writeHoldovers(
    tx.connection,
    { id: version.id, planId: plan.id, at: ctx.now, todayOn: today },
    moves,
    keptDeals(tx.connection, plan.id),
  );
  writeMoves(tx.connection, moves, version.id, ctx.now);
  endReturned(tx.connection, ctx.now);
  touchPlan(tx.connection, plan.id, ctx.now);
  const keeps = heldOver > 0 ? `; ${formatCount(heldOver, 'deal')} stay with their former owner` : '';
  tx.audit({
    action: 'plan.publish',
    entity: 'plan',
    recordId: plan.id,
    summary: `Published "${plan.name}" v${version.number}: ${moves.length} accounts change territory or holder${keeps}.`,
    after: { version: version.number, movedAccounts: moves.length, heldOver },
    reason: note,
  });
  tx.changed({ entity: 'assignment', recordId: null, op: 'bulk' });
  refreshSegmentsLater(tx);
  return {
    number: version.number,
    movedAccounts: moves.length,
    effectiveAt: ctx.now,
    isWaiting: false,
    heldOver,
  };
}

function publishLater(
  ctx: Context,
  tx: Tx,
  plan: PlanRow,
  {
    note,
    effectiveAt,
    target,
    movedAccounts,
  }: { note: string | null; effectiveAt: number; target: FrozenAccount[]; movedAccounts: number },
): Published {
  const kept = keptDeals(tx.connection, plan.id);
  const version = insertPlanVersion(tx.connection, {
    planId: plan.id,
    snapshot: { ...snapshotOf(tx, plan.id), target, keptDeals: kept },
    movedAccounts,
    note,
    at: ctx.now,
    effectiveAt,
    takesEffect: false,
    userId: ctx.actor.userId,
  });
  touchPlan(tx.connection, plan.id, ctx.now);
  enqueue(tx, {
    kind: 'plans.takeEffect',
    payload: {},
    dedupeKey: `plans.takeEffect.${version.id}`,
    runAt: effectiveAt,
  });
  tx.audit({
    action: 'plan.publish_later',
    entity: 'plan',
    recordId: plan.id,
    summary: `Published "${plan.name}" v${version.number} for ${dayInWords(tx.connection, effectiveAt)}: ${movedAccounts} accounts would change territory or holder today.`,
    after: { version: version.number, effectiveAt, movedAccounts, keptDeals: kept.length },
    reason: note,
  });
  tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
  return { number: version.number, movedAccounts, effectiveAt, isWaiting: true, heldOver: kept.length };
}

function snapshotOf(tx: Tx, planId: number) {
  return {
    territories: territoryRows(tx.connection, planId),
    holders: territoryHolderRows(tx.connection, planId),
  };
}

/** Refuses a plan with a rule that cannot be read, naming each. */
export function refuseBroken(planId: number, issues: Record<number, string>): void {
  const broken = territoryRows(store().connection, planId).filter((row) => issues[row.id] !== undefined);
  if (broken.length === 0) return;
  throw appError(
    'invalid',
    `Mend the rule of ${broken.map((row) => `"${row.name}"`).join(', ')} before you publish.`,
    {
      issues: broken.map((row) => ({
        path: `/territories/${row.position}`,
        code: 'broken_rule',
        message: `"${row.name}": ${issues[row.id]}`,
      })),
    },
  );
}
