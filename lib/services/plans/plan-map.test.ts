import { describe, expect, it } from 'vitest';
import { termWriter } from '#db/terms.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import {
  type PlanMap,
  type PlanMapQuery,
  planMapQuerySchema,
  planMapSchema,
} from '#lib/shared/plan-map-shapes.ts';
import { changeAccounts } from './change-accounts.ts';
import { explainPlace } from './explain-place.ts';
import { listPlanAccounts } from './plan-accounts.ts';
import { planMap } from './plan-map.ts';
import { startPlan } from './start-plan.ts';
import { createTerritory } from './territories.ts';

const held = useTempStore();
const ctx = testContext();
const account = (id: number) => toPublicId('account', id);

/** Seattle, Tacoma, Portland with points and codes, Berlin without a point, one with nothing; rep 1 holds Portland. */
function seed(): void {
  const { connection } = held.current;
  const term = termWriter(connection);
  const insert = connection.prepare(
    `INSERT INTO accounts (id, name, name_folded, family_id, country, state, postal_code, latitude, longitude, revenue, created_at, updated_at)
     VALUES (@id, @name, upper(@name), @id, @country, @state, @code, @latitude, @longitude, @revenue, 0, 0)`,
  );
  const us = term('account.country', 'US');
  const wa = term('account.state', 'US-WA');
  const none = { country: null, state: null, code: null, latitude: null, longitude: null, revenue: null };
  const rows = [
    {
      id: 1,
      name: 'Seattle',
      country: us,
      state: wa,
      code: '98101',
      latitude: 47.61,
      longitude: -122.33,
      revenue: 100,
    },
    {
      id: 2,
      name: 'Tacoma',
      country: us,
      state: wa,
      code: '98402',
      latitude: 47.25,
      longitude: -122.44,
      revenue: 50,
    },
    {
      ...none,
      id: 3,
      name: 'Portland',
      country: us,
      state: term('account.state', 'US-OR'),
      latitude: 45.52,
      longitude: -122.68,
    },
    { ...none, id: 4, name: 'Berlin', country: term('account.country', 'DE'), revenue: 9 },
    { ...none, id: 5, name: 'Nowhere' },
  ];
  for (const row of rows) insert.run(row);
  connection
    .prepare(
      "INSERT INTO reps (id, name, name_folded, created_at, updated_at) VALUES (1, 'Ada', 'ADA', 0, 0)",
    )
    .run();
  connection
    .prepare(
      "INSERT INTO assignments (account_id, slot, rep_id, from_at, source) VALUES (3, 'ae', 1, 0, 'hand')",
    )
    .run();
}

function column<T extends Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array>(
  base64: string,
  Kind: new (buffer: ArrayBuffer) => T,
): number[] {
  return Array.from(new Kind(Uint8Array.from(Buffer.from(base64, 'base64')).buffer));
}

async function ask(query: Partial<PlanMapQuery>, as = ctx): Promise<PlanMap> {
  return planMapSchema.parse(await planMap(as, planId, planMapQuerySchema.parse(query)));
}

let planId = '';

describe('the accounts of a plan for a map', () => {
  it('come with point, region, potential and where the draft puts them', async () => {
    seed();
    planId = await startPlan(ctx, { name: 'FY27', start: 'blank' });
    const places = ['postal:US:981', 'radius:47.25,-122.44,10:Tacoma'];
    await createTerritory(ctx, planId, { name: 'Sound', kind: 'geography', places });
    await createTerritory(ctx, planId, { name: 'USA', kind: 'geography', places: ['US'] });
    const { columns, ...map } = await ask({});
    expect(map).toMatchObject({
      accounts: 5,
      regions: ['US-WA', 'US-OR', 'DE'],
      territories: [{ name: 'Sound' }, { name: 'USA' }],
      holders: [{ id: 'rep_1', name: 'Ada' }],
    });
    expect(column(columns.ids, Uint32Array)).toEqual([1, 2, 3, 4, 5]);
    expect(column(columns.regions, Uint16Array)).toEqual([1, 1, 2, 3, 0]);
    expect(column(columns.territoriesBefore, Uint16Array)).toEqual([0, 0, 0, 0, 0]);
    expect(column(columns.territoriesAfter, Uint16Array)).toEqual([1, 1, 2, 0, 0]);
    expect(column(columns.holdersBefore, Uint16Array)).toEqual([0, 0, 1, 0, 0]);
    expect(column(columns.potentialAmounts, Float64Array)).toEqual([100, 50, Number.NaN, 9, Number.NaN]);
    expect(column(columns.latitudes, Float32Array)[0]).toBeCloseTo(47.61, 4);
    expect(column(columns.longitudes, Float32Array)[3]).toBeNaN();
  });

  it('say by which place they lie in a territory', async () => {
    expect((await explainPlace(ctx, account(1))).draft).toMatchObject({
      step: 'geography',
      place: 'United States 981…',
    });
    expect((await explainPlace(ctx, account(2))).draft).toMatchObject({ place: '10 km around Tacoma' });
    expect((await explainPlace(ctx, account(3))).draft).toMatchObject({ place: 'United States' });
    expect((await explainPlace(ctx, account(5))).draft).not.toHaveProperty('place');
  });

  it('say what is locked, what is kept out and what changes', async () => {
    await changeAccounts(ctx, planId, { accountIds: [account(4)], isLocked: true });
    const { columns } = await ask({});
    expect(column(columns.flags, Uint8Array)).toEqual([2, 2, 2, 5, 0]);
  });

  it('are those that a rule finds, when one is given', async () => {
    const condition = { id: 'a', kind: 'field', field: 'state', operator: 'in', value: ['US-WA'] };
    const root = { id: 'root', kind: 'group', op: 'all', rules: [condition] };
    const rule = JSON.stringify({ version: 1, entity: 'account', root });
    const { columns } = await ask({ rule });
    expect(column(columns.ids, Uint32Array)).toEqual([1, 2]);
    await expect(ask({ rule: '{' })).rejects.toThrow('The rule is not valid JSON.');
    const list = (query: { rule?: string; q?: string }) =>
      listPlanAccounts(ctx, planId, { sort: '-potential', offset: 0, limit: 100, ...query });
    const listed = await list({ rule });
    expect(listed.items.map(({ id }) => id)).toEqual([account(1), account(2)]);
    expect(listed).toMatchObject({ total: 2, totals: { potential: { sum: 150 } } });
    expect((await list({ rule, q: 'no such name' })).total).toBe(0);
    await expect(list({ rule: '{' })).rejects.toThrow('The rule is not valid JSON.');
    await expect(ask({ rule: JSON.stringify({ version: 1, entity: 'contact', root }) })).rejects.toThrow();
  });

  it('are the own book for somebody who sees that only', async () => {
    const { columns, territories } = await ask(
      {},
      testContext({ actor: { kind: 'user', role: 'rep', repId: 1, holderIds: [1] } }),
    );
    expect(column(columns.ids, Uint32Array)).toEqual([3]);
    expect(territories.map(({ name }) => name)).toEqual(['USA']);
  });
});
