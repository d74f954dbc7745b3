'use client';
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  MeasuringStrategy,
  PointerSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { ChevronDown, ChevronRight, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { announce } from '#components/ui/announcer.tsx';
import { cn } from '#components/ui/cn.ts';
import { Swatch } from '#components/ui/swatch.tsx';
import { formatCount, formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { PlanTerritory } from '#lib/shared/plan-shapes.ts';
import { isUnder, rolledUp, type TreeNode, treeOf } from '#lib/territories/levels.ts';
import { DROP_OVER, dropKey, useIsDropOver } from './drag/drag-state.ts';
import { moveUnder } from './parent-select.tsx';
import { usePlanner } from './planner-context.tsx';

type Item = PlanTerritory & { id: string };
type Node = TreeNode<Item>;

const TOP = 'top';
/** The place on top opens only while something is dragged, so rows are measured anew. */
const measuring = { droppable: { strategy: MeasuringStrategy.Always } };

/** The territories by level, each with what lies in it and under it; drag one onto another to put it under that. */
export function LevelTree({
  selected,
  onSelect,
}: {
  selected: string | null;
  onSelect: (id: string) => void;
}) {
  const { plan, rights, refresh } = usePlanner();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const items = plan.territories.map((territory): Item => ({ ...territory, id: territory.id ?? '' }));
  const canMove = rights.noRestructure === null && items.length > 1;

  function toggle(id: string): void {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    setClosed(next);
  }

  function drop({ active, over }: DragEndEvent): void {
    const territory = items.find((item) => item.id === active.id);
    if (!territory || !over || over.id === active.id) return;
    const parentId = over.id === TOP ? null : String(over.id);
    if (territory.parentId === parentId) return;
    if (parentId !== null && isUnder(items, parentId, territory.id)) {
      return announce(`${territory.name} cannot lie under itself`);
    }
    void moveUnder(plan.id, territory, parentId, refresh);
  }

  const draw = (nodes: readonly Node[]) => (
    <ul>
      {nodes.map((node) => (
        <li key={node.item.id}>
          <LevelRow
            node={node}
            isOpen={!closed.has(node.item.id)}
            isSelected={selected === node.item.id}
            canMove={canMove}
            onToggle={() => toggle(node.item.id)}
            onSelect={() => onSelect(node.item.id)}
          />
          {node.children.length > 0 && !closed.has(node.item.id) && draw(node.children)}
        </li>
      ))}
    </ul>
  );
  return (
    <DndContext
      id="plan-levels"
      sensors={sensors}
      collisionDetection={closestCenter}
      measuring={measuring}
      onDragEnd={drop}
    >
      <section aria-label="Territories by level">
        <TopZone canMove={canMove} />
        {draw(treeOf(items))}
      </section>
      <p className="px-4 pt-3 text-12 text-ink-3">
        Numbers hold all that lies under a territory, too.
        {canMove && ' Drag one onto another to put it under that, or choose it and set “Under”.'}
      </p>
    </DndContext>
  );
}

function TopZone({ canMove }: { canMove: boolean }) {
  const { setNodeRef, isOver, active } = useDroppable({ id: TOP, disabled: !canMove });
  return (
    <div
      ref={setNodeRef}
      className={cn(
        'mx-2 mt-1 flex items-center justify-center rounded-2 text-12 text-ink-3',
        active ? 'h-6 border border-dashed border-line-strong' : 'h-1',
        isOver && 'bg-accent-soft',
      )}
    >
      {active && 'On top'}
    </div>
  );
}

function LevelRow({
  node,
  isOpen,
  isSelected,
  canMove,
  onToggle,
  onSelect,
}: {
  node: Node;
  isOpen: boolean;
  isSelected: boolean;
  canMove: boolean;
  onToggle: () => void;
  onSelect: () => void;
}) {
  const { item, depth, children } = node;
  const { currency } = usePlanner();
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({ id: item.id, disabled: !canMove });
  const { setNodeRef: setTargetRef, isOver } = useDroppable({ id: item.id, disabled: !canMove });
  const isDropOver = useIsDropOver('territory', item.id);
  const all = rolledUp(node, (territory) => territory.accounts);
  const potential = rolledUp(node, (territory) => territory.potentialAmount);
  const words = `${formatCount(all, 'account')}, ${formatMoney(potential, currency, { compact: true })} of potential`;
  const own = children.length > 0 ? `; ${formatNumber(item.accounts)} in it itself` : '';
  return (
    <div
      ref={setTargetRef}
      data-drop={dropKey('territory', item.id)}
      style={{
        paddingLeft: 6 + depth * 14,
        transform: transform ? `translateY(${transform.y}px)` : undefined,
      }}
      className={cn(
        'relative flex h-7 items-center hover:bg-hover',
        isSelected && 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)] hover:bg-accent-soft',
        isOver && !isDragging && 'bg-press',
        isDragging && 'z-10 bg-raised shadow-pop',
        isDropOver && DROP_OVER,
      )}
    >
      {children.length > 0 ? (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={`What lies under ${item.name}`}
          onClick={onToggle}
          className="flex size-5 shrink-0 items-center justify-center rounded-1 text-ink-3 hover:text-ink"
        >
          {isOpen ? (
            <ChevronDown className="size-3.5" aria-hidden />
          ) : (
            <ChevronRight className="size-3.5" aria-hidden />
          )}
        </button>
      ) : (
        <span className="w-5 shrink-0" />
      )}
      <button
        ref={setNodeRef}
        type="button"
        {...listeners}
        aria-current={isSelected ? 'true' : undefined}
        onClick={onSelect}
        title={`${item.name}: ${words}${own}`}
        className={cn(
          'flex h-7 min-w-0 flex-1 items-center gap-2 pr-4 pl-1 text-left -outline-offset-2',
          (isSelected || children.length > 0) && 'font-medium',
        )}
      >
        <Swatch id={item.colourId ?? item.id} />
        <span className="min-w-0 flex-1 truncate">{item.name}</span>
        {item.issue && <CircleAlert className="size-3.5 shrink-0 text-caution-ink" aria-label={item.issue} />}
        <span className="min-w-8 shrink-0 text-right">{formatNumber(all)}</span>
      </button>
    </div>
  );
}
