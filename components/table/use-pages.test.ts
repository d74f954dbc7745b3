import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { usePages } from './use-pages.ts';

const schema = z.object({ items: z.array(z.string()), total: z.number(), nextOffset: z.number().nullable() });

/** Answers by address; those in `held` wait until they are let go. */
const held = new Map<string, () => void>();
let refused = false;

beforeEach(() => {
  held.clear();
  refused = false;
  vi.stubGlobal('fetch', async (address: string) => {
    const { pathname, searchParams } = new URL(address, 'http://localhost');
    const offset = Number(searchParams.get('offset'));
    const of = searchParams.get('of') ?? '';
    if (held.has(`${of}${offset}`)) await new Promise<void>((go) => held.set(`${of}${offset}`, go));
    if (refused) return Response.json({ detail: `${pathname} is refused.` }, { status: 422 });
    return Response.json({ items: [`${of}${offset}`], total: 2, nextOffset: offset === 0 ? 1 : null });
  });
});
afterEach(() => vi.unstubAllGlobals());

const show = () =>
  renderHook(({ of }: { of: string }) => usePages(`/rows?of=${of}`, schema), { initialProps: { of: 'a' } });

it('reads a page at a time, and keeps the last rows while others come', async () => {
  const { result, rerender } = show();
  await waitFor(() => expect(result.current.state).toBe('ready'));
  await act(() => result.current.loadMore());
  expect(result.current.rows).toEqual(['a0', 'a1']);
  expect(result.current.hasMore).toBe(false);
  rerender({ of: 'b' });
  expect([result.current.state, result.current.rows]).toEqual(['stale', ['a0', 'a1']]);
  await waitFor(() => expect(result.current.rows).toEqual(['b0']));
});

it('leaves out more rows of a question that is no longer asked', async () => {
  const { result, rerender } = show();
  await waitFor(() => expect(result.current.state).toBe('ready'));
  held.set('a1', () => {});
  const more = result.current.loadMore();
  rerender({ of: 'b' });
  await waitFor(() => expect(result.current.rows).toEqual(['b0']));
  held.get('a1')?.();
  await act(() => more);
  expect(result.current.rows).toEqual(['b0']);
});

it('says what was refused until it is tried again', async () => {
  refused = true;
  const { result } = show();
  await waitFor(() => expect(result.current.problem).toMatch(/is refused\.$/));
  refused = false;
  act(() => result.current.retry());
  await waitFor(() => expect(result.current.rows).toEqual(['a0']));
  expect(result.current.problem).toBeNull();
});
