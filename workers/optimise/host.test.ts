import { afterEach, describe, expect, it } from 'vitest';
import { drawQuestion } from '#lib/territories/optimise/testing/draw-question.ts';
import { openOptimiser, type Optimiser } from './host.ts';
import type { Progress } from './protocol.ts';

const input = drawQuestion({ accounts: 120, reps: 8, seed: 4, capFill: 0.7, lockRate: 0.02 });
/** Two parts that know nothing of each other, so that two threads have something to share. */
const parted = {
  ...input,
  accounts: input.accounts.map((account) => ({
    ...account,
    familyId: account.id,
    lockedRepId: null,
    traits: { region: account.id % 2 === 0 ? 'N' : 'S' },
  })),
  reps: input.reps.map((rep, index) => ({
    ...rep,
    capTouches: null,
    excludedAccountIds: [],
    takes: { region: [index % 2 === 0 ? 'N' : 'S'] },
  })),
};
const opened: Optimiser[] = [];
const open = (threads: number) => {
  const optimiser = openOptimiser(threads);
  opened.push(optimiser);
  return optimiser;
};

describe('the optimiser in worker threads', () => {
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((optimiser) => optimiser.close()));
  });

  it('gives the same plan with one thread and with two', async () => {
    const [one, two] = await Promise.all([
      open(1).ask({ kind: 'solve', input: parted, currency: 'USD' }),
      open(2).ask({ kind: 'solve', input: parted, currency: 'USD' }),
    ]);
    expect(two.digest).toBe(one.digest);
    expect(two.assignment).toEqual(one.assignment);
    expect(two.parts).toHaveLength(2);
  });

  it('reports progress, and answers with the best found when cancelled', async () => {
    const optimiser = open(2);
    const cancel = new AbortController();
    const seen: Progress[] = [];
    const proposal = await optimiser.ask(
      { kind: 'solve', input: { ...parted, effort: 'thorough' }, currency: 'USD' },
      {
        signal: cancel.signal,
        onProgress: (progress) => {
          seen.push(progress);
          if (progress.stage === 'improve') cancel.abort();
        },
      },
    );
    expect(seen.map((progress) => progress.stage)).toContain('bound');
    expect(proposal.isStoppedEarly).toBe(true);
    expect(proposal.gapSentence).toContain('stopped early');
    expect(proposal.assignment.filter((item) => item.repId !== null).length).toBeGreaterThan(100);
  });

  it('shows a move by hand on every measure, goes round a refusal and offers other plans', async () => {
    const optimiser = open(2);
    const quick = { ...parted, effort: 'quick' } as const;
    const first = await optimiser.ask({ kind: 'solve', input: quick, currency: 'USD' });
    const move = first.moves.find((item) => item.stayingAmount !== null)!;
    const hand = {
      kind: 'handMove',
      accountId: move.accountId,
      repId: move.fromRepId,
      keepIt: false,
    } as const;
    const effect = await optimiser.ask(hand);
    expect(effect.after.movedAccounts).toBe(effect.before.movedAccounts - 1);
    const refusals = [{ accountId: move.accountId, repId: move.toRepId! }];
    const second = await optimiser.ask({ kind: 'again', change: { refusals }, currency: 'USD' });
    expect(second.assignment.find((item) => item.accountId === move.accountId)?.repId).not.toBe(move.toRepId);
    const plans = await optimiser.ask({ kind: 'alternatives', currency: 'USD' });
    expect(plans.length).toBeGreaterThan(1);
  });

  it('refuses a question with a sentence', async () => {
    const asked = open(1).ask({ kind: 'solve', input: { ...parted, reps: [] }, currency: 'USD' });
    await expect(asked).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('no reps'),
    });
  });
});
