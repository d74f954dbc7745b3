'use client';
import type { KeyboardEvent, PointerEvent } from 'react';
import { MAX_WIDTH, MIN_WIDTH } from './columns.ts';

export const WIDTH_STEP = 16;

/** Drag, or arrows when focused, changes the width of the column. */
export function ResizeHandle({
  name,
  width,
  onResize,
}: {
  name: string;
  width: number;
  /** Null gives the column its own width again. */
  onResize: (width: number | null) => void;
}) {
  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    const startX = event.clientX;
    const startWidth = handle.parentElement?.getBoundingClientRect().width ?? width;
    handle.setPointerCapture(event.pointerId);
    const onMove = (move: globalThis.PointerEvent) => onResize(startWidth + move.clientX - startX);
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', onMove), {
      once: true,
    });
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const by = event.key === 'ArrowRight' ? WIDTH_STEP : event.key === 'ArrowLeft' ? -WIDTH_STEP : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const current = event.currentTarget.parentElement?.getBoundingClientRect().width || width;
    onResize(current + by);
  }

  return (
    // A focusable separator is a widget: it is how a width is changed without a pointer.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${name}`}
      aria-valuenow={width}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      tabIndex={-1}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onResize(null)}
      className="absolute inset-y-1 -right-1 z-10 w-2 cursor-col-resize touch-none after:absolute after:inset-y-0 after:left-1 after:w-px hover:after:bg-line-strong focus-visible:after:bg-accent"
    />
  );
}
