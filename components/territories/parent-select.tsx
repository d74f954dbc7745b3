'use client';
import { useState } from 'react';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { toastUndo } from '#components/ui/toast.ts';
import type { PlanTerritory, PlanView } from '#lib/shared/plan-shapes.ts';
import { isUnder } from '#lib/territories/levels.ts';
import { sendPlan } from './plan-actions.ts';
import { usePlanner } from './planner-context.tsx';

const TOP = 'top';

/** Chooses the territory that another one belongs under; none that lies under `ownId` itself. */
export function ParentSelect({
  value,
  onChange,
  ownId,
  disabled,
  ...aria
}: {
  value: string | null;
  onChange: (parentId: string | null) => void;
  ownId: string | null;
  disabled?: boolean;
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}) {
  const { plan } = usePlanner();
  return (
    <Select
      {...aria}
      disabled={disabled ?? false}
      value={value ?? TOP}
      onValueChange={(next) => onChange(next === TOP ? null : next)}
      options={[
        { value: TOP, label: 'Nothing: on top' },
        ...parentsFor(plan.territories, ownId).map((item) => ({ value: item.id ?? '', label: item.name })),
      ]}
    />
  );
}

/** Whom a territory may come under: every one that does not lie under it. */
function parentsFor(territories: PlanView['territories'], ownId: string | null): PlanTerritory[] {
  const levels = territories.map((item) => ({ id: item.id ?? '', parentId: item.parentId }));
  return territories
    .filter((item) => ownId === null || !isUnder(levels, item.id ?? '', ownId))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Puts one territory under another, with Undo; true when it went through. */
export async function moveUnder(
  planId: string,
  territory: PlanTerritory,
  parentId: string | null,
  refresh: () => void,
): Promise<boolean> {
  const path = `/plans/${planId}/territories/${territory.id}`;
  if (!(await sendPlan(path, { method: 'PATCH', body: { parentId } }))) return false;
  refresh();
  toastUndo(`“${territory.name}” moved`, () => {
    void sendPlan(path, { method: 'PATCH', body: { parentId: territory.parentId } }).then(refresh);
  });
  return true;
}

/** The territory that one belongs under, to read and to change. */
export function TerritoryParent({ territory }: { territory: PlanTerritory }) {
  const { plan, rights, refresh } = usePlanner();
  const [isBusy, setBusy] = useState(false);
  const parent = plan.territories.find((item) => item.id === territory.parentId);
  if (rights.noRestructure !== null) {
    return parent ? <p className="text-ink-2">Under {parent.name}</p> : null;
  }
  if (plan.territories.length < 2) return null;
  return (
    <Field label="Under">
      <ParentSelect
        value={territory.parentId}
        ownId={territory.id}
        disabled={isBusy}
        onChange={(parentId) => {
          setBusy(true);
          void moveUnder(plan.id, territory, parentId, refresh).then(() => setBusy(false));
        }}
      />
    </Field>
  );
}
