import { beforeAll, describe, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import type { RecordFigure, ResultGroup } from '#lib/metrics/results.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { ResultsInput } from './input.ts';
import { quotaAttainment } from './quota-attainment.ts';
import { resultRecords } from './records.ts';
import { results } from './results.ts';
import { insertSmallMarket, rows } from './testing/small-market.ts';

const held = useTempStore();
const ctx = testContext();
const year = { from: '2026-01-01', to: '2026-11-22' };
const compare = [toPublicId('segment', rows.split), toPublicId('segment', rows.late)];

beforeAll(() => insertSmallMarket(held.current.connection));

function counts(groups: readonly ResultGroup[], key = 'segment') {
  return Object.fromEntries(
    groups.map((group) => [group.labels[key] ?? 'rest', [group.won, group.lost, group.open]]),
  );
}

describe('by segment', () => {
  it('takes who is in it now, says what it left out, and puts an account of two segments into both', async () => {
    const { groups, total, leftOut } = await results(ctx, { ...year, groupBy: ['segment'], compare });
    expect(counts(groups)).toEqual({ Split: [1, 0, 1], Late: [1, 0, 1], rest: [2, 1, 0] });
    expect([total.won, total.lost, total.open]).toEqual([3, 2, 2]);
    expect(leftOut).toEqual({ undated: 1, beforePublish: 0, withoutAccount: 2 });
  });

  it('takes who was in it when the deal was created, from its first publish on', async () => {
    const { groups, leftOut } = await results(ctx, {
      ...year,
      groupBy: ['segment'],
      compare,
      membership: 'atCreation',
    });
    // Deal 1 was created while its account was still in Split; deal 2 after it had left; deal 3 before any publish.
    expect(counts(groups)).toEqual({ Split: [1, 0, 1], Late: [0, 0, 1], rest: [1, 1, 0] });
    expect(leftOut).toEqual({ undated: 1, beforePublish: 2, withoutAccount: 2 });
    const byName = new Map(groups.map((group) => [group.labels.segment, group.leftOutBeforePublish]));
    expect(byName.get('Split')).toBe(1);
    expect(byName.get('Late')).toBe(2);
  });

  it('compares all published segments unless some are named', async () => {
    const { groups } = await results(ctx, { groupBy: ['segment'] });
    expect(groups.map((group) => group.labels.segment)).toEqual(['Late', 'Split', null]);
  });

  it('filters by a segment, and by none of the compared ones', async () => {
    const inSplit = await results(ctx, { ...year, filters: { segment: [compare[0] ?? ''] } });
    expect([inSplit.total.won, inSplit.total.lost]).toEqual([1, 0]);
    const rest = await results(ctx, { ...year, compare, filters: { segment: [''] } });
    expect([rest.total.won, rest.total.lost]).toEqual([2, 1]);
  });
});

describe('figures', () => {
  it('know what they do not know', async () => {
    const { total } = await results(ctx, year);
    expect(total.wonAmount).toEqual({ value: 400, known: 2 });
    expect(total.openAmount).toEqual({ value: 50, known: 1 });
    expect(total.openWeightedAmount).toEqual({ value: 25, known: 1 });
    expect(total.acvAmount).toEqual({ mean: null, median: null, n: 0 });
    expect(total.created).toBe(7);
  });

  it('count replies and meetings after the first touch of accounts first touched in the period', async () => {
    const { total, groups } = await results(ctx, { ...year, groupBy: ['account.industry'] });
    expect(total.touched).toBe(3);
    expect(total.replyRate?.value).toBeCloseTo(1 / 3, 12);
    expect(total.positiveReplyRate?.value).toBeCloseTo(1 / 3, 12);
    expect(total.meetingRate?.value).toBeCloseTo(1 / 3, 12);
    expect(groups.map((group) => [group.labels['account.industry'], group.touched])).toEqual([
      ['Energy', 2],
      ['Retail', 1],
      [null, 0],
    ]);
  });

  it('are null where they mean nothing', async () => {
    const byProduct = await results(ctx, { ...year, groupBy: ['product'] });
    expect(byProduct.groups[0]).toMatchObject({ touched: null, replyRate: null });
    const byStage = await results(ctx, { ...year, groupBy: ['stage'] });
    expect(byStage.groups.every((group) => group.winRate === null && group.velocityPerDay === null)).toBe(
      true,
    );
  });

  it('stand as of a past day: later deals are not there, later closings are open, the stage is that of then', async () => {
    const { total, groups } = await results(ctx, { ...year, asOf: '2026-10-15', groupBy: ['stage'] });
    expect([total.won, total.lost, total.open]).toEqual([3, 1, 2]);
    const open = groups.filter((group) => (group.open ?? 0) > 0);
    expect(open.map((group) => [group.labels.stage, group.open])).toEqual([
      ['Open', 1],
      ['Qualified', 1],
    ]);
  });
});

describe('the records behind a figure', () => {
  const figures: [RecordFigure, (group: ResultGroup) => number][] = [
    ['won', (group) => group.won],
    ['lost', (group) => group.lost],
    ['open', (group) => group.open ?? 0],
    ['created', (group) => group.created ?? 0],
    ['touched', (group) => group.touched ?? 0],
  ];

  it.each(['current', 'atCreation'] as const)('are as many as it counted (%s)', async (membership) => {
    const input: ResultsInput = { ...year, compare, membership };
    const { groups } = await results(ctx, { ...input, groupBy: ['segment'] });
    expect(groups.length).toBeGreaterThan(1);
    for (const group of groups) {
      for (const [figure, read] of figures) {
        const filters = { segment: [String(group.key.segment ?? '')] };
        const { count } = await resultRecords(ctx, { ...input, filters }, { figure });
        expect([group.labels.segment, figure, count]).toEqual([group.labels.segment, figure, read(group)]);
      }
    }
  });

  it('of a funnel stage are those at or past it', async () => {
    const { total } = await results(ctx, year);
    for (const { stage, count } of total.funnel ?? []) {
      const found = await resultRecords(ctx, year, { figure: 'all', reached: stage });
      expect([stage, found.count]).toEqual([stage, count]);
    }
    expect(total.funnel?.length).toBe(3);
  });

  it('name the group they stand in', async () => {
    const filters = { owner: [toPublicId('rep', rows.anna)] };
    const { about, items } = await resultRecords(ctx, { ...year, filters }, { figure: 'won' });
    expect(about).toEqual([{ dimension: 'owner', values: ['Anna'] }]);
    expect(items[0]).toMatchObject({ accountName: 'Mine', amount: 100, closedOn: '2026-08-20' });
  });
});

describe('scope', () => {
  it('of a rep is their accounts, and their own deals without one', async () => {
    const rep = testContext({
      actor: { kind: 'user', role: 'rep', repId: rows.anna, holderIds: [rows.anna] },
    });
    const { total } = await results(rep, year);
    expect([total.won, total.lost, total.open, total.touched]).toEqual([1, 2, 0, 1]);
    const { reps } = await quotaAttainment(rep, year);
    expect(reps.map((one) => one.name)).toEqual(['Anna']);
  });
});

describe('quota', () => {
  it('is taken by the days of the period; a team’s is that of its members, with its manager’s deals', async () => {
    const quarter = { from: '2026-07-01', to: '2026-09-30' };
    const { reps, teams } = await quotaAttainment(ctx, quarter);
    expect(reps.map((rep) => [rep.name, rep.quotaAmount, rep.wonAmount.value, rep.attainmentRate])).toEqual([
      ['Anna', 1000, 100, 0.1],
      ['Bert', 400, 300, 0.75],
    ]);
    expect(teams).toHaveLength(1);
    expect(teams[0]).toMatchObject({ name: 'Anna', members: 1, quotaAmount: 400, won: 2, attainmentRate: 1 });
    const half = await quotaAttainment(ctx, { from: '2026-07-01', to: '2026-08-15' });
    expect(half.reps[0]?.quotaAmount).toBe(500);
  });
});

describe('bad questions', () => {
  it.each<[string, ResultsInput & { groupBy?: string[] }, string]>([
    ['an unknown grouping', { groupBy: ['colour'] }, '/groupBy'],
    ['a measure as grouping', { groupBy: ['account.revenue'] }, '/groupBy'],
    ['a prototype name', { groupBy: ['constructor'] }, '/groupBy'],
    ['a period the wrong way round', { from: '2026-02-01', to: '2026-01-01' }, '/from'],
    ['a day that is none', { from: '2026-02-30' }, '/from'],
    ['a segment that is not there', { compare: ['seg_zzz'] }, '/compare'],
    ['the future', { asOf: '2027-01-01' }, '/asOf'],
    ['an unknown filter', { filters: { colour: ['red'] } }, '/colour'],
  ])('are refused with a path: %s', async (_, input, path) => {
    await expect(results(ctx, input)).rejects.toMatchObject({
      code: 'invalid',
      issues: [expect.objectContaining({ path })],
    });
  });
});
