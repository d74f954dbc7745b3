'use client';
import { Button } from '#components/ui/button.tsx';
import { PeekPanel } from '#components/ui/peek-panel.tsx';
import { formatCount, formatMoney, formatNumber } from '#lib/shared/format.ts';
import { usePlanner } from './planner-context.tsx';

/** Why accounts lie in no territory, and what would take them. */
export function UnassignedPanel({ onClose, onAdd }: { onClose: () => void; onAdd: () => void }) {
  const { plan, rights, currency } = usePlanner();
  const { kept, noPlace, notCovered } = plan.unassignedReasons;
  const reasons = [
    {
      count: notCovered,
      title: 'No rule takes them and no territory has their place',
      then: 'Add a territory for them, or add their place to one.',
    },
    {
      count: noPlace,
      title: 'No country is recorded',
      then: 'Fill it in, let a rule take them, or move them by hand.',
    },
    { count: kept, title: 'Kept out by hand', then: 'Unlock them to let rules and places decide.' },
  ].filter((reason) => reason.count > 0);
  return (
    <PeekPanel
      title="Unassigned accounts"
      width={304}
      onClose={onClose}
      header={<span className="text-14 font-semibold">Unassigned</span>}
    >
      <p className="px-4 pb-3 text-ink-2">
        {plan.unassigned.accounts === 0
          ? 'Every account lies in a territory.'
          : `${formatCount(plan.unassigned.accounts, 'account')} with ${formatMoney(plan.unassigned.potentialAmount, currency, { compact: true })} of potential lie in no territory, so none gives them to anybody.`}
      </p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.title} className="border-t border-line px-4 py-2.5">
            <span className="font-medium">
              {formatNumber(reason.count)} · {reason.title}
            </span>
            <p className="text-12 text-ink-3">{reason.then}</p>
          </li>
        ))}
      </ul>
      {rights.noRestructure === null && plan.unassigned.accounts > 0 && (
        <div className="border-t border-line px-4 py-3">
          <Button onClick={onAdd}>Add a territory</Button>
        </div>
      )}
    </PeekPanel>
  );
}
