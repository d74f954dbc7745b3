'use client';
import {
  type Announcements,
  type CollisionDetection,
  DndContext,
  type DragMoveEvent,
  DragOverlay,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { createContext, type ReactNode, useContext, useId, useState } from 'react';
import { moveRule } from '#lib/rules/edit/move-rule.ts';
import { allNodes, findNode, findParent } from '#lib/rules/edit/tree.ts';
import { useRuleEditing } from './rule-editing.ts';
import { groupWords, nodeName } from './words.ts';

/** Where the dragged row would land: beside a row, or into an empty group. */
export type DropPlace = { overId: string; side: 'before' | 'after' | 'inside' };
type Drag = { activeId: string | null; place: DropPlace | null };

const Dragging = createContext<Drag>({ activeId: null, place: null });

export function useDragging(): Drag {
  return useContext(Dragging);
}

/** The innermost row under the pointer. */
const innermost: CollisionDetection = (args) => {
  const area = (id: string | number) => {
    const rect = args.droppableRects.get(id);
    return rect ? rect.width * rect.height : Number.POSITIVE_INFINITY;
  };
  return pointerWithin(args).sort((a, b) => area(a.id) - area(b.id));
};

function placeOf(
  { active, over, activatorEvent, delta }: DragMoveEvent,
  isEmptyGroup: boolean,
): DropPlace | null {
  if (!over || over.id === active.id) return null;
  if (isEmptyGroup) return { overId: String(over.id), side: 'inside' };
  const startY = activatorEvent instanceof PointerEvent ? activatorEvent.clientY : 0;
  const middle = over.rect.top + over.rect.height / 2;
  return { overId: String(over.id), side: startY + delta.y < middle ? 'before' : 'after' };
}

/** The library would read out ids; the edit says by name what moved where. */
const unsaid: Announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

/** Lets the rows in it be dragged by their grips; the move is made by the same edit as with the keyboard. */
export function RuleDrag({ children }: { children: ReactNode }) {
  const { draft, edit, words } = useRuleEditing();
  const [drag, setDrag] = useState<Drag>({ activeId: null, place: null });
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const id = useId();
  const active = drag.activeId === null ? null : findNode(draft, drag.activeId);

  function onMove(event: DragMoveEvent): void {
    const over = event.over && findNode(draft, String(event.over.id));
    const isInside =
      active !== null && over !== null && over !== undefined && allNodes(active).includes(over);
    const isEmptyGroup = over?.kind === 'group' && over.rules.length === 0;
    const place = isInside ? null : placeOf(event, isEmptyGroup);
    setDrag((before) => ({ ...before, place }));
  }

  function drop(): void {
    const { activeId, place } = drag;
    setDrag({ activeId: null, place: null });
    if (activeId === null || !place || !active) return;
    const name = nodeName(active, draft.entity, words);
    if (place.side === 'inside') {
      return edit(moveRule(draft, activeId, place.overId, 0), { say: `${name} moved into the group` });
    }
    const target = findParent(draft, place.overId);
    if (target?.parent.kind !== 'group') return;
    const others = target.parent.rules.filter((rule) => rule.id !== activeId);
    const at = others.findIndex((rule) => rule.id === place.overId) + (place.side === 'after' ? 1 : 0);
    edit(moveRule(draft, activeId, target.parent.id, at), {
      say: `${name} moved to place ${at + 1} in ${groupWords[target.parent.op]}`,
    });
  }

  return (
    <Dragging.Provider value={drag}>
      <DndContext
        id={id}
        sensors={sensors}
        collisionDetection={innermost}
        accessibility={{
          screenReaderInstructions: { draggable: 'Press Alt and an arrow key to move this row.' },
          announcements: unsaid,
        }}
        onDragStart={(event) => setDrag({ activeId: String(event.active.id), place: null })}
        onDragMove={onMove}
        onDragEnd={drop}
        onDragCancel={() => setDrag({ activeId: null, place: null })}
      >
        {children}
        <DragOverlay dropAnimation={null}>
          {active && (
            <div className="inline-flex h-7 w-max items-center rounded-2 bg-raised px-2.5 font-medium whitespace-nowrap shadow-pop">
              {nodeName(active, draft.entity, words)}
            </div>
          )}
        </DragOverlay>
      </DndContext>
    </Dragging.Provider>
  );
}
