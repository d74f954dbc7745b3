import { beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '#db/seed/seed-demo.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { swapsSchema } from '#lib/shared/swap-shapes.ts';
import { changeAccounts } from './change-accounts.ts';
import { undoChange } from './undo-change.ts';
import { getPlan } from './get-plan.ts';
import { suggestSwaps } from './suggest-swaps.ts';

const held = useTempStore();
const ctx = testContext();
const planId = toPublicId('plan', 1);

beforeAll(async () => {
  await seedDemo(held.current, { now: ctx.now, accounts: 3000 });
}, 60_000);

const share = (books: Awaited<ReturnType<typeof getPlan>>['books'], repId: string) =>
  books.find((book) => book.slot === 'ae' && book.repId === repId)?.shareAfter ?? 1;

/** The rep farthest from target, with suggestions. */
async function someSwap() {
  const { books } = await getPlan(ctx, planId);
  const far = books
    .filter((book) => book.slot === 'ae' && book.kind === 'rep' && book.shareAfter !== null)
    .sort((a, b) => Math.abs((b.shareAfter ?? 1) - 1) - Math.abs((a.shareAfter ?? 1) - 1));
  for (const { repId } of far) {
    const answer = swapsSchema.parse(await suggestSwaps(ctx, planId, { slot: 'ae', rep: repId }));
    const [first] = answer.swaps;
    if (first) return { repId, first, before: share(books, repId) };
  }
  throw new Error('The demo has a book that a swap helps.');
}

describe('swaps suggested for a rep', () => {
  it('have names and an effect, are applied as changes by hand, and taken back', async () => {
    const { version } = await getPlan(ctx, planId);
    const { repId, first, before } = await someSwap();
    expect((await getPlan(ctx, planId)).version).toBe(version);
    for (const { accounts, to } of first.moves) {
      expect(accounts[0]?.name).not.toBe('');
      expect(to.name).not.toBe('');
    }
    expect(first.after).not.toEqual(first.before);
    const undoIds: string[] = [];
    for (const { accounts, to } of first.moves) {
      const accountIds = accounts.map((account) => account.id);
      const change = { accountIds, holder: { slot: 'ae' as const, repId: to.id }, reason: 'Swap' };
      undoIds.push((await changeAccounts(ctx, planId, change)).undoId);
    }
    const { books } = await getPlan(ctx, planId);
    expect(share(books, repId)).not.toBe(before);
    for (const undoId of undoIds.reverse()) await undoChange(ctx, planId, undoId);
    expect(share((await getPlan(ctx, planId)).books, repId)).toBe(before);
  });

  it('are for those who may change the plan, and for reps who exist', async () => {
    const rep = { ...ctx, actor: { ...ctx.actor, kind: 'user' as const, role: 'rep' as const } };
    const asked = { slot: 'ae' as const, rep: toPublicId('rep', 3) };
    await expect(suggestSwaps(rep, planId, asked)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      suggestSwaps(ctx, planId, { slot: 'ae', rep: toPublicId('rep', 99_999) }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the cap of a person', () => {
  it('is their own, else that of the tiers they work', async () => {
    const { connection } = held.current;
    const cap = async () =>
      (await getPlan(ctx, planId)).books.find(
        (book) => book.slot === 'ae' && book.repId === toPublicId('rep', id),
      )?.maxAccounts;
    const id = connection
      .prepare<[], number>(
        "SELECT rep_id FROM assignments a JOIN reps r ON r.id = a.rep_id WHERE slot = 'ae' AND to_at IS NULL AND r.kind = 'rep' LIMIT 1",
      )
      .pluck()
      .get() as number;
    const own = await cap();
    expect(own).toBeGreaterThan(0);
    connection.prepare('UPDATE reps SET max_accounts = NULL WHERE id = ?').run(id);
    connection.prepare('DELETE FROM rep_tiers WHERE rep_id = ?').run(id);
    expect(await cap()).toBeNull();
    const tier = connection
      .prepare<[], { name: string; most: number }>(
        'SELECT name, max_accounts_per_rep AS most FROM tiers WHERE max_accounts_per_rep IS NOT NULL LIMIT 1',
      )
      .get();
    if (!tier) throw new Error('The demo has a tier with a cap.');
    const term = connection
      .prepare<[string], number>('SELECT id FROM terms WHERE label = ? LIMIT 1')
      .pluck()
      .get(tier.name);
    connection.prepare('INSERT INTO rep_tiers (rep_id, term_id) VALUES (?, ?)').run(id, term);
    expect(await cap()).toBe(tier.most);
    connection.prepare('UPDATE reps SET max_accounts = 7 WHERE id = ?').run(id);
    expect(await cap()).toBe(7);
  });
});
