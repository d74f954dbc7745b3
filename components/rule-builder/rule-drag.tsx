'use client';
import { createContext, type PointerEvent, type ReactNode, useContext, useState } from 'react';
import { moveRule } from '#lib/rules/edit/move-rule.ts';
import { findNode, findParent } from '#lib/rules/edit/tree.ts';
import { type DropPlace, placeAt } from './drop-place.ts';
import { useRuleEditing } from './rule-editing.ts';
import { usePointerDrag } from './use-pointer-drag.ts';
import { groupWords, nodeName } from './words.ts';

type Drag = {
  activeId: string | null;
  place: DropPlace | null;
  /** A row's grip was pressed. */
  pickUp: (id: string, event: PointerEvent<HTMLElement>) => void;
};

const Dragging = createContext<Drag>({ activeId: null, place: null, pickUp: () => {} });

export function useDragging(): Drag {
  return useContext(Dragging);
}

/** Lets the rows in it be dragged by their grips; the move is made by the same edit as with the keyboard. */
export function RuleDrag({ children }: { children: ReactNode }) {
  const { draft, edit, words } = useRuleEditing();
  const [place, setPlace] = useState<DropPlace | null>(null);

  function isEmptyGroup(id: string): boolean {
    const node = findNode(draft, id);
    return node?.kind === 'group' && node.rules.length === 0;
  }

  function drop(id: string): void {
    const active = findNode(draft, id);
    if (!place || !active) return;
    const name = nodeName(active, draft.entity, words);
    if (place.side === 'inside') {
      return edit(moveRule(draft, active.id, place.overId, 0), { say: `${name} moved into the group` });
    }
    const target = findParent(draft, place.overId);
    if (target?.parent.kind !== 'group') return;
    const others = target.parent.rules.filter((rule) => rule.id !== active.id);
    const at = others.findIndex((rule) => rule.id === place.overId) + (place.side === 'after' ? 1 : 0);
    edit(moveRule(draft, active.id, target.parent.id, at), {
      say: `${name} moved to place ${at + 1} in ${groupWords[target.parent.op]}`,
    });
  }

  const { drag, pickUp } = usePointerDrag(
    ({ id, at }) => setPlace(placeAt(at, id, isEmptyGroup)),
    (id, isDropped) => {
      setPlace(null);
      if (isDropped) drop(id);
    },
  );
  const active = drag === null ? null : findNode(draft, drag.id);

  return (
    <Dragging.Provider value={{ activeId: active?.id ?? null, place, pickUp }}>
      {children}
      {drag && active && (
        <div
          aria-hidden
          style={{ transform: `translate(${drag.at.x - 8}px, ${drag.at.y - 14}px)` }}
          className="pointer-events-none fixed top-0 left-0 z-50 inline-flex h-7 w-max items-center rounded-2 bg-raised px-2.5 font-medium whitespace-nowrap shadow-pop"
        >
          {nodeName(active, draft.entity, words)}
        </div>
      )}
    </Dragging.Provider>
  );
}
