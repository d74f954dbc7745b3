'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { formatNumber, formatRate } from '#lib/shared/format.ts';
import type { OptimiseInput, Proposal } from '#lib/shared/proposal-shapes.ts';

const cell =
  'h-9 border-t border-line px-3 text-right whitespace-nowrap first:pl-4 first:text-left last:pr-4';

/** Plans of the same question between balance and disruption, side by side; each can be worked out in full. */
export function OtherPlans({
  proposal,
  onChoose,
}: {
  proposal: Proposal;
  onChoose: (input: OptimiseInput) => Promise<void>;
}) {
  const [chosen, setChosen] = useState<number | null>(null);
  const { alternatives, input } = proposal;

  async function choose(keepWeight: number): Promise<void> {
    setChosen(keepWeight);
    await onChoose({ ...input, keepWeight });
    setChosen(null);
  }

  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <p className="px-4 py-3 text-ink-2">
        The same goals, with relationships counting less or more. From the most even plan to the one that
        disturbs least:
      </p>
      <table className="w-full border-collapse" aria-label="Other plans">
        <thead>
          <tr className="text-12 text-ink-3">
            {[
              'Keeping relationships counts',
              'Change hands',
              'In the band',
              'Potential, least–most',
              'Pipeline moves',
            ].map((title) => (
              <th
                key={title}
                className="h-7 px-3 text-right font-normal whitespace-nowrap first:pl-4 first:text-left"
              >
                {title}
              </th>
            ))}
            <th>
              <span className="sr-only">Choose</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {alternatives.map(({ keepWeight, measures }) => (
            <tr key={keepWeight} className={keepWeight === 1 ? 'bg-accent-soft' : undefined}>
              <td className={cell}>
                {keepWeight === 1
                  ? 'as in this proposal'
                  : `${formatNumber(keepWeight, { digits: 1 })} times as much`}
              </td>
              <td className={cell}>
                {formatNumber(measures.movedAccounts)} ({formatRate(measures.movedAccountsRate)})
              </td>
              <td className={cell}>
                {measures.potential.repsInBand} of {measures.reps}
              </td>
              <td className={cell}>
                {formatNumber((measures.potential.lowestRate ?? 0) * 100)}–
                {formatNumber((measures.potential.highestRate ?? 0) * 100)} %
              </td>
              <td className={cell}>{formatRate(measures.movedPipelineRate)}</td>
              <td className={cell}>
                {keepWeight === 1 ? (
                  <span className="text-12 text-ink-3">shown</span>
                ) : (
                  <Button
                    size="sm"
                    busy={chosen === keepWeight}
                    aria-label={`Work it out: keeping ${formatNumber(keepWeight, { digits: 1 })} times as much`}
                    onClick={() => void choose(keepWeight)}
                  >
                    Work it out
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
