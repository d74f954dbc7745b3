import { store } from '#db/client.ts';
import { write } from '#db/write.ts';
import { enqueue } from '#lib/jobs/queue.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { getJob } from '#lib/services/jobs/get.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { Job } from '#lib/shared/job-shapes.ts';
import type { OptimiseInput, Proposal } from '#lib/shared/proposal-shapes.ts';
import { requirePlan, requireTerritory } from './plan-access.ts';
import type { OptimisePayload } from './optimise-plan.ts';

/**
 * Asks for a proposal of who should hold which account: a job whose result is a `Proposal`. Those who see a part of all
 * accounts get one for their own books. Throws `not_found` for unknown ids, `conflict` when a proposal to go on from
 * is of another plan.
 */
export async function startOptimise(ctx: Context, planId: string, input: OptimiseInput): Promise<Job> {
  requireCan(ctx.actor, 'plans.edit');
  const plan = requirePlan(store().connection, planId);
  const { scope: moving } = input;
  if (moving.kind === 'territories') {
    for (const id of moving.territoryIds) requireTerritory(store().connection, plan, id);
  }
  for (const id of moving.kind === 'newReps' ? moving.repIds : []) toRowId('rep', id);
  for (const refusal of input.refusals) {
    toRowId('account', refusal.accountId);
    toRowId('rep', refusal.repId);
  }
  for (const id of input.keeps) toRowId('account', id);
  if (input.basedOn !== null) readProposal(ctx, planId, input.basedOn);
  const payload: OptimisePayload = { planId, scope: scopeOf(ctx.actor), input };
  const jobId = await write(ctx, (tx) => {
    tx.audit({
      action: 'plan.optimise',
      entity: 'plan',
      recordId: plan.id,
      summary: `Asked for a proposal that balances "${plan.name}".`,
    });
    return enqueue(tx, { kind: 'plans.optimise', payload, userId: ctx.actor.userId });
  });
  return getJob(ctx, toPublicId('job', jobId));
}

/** The proposal of a job, for whoever may see that job; throws `conflict` when it has none for this plan (yet). */
export function readProposal(ctx: Context, planId: string, jobId: string): Proposal {
  const job = getJob(ctx, jobId);
  if (job.kind !== 'plans.optimise') throw appError('not_found', `There is no proposal "${jobId}".`);
  if (job.result === null) throw appError('conflict', 'This proposal is not worked out yet.');
  // Written by our own job in this shape; reading a large one through its schema again would cost seconds.
  const proposal = job.result as unknown as Proposal;
  if (proposal.planId !== planId) throw appError('conflict', 'This proposal is for another plan.');
  return proposal;
}
