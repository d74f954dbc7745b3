'use client';
import type { Performance } from '#lib/metrics/performance.ts';
import { formatCount } from '#lib/shared/format.ts';
import { Tooltip } from '../ui/tooltip.tsx';

/** How many deals the rows could not place, and why. */
export function LeftOutFacts({ data }: { data: Performance }) {
  const { undated, beforePublish, withoutAccount } = data.byGroup.leftOut;
  const facts = [
    ...(undated > 0 ? [`${formatCount(undated, 'undated deal')} left out`] : []),
    ...(beforePublish > 0 ? [`${formatCount(beforePublish, 'deal')} older than a segment`] : []),
    ...(withoutAccount > 0 ? [`${formatCount(withoutAccount, 'deal')} without an account`] : []),
  ];
  if (facts.length === 0) return null;
  const why =
    'Undated deals have no date to go by. Deals older than a segment’s first publish cannot be placed in it. Deals without an account count in all accounts and in no segment.';
  return (
    <Tooltip content={why}>
      <button
        type="button"
        className="ml-auto shrink-0 cursor-help rounded-1 text-left text-12 leading-5 text-ink-3 max-sm:ml-0"
      >
        {facts.join(' · ')}
      </button>
    </Tooltip>
  );
}
