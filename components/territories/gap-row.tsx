'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/select.tsx';
import { formatCount, formatMoney } from '#lib/shared/format.ts';
import { parsePlaceCode } from '#lib/shared/place-code.ts';
import type { PlanChecksView } from '#lib/shared/plan-check-shapes.ts';
import { addPlaces } from './check-fixes.ts';
import { usePlanner } from './planner-context.tsx';

/** A country or state that no territory has, and which one could have it; the nearest is proposed. */
export function GapRow({ gap, className }: { gap: PlanChecksView['gaps'][number]; className: string }) {
  const { plan, rights, currency, refresh } = usePlanner();
  const placed = plan.territories.filter(({ kind }) => kind === 'geography');
  const [chosen, setChosen] = useState<string | null>(null);
  const territory = placed.find(({ id }) => id === (chosen ?? gap.suggested?.id));
  const canAdd = rights.noRestructure === null && placed.length > 0 && parsePlaceCode(gap.place) !== null;
  return (
    <li className={className}>
      <span className="min-w-60 flex-1">
        <span className="font-medium">{gap.label}</span>: {formatCount(gap.accounts, 'account')}
        <span className="text-ink-3"> · {formatMoney(gap.potentialAmount, currency, { compact: true })}</span>
      </span>
      {canAdd && (
        <span className="flex items-center gap-2">
          <Select
            size="sm"
            label={`Territory for ${gap.label}`}
            value={territory?.id ?? null}
            placeholder="Choose a territory"
            onValueChange={setChosen}
            options={placed.flatMap(({ id, name }) => (id === null ? [] : [{ value: id, label: name }]))}
          />
          <Button
            size="sm"
            aria-label={`Add ${gap.label}`}
            disabled={!territory}
            onClick={() =>
              territory && void addPlaces(plan, territory, { places: [gap.place], label: gap.label }, refresh)
            }
          >
            Add
          </Button>
        </span>
      )}
    </li>
  );
}
