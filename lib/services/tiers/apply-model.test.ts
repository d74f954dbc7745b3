import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { listSegments } from '#lib/services/segments/list.ts';
import { refreshSegments } from '#lib/services/segments/refresh.ts';
import { addAccounts } from '#lib/services/segments/testing/sample-accounts.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { applyModel } from './apply-model.ts';
import { explainTier } from './explain.ts';
import { listTiers } from './list.ts';

const db = useTempStore();
const ctx = testContext();

test('the starting model publishes three classes that share no account, each with its tier', async () => {
  const ids = addAccounts(
    db.current,
    [
      { name: 'Large by people', employees: 1000, revenue: 5_000_000 },
      { name: 'Large by money', revenue: 100_000_000 },
      { name: 'Middle', employees: 999 },
      { name: 'Small', employees: 1 },
      { name: 'Nothing known' },
    ],
    ctx.now,
  );
  const applied = await applyModel(ctx);
  expect(applied.tiersCreated).toEqual(['Tier 1', 'Tier 2', 'Tier 3']);
  const result = await refreshSegments(ctx, { cause: 'data' });
  expect(result).toMatchObject({ failed: [], entered: 4, tiersChanged: 4 });
  const tiers = ids.map((id) => explainTier(ctx, toPublicId('account', id)).winner?.tier.name ?? null);
  expect(tiers).toEqual(['Tier 1', 'Tier 1', 'Tier 2', 'Tier 3', null]);
  expect(listTiers(ctx)).toMatchObject({ totalAccounts: 5, withoutTier: 1 });
});

test('applied twice, it says which names are taken and makes nothing', async () => {
  const before = (await listSegments(ctx)).length;
  await expect(applyModel(ctx)).rejects.toThrow('"Enterprise", "Mid-Market", "SMB"');
  expect(await listSegments(ctx)).toHaveLength(before);
});
