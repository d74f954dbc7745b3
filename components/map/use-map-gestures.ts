'use client';
import { useEffect, useRef } from 'react';
import { thinned } from '#lib/geo/polygon.ts';
import type { XY } from '#lib/geo/viewport.ts';
import type { SelectMode } from './map-filter.ts';
import type { ViewportControl } from './use-viewport.ts';

export const mapTools = ['move', 'lasso', 'paint'] as const;
export type MapTool = (typeof mapTools)[number];

export type GestureTargets = {
  onHover: (at: XY | null) => void;
  onClick: (at: XY, mode: SelectMode) => void;
  onDoubleClick: (at: XY) => void;
  /** The line drawn so far, in pixels; null when it is over. */
  onLassoLine: (line: readonly XY[] | null) => void;
  onLasso: (line: readonly XY[], mode: SelectMode) => void;
  /** The brush at a place; `isFirst` when it was just put down. */
  onPaint: (at: XY, mode: SelectMode, isFirst: boolean) => void;
  onPaintEnd: () => void;
};

const CLICK_PX = 4;
const LINE_STEP_PX = 3;

/** What a click with these keys does to what is chosen. */
function modeOf(event: {
  shiftKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  ctrlKey: boolean;
}): SelectMode {
  if (event.altKey) return 'remove';
  return event.shiftKey || event.metaKey || event.ctrlKey ? 'add' : 'replace';
}

/**
 * Mouse, pen and touch on the map: drag moves it or draws with the tool, two fingers and the wheel zoom, a click
 * chooses, a double click goes closer.
 */
export function useMapGestures(
  box: React.RefObject<HTMLElement | null>,
  viewport: ViewportControl,
  tool: MapTool,
  targets: GestureTargets,
): void {
  const latest = useRef({ viewport, tool, targets });
  useEffect(() => {
    latest.current = { viewport, tool, targets };
  });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const pointers = new Map<number, XY>();
    let line: XY[] = [];
    let start: XY = [0, 0];
    let isDrag = false;
    let pinch = 0;

    const at = (event: PointerEvent | WheelEvent | MouseEvent): XY => {
      const { left, top } = element.getBoundingClientRect();
      return [event.clientX - left, event.clientY - top];
    };
    const spread = (): { distance: number; middle: XY } => {
      const [a = start, b = start] = [...pointers.values()];
      return {
        distance: Math.hypot(a[0] - b[0], a[1] - b[1]),
        middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
      };
    };

    function down(event: PointerEvent): void {
      if (event.button !== 0 || !(event.target instanceof HTMLCanvasElement)) return;
      element?.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, at(event));
      const { tool: now, targets: on } = latest.current;
      on.onHover(null);
      if (pointers.size === 2) {
        pinch = spread().distance;
        line = [];
        on.onLassoLine(null);
        return;
      }
      start = at(event);
      isDrag = false;
      line = now === 'lasso' ? [start] : [];
      if (now === 'paint') on.onPaint(start, modeOf(event), true);
    }
    function move(event: PointerEvent): void {
      const { viewport: view, tool: now, targets: on } = latest.current;
      const before = pointers.get(event.pointerId);
      const here = at(event);
      if (!before) {
        if (event.pointerType !== 'touch')
          on.onHover(event.target instanceof HTMLCanvasElement ? here : null);
        return;
      }
      pointers.set(event.pointerId, here);
      if (pointers.size === 2) {
        const { distance, middle } = spread();
        if (pinch > 0 && distance > 0) view.zoom(distance / pinch, middle);
        pinch = distance;
        isDrag = true;
        return;
      }
      if (!isDrag && Math.hypot(here[0] - start[0], here[1] - start[1]) < CLICK_PX) return;
      isDrag = true;
      if (now === 'move') view.pan(here[0] - before[0], here[1] - before[1]);
      if (now === 'paint') on.onPaint(here, modeOf(event), false);
      if (now === 'lasso' && line.length > 0) {
        line = thinned([...line, here], LINE_STEP_PX);
        on.onLassoLine(line);
      }
    }
    function up(event: PointerEvent): void {
      if (!pointers.delete(event.pointerId)) return;
      const { tool: now, targets: on } = latest.current;
      const isCancelled = event.type === 'pointercancel';
      if (pointers.size > 0) return;
      pinch = 0;
      if (now === 'paint') on.onPaintEnd();
      else if (!isDrag && !isCancelled) on.onClick(at(event), modeOf(event));
      else if (now === 'lasso' && line.length > 2 && !isCancelled) on.onLasso(line, modeOf(event));
      line = [];
      on.onLassoLine(null);
    }
    function wheel(event: WheelEvent): void {
      event.preventDefault();
      latest.current.viewport.zoom(2 ** (-event.deltaY / (event.ctrlKey ? 100 : 360)), at(event));
    }
    function leave(): void {
      if (pointers.size === 0) latest.current.targets.onHover(null);
    }
    function double(event: MouseEvent): void {
      if (event.target instanceof HTMLCanvasElement) latest.current.targets.onDoubleClick(at(event));
    }
    /** Gives up a line that is being drawn, and nothing else. */
    function escape(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || line.length === 0) return;
      event.preventDefault();
      line = [];
      latest.current.targets.onLassoLine(null);
    }
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('dblclick', double);
    element.addEventListener('wheel', wheel, { passive: false });
    window.addEventListener('keydown', escape, { capture: true });
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('dblclick', double);
      element.removeEventListener('wheel', wheel);
      window.removeEventListener('keydown', escape, { capture: true });
    };
  }, [box]);
}
