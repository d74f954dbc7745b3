'use client';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { PlanTerritory } from '#lib/shared/plan-shapes.ts';
import { holdersText } from './holder-words.ts';
import { usePlanner } from './planner-context.tsx';
import { UnassignedRow } from './unassigned-row.tsx';
import { planSteps } from './words.ts';

const EVERYTHING = 'everything';

/** The plan where there is no room for its list: unassigned on top, one choice of a territory, and what it holds. */
export function PhoneTerritory({
  selected,
  territory,
  onSelect,
  onDetails,
}: {
  selected: string | null;
  territory: PlanTerritory | undefined;
  /** Null = the whole plan. */
  onSelect: (id: string | null) => void;
  onDetails: () => void;
}) {
  const { plan, currency } = usePlanner();
  const options = [
    { value: EVERYTHING, label: 'The whole plan', hint: formatNumber(plan.accounts) },
    ...planSteps.flatMap(({ kind, title }, index) =>
      plan.territories
        .filter((item) => item.kind === kind)
        .map((item) => ({
          value: item.id ?? '',
          label: item.name,
          hint: formatNumber(item.accounts),
          group: `${index + 1} ${title}`,
        })),
    ),
  ];
  return (
    <div className="md:hidden">
      <UnassignedRow isSelected={selected === 'unassigned'} onSelect={() => onSelect('unassigned')} />
      <div className="flex items-center gap-2 border-b border-line px-4 py-2">
        <Combobox
          label="Territory"
          value={territory?.id ?? (selected === null ? EVERYTHING : null)}
          onValueChange={(id) => onSelect(id === EVERYTHING ? null : id)}
          options={options}
          placeholder="Choose a territory"
          className="flex-1"
        />
        {territory && <Button onClick={onDetails}>Details</Button>}
      </div>
      {territory && (
        <p className="border-b border-line px-4 py-2 text-12 text-ink-2">
          {formatMoney(territory.potentialAmount, currency, { compact: true })} of potential ·{' '}
          {formatNumber(territory.workloadTouches)} touches a month · {holdersText(territory)}
        </p>
      )}
    </div>
  );
}
