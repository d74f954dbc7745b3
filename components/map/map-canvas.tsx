'use client';
import { Maximize, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { IconButton } from '#components/ui/icon-button.tsx';
import { cn } from '#components/ui/cn.ts';
import { membersOf } from '#lib/geo/cluster-grid.ts';
import { pointsInside } from '#lib/geo/polygon.ts';
import { type Bounds, toMap } from '#lib/geo/viewport.ts';
import { type Hovered, HoverCard } from './hover-card.tsx';
import type { SelectMode } from './map-filter.ts';
import type { Shape } from './shape.ts';
import { type MapTool, useMapGestures } from './use-map-gestures.ts';
import { type SceneInput, useScene } from './use-scene.ts';
import type { ViewportControl } from './use-viewport.ts';

const PAN_PX = 80;
const STEP = 1.5;

/** What the map asks for when somebody points at it. */
export type MapActions = {
  /** Chooses accounts by their place in the columns. */
  onChoose: (accounts: Iterable<number>, mode: SelectMode) => void;
  /** Chooses all accounts of a region; `isFirst` when a brush was just put down. */
  onChooseRegion: (shape: Shape, mode: SelectMode | 'toggle', isFirst: boolean) => void;
  /** A region was opened: its parts should be shown. */
  onOpenRegion: (shape: Shape) => void;
};

/** The drawn map with its controls. Everything that can be done here can also be done in the table of regions. */
export function MapCanvas({
  box,
  viewport,
  whole,
  scene,
  tool,
  canChoose,
  label,
  currency,
  actions,
}: {
  box: React.RefObject<HTMLDivElement | null>;
  viewport: ViewportControl;
  whole: Bounds;
  scene: SceneInput;
  tool: MapTool;
  canChoose: boolean;
  label: string;
  currency: string;
  actions: MapActions;
}) {
  const hintId = useId();
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const { canvas, hit, setHovered: outline, setLine } = useScene(viewport, scene);
  const painted = useRef<{ code: string | null; mode: SelectMode | 'toggle' }>({ code: null, mode: 'add' });

  useMapGestures(box, viewport, canChoose ? tool : 'move', {
    onHover: (at) => {
      const found = at && hit(at);
      outline(found?.kind === 'region' ? found.shape.code : null);
      setHovered(at && found ? { at, hit: found } : null);
    },
    onClick: (at, mode) => {
      const found = hit(at);
      if (!canChoose) return;
      if (found?.kind === 'cluster') {
        actions.onChoose(membersOf(found.clusters, found.cluster), mode);
      } else if (found?.shape.code)
        actions.onChooseRegion(found.shape, mode === 'replace' ? 'toggle' : mode, true);
      else if (mode === 'replace') actions.onChoose([], mode);
    },
    onDoubleClick: (at) => {
      const found = hit(at);
      if (found?.kind === 'region') actions.onOpenRegion(found.shape);
      else viewport.zoom(2, at);
    },
    onLassoLine: setLine,
    onLasso: (line, mode) => {
      const ring = line.flatMap((point) => toMap(viewport.current(), point));
      actions.onChoose(pointsInside(ring, scene.points.xs, scene.points.ys), mode);
    },
    onPaint: (at, mode, isFirst) => {
      const found = hit(at);
      const shape = found?.kind === 'region' ? found.shape : found ? regionUnder(at) : null;
      if (!shape?.code || (!isFirst && painted.current.code === shape.code)) return;
      painted.current = { code: shape.code, mode };
      actions.onChooseRegion(shape, mode === 'remove' ? 'remove' : 'add', isFirst);
    },
    onPaintEnd: () => {
      painted.current = { code: null, mode: 'add' };
    },
  });

  /** The region below a cluster. */
  function regionUnder(at: readonly [number, number]): Shape | null {
    const found = hit(at, 'region');
    return found?.kind === 'region' ? found.shape : null;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const pan: Record<string, [number, number]> = {
      ArrowLeft: [PAN_PX, 0],
      ArrowRight: [-PAN_PX, 0],
      ArrowUp: [0, PAN_PX],
      ArrowDown: [0, -PAN_PX],
    };
    const by = pan[event.key];
    if (by) viewport.pan(...by);
    else if (event.key === '+' || event.key === '=') viewport.zoom(STEP);
    else if (event.key === '-') viewport.zoom(1 / STEP);
    else if (event.key === '0') viewport.show(whole);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={box}
      role="application"
      aria-roledescription="map"
      aria-label={label}
      aria-describedby={hintId}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className={cn(
        'relative min-h-0 flex-1 touch-none overflow-hidden -outline-offset-2 select-none',
        canChoose && tool !== 'move' ? 'cursor-crosshair' : 'cursor-grab active:cursor-grabbing',
      )}
    >
      <p id={hintId} className="sr-only">
        Plus and minus zoom, arrows move, 0 shows all. The table of regions below says the same and chooses
        accounts by region.
      </p>
      <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
      <div className="absolute right-2 bottom-2 flex flex-col gap-1">
        <IconButton label="Zoom in" keys={['+']} variant="secondary" onClick={() => viewport.zoom(STEP)}>
          <Plus aria-hidden />
        </IconButton>
        <IconButton label="Zoom out" keys={['-']} variant="secondary" onClick={() => viewport.zoom(1 / STEP)}>
          <Minus aria-hidden />
        </IconButton>
        <IconButton label="Show all" keys={['0']} variant="secondary" onClick={() => viewport.show(whole)}>
          <Maximize aria-hidden />
        </IconButton>
      </div>
      {hovered && <HoverCard hovered={hovered} scene={scene} size={viewport.size} currency={currency} />}
    </div>
  );
}
