'use client';
import { type PointerEvent, useState } from 'react';

const BEGINS_AFTER_PX = 6;

/** Where a dragged column would stand: `id` goes to place `to`, drawn as a line before or after the head at `over`. */
export type ColumnDrag = { id: string; over: string; side: 'before' | 'after'; to: number };

/** Places of the heads in a row, by what they say of themselves. */
function headsIn(row: Element): { id: string; left: number; right: number }[] {
  return [...row.querySelectorAll<HTMLElement>('[data-column]')].map((head) => {
    const { left, right } = head.getBoundingClientRect();
    return { id: head.dataset.column ?? '', left, right };
  });
}

/** Moves a column by dragging its head; a press that does not move stays a click. */
export function useColumnDrag(onPlace: (id: string, to: number) => void) {
  const [drag, setDrag] = useState<ColumnDrag | null>(null);

  function onPointerDown(event: PointerEvent<HTMLElement>, id: string): void {
    const head = event.currentTarget;
    const row = head.closest('[role="row"]');
    if (event.button !== 0 || event.pointerType === 'touch' || !row) return;
    const startX = event.clientX;
    let current: ColumnDrag | null = null;

    function onMove(move: globalThis.PointerEvent): void {
      if (current === null && Math.abs(move.clientX - startX) < BEGINS_AFTER_PX) return;
      current = placeAt(headsIn(row as Element), id, move.clientX);
      setDrag(current);
    }
    function onEnd(end: globalThis.PointerEvent | globalThis.KeyboardEvent): void {
      if ('key' in end && end.key !== 'Escape') return;
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onEnd);
      window.removeEventListener('pointercancel', onEnd);
      window.removeEventListener('keydown', onEnd, true);
      setDrag(null);
      if (current === null) return;
      // The click that follows would sort.
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
      if (end.type === 'pointerup') onPlace(current.id, current.to);
      else if (end.type === 'keydown') end.stopPropagation();
    }
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onEnd);
    window.addEventListener('pointercancel', onEnd);
    window.addEventListener('keydown', onEnd, true);
  }

  return { drag, onPointerDown };
}

function swallow(event: globalThis.MouseEvent): void {
  event.stopPropagation();
  event.preventDefault();
}

/** Which place among the others a pointer at `x` means. */
export function placeAt(
  heads: readonly { id: string; left: number; right: number }[],
  id: string,
  x: number,
): ColumnDrag {
  const others = heads.filter((head) => head.id !== id);
  const to = others.filter((head) => (head.left + head.right) / 2 < x).length;
  const after = others[to];
  if (after) return { id, to, over: after.id, side: 'before' };
  return { id, to, over: others.at(-1)?.id ?? id, side: 'after' };
}
