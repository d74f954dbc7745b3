import { describe, expect, it } from 'vitest';
import { alternativesOf } from './alternatives.ts';
import { checkInput } from './check-input.ts';
import { uncontrolled } from './control.ts';
import { goalsInWords } from './goals-in-words.ts';
import { type CarveAccount, type CarveInput, type CarveRep, usualRates } from './input.ts';
import { measuresOf } from './measures.ts';
import { moveSentence } from './move-words.ts';
import { familyFinder, handMove, proposalOf } from './proposal.ts';
import { remedySentence, shortageSentence } from './shortage-words.ts';
import { runHere, solvePlan } from './solve-plan.ts';
import { standingOf } from './standing.ts';
import { drawQuestion } from './testing/draw-question.ts';

const solve = (input: CarveInput) => solvePlan(input, runHere, uncontrolled);
const account = (id: number, more: Partial<CarveAccount> = {}): CarveAccount => ({
  id,
  name: `Account ${id}`,
  familyId: id,
  potentialAmount: 100_000,
  workloadTouches: 2,
  pipelineAmount: 0,
  tier: null,
  traits: { region: 'West' },
  place: null,
  territoryId: null,
  repId: null,
  lockedRepId: null,
  ...more,
});
const rep = (id: number, more: Partial<CarveRep> = {}): CarveRep => ({
  id,
  name: `Rep ${id}`,
  group: 'ae',
  shareRate: 1,
  rampRate: 1,
  capAccounts: null,
  capTouches: null,
  home: null,
  takes: {},
  excludedAccountIds: [],
  ...more,
});
const question = (
  accounts: CarveAccount[],
  reps: CarveRep[],
  more: Partial<CarveInput> = {},
): CarveInput => ({
  accounts,
  reps,
  rates: usualRates,
  scope: { kind: 'whole' },
  refusals: [],
  screen: null,
  seed: 1,
  effort: 'quick',
  ...more,
});
const many = (count: number, more: Partial<CarveAccount> = {}, from = 1) =>
  Array.from({ length: count }, (_, index) => account(from + index, more));
const names = { rep: (id: number) => `Rep ${id}`, account: (id: number) => `Account ${id}` };

async function shortages(input: CarveInput) {
  expect(checkInput(input)).toEqual([]);
  const proposal = proposalOf(await solve(input), 'USD');
  return proposal.shortages.map((shortage) => ({
    ...shortage,
    sentence: shortageSentence(shortage, names),
    ways: shortage.remedies.map((remedy) => remedySentence(remedy, shortage.kind, names, 'USD')),
  }));
}

describe('a proposal', () => {
  it('says why an account moves, what leaving it costs exactly, and who is next best', async () => {
    const input = drawQuestion({ accounts: 90, reps: 5, seed: 14, capFill: 0.7, lockRate: 0.03 });
    const carved = await solve(input);
    const proposal = proposalOf(carved, 'USD');
    expect(proposal.moves.length).toBe(
      input.accounts.filter((item, index) => item.repId !== proposal.assignment[index]!.repId).length,
    );
    const standing = standingOf(carved.built, carved.assignment);
    const familyOf = familyFinder(carved);
    const indexOf = (repId: number) => input.reps.findIndex((item) => item.id === repId);
    const priced = proposal.moves.filter((move) => move.stayingAmount !== null);
    expect(priced.length).toBeGreaterThan(0);
    for (const move of priced) {
      expect(moveSentence(move, names.rep, names.account, 'USD')).toMatch(/\.$/);
      const family = familyOf(move.accountId)!;
      const back = handMove(standing, family, indexOf(move.fromRepId!), false);
      expect(back.breaks).toEqual([]);
      expect(back.after.cost.totalAmount - back.before.cost.totalAmount).toBeCloseTo(move.stayingAmount!, 2);
      for (const { repId, extraAmount, exchange } of move.runnersUp) {
        if (exchange) continue;
        const other = handMove(standing, family, indexOf(repId), false);
        expect(other.after.cost.totalAmount - other.before.cost.totalAmount).toBeCloseTo(extraAmount, 2);
      }
    }
    expect(measuresOf(standing).movedAccounts).toBe(proposal.after.movedAccounts);
    expect(measuresOf(standing).cost.totalAmount).toBeCloseTo(proposal.after.cost.totalAmount, 3);
    expect(proposal.gapSentence).toContain('No plan');
    expect(goalsInWords(input.rates, 'USD')[1]).toContain('15\u00a0% of its open pipeline');
  });

  it('prices keeping an account with a full rep by the family that would have to go', async () => {
    const carved = await solve(drawQuestion({ accounts: 90, reps: 5, seed: 14, capFill: 0.99, lockRate: 0 }));
    const proposal = proposalOf(carved, 'USD');
    const familyOf = familyFinder(carved);
    const indexOf = (repId: number) => carved.built.input.reps.findIndex((item) => item.id === repId);
    const full = proposal.moves.filter((move) => move.exchange !== null);
    expect(full.length).toBeGreaterThan(0);
    for (const move of full) {
      const { accountId, fromRepId, exchange } = move;
      expect(moveSentence(move, names.rep, names.account, 'USD')).toContain('could only stay if Account');
      const fresh = standingOf(carved.built, carved.assignment);
      const before = measuresOf(fresh).cost.totalAmount;
      handMove(fresh, familyOf(exchange!.accountId)!, indexOf(exchange!.toRepId), true);
      const { breaks, after } = handMove(fresh, familyOf(accountId)!, indexOf(fromRepId!), true);
      expect(breaks).toEqual([]);
      expect(after.cost.totalAmount - before).toBeCloseTo(exchange!.extraAmount, 2);
    }
  });

  it('offers materially different plans, each step keeping more accounts where they are', async () => {
    const carved = await solve(drawQuestion({ accounts: 200, reps: 6, seed: 31, capFill: 0.6, lockRate: 0 }));
    const plans = await alternativesOf(carved, runHere, uncontrolled);
    expect(plans.length).toBeGreaterThanOrEqual(3);
    expect(plans.length).toBeLessThanOrEqual(5);
    const moved = plans.map((plan) => plan.measures.chosenMoves);
    expect(moved.at(-1)!).toBeLessThan(moved[0]!);
    expect(new Set(plans.map((plan) => plan.carved.digest)).size).toBe(plans.length);
  });
});

