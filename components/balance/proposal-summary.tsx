import { cn } from '#components/ui/cn.ts';
import { formatCount, formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';
import type { Job } from '#lib/shared/job-shapes.ts';
import type { PlanMeasures, Proposal } from '#lib/shared/proposal-shapes.ts';
import { moneyText } from './goal-words.ts';

/** How good the proposal is at least, and every measure before and after. */
export function ProposalSummary({ proposal, job }: { proposal: Proposal; job: Job | null }) {
  const { gap, currency, before, after, parts, leftOut } = proposal;
  const money = (amount: number) => moneyText(amount, currency);
  const seconds =
    job?.startedAt && job.finishedAt ? Math.max(0.1, (job.finishedAt - job.startedAt) / 1000) : null;
  const others = [
    leftOut.pools > 0 && `${formatNumber(leftOut.pools)} in pools`,
    leftOut.noTerritory > 0 && `${formatNumber(leftOut.noTerritory)} in no territory`,
    leftOut.noHolder > 0 && `${formatNumber(leftOut.noHolder)} in territories without a holder`,
  ].filter(Boolean);
  return (
    <div className="grid shrink-0 gap-x-8 gap-y-4 border-b border-line px-4 py-4 xl:grid-cols-[minmax(0,1fr)_minmax(380px,460px)]">
      <section aria-label="How good it is" className="flex flex-col gap-2">
        <div>
          <h2 className="text-20 font-semibold">
            {gap.gapAmount < 1 ? (
              'The best possible plan'
            ) : (
              <>
                At most {money(gap.gapAmount)}{' '}
                <span className="font-normal text-ink-2">({formatRate(gap.gapRate)})</span>
              </>
            )}
          </h2>
          {gap.gapAmount >= 1 && <p className="text-ink-2">above the best possible under these rules</p>}
        </div>
        <p className="text-ink-2">{proposal.gapSentence}</p>
        {parts.length > 1 && (
          <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-12 text-ink-2">
            {parts.map((part) => (
              <li key={part.label}>
                {part.label}: {money(part.gapAmount)} ({formatRate(part.gapRate)})
              </li>
            ))}
          </ul>
        )}
        <p className="text-12 text-ink-2">
          Cost = imbalance {money(after.cost.balanceAmount)} + moves {money(after.cost.movesAmount)} +
          distance {money(after.cost.travelAmount)}
          {after.cost.unassignedAmount >= 1 && ` + without a rep ${money(after.cost.unassignedAmount)}`}. The
          draft costs {money(before.cost.totalAmount)} on the same scale.
        </p>
        <p className="text-12 text-ink-3">
          {formatCount(proposal.accounts, 'account')} and {formatCount(proposal.books.length, 'rep')}
          {others.length > 0 && `; left out: ${others.join(', ')}`}.
          {proposal.potentialUnknown > 0 &&
            ` The potential of ${formatCount(proposal.potentialUnknown, 'account')} is not recorded and counts 0.`}{' '}
          {seconds !== null && `Worked out in ${formatNumber(seconds, { digits: 1 })} s, `}seed{' '}
          {proposal.input.seed}, {proposal.input.effort} effort, plan {proposal.digest}.
        </p>
      </section>
      <MeasuresTable before={before} after={after} currency={currency} />
    </div>
  );
}

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

function MeasuresTable({
  before,
  after,
  currency,
}: {
  before: PlanMeasures;
  after: PlanMeasures;
  currency: string;
}) {
  return (
    <table className="w-full self-start" aria-label="Measures before and after">
      <thead>
        <tr className="text-12 text-ink-3">
          <th className="h-6 text-left font-normal">Measure</th>
          <th className="px-3 text-right font-normal">Draft</th>
          <th className="text-right font-normal">Proposal</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(currency).map(({ label, of, isAfterOnly, isBad }) => (
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
