'use client';
import { problemText } from '#components/api-client.ts';
import {
  type Announcements,
  DndContext,
  type DragOverEvent,
  DragOverlay,
  type DragStartEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type ReactNode, useEffect, useState } from 'react';
import { announce } from '#components/ui/announcer.tsx';
import { toast, toastError } from '#components/ui/toast.ts';
import type { PlanBook } from '#lib/shared/plan-shapes.ts';
import { MovePanel, selectionBody } from '../move-panel.tsx';
import { changeDone } from '../move-words.ts';
import { changeByHand } from '../plan-actions.ts';
import { usePlanner } from '../planner-context.tsx';
import { useChangeEffect } from '../use-change-effect.ts';
import { BookRail } from './book-rail.tsx';
import { type Dragged, dropKey, DropOverProvider, type DropTarget } from './drag-state.ts';
import { changeTo, refusalOf, targetOf } from './drag-words.ts';
import { nextPlace, visiblePlace } from './drop-places.ts';
import { DropPreview, type Edges } from './drop-preview.tsx';
import { TerritoryTargets } from './territory-targets.tsx';

type Over = { key: string; edges: Edges };
type Drag = { dragged: Dragged; byKeyboard: boolean; over: Over | null };
type Drop = { dragged: Dragged; target: DropTarget };

/** The library would read out ids; what is picked up, passed and moved is said by name. */
const unsaid: Announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};
const accessibility = {
  announcements: unsaid,
  screenReaderInstructions: {
    draggable:
      'Press Space to pick up. Up and down go through territories and books, left and right from one to the other, Space moves there, Escape leaves it.',
  },
};
/** Esc gives up the drag alone: no panel below it closes. */
function useKeptEscape(isDragging: boolean): void {
  useEffect(() => {
    if (!isDragging) return;
    const keep = (event: KeyboardEvent) => event.key === 'Escape' && event.preventDefault();
    window.addEventListener('keydown', keep, { capture: true });
    return () => window.removeEventListener('keydown', keep, { capture: true });
  }, [isDragging]);
}

const autoScroll = { canScroll: (element: Element) => element.matches('[data-drop-area]') };

/**
 * Lets accounts be dragged out of the list by their grips, onto a territory of the tree or the book of a rep. What it
 * does to every book shows beside the place before they are dropped; then it is the same change as the panel makes.
 */
export function AccountDrag({
  slot,
  onMoved,
  children,
}: {
  slot: PlanBook['slot'];
  /** What was chosen has moved, so it need not stay chosen. */
  onMoved: () => void;
  children: ReactNode;
}) {
  const { plan, holders, refresh } = usePlanner();
  const [drag, setDrag] = useState<Drag | null>(null);
  /** The place that accounts are on their way to. */
  const [landing, setLanding] = useState<string | null>(null);
  /** Dropped before its effect could be seen: the panel shows it and asks. */
  const [unseen, setUnseen] = useState<Drop | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextPlace, scrollBehavior: 'auto' }),
  );
  const target = drag?.over ? targetOf(drag.over.key, plan, holders) : null;
  const isKnown = drag && target && refusalOf(drag.dragged, target, slot, null) !== null;
  const effect = useChangeEffect(
    plan.id,
    drag && target && !isKnown
      ? { ...selectionBody(drag.dragged.selection, drag.dragged.matching), ...changeTo(target, slot) }
      : null,
  );
  const seen = effect.isStale ? null : effect.value;
  const refusal = drag && target && refusalOf(drag.dragged, target, slot, seen);

  function start({ active, activatorEvent }: DragStartEvent): void {
    const { dragged } = (active.data.current ?? {}) as { dragged?: Dragged };
    if (!dragged) return;
    setDrag({ dragged, byKeyboard: activatorEvent instanceof KeyboardEvent, over: null });
    announce(`${dragged.name} picked up`);
  }

  function pass({ over }: DragOverEvent): void {
    const edges = over && {
      left: over.rect.left,
      right: over.rect.right,
      top: over.rect.top,
      bottom: over.rect.bottom,
    };
    setDrag((now) => now && { ...now, over: over && edges ? { key: String(over.id), edges } : null });
  }

  function leave(): void {
    if (drag) announce('Nothing moved');
    setDrag(null);
  }

  function drop(): void {
    if (!drag || !target) return leave();
    const { dragged } = drag;
    setDrag(null);
    if (refusal) return toast(`${refusal} Nothing was moved.`, { tone: 'neutral' });
    if (effect.problem) return toastError(effect.problem);
    if (!seen) return setUnseen({ dragged, target });
    void move(dragged, target);
  }

  async function move(dragged: Dragged, to: DropTarget): Promise<void> {
    const kind = to.kind === 'territory' ? 'territory' : 'holder';
    setLanding(dropKey(to.kind, to.id));
    try {
      await changeByHand(
        plan.id,
        { ...selectionBody(dragged.selection, dragged.matching), ...changeTo(to, slot) },
        (accounts) => changeDone(kind, accounts, to.name),
        refresh,
      );
      if (dragged.isChosen) onMoved();
    } catch (error) {
      toastError(problemText(error));
    }
    setLanding(null);
  }

  useKeptEscape(drag !== null);
  return (
    <DropOverProvider value={drag?.over?.key ?? landing}>
      <div className="relative flex min-h-0 flex-1">
        <DndContext
          id="plan-accounts"
          sensors={sensors}
          collisionDetection={visiblePlace}
          accessibility={accessibility}
          autoScroll={autoScroll}
          onDragStart={start}
          onDragOver={pass}
          onDragEnd={drop}
          onDragCancel={leave}
        >
          {children}
          {drag && (
            <>
              <TerritoryTargets ids={plan.territories.flatMap(({ id }) => id ?? [])} />
              <BookRail slot={slot} />
            </>
          )}
          <DragOverlay dropAnimation={null}>
            {drag && !target && !drag.byKeyboard && (
              <div className="inline-flex h-7 w-max max-w-64 cursor-grabbing items-center truncate rounded-2 bg-raised px-2.5 font-medium shadow-pop">
                {drag.dragged.name}
              </div>
            )}
          </DragOverlay>
          {drag?.over && target && (
            <DropPreview
              dragged={drag.dragged}
              target={target}
              edges={drag.over.edges}
              effect={effect}
              refusal={refusal}
              byKeyboard={drag.byKeyboard}
            />
          )}
        </DndContext>
      </div>
      {unseen && (
        <MovePanel
          kind={unseen.target.kind === 'territory' ? 'territory' : 'holder'}
          slot={slot}
          selection={unseen.dragged.selection}
          matching={unseen.dragged.matching}
          count={unseen.dragged.count}
          territoryId={unseen.target.kind === 'territory' ? unseen.target.id : null}
          repId={unseen.target.kind === 'book' ? unseen.target.id : null}
          onClose={() => setUnseen(null)}
          onDone={() => {
            if (unseen.dragged.isChosen) onMoved();
            setUnseen(null);
          }}
        />
      )}
    </DropOverProvider>
  );
}
