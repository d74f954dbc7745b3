'use client';
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Lock, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { announce } from '#components/ui/announcer.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { toastUndo } from '#components/ui/toast.ts';
import { formatNumber } from '#lib/shared/format.ts';
import type { PlanTerritory } from '#lib/shared/plan-shapes.ts';
import { LevelTree } from './level-tree.tsx';
import { sendPlan } from './plan-actions.ts';
import { usePlanner } from './planner-context.tsx';
import { TreeRow } from './tree-row.tsx';
import { UnassignedRow } from './unassigned-row.tsx';
import { usePlanAddress } from './use-plan-address.ts';
import { planSteps } from './words.ts';

/** The plan from top to bottom in the order that decides: unassigned on top, then each step with its territories. */
export function PlanTree({
  selected,
  onSelect,
  onAdd,
}: {
  selected: string | null;
  onSelect: (id: string | null) => void;
  onAdd: () => void;
}) {
  const { plan, rights, refresh } = usePlanner();
  const { address, setAddress } = usePlanAddress();
  const hasLevels = plan.territories.some((territory) => territory.parentId !== null);
  const order = address.order ?? (hasLevels ? 'levels' : 'steps');
  /** A plan's version once what was sent so far has arrived; 0 = it was refused. */
  const sent = useRef<{ planId: string; version: Promise<number> }>(null);
  const [moved, setMoved] = useState<{ of: typeof plan; ids: string[] } | null>(null);
  const territories = ordered(plan.territories, moved?.of === plan ? moved.ids : null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const canOrder = rights.noRestructure === null;

  async function put(territoryIds: string[], ifMatch: number): Promise<number> {
    const path = `/plans/${plan.id}/territories/order`;
    return (await sendPlan(path, { method: 'PUT', body: { territoryIds }, ifMatch })) ? ifMatch + 1 : 0;
  }

  async function save(ids: string[]): Promise<void> {
    const before = plan.territories.map((territory) => territory.id ?? '');
    setMoved({ of: plan, ids });
    // Steps one after the other are each about what the one before left, though the plan was not read again yet.
    const last = sent.current?.planId === plan.id ? sent.current.version : Promise.resolve(0);
    const next = last.then((version) => put(ids, Math.max(version, plan.version)));
    sent.current = { planId: plan.id, version: next };
    const version = await next;
    refresh();
    if (version === 0) return setMoved(null);
    toastUndo('Order changed', () => void put(before, version).then(refresh));
  }

  function move(id: string, overId: string): void {
    const from = territories.find((territory) => territory.id === id);
    const to = territories.find((territory) => territory.id === overId);
    if (!from || !to || from === to || from.kind !== to.kind) return;
    const ids = territories.map((territory) => territory.id ?? '');
    const at = ids.indexOf(overId);
    void save(ids.filter((other) => other !== id).toSpliced(at, 0, id));
    announce(`${from.name} moved`);
  }

  function step(territory: PlanTerritory, by: -1 | 1): void {
    const peers = territories.filter((other) => other.kind === territory.kind);
    const other = peers[peers.indexOf(territory) + by];
    if (other?.id && territory.id) move(territory.id, other.id);
  }

  const place = new Map(territories.map((territory, index) => [territory.id, index + 1]));
  return (
    <nav aria-label="Plan" className="flex w-60 shrink-0 flex-col border-r border-line max-md:hidden">
      <div className="flex h-9 shrink-0 items-center border-b border-line pr-2 pl-4">
        <span className="font-semibold">Plan</span>
        {plan.territories.length > 1 ? (
          <Segmented
            label="Territories by"
            className="ml-auto h-6"
            value={order}
            onValueChange={(next) => void setAddress({ order: next })}
            options={[
              { value: 'steps', label: 'Order' },
              { value: 'levels', label: 'Levels' },
            ]}
          />
        ) : (
          <span className="ml-auto pr-1 text-12 text-ink-3">Accounts</span>
        )}
        {canOrder && (
          <IconButton label="Add a territory" size="sm" onClick={onAdd}>
            <Plus aria-hidden />
          </IconButton>
        )}
      </div>
      <div data-drop-area="territories" className="min-h-0 flex-1 overflow-auto pb-2">
        <UnassignedRow isSelected={selected === 'unassigned'} onSelect={() => onSelect('unassigned')} />
        {order === 'levels' ? (
          <LevelTree selected={selected} onSelect={onSelect} />
        ) : (
          <>
            <DndContext
              id="plan-order"
              sensors={sensors}
              collisionDetection={closestCenter}
              onDragEnd={({ active, over }: DragEndEvent) => over && move(String(active.id), String(over.id))}
            >
              {planSteps.map(({ kind, title, hint }, index) => {
                const group = territories.filter((territory) => territory.kind === kind);
                if (group.length === 0) return null;
                return (
                  <section key={kind} aria-label={title} className="pt-2.5">
                    <h2 title={hint} className="flex items-baseline gap-1.5 px-4 pb-1 text-12 text-ink-3">
                      <span>{index + 1}</span>
                      <span className="text-ink-2">{title}</span>
                    </h2>
                    <SortableContext
                      items={group.map((territory) => territory.id ?? '')}
                      strategy={verticalListSortingStrategy}
                    >
                      <ol>
                        {group.map((territory) => (
                          <TreeRow
                            key={territory.id}
                            territory={territory}
                            position={place.get(territory.id) ?? 0}
                            isSelected={selected === territory.id}
                            canOrder={canOrder && group.length > 1}
                            onSelect={() => onSelect(territory.id)}
                            onStep={(by) => step(territory, by)}
                          />
                        ))}
                      </ol>
                    </SortableContext>
                  </section>
                );
              })}
            </DndContext>
            <p className="px-4 pt-3 text-12 text-ink-3">
              An account goes to the first that takes it: locks and names, then rules, then places.
              {canOrder && ' Drag to reorder, or press Alt and an arrow key.'}
            </p>
          </>
        )}
      </div>
      <dl className="shrink-0 border-t border-line py-1.5 text-ink-2">
        <div className="flex h-6 items-center gap-2 px-4">
          <Lock className="size-3.5 text-ink-3" aria-hidden />
          <dt>Locked</dt>
          <dd className="ml-auto">{formatNumber(plan.locks)}</dd>
        </div>
      </dl>
      <div className="flex h-9 shrink-0 items-center border-t border-line px-4">
        {rights.isScoped ? 'Accounts you see' : 'All accounts'}
        <span className="ml-auto font-semibold">{formatNumber(plan.accounts)}</span>
      </div>
    </nav>
  );
}

function ordered(territories: readonly PlanTerritory[], ids: readonly string[] | null): PlanTerritory[] {
  if (!ids) return [...territories];
  const byId = new Map(territories.map((territory) => [territory.id, territory]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
