import { beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '#db/seed/seed-demo.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { jobKinds } from '#lib/jobs/kinds.ts';
import { runNext } from '#lib/jobs/run-next.ts';
import { listReps } from '#lib/services/reps/list.ts';
import { createRep } from '#lib/services/reps/save.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { optimiseInputSchema, proposalSchema } from '#lib/shared/proposal-shapes.ts';
import { acceptProposal } from './accept-proposal.ts';
import { getPlan } from './get-plan.ts';
import { readProposal, startOptimise } from './start-optimise.ts';

const held = useTempStore();
const ctx = testContext();
const planId = toPublicId('plan', 1);

beforeAll(async () => {
  await seedDemo(held.current, { now: ctx.now, accounts: 4_000 });
}, 60_000);

describe('somebody who joins', () => {
  it('takes accounts of the team up to a book like the others’, and nothing else moves that need not', async () => {
    const lena = listReps(ctx).items.find(({ name }) => name === 'Lena Ashgrove');
    const quinn = await createRep(ctx, {
      name: 'Quinn Abernathy',
      role: 'ae',
      managerId: lena?.id ?? null,
      capacityTouches: 220,
      maxAccounts: 50,
    });
    const input = optimiseInputSchema.parse({
      effort: 'quick',
      scope: { kind: 'newReps', repIds: [quinn.id] },
    });
    const { id: jobId } = await startOptimise(ctx, planId, input);
    await runNext(
      jobKinds,
      () => Date.now() + 1_000,
      (error) => {
        throw error;
      },
      { only: ['plans.optimise'] },
    );
    const { moves, books } = proposalSchema.parse(readProposal(ctx, planId, jobId));
    const taken = moves.filter(({ to }) => to?.id === quinn.id);
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.length).toBeLessThanOrEqual(50);
    expect(moves.filter(({ to, isForced }) => to?.id !== quinn.id && !isForced)).toEqual([]);
    const own = books.find(({ rep }) => rep.id === quinn.id);
    expect(own?.after.potentialAmount).toBeGreaterThan((own?.target.potentialAmount ?? 0) * 0.5);

    await acceptProposal(ctx, planId, { jobId });
    const book = (await getPlan(ctx, planId)).books.find(({ repId }) => repId === quinn.id);
    expect(book?.after?.accounts).toBe(taken.length);
  }, 60_000);
});
