import { beforeAll, describe, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { toRowId } from '#lib/shared/ids.ts';
import { changeAccounts } from '../plans/change-accounts.ts';
import { getPlan } from '../plans/get-plan.ts';
import { publishPlan } from '../plans/publish-plan.ts';
import { archiveTerritory, createTerritory, editTerritory } from '../plans/territories.ts';
import { compareAccounts } from './compare-accounts.ts';
import { comparePlans } from './compare-plans.ts';
import { createScenario } from './create-scenario.ts';
import { listScenarios } from './list-scenarios.ts';
import { rebaseScenario } from './rebase-scenario.ts';
import { account, at, ctx, lies, publishedSmallPlan, refusal, rep } from './testing/small-plan.ts';

const held = useTempStore();
let planId = '';
let germany = '';

beforeAll(async () => {
  ({ planId, germany } = await publishedSmallPlan(held.current.connection));
});

describe('re-basing a scenario', () => {
  let id = '';

  it('takes over what was published since, and keeps its own changes', async () => {
    id = (await createScenario(ctx, planId, { name: 'Later', note: null, from: 'draft' })).id;
    const own = (await getPlan(ctx, id)).territories.find((item) => item.name === 'USA')?.id ?? '';
    await changeAccounts(ctx, id, { accountIds: [account(7)], territoryId: own });
    await editTerritory(ctx, id, own, { name: 'America' });
    await changeAccounts(ctx, id, { accountIds: [account(5)], holder: { slot: 'ae', repId: rep(3) } });

    await editTerritory(ctx, planId, germany, { name: 'DACH', places: ['DE', 'AT'] });
    const rest = await createTerritory(ctx, planId, { name: 'Rest', kind: 'named' });
    await changeAccounts(ctx, planId, { accountIds: [account(2)], territoryId: rest.id });
    await publishPlan(at(4), planId, {}, null);

    const dry = await rebaseScenario(at(5), id, null, { isDry: true });
    expect((await getPlan(ctx, id)).scenario?.rebasedAt).toBeNull();
    const report = await rebaseScenario(at(5), id, null);
    expect(report).toEqual(dry);
    expect(report).toMatchObject({
      onto: 'published',
      taken: {
        territoriesAdded: ['Rest'],
        territoriesChanged: ['DACH'],
        territoriesRemoved: [],
        accounts: 1,
      },
      kept: { territories: 1, accounts: 2 },
      dropped: [],
      both: [],
    });
    const names = (await getPlan(ctx, id)).territories.map((item) => item.name).sort();
    expect(names).toEqual(['America', 'DACH', 'Rest', 'West']);
    const lay = await lies(id);
    expect(lay).toContain('Account 7: America Ben');
    expect(lay).toContain('Account 2: Rest undefined');
    expect(lay).toContain('Account 5: America Cem');
  });

  it('says what no longer holds', async () => {
    const { connection } = held.current;
    const view = await getPlan(ctx, id);
    const rest = view.territories.find((item) => item.name === 'Rest')?.id ?? '';
    await changeAccounts(ctx, id, { accountIds: [account(8)], territoryId: rest });
    const planRest = (await getPlan(ctx, planId)).territories.find((item) => item.name === 'Rest')?.id ?? '';
    await archiveTerritory(ctx, planId, planRest);
    await publishPlan(at(6), planId, {}, null);
    connection.prepare('UPDATE reps SET is_active = 0 WHERE id = 3').run();
    connection
      .prepare('UPDATE accounts SET archived_at = 1 WHERE id = ?')
      .run(toRowId('account', account(7)));
    const report = await rebaseScenario(at(7), id, null);
    expect(report.taken.territoriesRemoved).toEqual(['Rest']);
    expect(report.dropped.map((item) => item.sentence).sort()).toEqual([
      'Account 7 was archived, so what was set on it by hand went.',
      'Cem has left, and no longer holds “DACH”.',
      'Cem has left, so Account 5 went back to what its territory says.',
      '“Rest” is no longer in the plan, so 1 account placed there by hand went back to the rules.',
    ]);
    expect(await refusal(() => rebaseScenario(ctx, id, 1))).toBe('conflict');
  });
});

describe('within the scope of a leader who sees a team', () => {
  const lead = testContext({
    actor: { kind: 'user', role: 'leader', leaderSees: 'team', repId: 2, holderIds: [2] },
  });

  it('compares that team’s books and accounts only, and makes no scenario', async () => {
    const { items } = await listScenarios(ctx, planId, { archived: false });
    const plans = ['published', 'draft', items[0]?.id ?? ''];
    const found = await comparePlans(lead, { plans, slot: 'ae' });
    expect(found.reps.map((item) => item.name)).toEqual(['Ben']);
    const accounts = await compareAccounts(lead, { plans, slot: 'ae', only: 'all', offset: 0, limit: 50 });
    expect(accounts.total).toBeLessThan(8);
    expect(accounts.items.every(({ sides }) => sides.some(({ holder }) => holder?.name === 'Ben'))).toBe(
      true,
    );
    const make = () => createScenario(lead, planId, { name: 'Mine', note: null, from: 'draft' });
    expect(await refusal(make)).toBe('forbidden');
  });
});
