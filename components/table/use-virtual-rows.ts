import { useEffect, useMemo, useRef, useState } from 'react';
import { drawnRange, offsetsOf, scrollTopFor } from './virtual-rows.ts';

/** What of the list is in view, in pixels. Before the browser has drawn, a usual height. */
const FIRST_VIEW = { top: 0, height: 640 };

/**
 * Draws only the rows in view and some around it. `heights` are exact; `head` and `foot` stay in view and hide what is
 * below them. `setScroller` takes the element that scrolls.
 */
export function useVirtualRows({
  heights,
  head,
  foot,
}: {
  heights: readonly number[];
  head: number;
  foot: number;
}) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [view, setView] = useState(FIRST_VIEW);
  const offsets = useMemo(() => offsetsOf(heights), [heights]);
  const latest = useRef(offsets);
  useEffect(() => {
    latest.current = offsets;
  }, [offsets]);
  useEffect(() => {
    if (!scroller) return;
    const look = () => {
      const next = { top: scroller.scrollTop, height: scroller.clientHeight };
      // A few pixels within the same rows draw nothing anew.
      setView((before) => {
        const drawn = drawnRange(latest.current, before);
        const wanted = drawnRange(latest.current, next);
        return drawn.from === wanted.from && drawn.to === wanted.to ? before : next;
      });
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [scroller, heights.length]);

  const { from, to } = drawnRange(offsets, view);
  const drawn = Array.from({ length: to - from }, (_, at) => {
    const index = from + at;
    const start = offsets[index] ?? 0;
    return { index, start, size: (offsets[index + 1] ?? start) - start };
  });

  function scrollTo(index: number): void {
    if (!scroller) return;
    const { scrollTop, clientHeight } = scroller;
    const top = scrollTopFor(offsets, index, { top: scrollTop, height: clientHeight - head - foot });
    if (top !== scrollTop) scroller.scrollTo({ top });
  }

  return { setScroller, drawn, total: offsets.at(-1) ?? 0, scrollTo };
}
