import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { usePlanRefresh } from './use-plan-refresh.ts';

const read = vi.fn();
let search = '';
const router = { refresh: read };
vi.mock('next/navigation', () => ({
  useRouter: () => router,
  useSearchParams: () => new URLSearchParams(search),
}));
beforeEach(() => {
  read.mockClear();
  search = '';
});

it('asks again when the address changed before the newer plan came, and no more once it is there', () => {
  const before = { version: 1 };
  const { result, rerender } = renderHook(usePlanRefresh, { initialProps: before });
  const { refresh } = result.current;
  search = 'territory=ter_1';
  rerender(before);
  expect(read).not.toHaveBeenCalled();

  act(refresh);
  expect(read).toHaveBeenCalledTimes(1);
  search = 'territory=ter_2';
  rerender(before);
  expect(read).toHaveBeenCalledTimes(2);

  const after = { version: 2 };
  rerender(after);
  search = 'territory=ter_3';
  rerender(after);
  expect(read).toHaveBeenCalledTimes(2);

  // An Undo that was offered before the newer plan came asks for one newer than that.
  act(refresh);
  search = '';
  rerender(after);
  expect(read).toHaveBeenCalledTimes(4);
});
