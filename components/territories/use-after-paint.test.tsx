import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useAfterPaint } from './use-after-paint.ts';

const painted = () =>
  act(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done)))));

it('follows a frame later and skips what was chosen only in between', async () => {
  const { result, rerender } = renderHook(useAfterPaint<{ territory: string | null }>, {
    initialProps: { territory: null as string | null },
  });
  const seen: (string | null)[] = [];
  for (const territory of ['west', 'east']) {
    rerender({ territory });
    seen.push(result.current.territory);
  }
  expect(seen).toEqual([null, null]);
  await painted();
  expect(result.current).toEqual({ territory: 'east' });
});
