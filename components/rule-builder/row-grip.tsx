'use client';
import { useDraggable } from '@dnd-kit/core';
import { GripVertical } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { cn } from '#components/ui/cn.ts';
import { announce } from '#components/ui/announcer.tsx';
import type { RowEdits } from './use-row-edits.ts';

/** The handle of a row: drag it, or press Space and move with the arrows. */
export function RowGrip({ id, edits }: { id: string; edits: RowEdits }) {
  const { setNodeRef, listeners } = useDraggable({ id });
  const [isHeld, setHeld] = useState(false);

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      setHeld(!isHeld);
      announce(
        isHeld ? `${edits.name} put down` : `${edits.name} picked up: arrows move it, Space puts it down`,
      );
    } else if (isHeld && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      edits.move(event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Escape') setHeld(false);
  }

  return (
    <button
      ref={setNodeRef}
      type="button"
      data-grip
      aria-label={`Move ${edits.name}`}
      aria-pressed={isHeld}
      {...listeners}
      onKeyDown={onKeyDown}
      onBlur={() => setHeld(false)}
      className={cn(
        'mt-[5px] grid h-[18px] w-4 cursor-grab touch-none place-items-center rounded-1 text-ink-3 opacity-0 focus-visible:opacity-100 [li:focus-within:not(:has(li:focus-within))>&]:opacity-100 [li:hover:not(:has(li:hover))>&]:opacity-100 max-sm:hidden',
        isHeld && 'bg-accent-soft text-accent-ink opacity-100',
      )}
    >
      <GripVertical className="size-3.5" aria-hidden />
    </button>
  );
}
