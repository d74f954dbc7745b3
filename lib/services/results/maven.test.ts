import { beforeAll, describe, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import {
  hasReference,
  importMaven,
  referenceAnswer,
  useTempDataFolder,
} from '#lib/services/imports/testing/import-reference.ts';
import type { RepAttainment } from '#lib/metrics/results.ts';
import { quotaAttainment } from './quota-attainment.ts';
import { resultRecords } from './records.ts';
import { results } from './results.ts';

const round = (value: number | null | undefined, places = 4) =>
  value === null || value === undefined ? value : Number(value.toFixed(places));
const percent = (rate: { value: number | null } | null) => round((rate?.value ?? Number.NaN) * 100);

const hasMaven = hasReference('maven-crm');

describe.skipIf(!hasMaven)('results over the imported maven files', () => {
  useTempDataFolder();
  useTempStore();
  const ctx = testContext();
  const answerOf = (query: string) => referenceAnswer('maven-crm', query);

  beforeAll(async () => {
    await importMaven(ctx);
  });

  it('overall: win rate, won value, mean won value', async () => {
    const { total } = await results(ctx, {});
    expect({
      won: total.won,
      lost: total.lost,
      win_rate_pct: percent(total.winRate),
      won_value: total.wonAmount.value,
      avg_won_value: round(total.amount.mean),
    }).toEqual(answerOf('overall')[0]);
  });

  it.each([
    ['win_by_sector', 'account.industry', 'sector'],
    ['win_by_region', 'rep.region', 'regional_office'],
  ])('%s', async (query, groupBy, label) => {
    const { groups } = await results(ctx, { groupBy: [groupBy] });
    const closed = groups.filter((group) => group.won + group.lost > 0);
    const got = closed.map((group) => ({
      [label]: group.labels[groupBy]?.toLowerCase(),
      won: group.won,
      lost: group.lost,
      win_rate_pct: percent(group.winRate),
      won_value: group.wonAmount.value,
      avg_won_value: round(group.amount.mean),
    }));
    const expected = answerOf(query).map((row) => ({ ...row, [label]: String(row[label]).toLowerCase() }));
    const byLabel = (a: Record<string, unknown>, b: Record<string, unknown>) =>
      String(a[label]).localeCompare(String(b[label]));
    expect(got.sort(byLabel)).toEqual(expected.sort(byLabel));
  });

  it('cycle by outcome, over all closed deals, and the median of the won ones', async () => {
    const [lost, won] = answerOf('cycle');
    const ofWon = await results(ctx, {});
    expect(ofWon.total.cycleDays.n).toBe(won?.n);
    expect(round(ofWon.total.cycleDays.mean)).toBe(won?.avg_days);
    expect(ofWon.total.cycleDays.median).toBe(answerOf('cycle_median_won')[0]?.median);
    const ofClosed = await results(ctx, { cycle: 'closed' });
    const [all] = answerOf('cycle_all');
    expect(ofClosed.total.cycleDays.n).toBe(all?.n);
    expect(round(ofClosed.total.cycleDays.mean)).toBe(all?.avg_days);
    // Lost deals are the closed ones without the won ones.
    const { cycleDays } = ofClosed.total;
    const lostMean =
      ((cycleDays.mean ?? 0) * cycleDays.n - (ofWon.total.cycleDays.mean ?? 0) * ofWon.total.cycleDays.n) /
      (cycleDays.n - ofWon.total.cycleDays.n);
    expect(cycleDays.n - ofWon.total.cycleDays.n).toBe(lost?.n);
    expect(round(lostMean)).toBe(lost?.avg_days);
  });

  it('won and lost by month of closing', async () => {
    const { groups } = await results(ctx, { groupBy: ['month'] });
    expect(
      groups.map((group) => ({
        month: group.key.month,
        won: group.won,
        lost: group.lost,
        won_value: group.wonAmount.value,
      })),
    ).toEqual(answerOf('monthly_wins'));
    expect(groups.every((group) => group.open === null && group.velocityPerDay === null)).toBe(true);
  });

  it('open pipeline by region and stage', async () => {
    const { groups } = await results(ctx, { groupBy: ['rep.region', 'stage'] });
    expect(
      groups
        .filter((group) => (group.open ?? 0) > 0)
        .map((group) => ({
          regional_office: group.key['rep.region'],
          deal_stage: group.key.stage,
          n: group.open,
        }))
        .sort((a, b) =>
          `${a.regional_office} ${a.deal_stage}`.localeCompare(`${b.regional_office} ${b.deal_stage}`),
        ),
    ).toEqual(answerOf('open_pipeline'));
  });

  it('lists exactly the records that a figure counted, page by page', async () => {
    const filters = { 'rep.region': ['East'] };
    const { total } = await results(ctx, { filters, from: '2017-03-01', to: '2017-03-31' });
    const input = { filters, from: '2017-03-01', to: '2017-03-31' };
    const first = await resultRecords(ctx, input, { figure: 'won', limit: 100 });
    expect(first.count).toBe(total.won);
    expect(first.items).toHaveLength(100);
    const second = await resultRecords(ctx, input, {
      figure: 'won',
      limit: 500,
      cursor: first.nextCursor ?? '',
    });
    expect(second.nextCursor).toBeNull();
    const ids = new Set([...first.items, ...second.items].map((item) => item.id));
    expect(ids.size).toBe(total.won);
  });

  it('reads the past from close dates: what closed later was open then', async () => {
    const then = await results(ctx, { asOf: '2017-06-30' });
    const months = answerOf('monthly_wins').filter((row) => String(row.month) <= '2017-06');
    expect(then.total.won).toBe(months.reduce((sum, row) => sum + Number(row.won), 0));
    expect(then.total.lost).toBe(months.reduce((sum, row) => sum + Number(row.lost), 0));
    expect(then.valuesAsOfToday).toBe(true);
    const now = await results(ctx, {});
    expect(then.total.open).not.toBe(now.total.open);
  });

  it('infers the funnel of deals without stage history and says so', async () => {
    const { total } = await results(ctx, {});
    expect(total.funnel).toEqual([
      { stage: 'Prospecting', count: 8800, inferred: 8300 },
      { stage: 'Engaging', count: 1589 + 4238, inferred: 4238 },
      { stage: 'Won', count: 4238, inferred: 0 },
    ]);
  });

  it('holds reps against quota without inventing one', async () => {
    const { reps } = await quotaAttainment(ctx, { from: '2017-01-01', to: '2017-12-31' });
    const sum = (of: (rep: RepAttainment) => number) => reps.reduce((all, rep) => all + of(rep), 0);
    expect(sum((rep) => rep.won)).toBe(4238);
    expect(sum((rep) => rep.wonAmount.value ?? 0)).toBe(10005534);
    expect(reps.every((rep) => rep.attainmentRate === null && rep.quotaAmount === null)).toBe(true);
  });
});
