import { beforeAll, describe, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { insertSmallMarket, rows } from '#lib/services/results/testing/small-market.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { listOpportunities } from './list.ts';

const held = useTempStore();
const ctx = testContext();
const rep = testContext({ actor: { kind: 'user', role: 'rep', repId: rows.anna, holderIds: [rows.anna] } });

beforeAll(() => insertSmallMarket(held.current.connection));

const idsOf = (list: { items: { id: string }[] }) => list.items.map((item) => item.id);

describe('the list of deals', () => {
  it('comes in pages that hold every deal once, unknown values last', async () => {
    const all = await listOpportunities(ctx, { sort: '-amount' });
    expect(all.count).toBe(8);
    expect(all.items.map((item) => item.amount)).toEqual([300, 100, 70, 50, 20, null, null, null]);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listOpportunities(ctx, { sort: '-amount', limit: 3, ...(cursor ? { cursor } : {}) });
      paged.push(...idsOf(page));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(idsOf(all));
  });

  it('narrows by segment, outcome and rule', async () => {
    const segment = toPublicId('segment', rows.split);
    expect((await listOpportunities(ctx, { segment, outcome: 'won' })).count).toBe(2);
    const rule = JSON.stringify({
      version: 1,
      entity: 'account',
      root: {
        id: 'r',
        kind: 'group',
        op: 'all',
        rules: [{ id: 'n', kind: 'field', field: 'name', operator: 'eq', value: 'outside' }],
      },
    });
    expect((await listOpportunities(ctx, { rule })).items.map((item) => item.accountName)).toEqual([
      'Outside',
    ]);
  });

  it('shows a rep their accounts and their own deals without one, and refuses foreign accounts', async () => {
    expect((await listOpportunities(rep, {})).count).toBe(3);
    const account = toPublicId('account', rows.both);
    await expect(listOpportunities(rep, { account })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('refuses what does not exist', async () => {
    for (const unknown of [
      { segment: 'seg_zz' },
      { account: 'acc_zz' },
      { owner: 'rep_zz' },
      { owner: 'x' },
    ]) {
      await expect(listOpportunities(ctx, unknown)).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(listOpportunities(ctx, { rule: '{' })).rejects.toMatchObject({ code: 'malformed' });
    await expect(listOpportunities(ctx, { rule: '{}' })).rejects.toMatchObject({ code: 'invalid' });
  });
});
