import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Holdover, HoldoverList } from '#lib/shared/holdover-shapes.ts';
import { useAllHoldovers } from './use-all-holdovers.ts';

const TOTAL = 700;
const asked: string[] = [];

const row = (at: number): Holdover => ({
  id: `hol_${at}`,
  opportunityId: `opp_${at}`,
  deal: `Deal ${at}`,
  accountId: 'acc_1',
  accountName: 'Wexford',
  stage: 'Proposal',
  outcome: 'open',
  amount: 1,
  slot: 'ae',
  rep: { id: 'rep_1', name: 'Ada' },
  holder: null,
  untilOn: null,
  reason: null,
  planNumber: 1,
  createdAt: 0,
  endedAt: null,
  endedBy: null,
});
const page = (from: number): HoldoverList => ({
  items: Array.from({ length: Math.min(200, TOTAL - from) }, (_, index) => row(from + index)),
  nextCursor: from + 200 < TOTAL ? String(from + 200) : null,
  count: TOTAL,
  amount: TOTAL,
  amountsKnown: TOTAL,
});

afterEach(() => vi.unstubAllGlobals());

it('goes on to the last holdover, by the filter that the page has', async () => {
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    const { searchParams } = new URL(address, 'http://localhost');
    const answer = page(Number(searchParams.get('cursor')));
    const items = answer.items.map((one) => ({ ...one, createdAt: '2026-11-01T00:00:00Z' }));
    return Promise.resolve(Response.json({ ...answer, items }));
  });
  const first = page(0);
  const { result } = renderHook(() => useAllHoldovers(first, 'rep=rep_1'));
  expect(result.current.rows).toHaveLength(200);
  while (result.current.hasMore) await act(() => result.current.loadMore());
  expect(new Set(result.current.rows.map(({ id }) => id)).size).toBe(TOTAL);
  expect(asked).toEqual([200, 400, 600].map((cursor) => `/api/v1/holdovers?rep=rep_1&cursor=${cursor}`));
});

it('keeps what it has when more is refused, to be asked for again', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ detail: 'Not now.' }, { status: 503 })));
  const first = page(0);
  const { result } = renderHook(() => useAllHoldovers(first, ''));
  await act(() => result.current.loadMore());
  const { hasMore, isLoadingMore, rows } = result.current;
  expect([hasMore, isLoadingMore, rows.length]).toEqual([true, false, 200]);
});
