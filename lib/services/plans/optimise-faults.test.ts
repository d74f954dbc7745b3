import { beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '#db/seed/seed-demo.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { jobKinds } from '#lib/jobs/kinds.ts';
import { runNext } from '#lib/jobs/run-next.ts';
import { cancelJob, getJob } from '#lib/services/jobs/get.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Job } from '#lib/shared/job-shapes.ts';
import { parseInput } from '#lib/shared/parse-input.ts';
import { type OptimiseInput, optimiseInputSchema } from '#lib/shared/proposal-shapes.ts';
import { acceptProposal } from './accept-proposal.ts';
import { getPlan } from './get-plan.ts';
import { publishPlan } from './publish-plan.ts';
import { readProposal, startOptimise } from './start-optimise.ts';

const held = useTempStore();
const ctx = testContext();
const planId = toPublicId('plan', 1);
const sql = (text: string) => held.current.connection.prepare(text);

beforeAll(async () => {
  await seedDemo(held.current, { now: ctx.now, accounts: 2000 });
}, 60_000);

async function run(wish: Partial<OptimiseInput> = {}): Promise<Job> {
  const job = await startOptimise(ctx, planId, optimiseInputSchema.parse({ effort: 'quick', ...wish }));
  await runNext(jobKinds, () => Date.now() + 1000, fail, { only: ['plans.optimise'] });
  return getJob(ctx, job.id);
}

const fail = (error: unknown) => {
  throw error;
};

describe('a question that cannot be answered is a sentence, and the plan stays as it is', () => {
  const changed = async (change: string, back: string, wish: Partial<OptimiseInput> = {}) => {
    const before = await getPlan(ctx, planId);
    sql(change).run();
    const job = await run(wish).finally(() => sql(back).run());
    expect((await getPlan(ctx, planId)).version).toBe(before.version);
    return job;
  };

  it('nobody is left to hold accounts', async () => {
    held.current.connection.exec('CREATE TEMP TABLE active AS SELECT id, is_active FROM reps');
    const job = await changed(
      'UPDATE reps SET is_active = 0',
      'UPDATE reps SET is_active = (SELECT active.is_active FROM active WHERE active.id = reps.id)',
    );
    expect(job).toMatchObject({ status: 'failed', result: null });
    expect(job.error).toMatch(/^No rep holds accounts in this slot yet/);
  });

  it('a capacity below 0 and a ramp of 0 for everybody', async () => {
    held.current.connection.exec(
      'CREATE TEMP TABLE able AS SELECT id, capacity_touches, capacity_hours, ramp_rate, starts_on FROM reps',
    );
    const back = `UPDATE reps SET (capacity_touches, capacity_hours, ramp_rate, starts_on) =
      (SELECT able.capacity_touches, able.capacity_hours, able.ramp_rate, able.starts_on FROM able WHERE able.id = reps.id)`;
    const negative = await changed(
      "UPDATE reps SET capacity_hours = NULL, capacity_touches = -5 WHERE kind = 'rep'",
      back,
    );
    expect(negative.status).toBe('failed');
    expect(negative.error).toMatch(/^The capacity of .+ is negative \(-\d.*\)\. It must be 0 or more\.$/);
    const still = await changed("UPDATE reps SET starts_on = NULL, ramp_rate = 0 WHERE kind = 'rep'", back);
    expect(still.error).toBe('No rep can take accounts: every share or ramp is 0.');
  });

  it('no rep may hold some accounts: they are named, and the others are given out', async () => {
    held.current.connection.exec('CREATE TEMP TABLE lived AS SELECT id, region FROM reps');
    const job = await changed(
      'UPDATE reps SET region = (SELECT min(region) FROM reps)',
      'UPDATE reps SET region = (SELECT lived.region FROM lived WHERE lived.id = reps.id)',
    );
    expect(job.status).toBe('completed');
    const { shortages, moves } = readProposal(ctx, planId, job.id);
    expect(shortages.find(({ kind }) => kind === 'noEligibleRep')?.sentence).toMatch(
      /may go to no rep: nobody takes region/,
    );
    expect(moves.some((move) => move.to !== null)).toBe(true);
  });

  it('caps below what is locked, and a family larger than every cap: nothing is relaxed in silence', async () => {
    held.current.connection.exec('CREATE TEMP TABLE capped AS SELECT id, max_accounts FROM reps');
    const job = await changed(
      "UPDATE reps SET max_accounts = 1 WHERE kind = 'rep'",
      'UPDATE reps SET max_accounts = (SELECT capped.max_accounts FROM capped WHERE capped.id = reps.id)',
      { keeps: lockedTo() },
    );
    expect(job.status).toBe('completed');
    const { shortages, after, moves } = readProposal(ctx, planId, job.id);
    const sentences = shortages.map((shortage) => shortage.sentence);
    expect(sentences).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/over the cap by what is locked or fixed alone: \d+ held, 1 allowed/),
        expect.stringMatching(
          /^The family of .+ is larger than every cap: it needs \d+, the most anybody may hold is 1/,
        ),
        expect.stringMatching(/slots are free with \d+ reps: short by \d+/),
      ]),
    );
    expect(after.unassigned).toBeGreaterThan(0);
    for (const id of lockedTo()) expect(moves.some((move) => move.accountId === id)).toBe(false);
    expect(shortages.flatMap((shortage) => shortage.remedies).length).toBeGreaterThan(0);
  });

  /** Three accounts of one rep. */
  function lockedTo(): string[] {
    const rows = held.current.connection
      .prepare<[], number>(
        `SELECT a.account_id FROM assignments a WHERE a.slot = 'ae' AND a.to_at IS NULL
           AND a.rep_id = (SELECT b.rep_id FROM assignments b JOIN reps r ON r.id = b.rep_id
             WHERE b.slot = 'ae' AND b.to_at IS NULL AND r.kind = 'rep'
             GROUP BY b.rep_id ORDER BY count(*) DESC LIMIT 1)
         ORDER BY a.account_id LIMIT 3`,
      )
      .pluck()
      .all();
    return rows.map((id) => toPublicId('account', id));
  }
});

