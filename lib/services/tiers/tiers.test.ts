import { beforeEach, expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { addAccounts, assignTo } from '#lib/services/segments/testing/sample-accounts.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { type TierInput, tierInput } from '#lib/shared/tier-shapes.ts';
import { archiveTier } from './archive.ts';
import { assignTierToAccounts } from './assign-accounts.ts';
import { createTier } from './create.ts';
import { edit } from './testing/edit-input.ts';
import { editTier } from './edit.ts';
import { explainTier } from './explain.ts';
import { listTiers } from './list.ts';
import { refreshTiers } from './refresh.ts';

const db = useTempStore();
const ctx = testContext();
let names = 0;

function input(overrides: Partial<TierInput> = {}): TierInput {
  return tierInput.parse({
    name: `Tier ${++names}`,
    rank: 1,
    touchesFrom: 4,
    touchesTo: 8,
    channelMix: { email: 0.5, call: 0.5 },
    ...overrides,
  });
}

beforeEach(() => {
  db.current.connection.exec('DELETE FROM account_tiers; UPDATE accounts SET own_tier_id = NULL');
  db.current.connection.exec('UPDATE tiers SET archived_at = 1');
});

test('channel shares that do not add up to 1 are refused with a sentence', () => {
  const parsed = tierInput.safeParse({ ...input(), channelMix: { email: 0.5, call: 0.2 } });
  expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([
    'The channel shares must add up to 100 % (they add up to 70 %).',
  ]);
});

test('touches a month need their lower number first', () => {
  expect(tierInput.safeParse({ ...input(), touchesFrom: 9 }).error?.issues[0]?.path).toEqual(['touchesTo']);
});

test('two tiers in force cannot have one name', async () => {
  const tier = await createTier(ctx, input());
  await expect(createTier(ctx, input({ name: tier.name.toUpperCase() }))).rejects.toThrow('already a tier');
});

test('a stale save is a conflict that shows what is stored, and changes nothing', async () => {
  const tier = await createTier(ctx, input());
  await editTier(ctx, tier.id, edit(tier, { touchesTo: 9 }), tier.version);
  const stale = editTier(ctx, tier.id, edit(tier, { touchesTo: 20 }), tier.version);
  await expect(stale).rejects.toMatchObject({ code: 'conflict', current: { touchesTo: 9 } });
  expect(listTiers(ctx).items.find(({ id }) => id === tier.id)?.touchesTo).toBe(9);
});

test('an own tier takes effect at once, is counted, and is taken away again', async () => {
  const tier = await createTier(ctx, input());
  const [rowId = 0] = addAccounts(db.current, [{ name: 'Halvorsen Gearworks' }], ctx.now);
  const id = toPublicId('account', rowId);
  await assignTierToAccounts(ctx, { accountIds: [id], tierId: tier.id });
  expect(explainTier(ctx, id).winner).toMatchObject({ cause: 'account', tier: { id: tier.id } });
  expect(listTiers(ctx).items.find((item) => item.id === tier.id)).toMatchObject({
    accounts: 1,
    ownAccounts: 1,
  });
  await assignTierToAccounts(ctx, { accountIds: [id], tierId: null });
  expect(explainTier(ctx, id)).toEqual({ winner: null, losing: [], sinceAt: null });
});

test('one unknown account refuses the whole assignment', async () => {
  const tier = await createTier(ctx, input());
  const [rowId = 0] = addAccounts(db.current, [{ name: 'Northgate Hydraulics' }], ctx.now);
  const accountIds = [toPublicId('account', rowId), toPublicId('account', 999_999)];
  await expect(assignTierToAccounts(ctx, { accountIds, tierId: tier.id })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(explainTier(ctx, accountIds[0] ?? '').winner).toBeNull();
});

test('an account outside the book can neither be given a tier nor explained', async () => {
  const tier = await createTier(ctx, input());
  const [mine = 0, foreign = 0] = addAccounts(db.current, [{ name: 'Mine' }, { name: 'Foreign' }], ctx.now);
  const repId = assignTo(db.current, [mine], 'Dara Winslade', ctx.now);
  const leader = testContext({
    actor: { kind: 'user', userId: 1, role: 'leader', leaderSees: 'team', holderIds: [repId] },
  });
  const foreignId = toPublicId('account', foreign);
  await expect(
    assignTierToAccounts(leader, { accountIds: [foreignId], tierId: tier.id }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  expect(() => explainTier(leader, foreignId)).toThrow('not in your book');
  expect(listTiers(leader).totalAccounts).toBe(1);
});

test('an archived tier is given by nothing any more; its accounts fall back', async () => {
  const tier = await createTier(ctx, input());
  const [rowId = 0] = addAccounts(db.current, [{ name: 'Ostrander Axle' }], ctx.now);
  const id = toPublicId('account', rowId);
  await assignTierToAccounts(ctx, { accountIds: [id], tierId: tier.id });
  const later = testContext({ now: ctx.now + 60_000 });
  await archiveTier(later, tier.id);
  await refreshTiers(later);
  expect(explainTier(later, id).winner).toBeNull();
  const interval = db.current.connection
    .prepare('SELECT from_at AS fromAt, to_at AS toAt FROM account_tiers WHERE account_id = ?')
    .get(rowId);
  expect(interval).toEqual({ fromAt: ctx.now, toAt: later.now });
});

test('a viewer may see tiers and change none', async () => {
  const viewer = testContext({ actor: { kind: 'user', userId: 2, role: 'viewer' } });
  expect(listTiers(viewer).items).toEqual([]);
  await expect(createTier(viewer, input())).rejects.toMatchObject({ code: 'forbidden' });
});

test('an assignment tells what it replaced, and taking it back leaves alone what was changed since', async () => {
  const [first, second] = [await createTier(ctx, input()), await createTier(ctx, input({ rank: 2 }))];
  const rows = addAccounts(
    db.current,
    [{ name: 'Ashford Valves' }, { name: 'Brook Castings' }, { name: 'Cole Presses' }],
    ctx.now,
  );
  const accountIds = rows.map((row) => toPublicId('account', row));
  const [had = '', bare = '', later = ''] = accountIds;
  await assignTierToAccounts(ctx, { accountIds: [had], tierId: second.id });
  const done = await assignTierToAccounts(ctx, { accountIds, tierId: first.id });
  expect(done.changed).toBe(3);
  expect(done.before).toEqual([
    { tierId: second.id, accountIds: [had] },
    { tierId: null, accountIds: [bare, later] },
  ]);
  await assignTierToAccounts(ctx, { accountIds: [later], tierId: second.id });
  for (const { tierId, accountIds: ids } of done.before) {
    await assignTierToAccounts(ctx, { accountIds: ids, tierId, ifTierId: first.id });
  }
  const own = accountIds.map((id) => explainTier(ctx, id).winner?.tier.id ?? null);
  expect(own).toEqual([second.id, null, second.id]);
});
