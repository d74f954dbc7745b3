'use client';
import { type CSSProperties, useEffect } from 'react';
import { announce } from '#components/ui/announcer.tsx';
import { Swatch } from '#components/ui/swatch.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { EffectView } from '../effect-view.tsx';
import type { EffectState } from '../use-change-effect.ts';
import type { Dragged, DropTarget } from './drag-state.ts';
import { effectSentence } from './drag-words.ts';

/** Where the place stands in the window, in px. */
export type Edges = { left: number; right: number; top: number; bottom: number };

const GAP_PX = 8;
const EDGE_PX = 12;

/** Beside the place, towards the middle of the page, and growing to where there is room. */
function placeOf(rect: Edges): CSSProperties {
  const isLeft = rect.left < window.innerWidth / 2;
  const room = isLeft ? window.innerWidth - rect.right : rect.left;
  const isUpper = rect.top < window.innerHeight / 2;
  return {
    ...(isLeft ? { left: rect.right + GAP_PX } : { right: window.innerWidth - rect.left + GAP_PX }),
    ...(isUpper
      ? { top: Math.max(EDGE_PX, rect.top - GAP_PX) }
      : { bottom: Math.max(EDGE_PX, window.innerHeight - rect.bottom - GAP_PX) }),
    maxWidth: room - GAP_PX - EDGE_PX,
    maxHeight: `calc(100vh - ${2 * EDGE_PX}px)`,
  };
}

/** What dropping here does to every book it touches, beside the place. */
export function DropPreview({
  dragged,
  target,
  edges,
  effect,
  refusal,
  byKeyboard,
}: {
  dragged: Dragged;
  target: DropTarget;
  edges: Edges;
  effect: EffectState;
  refusal: string | null;
  byKeyboard: boolean;
}) {
  const isKnown = refusal !== null || effect.problem !== null || !effect.isStale;
  const sentence =
    refusal ?? effect.problem ?? (effect.value ? effectSentence(effect.value, target.name) : target.name);
  useEffect(() => {
    if (isKnown) announce(sentence);
  }, [isKnown, sentence]);
  return (
    <div
      role="group"
      aria-label={`Effect of moving ${dragged.name} to ${target.name}`}
      style={placeOf(edges)}
      className="pointer-events-none fixed z-40 flex w-max min-w-100 flex-col gap-2 overflow-hidden rounded-2 bg-raised p-3 shadow-pop"
    >
      <p className="flex min-w-0 items-center gap-1.5 font-semibold">
        <span className="truncate">{dragged.name}</span>
        <span className="text-ink-3" aria-hidden>
          →
        </span>
        <span className="sr-only">to</span>
        {target.kind === 'territory' && <Swatch id={target.colourId} />}
        <span className="truncate">{target.name}</span>
      </p>
      {refusal ? (
        <p className="text-caution-ink">{refusal} Dropping it here changes nothing.</p>
      ) : (
        <EffectView effect={effect.isStale ? { ...effect, value: null } : effect} isCompact />
      )}
      <p className="flex items-center gap-1 text-12 text-ink-3">
        {refusal || effect.problem ? null : byKeyboard ? (
          <>
            <Kbd>Space</Kbd> moves there,
          </>
        ) : (
          'Drop to move,'
        )}{' '}
        <Kbd>Esc</Kbd> cancels
      </p>
    </div>
  );
}
