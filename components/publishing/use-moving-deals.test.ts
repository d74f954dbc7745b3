import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { MovingDeal } from '#lib/shared/holdover-shapes.ts';
import { NO_FILTER, useMovingDeals } from './use-moving-deals.ts';

const TOTAL = 730;

const deal = (at: number): MovingDeal => ({
  id: `opp_${at}`,
  name: `Deal ${at}`,
  accountId: 'acc_1',
  accountName: 'Wexford',
  stage: 'Proposal',
  isLate: true,
  amount: 1,
  expectedCloseOn: null,
  slot: 'ae',
  from: { id: 'rep_1', name: 'Ada' },
  to: null,
  kept: null,
});

afterEach(() => vi.unstubAllGlobals());

it('goes on to the last deal that moves, and tells what all of them come to', async () => {
  vi.stubGlobal('fetch', (address: string) => {
    const { searchParams } = new URL(address, 'http://localhost');
    const [offset, limit] = [Number(searchParams.get('offset')), Number(searchParams.get('limit'))];
    expect(searchParams.get('late')).toBe('true');
    const items = Array.from({ length: Math.min(limit, TOTAL - offset) }, (_, index) => deal(offset + index));
    const sum = { deals: TOTAL, amount: TOTAL };
    return Promise.resolve(
      Response.json({
        items,
        total: sum,
        all: sum,
        late: sum,
        kept: sum,
        stages: [],
        nextOffset: offset + limit < TOTAL ? offset + limit : null,
      }),
    );
  });
  const { result } = renderHook(() => useMovingDeals('pln_1', { ...NO_FILTER, late: true }, null));
  await waitFor(() => expect(result.current.state).toBe('ready'));
  expect(result.current.first?.sum).toEqual({ deals: TOTAL, amount: TOTAL });
  while (result.current.hasMore) await act(() => result.current.loadMore());
  expect(new Set(result.current.rows.map(({ id }) => id)).size).toBe(TOTAL);
});
