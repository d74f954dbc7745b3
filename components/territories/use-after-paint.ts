'use client';
import { useEffect, useState } from 'react';

/**
 * Plain data as it is after the next frame was drawn: what is cheap shows at once with `value`, what takes long to draw
 * follows with the answer. Not `useDeferredValue`: that waits for a refresh of the page under way, and such a refresh is
 * given up unfinished when the address changes.
 */
export function useAfterPaint<T extends object>(value: T): T {
  const [shown, setShown] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() =>
        setShown((before) => (JSON.stringify(before) === key ? before : (JSON.parse(key) as T))),
      );
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [key]);
  return JSON.stringify(shown) === key ? value : shown;
}
