import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';
import { scrollStep } from './drop-place.ts';

export type Point = { x: number; y: number };
/** What is dragged, and where the pointer is. */
export type PointerDrag = { id: string; at: Point };

const START_PX = 4;

/**
 * Dragging by pointer: begins after a few pixels, Esc gives up, the list under it scrolls at its edges. `onMove` hears
 * each place of the pointer, `onEnd` whether it was let go or given up.
 */
export function usePointerDrag(
  onMove: (drag: PointerDrag) => void,
  onEnd: (id: string, isDropped: boolean) => void,
) {
  const [drag, setDrag] = useState<PointerDrag | null>(null);
  const stop = useRef<(() => void) | null>(null);
  const calls = useRef({ onMove, onEnd });
  useEffect(() => {
    calls.current = { onMove, onEnd };
  });
  useEffect(() => () => stop.current?.(), []);

  function pickUp(id: string, event: ReactPointerEvent<HTMLElement>): void {
    if (event.button !== 0 || stop.current) return;
    const start = { x: event.clientX, y: event.clientY };
    const scroller = scrollerOf(event.currentTarget);
    let at = start;
    let isMoving = false;
    let frame = 0;

    function show(): void {
      setDrag({ id, at });
      calls.current.onMove({ id, at });
    }
    function scroll(): void {
      const step = scroller ? scrollStep(at.y, scroller.getBoundingClientRect()) : 0;
      if (scroller && step !== 0) {
        const before = scroller.scrollTop;
        scroller.scrollTop += step;
        if (scroller.scrollTop !== before) show();
      }
      frame = requestAnimationFrame(scroll);
    }
    function move(pointer: PointerEvent): void {
      at = { x: pointer.clientX, y: pointer.clientY };
      if (!isMoving && Math.hypot(at.x - start.x, at.y - start.y) < START_PX) return;
      if (!isMoving) frame = requestAnimationFrame(scroll);
      isMoving = true;
      pointer.preventDefault();
      show();
    }
    function end(isDropped: boolean): void {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', giveUp);
      window.removeEventListener('keydown', key, true);
      cancelAnimationFrame(frame);
      stop.current = null;
      setDrag(null);
      if (isMoving) calls.current.onEnd(id, isDropped);
    }
    const drop = () => end(true);
    const giveUp = () => end(false);
    function key(press: KeyboardEvent): void {
      if (press.key !== 'Escape' || !isMoving) return;
      press.stopPropagation();
      giveUp();
    }
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', giveUp);
    window.addEventListener('keydown', key, true);
    stop.current = giveUp;
  }

  return { drag, pickUp };
}

/** The element whose content scrolls round another. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent;
  }
  return null;
}
