import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { usePlanRefresh } from './use-plan-refresh.ts';

const router = { refresh: vi.fn() };
vi.mock('next/navigation', () => ({ useRouter: () => router }));
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const goTo = (search: string) =>
  act(() => {
    window.history.replaceState(null, '', `/${search}`);
    vi.advanceTimersByTime(1000);
  });

it('asks again when the address changed before the newer plan came, and no more once it is there', () => {
  const before = { version: 1 };
  const { result, rerender } = renderHook(usePlanRefresh, { initialProps: before });
  const { refresh } = result.current;
  goTo('?territory=ter_1');
  expect(router.refresh).not.toHaveBeenCalled();

  act(refresh);
  expect(router.refresh).toHaveBeenCalledTimes(1);
  goTo('?territory=ter_2');
  expect(router.refresh).toHaveBeenCalledTimes(2);

  rerender({ version: 2 });
  goTo('?territory=ter_3');
  expect(router.refresh).toHaveBeenCalledTimes(2);

  // An Undo that was offered before the newer plan came asks for one newer than that.
  act(refresh);
  goTo('?territory=ter_4');
  expect(router.refresh).toHaveBeenCalledTimes(4);
});
