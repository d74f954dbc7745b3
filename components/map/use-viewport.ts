'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type Bounds,
  fitBounds,
  keepInside,
  panBy,
  type Size,
  type Viewport,
  type XY,
  zoomAt,
} from '#lib/geo/viewport.ts';

export type ViewportControl = {
  size: Size;
  /** Where the map stands now; changes without a render, because it does so on every frame. */
  current: () => Viewport;
  /** The scale at which the whole map fits. */
  wholeScale: number;
  pan: (dx: number, dy: number) => void;
  zoom: (factor: number, at?: XY) => void;
  show: (bounds: Bounds) => void;
  /** Calls back after every movement, until the returned function is called. */
  onMove: (listener: () => void) => () => void;
};

/** Where a map stands in its box: pan, zoom, show a part. Starts with all of `whole`, again when that changes. */
export function useViewport(box: React.RefObject<HTMLElement | null>, whole: Bounds): ViewportControl {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const viewport = useRef<Viewport>({ scale: 1, x: 0, y: 0 });
  const listeners = useRef(new Set<() => void>());
  const move = useCallback(
    (next: Viewport) => {
      viewport.current = keepInside(next, whole, size);
      for (const listener of listeners.current) listener();
    },
    [whole, size],
  );
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  useEffect(() => {
    if (size.width > 0) move(fitBounds(whole, size));
  }, [whole, size, move]);
  return {
    size,
    wholeScale: size.width > 0 ? fitBounds(whole, size).scale : 1,
    current: useCallback(() => viewport.current, []),
    pan: useCallback((dx, dy) => move(panBy(viewport.current, dx, dy)), [move]),
    zoom: useCallback(
      (factor, at = [size.width / 2, size.height / 2]) => move(zoomAt(viewport.current, factor, at)),
      [move, size],
    ),
    show: useCallback((bounds) => move(fitBounds(bounds, size, 28)), [move, size]),
    onMove: useCallback((listener) => {
      listeners.current.add(listener);
      return () => listeners.current.delete(listener);
    }, []),
  };
}
