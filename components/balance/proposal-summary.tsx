import { draftWord } from '#components/territories/plan-href.ts';
import { usePlanner } from '#components/territories/planner-context.tsx';
import { formatCount, formatNumber, formatRate } from '#lib/shared/format.ts';
import type { Job } from '#lib/shared/job-shapes.ts';
import type { Proposal } from '#lib/shared/proposal-shapes.ts';
import { moneyText } from './goal-words.ts';
import { MeasuresTable } from './measures-table.tsx';

/** How good the proposal is at least, and every measure before and after. */
export function ProposalSummary({ proposal, job }: { proposal: Proposal; job: Job | null }) {
  const { plan } = usePlanner();
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
          {after.cost.unassignedAmount >= 1 && ` + without a rep ${money(after.cost.unassignedAmount)}`}. The{' '}
          {draftWord(plan)} costs {money(before.cost.totalAmount)} on the same scale.
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
      <div className="flex flex-col gap-1.5">
        <MeasuresTable before={before} after={after} currency={currency} />
        <p className="text-12 text-ink-3">
          A target is an even share, by ramp, among the reps who may take accounts from one another. The
          planner’s Balance tab measures against everybody in the slot, so its shares differ.
        </p>
      </div>
    </div>
  );
}
