import { beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '#db/seed/seed-demo.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { jobKinds } from '#lib/jobs/kinds.ts';
import { runNext } from '#lib/jobs/run-next.ts';
import { cancelJob, getJob } from '#lib/services/jobs/get.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { type OptimiseInput, optimiseInputSchema, proposalSchema } from '#lib/shared/proposal-shapes.ts';
import { acceptProposal } from './accept-proposal.ts';
import { undoChange } from './undo-change.ts';
import { getPlan } from './get-plan.ts';
import { listPlanAccounts } from './plan-accounts.ts';
import { readProposal, startOptimise } from './start-optimise.ts';

const held = useTempStore();
const ctx = testContext();
const planId = toPublicId('plan', 1);

beforeAll(async () => {
  await seedDemo(held.current, { now: ctx.now, accounts: 4000 });
}, 60_000);

async function solve(wish: Partial<OptimiseInput> = {}, asker = ctx): Promise<string> {
  const job = await startOptimise(asker, planId, optimiseInputSchema.parse({ effort: 'quick', ...wish }));
  await runNext(
    jobKinds,
    () => Date.now() + 1000,
    (error) => {
      throw error;
    },
    { only: ['plans.optimise'] },
  );
  return job.id;
}

const holdersOf = async (ids: readonly string[]) => {
  const { items } = await listPlanAccounts(ctx, planId, { sort: '-potential', offset: 0, limit: 100_000 });
  return new Map(
    items
      .filter((item) => ids.includes(item.id))
      .map((item) => [item.id, item.slots.find((slot) => slot.slot === 'ae')?.to?.id]),
  );
};

describe('a proposal for a draft', () => {
  it('balances books within the rules, says why, and leaves the plan alone', async () => {
    const before = await getPlan(ctx, planId);
    const jobId = await solve();
    expect(getJob(ctx, jobId)).toMatchObject({ status: 'completed', progress: { done: 100, total: 100 } });
    const proposal = proposalSchema.parse(readProposal(ctx, planId, jobId));
    expect(proposal.moves.length).toBeGreaterThan(0);
    expect(proposal.after.accountsOverCap).toBe(0);
    expect(proposal.after.potential.repsInBand).toBeGreaterThan(proposal.before.potential.repsInBand);
    expect(proposal.gap.lowerBoundAmount).toBeLessThanOrEqual(proposal.gap.costAmount + 1e-6);
    expect(proposal.gapSentence).toMatch(/No plan/);
    expect(proposal.leftOut.pools).toBeGreaterThan(0);
    expect(proposal.alternatives.length).toBeGreaterThanOrEqual(2);
    for (const move of proposal.moves) expect(move.reason).toMatch(/\.$/);
    const sum = (side: 'before' | 'after') =>
      proposal.books.reduce((total, book) => total + book[side].accounts, 0);
    expect(sum('after') + proposal.after.unassigned).toBe(sum('before') + proposal.before.unassigned);
    expect(await getPlan(ctx, planId)).toEqual(before);
  });

  it('is the same for the same seed, and goes round a refusal and what is kept', async () => {
    const [one, two] = [await solve(), await solve()].map((id) => readProposal(ctx, planId, id));
    expect(two?.digest).toBe(one?.digest);
    const jobId = await solve();
    const [refused, kept] = readProposal(ctx, planId, jobId).moves.filter(({ from, to }) => from && to);
    if (!refused?.to || !kept) throw new Error('The demo has moves to refuse.');
    const again = readProposal(
      ctx,
      planId,
      await solve({
        basedOn: jobId,
        refusals: [{ accountId: refused.accountId, repId: refused.to.id }],
        keeps: [kept.accountId],
      }),
    );
    const after = again.moves.find((move) => move.accountId === refused.accountId);
    expect(after?.to?.id).not.toBe(refused.to.id);
    expect(again.moves.some((move) => move.accountId === kept.accountId)).toBe(false);
  });

  it('gives the other plan that it offered', async () => {
    const offered = readProposal(ctx, planId, await solve()).alternatives.at(-1);
    if (!offered) throw new Error('There is another plan.');
    const plan = readProposal(ctx, planId, await solve({ keepWeight: offered.keepWeight }));
    expect(plan.after.movedAccounts).toBe(offered.measures.movedAccounts);
  });

  it('becomes moves of the draft, some or all, with their reasons; undo takes them back', async () => {
    const jobId = await solve();
    const { moves, after } = readProposal(ctx, planId, jobId);
    const open = moves.filter(({ to }) => to);
    const [first, ...rest] = open;
    if (!first) throw new Error('The demo has moves.');
    const ids = open.map((move) => move.accountId);
    const before = await holdersOf(ids);
    const one = await acceptProposal(ctx, planId, { jobId, accountIds: [first.accountId] });
    expect(one.accounts).toBe(1);
    const [item] = (
      await listPlanAccounts(ctx, planId, { q: first.accountName, sort: '-potential', offset: 0, limit: 9 })
    ).items.filter(({ id }) => id === first.accountId);
    expect(item?.slots.find((slot) => slot.slot === 'ae')).toMatchObject({
      to: { id: first.to?.id },
      reason: expect.stringContaining(first.reason),
    });
    const others = await acceptProposal(ctx, planId, { jobId, except: [first.accountId] });
    expect(others.accounts).toBe(rest.length);
    const drafted = await holdersOf(ids);
    for (const move of open) expect(drafted.get(move.accountId)).toBe(move.to?.id);
    const { books } = await getPlan(ctx, planId);
    const over = books.filter(
      (book) =>
        book.slot === 'ae' && book.maxAccounts !== null && (book.after?.accounts ?? 0) > book.maxAccounts,
    );
    if (after.unassigned === 0) expect(over).toEqual([]);
    await undoChange(ctx, planId, others.undoId);
    await undoChange(ctx, planId, one.undoId);
    expect(await holdersOf(ids)).toEqual(before);
    await expect(acceptProposal(ctx, planId, { jobId })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('only places what nobody holds, or leaves everything where it is', async () => {
    const orphans = readProposal(
      ctx,
      planId,
      await solve({ scope: { kind: 'orphans' }, includeUnassigned: true }),
    );
    expect(orphans.after.chosenMoves).toBe(0);
    expect(orphans.before.unassigned).toBeGreaterThan(0);
    expect(orphans.shortages.find(({ kind }) => kind === 'noEligibleRep')?.sentence).toMatch(/region/);
  });

  it('cancelled, leaves the best found so far, flagged', async () => {
    const job = await startOptimise(ctx, planId, optimiseInputSchema.parse({ effort: 'thorough' }));
    let now = Date.now() + 1000;
    const running = runNext(
      jobKinds,
      () => (now += 1000),
      (error) => {
        throw error;
      },
      { only: ['plans.optimise'] },
    );
    setTimeout(() => void cancelJob(ctx, job.id), 1500);
    await running;
    expect(getJob(ctx, job.id).status).toBe('cancelled');
    const proposal = readProposal(ctx, planId, job.id);
    expect(proposal.isStoppedEarly).toBe(true);
    expect(proposal.gapSentence).toContain('stopped early');
  });

  it('is about their own books for a leader who sees a team', async () => {
    const team = held.current.connection
      .prepare<[], number>('SELECT id FROM reps WHERE manager_id = 1 OR id = 1')
      .pluck()
      .all();
    const leader = {
      ...ctx,
      actor: {
        ...ctx.actor,
        kind: 'user' as const,
        userId: Number(
          held.current.connection.prepare("SELECT id FROM users WHERE role = 'leader'").pluck().get(),
        ),
        role: 'leader' as const,
        leaderSees: 'team' as const,
        holderIds: team,
      },
    };
    const jobId = await solve({}, leader);
    const { books, moves } = readProposal(ctx, planId, jobId);
    const own = new Set(team.map((id) => toPublicId('rep', id)));
    expect(books.length).toBeGreaterThan(2);
    for (const book of books) expect(own).toContain(book.rep.id);
    for (const { from } of moves) expect(from === null || own.has(from.id)).toBe(true);
  });

  it('is not for everybody, and not from another job', async () => {
    const rep = { ...ctx, actor: { ...ctx.actor, kind: 'user' as const, role: 'rep' as const } };
    await expect(startOptimise(rep, planId, optimiseInputSchema.parse({}))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(
      startOptimise(ctx, planId, optimiseInputSchema.parse({ basedOn: toPublicId('job', 999_999) })),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
