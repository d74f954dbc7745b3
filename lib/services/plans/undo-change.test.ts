import { beforeAll, describe, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { changeAccounts } from './change-accounts.ts';
import { getPlan } from './get-plan.ts';
import { listPlanAccounts } from './plan-accounts.ts';
import { startPlan } from './start-plan.ts';
import { createTerritory } from './territories.ts';
import { undoChange } from './undo-change.ts';

const held = useTempStore();
const ctx = testContext();
const account = (id: number) => toPublicId('account', id);
let planId = '';
let east = '';

const placeOf = async (id: number) =>
  (await listPlanAccounts(ctx, planId, { q: `Account ${id}`, sort: '-potential', offset: 0, limit: 9 }))
    .items[0];

beforeAll(async () => {
  for (const id of [1, 2])
    held.current.connection
      .prepare(
        'INSERT INTO accounts (id, name, name_folded, family_id, revenue, created_at, updated_at) VALUES (?, ?, ?, ?, ?, 0, 0)',
      )
      .run(id, `Account ${id}`, `ACCOUNT ${id}`, id, id * 100);
  planId = await startPlan(ctx, { name: 'FY27', start: 'blank' });
  const west = (await createTerritory(ctx, planId, { name: 'West', kind: 'named' })).id;
  east = (await createTerritory(ctx, planId, { name: 'East', kind: 'named' })).id;
  await changeAccounts(ctx, planId, { accountIds: [account(1), account(2)], territoryId: west });
});

describe('two people who change the same draft', () => {
  const lena = testContext({ actor: { ...ctx.actor, userId: null, name: 'Lena Aalto' } });
  const moved = async () => [
    (await placeOf(1))?.territoryAfter?.name,
    (await placeOf(2))?.territoryAfter?.name,
  ];

  it('does not take back what a colleague changed since, in the same account or in one of several', async () => {
    const mine = await changeAccounts(ctx, planId, {
      accountIds: [account(1), account(2)],
      territoryId: east,
    });
    const hers = await changeAccounts(lena, planId, { accountIds: [account(2)], isLocked: true });
    const before = (await getPlan(ctx, planId)).version;
    await expect(undoChange(ctx, planId, mine.undoId)).rejects.toMatchObject({
      code: 'conflict',
      message:
        'Since then Lena Aalto changed Account 2 again, so none of these 2 accounts was taken back. Change them by hand instead.',
    });
    expect(await placeOf(2)).toMatchObject({ isLocked: true, territoryAfter: { name: 'East' } });
    expect((await getPlan(ctx, planId)).version).toBe(before);
    await undoChange(lena, planId, hers.undoId);
    await undoChange(ctx, planId, mine.undoId);
    expect(await moved()).toEqual(['West', 'West']);
  });

  it('keeps a colleague’s decision that says the same as the change before it', async () => {
    const mine = await changeAccounts(ctx, planId, { accountIds: [account(1)], territoryId: east });
    const hers = await changeAccounts(lena, planId, { accountIds: [account(1)], territoryId: east });
    await expect(undoChange(ctx, planId, mine.undoId)).rejects.toMatchObject({
      code: 'conflict',
      message:
        'Since then Lena Aalto changed Account 1 again, so it was left as it is. Change it by hand instead.',
    });
    await undoChange(lena, planId, hers.undoId);
    await undoChange(ctx, planId, mine.undoId);
  });

  it('takes its own accounts back, whatever a colleague did to others meanwhile', async () => {
    const mine = await changeAccounts(ctx, planId, { accountIds: [account(1)], territoryId: east });
    const hers = await changeAccounts(lena, planId, { accountIds: [account(2)], territoryId: east });
    await undoChange(ctx, planId, mine.undoId);
    expect(await moved()).toEqual(['West', 'East']);
    await undoChange(lena, planId, hers.undoId);
  });
});
