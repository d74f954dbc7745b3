'use client';
import { useDraggable } from '@dnd-kit/core';
import { GripVertical } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { cn } from '#components/ui/cn.ts';
import type { PlanAccountView } from '#lib/shared/plan-account-shapes.ts';
import { type Dragged, type DragSource, useDragSource } from './drag-state.ts';
import { draggedBy } from './drag-words.ts';

/** The handle of an account's row. Where there is no list to drag out of, nothing. */
export function AccountGrip({ row }: { row: PlanAccountView }) {
  const source = useDragSource();
  return source && <Grip row={row} source={source} />;
}

/** Puts the focus on the handle of a row. */
export function focusGrip(accountId: string): void {
  document.getElementById(gripId(accountId))?.focus();
}

const gripId = (accountId: string) => `move-${accountId}`;
const heldKeys = /^(Arrow|Page|Home|End|Tab)/;

function Grip({ row, source }: { row: PlanAccountView; source: DragSource }) {
  const dragged: Dragged = draggedBy(row, source);
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: `account:${row.id}`,
    data: { dragged },
  });

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void {
    // The list around it would move its own mark.
    if (isDragging && heldKeys.test(event.key)) event.preventDefault();
    else listeners?.onKeyDown?.(event);
  }

  return (
    <button
      ref={(node) => {
        setNodeRef(node);
        setActivatorNodeRef(node);
      }}
      id={gripId(row.id)}
      type="button"
      {...listeners}
      onKeyDown={onKeyDown}
      aria-label={`Move ${dragged.name}`}
      aria-describedby={attributes['aria-describedby']}
      aria-pressed={isDragging}
      className={cn(
        'absolute inset-y-0 left-0 my-auto grid h-6 w-4 cursor-grab place-items-center rounded-1 text-ink-3 opacity-0 -outline-offset-1 group-hover/row:opacity-100 focus-visible:opacity-100 max-md:hidden pointer-coarse:hidden',
        isDragging && 'text-accent-ink opacity-100',
      )}
    >
      <GripVertical className="size-3.5" aria-hidden />
    </button>
  );
}