describe('what the rules leave no room for', () => {
  it('is named with how much is short and ranked ways out', async () => {
    const input = question(many(50), [
      rep(1, { capAccounts: 20 }),
      rep(2, { capAccounts: 15 }),
      rep(3, { takes: { region: ['East'] }, capAccounts: 20 }),
    ]);
    const [found, ...others] = await shortages(input);
    // Those left without a rep are what is short, and no second fault.
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'accountCap', need: 50, have: 35, shortBy: 15 });
    expect(found?.sentence).toBe('50 accounts need a rep, 35 slots are free with 2 reps: short by 15.');
    expect(found?.remedies.map((item) => item.action)).toEqual(
      expect.arrayContaining(['raiseCaps', 'addReps', 'openEligibility', 'leaveOut']),
    );
    expect(found?.ways.at(-1)).toBe('Leave 15 accounts with the least potential ($1.5M) without a rep.');
  });

  it('names accounts that no rep may hold, and the trait that rules them out', async () => {
    const input = question(
      [...many(3), account(9, { traits: { region: 'South' } })],
      [rep(1, { takes: { region: ['West'] } })],
    );
    expect((await shortages(input))[0]?.sentence).toBe(
      '1 account may go to no rep: nobody takes region South.',
    );
  });

  it('names a family that is larger than every cap', async () => {
    const input = question(many(4, { familyId: 1 }), [
      rep(1, { capAccounts: 3 }),
      rep(2, { capAccounts: 2 }),
    ]);
    expect((await shortages(input))[0]?.sentence).toBe(
      'The family of Account 1 is larger than every cap: it needs 4, the most anybody may hold is 3.',
    );
  });

  it('names a rep whose locks alone pass the cap, and keeps the locks', async () => {
    const input = question(
      [...many(5, { lockedRepId: 1 }), ...many(3, {}, 10)],
      [rep(1, { capAccounts: 3 }), rep(2)],
    );
    const [found] = await shortages(input);
    expect(found?.sentence).toBe(
      'Rep 1 is over the cap by what is locked or fixed alone: 5 held, 3 allowed, 2 too many.',
    );
  });

  it('names touches that nobody has time for, and families that locks tear', async () => {
    const few = await shortages(question(many(10), [rep(1, { capTouches: 8 }), rep(2, { capTouches: 6 })]));
    expect(few[0]?.sentence).toBe('20 touches a month are needed, 2 reps can do 14: short by 6.');
    const torn = [account(1, { lockedRepId: 1 }), account(2, { familyId: 1, lockedRepId: 2 })];
    expect((await shortages(question(torn, [rep(1), rep(2)])))[0]?.kind).toBe('tornFamily');
  });
});

describe('a question that cannot be answered', () => {
  const messages = (input: CarveInput) => checkInput(input).map((issue) => issue.message);

  it('is refused with a sentence for each fault', () => {
    expect(messages(question(many(1), []))).toEqual(['There are no reps. Add at least one to the plan.']);
    expect(messages(question([], [rep(1)]))).toEqual(['There are no accounts to give out.']);
    expect(messages(question(many(1), [rep(1, { rampRate: 0 })]))).toEqual([
      'No rep can take accounts: every share or ramp is 0.',
    ]);
    expect(messages(question([account(1, { potentialAmount: Number.NaN })], [rep(1)]))).toEqual([
      'The potential of Account 1 is not a number.',
    ]);
    expect(messages(question([account(1, { workloadTouches: -2 })], [rep(1)]))).toEqual([
      'The workload of Account 1 is negative (-2). It must be 0 or more.',
    ]);
    expect(messages(question([account(1, { lockedRepId: 7 })], [rep(1)]))).toEqual([
      'Account 1 is locked to a rep who is not in the plan.',
    ]);
    expect(messages(question(many(1), [rep(1)], { rates: { ...usualRates, moveAmount: -1 } }))).toHaveLength(
      1,
    );
  });
});
