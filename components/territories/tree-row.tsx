'use client';
import { useSortable } from '@dnd-kit/sortable';
import { CircleAlert, GripVertical, Lock } from 'lucide-react';
import { initialsOf } from '#components/ui/avatar.tsx';
import { cn } from '#components/ui/cn.ts';
import { Swatch } from '#components/ui/swatch.tsx';
import { formatNumber } from '#lib/shared/format.ts';
import type { PlanTerritory } from '#lib/shared/plan-shapes.ts';
import { DROP_OVER, dropKey, useIsDropOver } from './drag/drag-state.ts';

/** One territory in the plan: colour, name, who holds it, locks, how many accounts. */
export function TreeRow({
  territory,
  position,
  isSelected,
  canOrder,
  onSelect,
  onStep,
}: {
  territory: PlanTerritory;
  position: number;
  isSelected: boolean;
  canOrder: boolean;
  onSelect: () => void;
  onStep: (by: -1 | 1) => void;
}) {
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    useSortable({ id: territory.id ?? '', disabled: !canOrder });
  const isDropOver = useIsDropOver('territory', territory.id ?? '');
  const locks = territory.bySteps.lock ?? 0;
  const people = territory.holders.filter((holder) => holder.slot === 'ae');
  return (
    <li
      ref={setNodeRef}
      data-drop={dropKey('territory', territory.id ?? '')}
      style={{ transform: transform ? `translateY(${transform.y}px)` : undefined, transition }}
      className={cn(
        'group relative flex h-7 items-center',
        isDragging && 'z-10 bg-raised shadow-pop',
        isDropOver && DROP_OVER,
      )}
    >
      {canOrder && (
        <button
          ref={setActivatorNodeRef}
          type="button"
          {...attributes}
          {...listeners}
          aria-label={`Reorder ${territory.name}`}
          className="absolute left-0.5 z-10 cursor-grab rounded-1 p-px text-ink-3 opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
        >
          <GripVertical className="size-3" aria-hidden />
        </button>
      )}
      <button
        type="button"
        aria-current={isSelected ? 'true' : undefined}
        onClick={onSelect}
        onKeyDown={(event) => {
          if (!event.altKey || !canOrder) return;
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          onStep(event.key === 'ArrowUp' ? -1 : 1);
        }}
        title={`${position}. ${territory.name}: ${territory.summary}`}
        className={cn(
          'flex h-7 min-w-0 flex-1 items-center gap-2 pr-4 pl-4 text-left -outline-offset-2 hover:bg-hover',
          isSelected &&
            'bg-accent-soft font-medium shadow-[inset_2px_0_0_var(--accent)] hover:bg-accent-soft',
        )}
      >
        <Swatch id={territory.colourId ?? territory.id ?? ''} />
        <span className="min-w-0 flex-1 truncate">{territory.name}</span>
        {territory.issue && (
          <CircleAlert className="size-3.5 shrink-0 text-caution-ink" aria-label={territory.issue} />
        )}
        {locks > 0 && (
          <span className="flex shrink-0 items-center gap-0.5 text-11 text-ink-3" title={`${locks} locked`}>
            <Lock className="size-3" aria-hidden />
            {locks}
            <span className="sr-only">locked</span>
          </span>
        )}
        {people.length > 0 && (
          <span
            className="shrink-0 text-11 text-ink-3"
            title={people.map((holder) => holder.name).join(', ')}
          >
            {people.length === 1 ? initialsOf(people[0]?.name ?? '') : `${people.length} AEs`}
            <span className="sr-only">{people.length === 1 && people[0]?.name}</span>
          </span>
        )}
        <span className="min-w-8 shrink-0 text-right">{formatNumber(territory.accounts)}</span>
      </button>
    </li>
  );
}
