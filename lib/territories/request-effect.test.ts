import { describe, expect, it } from 'vitest';
import type { PlanAccount } from './plan-model.ts';
import { effectOfMove } from './request-effect.ts';

const account = (id: number, ae: number | undefined, potentialAmount: number | null = 100): PlanAccount => ({
  id,
  familyId: id,
  potentialAmount,
  workloadTouches: 2,
  country: 'US',
  state: 'US-WA',
  holders: ae === undefined ? {} : { ae },
  territoryId: null,
});
const accounts = [
  account(1, 10),
  account(2, 10, null),
  account(3, 20),
  account(4, 20),
  account(5, undefined),
];
const pipeline = new Map([[2, 50]]);
const people = new Map([10, 20, 30].map((id) => [id, 1]));
const effect = (accountId: number, toRepId: number | null, weights = people) =>
  effectOfMove(accounts, { accountId, slot: 'ae', toRepId }, pipeline, weights);

describe('what a move does to both books', () => {
  it('takes from one and gives to the other, on every figure', () => {
    const [from, to] = effect(2, 20);
    expect(from).toMatchObject({
      repId: 10,
      before: { accounts: 2, potentialUnknown: 1, pipelineAmount: 50 },
    });
    expect(from?.after).toMatchObject({ accounts: 1, potentialUnknown: 0, pipelineAmount: 0 });
    expect(to?.after).toMatchObject({
      accounts: 3,
      potentialAmount: 200,
      potentialUnknown: 1,
      workloadTouches: 6,
    });
  });

  it('compares both times with the same people, when somebody gets a first account and when one gives the last', () => {
    const [from, to] = effect(1, 30);
    expect([from?.shareBefore.accounts, from?.shareAfter.accounts]).toEqual([1.5, 0.75]);
    expect([to?.shareBefore.accounts, to?.shareAfter.accounts]).toEqual([0, 0.75]);
    const back = effectOfMove(
      [account(1, 10), account(2, 20)],
      { accountId: 1, slot: 'ae', toRepId: 20 },
      pipeline,
      people,
    );
    expect(back.map(({ shareBefore, shareAfter }) => [shareBefore.accounts, shareAfter.accounts])).toEqual([
      [1, 0],
      [1, 2],
    ]);
  });

  it('is of one book where nobody holds it or nobody is named, and of none for an unknown account', () => {
    expect(effect(5, 10).map(({ repId }) => repId)).toEqual([10]);
    const [only, ...others] = effect(1, null);
    expect(others).toEqual([]);
    expect(only?.after).toEqual(only?.before);
    expect(effect(99, 10)).toEqual([]);
  });

  it('has no share for who takes no part in balance, nor with nobody to compare with', () => {
    const [from, to] = effect(1, 20, new Map([[10, 1]]));
    expect(from?.shareAfter.accounts).toBeNull();
    expect(to?.shareAfter.accounts).toBeNull();
  });
});