describe('a body that says nonsense', () => {
  it.each([
    [{ rates: { balancePotentialRate: -1 } }, '/rates/balancePotentialRate'],
    [{ rates: { moveAmount: Number.NaN } }, '/rates/moveAmount'],
    [{ rates: { bandRate: 0.9 } }, '/rates/bandRate'],
    [{ goals: { balance: -2 } }, '/goals/balance'],
    [{ maxMovedRate: 1.5 }, '/maxMovedRate'],
    [{ seed: 1.5 }, '/seed'],
    [{ scope: { kind: 'newReps', repIds: [] } }, '/scope/repIds'],
    [{ wishes: true }, ''],
  ])('%j is refused with a sentence for its place', (body, path) => {
    let error: unknown;
    try {
      parseInput(optimiseInputSchema, body);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({
      code: 'invalid',
      issues: [{ path, message: expect.stringMatching(/\.$/) }],
    });
  });

  it('names what does not exist', async () => {
    const ask = (wish: Partial<OptimiseInput>) =>
      startOptimise(ctx, planId, optimiseInputSchema.parse({ effort: 'quick', ...wish }));
    await expect(ask({ scope: { kind: 'territories', territoryIds: ['ter_99999'] } })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(ask({ refusals: [{ accountId: 'nonsense', repId: 'rep_1' }] })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('at the same time', () => {
  it('the best found so far is taken after stopping half-way', async () => {
    const job = await startOptimise(ctx, planId, optimiseInputSchema.parse({ effort: 'thorough' }));
    let now = Date.now() + 1000;
    const running = runNext(jobKinds, () => (now += 1000), fail, { only: ['plans.optimise'] });
    setTimeout(() => void cancelJob(ctx, job.id), 1200);
    await running;
    expect(getJob(ctx, job.id).status).toBe('cancelled');
    const proposal = readProposal(ctx, planId, job.id);
    expect(proposal.isStoppedEarly).toBe(true);
    expect(proposal.after.accountsOverCap).toBe(0);
    const open = proposal.moves.filter((move) => move.to !== null);
    expect((await acceptProposal(ctx, planId, { jobId: job.id })).accounts).toBe(open.length);
  });

  it('of two who publish, one publishes and the other is told', async () => {
    const { version } = await getPlan(ctx, planId);
    const count = () => sql('SELECT count(*) FROM plan_versions').pluck().get() as number;
    const before = count();
    const answers = await Promise.allSettled([
      publishPlan(ctx, planId, { note: 'One' }, version),
      publishPlan(ctx, planId, { note: 'Two' }, version),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = answers.find((answer) => answer.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'conflict', message: expect.stringMatching(/\.$/) });
    expect(count()).toBe(before + 1);
  });
});
