import { draftWord } from '#components/territories/plan-href.ts';
import { usePlanner } from '#components/territories/planner-context.tsx';
import { cn } from '#components/ui/cn.ts';
import { formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';
import type { PlanMeasures } from '#lib/shared/proposal-shapes.ts';

type Row = {
  label: string;
  of: (measures: PlanMeasures) => string;
  /** Shown for what the draft is only if it says something. */
  isAfterOnly?: boolean;
  isBad?: (measures: PlanMeasures) => boolean;
};

const span = (spread: PlanMeasures['potential']) =>
  spread.lowestRate === null || spread.highestRate === null
    ? '–'
    : `${formatNumber(spread.lowestRate * 100)}–${formatNumber(spread.highestRate * 100)} %`;

function rowsOf(currency: string): Row[] {
  const money = (amount: number) => formatMoney(amount, currency, { compact: true });
  return [
    { label: 'Reps in the band, potential', of: (m) => `${m.potential.repsInBand} of ${m.reps}` },
    { label: 'Potential, least–most of target', of: (m) => span(m.potential) },
    { label: 'Reps in the band, workload', of: (m) => `${m.workload.repsInBand} of ${m.reps}` },
    { label: 'Workload, least–most of target', of: (m) => span(m.workload) },
    { label: 'Accounts, least–most of target', of: (m) => span(m.count) },
    {
      label: 'Accounts over cap',
      of: (m) => formatNumber(m.accountsOverCap),
      isBad: (m) => m.accountsOverCap > 0,
    },
    {
      label: 'Reps over capacity',
      of: (m) => formatNumber(m.repsOverCapacity),
      isBad: (m) => m.repsOverCapacity > 0,
    },
    {
      label: 'Accounts that change hands',
      of: (m) => `${formatNumber(m.movedAccounts)} (${formatRate(m.movedAccountsRate)})`,
      isAfterOnly: true,
    },
    { label: 'Of them forced', of: (m) => formatNumber(m.forcedMoves), isAfterOnly: true },
    {
      label: 'Potential, pipeline that moves',
      of: (m) => `${formatRate(m.movedPotentialRate)}, ${formatRate(m.movedPipelineRate)}`,
      isAfterOnly: true,
    },
    {
      label: 'Accounts without a rep',
      of: (m) => formatNumber(m.unassigned),
      isBad: (m) => m.unassigned > 0,
    },
    {
      label: 'Mean distance',
      of: (m) => (m.meanKm === null ? '–' : `${formatNumber(m.meanKm)} km`),
    },
    { label: 'Cost', of: (m) => money(m.cost.totalAmount) },
  ];
}

/** Every measure of a plan before and after; `onlyChanged` leaves out what stays as it is. */
export function MeasuresTable({
  before,
  after,
  currency,
  afterLabel = 'Proposal',
  label: name = 'Measures before and after',
  onlyChanged = false,
}: {
  before: PlanMeasures;
  after: PlanMeasures;
  currency: string;
  afterLabel?: string;
  label?: string;
  onlyChanged?: boolean;
}) {
  const { plan } = usePlanner();
  const rows = rowsOf(currency).filter(({ of }) => !onlyChanged || of(before) !== of(after));
  return (
    <table className="w-full self-start" aria-label={name}>
      <thead>
        <tr className="text-12 text-ink-3">
          <th className="h-6 text-left font-normal">Measure</th>
          <th className="px-3 text-right font-normal first-letter:uppercase">{draftWord(plan)}</th>
          <th className="text-right font-normal">{afterLabel}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, of, isAfterOnly, isBad }) => (
          <tr key={label} className="border-t border-line">
            <th scope="row" className="h-5.5 text-left font-normal text-ink-2">
              {label}
            </th>
            <td
              className={cn(
                'px-3 text-right whitespace-nowrap text-ink-2',
                isBad?.(before) && 'text-bad-ink',
              )}
            >
              {isAfterOnly ? '–' : of(before)}
            </td>
            <td
              className={cn('text-right font-semibold whitespace-nowrap', isBad?.(after) && 'text-bad-ink')}
            >
              {of(after)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
