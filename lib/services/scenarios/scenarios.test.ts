import { beforeAll, describe, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { keptDeals, saveKeptDeals } from '#db/queries/plans/kept-deals.ts';
import { termWriter } from '#db/terms.ts';
import { capacityQuery } from '#lib/shared/capacity-shapes.ts';
import { toRowId } from '#lib/shared/ids.ts';
import { capacityOfPlan } from '../capacity/of-plan.ts';
import { changeAccounts } from '../plans/change-accounts.ts';
import { editPlan } from '../plans/edit-plan.ts';
import { explainPlace } from '../plans/explain-place.ts';
import { getCurrentPlan, getPlan } from '../plans/get-plan.ts';
import { publishPlan } from '../plans/publish-plan.ts';
import { startPlan } from '../plans/start-plan.ts';
import { archiveTerritory, createTerritory, editTerritory } from '../plans/territories.ts';
import { adoptScenario } from './adopt-scenario.ts';
import { compareAccounts, compareAccountsFile } from './compare-accounts.ts';
import { comparePlans } from './compare-plans.ts';
import { createScenario } from './create-scenario.ts';
import { listScenarios } from './list-scenarios.ts';
import { rebaseScenario } from './rebase-scenario.ts';
import { account, at, ctx, lies, publishedSmallPlan, refusal, rep } from './testing/small-plan.ts';

const held = useTempStore();
let planId = '';
let west = '';

beforeAll(async () => {
  ({ planId, west } = await publishedSmallPlan(held.current.connection));
});

const shape = async (id: string) =>
  (await getPlan(ctx, id)).territories.map(({ name, color, accounts, holders }) => ({
    name,
    color,
    accounts,
    holders: holders.map((holder) => holder.name),
  }));

describe('scenarios, made of each source', () => {
  it('stands beside the plan, never in its place', async () => {
    const { id } = await createScenario(at(1), planId, { name: 'From draft', note: 'try', from: 'draft' });
    const view = await getPlan(ctx, id);
    expect(view).toMatchObject({
      name: 'From draft',
      moves: 0,
      publishedNumber: 1,
      scenario: { of: { id: planId, name: 'FY27' }, note: 'try' },
    });
    expect(await shape(id)).toEqual(await shape(planId));
    expect(await lies(id)).toEqual(await lies(planId));
    expect((await getCurrentPlan(ctx))?.id).toBe(planId);
  });

  it('copies the published state as it lies, also where the draft says otherwise by now', async () => {
    const before = await lies(planId);
    await editTerritory(ctx, planId, west, { places: ['US-WA', 'DE'] });
    await changeAccounts(ctx, planId, { accountIds: [account(3)], toRules: true });
    expect((await getPlan(ctx, planId)).moves).toBeGreaterThan(0);
    const { id } = await createScenario(ctx, planId, { name: 'As published', note: null, from: 'published' });
    expect(await lies(id)).toEqual(before);
    expect((await getPlan(ctx, id)).moves).toBe(0);
    await editTerritory(ctx, planId, west, { places: ['US-WA'] });
    await changeAccounts(ctx, planId, { accountIds: [account(3)], holder: { slot: 'ae', repId: rep(1) } });
  });

  it('starts blank, or from another scenario with its own territories', async () => {
    const blank = await createScenario(ctx, planId, { name: 'Blank', note: null, from: 'blank' });
    expect(await getPlan(ctx, blank.id)).toMatchObject({ territories: [], unassigned: { accounts: 9 } });
    await createTerritory(ctx, blank.id, { name: 'World', kind: 'geography', places: ['US', 'DE'] });
    const copy = await createScenario(ctx, blank.id, { name: 'Copy', note: null, from: blank.id });
    expect(await shape(copy.id)).toEqual(await shape(blank.id));
    expect((await getPlan(ctx, copy.id)).scenario?.of.id).toBe(planId);
  });

  it('refuses what cannot be, and whoever may not', async () => {
    const other = await startPlan(at(-1), { name: 'Other', start: 'blank' });
    const foreign = await createScenario(ctx, other, { name: 'Foreign', note: null, from: 'draft' });
    const make =
      (from: string, who = ctx) =>
      () =>
        createScenario(who, planId, { name: 'X', note: null, from });
    expect(await refusal(make(foreign.id))).toBe('invalid');
    expect(await refusal(make('pla_999'))).toBe('not_found');
    expect(await refusal(() => publishPlan(ctx, foreign.id, {}, null))).toBe('invalid');
    expect(await refusal(() => adoptScenario(ctx, planId, null))).toBe('invalid');
    const reader = testContext({ actor: { kind: 'user', role: 'rep' } });
    const id = foreign.id;
    expect(await refusal(make('draft', reader))).toBe('forbidden');
    expect(await refusal(() => adoptScenario(reader, id, null))).toBe('forbidden');
    expect(await refusal(() => rebaseScenario(reader, id, null))).toBe('forbidden');
    const viewer = testContext({ actor: { kind: 'user', role: 'viewer' } });
    expect(await refusal(() => listScenarios(viewer, planId, { archived: false }))).toBe('forbidden');
    const query = { plans: ['draft', id], slot: 'ae' as const };
    expect(await refusal(() => comparePlans(viewer, query))).toBe('forbidden');
    expect(await refusal(() => comparePlans(ctx, { plans: [planId, id], slot: 'ae' }))).toBe('invalid');
    expect(await refusal(() => comparePlans(ctx, { plans: ['draft', planId], slot: 'ae' }))).toBe('invalid');
  });

  it('is put away, and brought back', async () => {
    const { id } = await createScenario(ctx, planId, { name: 'Old idea', note: null, from: 'draft' });
    await editPlan(ctx, id, { isArchived: true }, null);
    const names = async (archived: boolean) =>
      (await listScenarios(ctx, planId, { archived })).items.map((item) => item.name);
    expect(await names(false)).not.toContain('Old idea');
    expect(await names(true)).toEqual(['Old idea']);
    await editPlan(ctx, id, { isArchived: false, name: 'New idea' }, null);
    expect(await names(false)).toContain('New idea');
    expect(await refusal(() => editPlan(ctx, planId, { isArchived: true }, null))).toBe('invalid');
    expect(
      await refusal(() => editPlan(ctx, planId, { startsOn: '2027-02-01', endsOn: '2027-01-01' }, null)),
    ).toBe('invalid');
  });
});

describe('changing a scenario', () => {
  let id = '';

  it('leaves the plan alone', async () => {
    const [before, lay] = [await shape(planId), await lies(planId)];
    id = (await createScenario(ctx, planId, { name: 'South', note: null, from: 'draft' })).id;
    const view = await getPlan(ctx, id);
    const own = (name: string) => view.territories.find((item) => item.name === name)?.id ?? '';
    await editTerritory(ctx, id, own('Germany'), { places: ['DE', 'US-WA'], name: 'Mixed' });
    await archiveTerritory(ctx, id, own('West'));
    const north = await createTerritory(ctx, id, { name: 'North', kind: 'named' });
    await editTerritory(ctx, id, north.id, { holders: { ae: [{ repId: rep(1), weight: 1 }] } });
    await changeAccounts(ctx, id, { accountIds: [account(4), account(5)], territoryId: north.id });
    expect(await shape(planId)).toEqual(before);
    expect(await lies(planId)).toEqual(lay);
    expect((await getPlan(ctx, id)).moves).toBeGreaterThan(0);
    // Why an account lies where it does is asked of the scenario, too.
    expect((await explainPlace(ctx, account(4), id)).draft?.territoryAfter?.name).toBe('North');
    expect((await explainPlace(ctx, account(4))).draft?.territoryAfter?.name).toBe('USA');
  });

  it('is compared in the numbers of its own page', async () => {
    const query = { plans: ['published', 'draft', id], slot: 'ae' as const };
    const found = await comparePlans(ctx, query);
    const [published, draft, scenario] = found.sides;
    const [plan, own] = [await getPlan(ctx, planId), await getPlan(ctx, id)];
    expect(draft?.moves.accounts).toBe(plan.moves);
    expect(scenario?.moves).toMatchObject({ accounts: own.moves, potentialAmount: own.movedAmount });
    expect(scenario?.coverage.unassigned).toBe(own.unassigned.accounts);
    expect(scenario?.territories).toBe(own.territories.length);
    for (const [side, view] of [
      [draft, plan],
      [scenario, own],
    ] as const) {
      const shares = view.books.filter((book) => book.slot === 'ae').flatMap((book) => book.shareAfter ?? []);
      expect(side?.balance.potential).toMatchObject({
        reps: shares.length,
        inBand: shares.filter((share) => Math.abs(share - 1) <= view.toleranceRate + 1e-9).length,
      });
      expect(side?.balance.potential.highestRate).toBeCloseTo(Math.max(...shares), 9);
      expect(side?.balance.potential.maxDeviationRate).toBeCloseTo(
        Math.max(...shares.map((share) => Math.abs(share - 1))),
        9,
      );
      expect(side?.capacity.supplyTouches).toBe(
        view.books
          .filter((book) => book.slot === 'ae')
          .reduce((sum, book) => sum + (book.capacityTouches ?? 0), 0),
      );
    }
    expect(published?.moves.accounts).toBe(0);
    // Quotas are a quarter's; the present fiscal year has four.
    expect(draft?.quota.quotaAmount).toBeCloseTo(4 * 6_000, 6);
    for (const { name, books } of found.reps) {
      const book = own.books.find((item) => item.slot === 'ae' && item.name === name);
      expect(books[2]?.potentialAmount ?? 0).toBe(book?.after?.potentialAmount ?? 0);
      expect(books[2]?.share ?? null).toBe(book?.after ? book.shareAfter : null);
    }
  });

  it('lists who holds each account in each, and as a file', async () => {
    const ask = { plans: ['published', id], slot: 'ae' as const, offset: 0, limit: 50 };
    const differing = await compareAccounts(ctx, { ...ask, only: 'differences' });
    const all = await compareAccounts(ctx, { ...ask, only: 'all' });
    const both = [await lies(planId), await lies(id)];
    const names = both[0]?.flatMap((line, index) =>
      line === both[1]?.[index]?.replace('Mixed', 'Germany') ? [] : [line.split(':')[0]],
    );
    expect(differing.items.map((item) => item.name).sort()).toEqual(names);
    expect(all.total).toBe(9);
    // A territory under another name is the same territory.
    expect(all.items.find((item) => item.name === 'Account 7')).toMatchObject({
      differs: false,
      sides: [
        { territory: { name: 'Germany' }, holder: { name: 'Cem' } },
        { territory: { name: 'Mixed' }, holder: { name: 'Cem' } },
      ],
    });
    const comparison = await comparePlans(ctx, { plans: ask.plans, slot: 'ae' });
    expect(comparison.differences).toBe(differing.total);
    const page = await compareAccounts(ctx, { ...ask, only: 'all', limit: 4, offset: 4 });
    expect(page.items).toEqual(all.items.slice(4, 8));
    expect((await compareAccounts(ctx, { ...ask, only: 'all', q: 'account 7' })).total).toBe(1);
    const file = await compareAccountsFile(ctx, { ...ask, only: 'all' });
    expect([...file.rows]).toHaveLength(9);
    expect(file.columns.map((column) => column.header)).toContain('South: holder');
  });

  it('becomes the draft with ids and colours kept, and the old draft saved', async () => {
    const [lay, old] = [await lies(id), await lies(planId)];
    const before = await getPlan(ctx, planId);
    const answer = await adoptScenario(at(2), id, null);
    const after = await getPlan(ctx, planId);
    expect(answer).toMatchObject({ planId, moves: after.moves });
    expect(await lies(planId)).toEqual(lay);
    const mixed = after.territories.find((item) => item.name === 'Mixed');
    const was = before.territories.find((item) => item.name === 'Germany');
    expect([mixed?.id, mixed?.color]).toEqual([was?.id, was?.color]);
    expect(after.territories.map((item) => item.name).sort()).toEqual(['Mixed', 'North', 'USA']);
    expect(await lies(answer.saved.id)).toEqual(old);
    const compared = await comparePlans(ctx, { plans: ['draft', id], slot: 'ae' });
    expect(compared.differences).toBe(0);

    // Taking it back: the saved draft takes its place, under the same ids, and nothing is saved twice.
    const count = (await listScenarios(ctx, planId, { archived: false })).items.length;
    const back = await adoptScenario(at(3), answer.saved.id, null);
    expect(back.saved.id).toBe(id);
    expect(await lies(planId)).toEqual(old);
    expect((await getPlan(ctx, planId)).territories.map((item) => item.id).sort()).toEqual(
      before.territories.map((item) => item.id).sort(),
    );
    expect((await listScenarios(ctx, planId, { archived: false })).items).toHaveLength(count);
  });

  it('takes along the deals that it keeps with their former owners, and saves those of the draft', async () => {
    const { connection } = held.current;
    connection.exec(`
      INSERT INTO terms (id, field, label, folded) VALUES (900, 'opportunity.stage', 'Talk', 'TALK');
      INSERT INTO stages (id, name, name_folded, term_id, position, outcome) VALUES (1, 'Talk', 'TALK', 900, 0, 'open');
      INSERT INTO opportunities (id, account_id, stage_id, created_at, updated_at) VALUES (1, 1, 1, 0, 0), (2, 2, 1, 0, 0);
    `);
    const deals = (plan: string) =>
      keptDeals(connection, toRowId('plan', plan)).map((deal) => deal.opportunityId);
    const keep = (plan: string, deal: number) =>
      saveKeptDeals(connection, toRowId('plan', plan), [deal], {
        untilOn: null,
        reason: null,
        userId: null,
        now: 0,
      });
    keep(planId, 1);
    const copy = await createScenario(ctx, planId, { name: 'Keeps two', note: null, from: 'draft' });
    keep(copy.id, 2);
    expect([deals(planId), deals(copy.id)]).toEqual([[1], [1, 2]]);
    const { saved } = await adoptScenario(at(4), copy.id, null);
    expect([deals(planId), deals(saved.id)]).toEqual([[1, 2], [1]]);
    await adoptScenario(at(5), saved.id, null);
    expect(deals(planId)).toEqual([1]);
  });

  it('refuses to replace the draft by a scenario that was changed meanwhile', async () => {
    expect(await refusal(() => adoptScenario(ctx, id, 1))).toBe('conflict');
  });
});

it('says what a scenario’s books ask for, and leaves the capacity of what is published as it is', async () => {
  const { connection } = held.current;
  const role = termWriter(connection)('rep.role', 'AE');
  connection.prepare('UPDATE reps SET role = ?').run(role);
  connection
    .prepare(
      `INSERT INTO tiers (id, name, name_folded, rank, touches_from, touches_to, channel_mix, created_at, updated_at)
       VALUES (1, 'Tier 1', 'TIER 1', 1, 4, 6, '{}', 0, 0)`,
    )
    .run();
  connection
    .prepare(
      "INSERT INTO account_tiers (account_id, tier_id, cause, from_at) SELECT id, 1, 'account', 0 FROM accounts",
    )
    .run();
  const { id } = await createScenario(ctx, planId, { name: 'Nobody', note: null, from: 'blank' });
  const world = await createTerritory(ctx, id, { name: 'Germany', kind: 'geography', places: ['DE'] });
  await editTerritory(ctx, id, world.id, { holders: { ae: [{ repId: rep(1), weight: 1 }] } });
  const ask = (plan?: string) =>
    capacityOfPlan(ctx, capacityQuery.parse({ role: 'AE', ...(plan ? { plan } : {}) }));
  expect((await ask(id)).demandTouches).toBe(2 * 5);
  expect((await ask()).demandTouches).toBe(9 * 5);
});
