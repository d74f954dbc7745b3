'use client';
import type { Performance } from '#lib/metrics/performance.ts';
import type { PerformanceFilters } from '#lib/metrics/performance-filters.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { periodWords } from './words.ts';

/** Says which filter emptied the page, and where the deals lie. */
export function NothingClosed({
  data,
  change,
}: {
  data: Performance;
  change: (changes: Partial<PerformanceFilters>) => void;
}) {
  const { frame, closedSpan, filters } = data;
  if (closedSpan === null) {
    return (
      <div className="p-4">
        <EmptyState
          title="There is no closed deal yet."
          actions={
            <Button asChild variant="primary">
              <AppLink href="/data">Import deals</AppLink>
            </Button>
          }
        >
          Results compare segments, tiers, territories and reps by their won and lost deals. Import deals with
          a stage and a close date to see them here.
        </EmptyState>
      </div>
    );
  }
  const inPipeline = filters.pipeline === null ? '' : ` in the ${filters.pipeline} pipeline`;
  return (
    <div className="p-4">
      <EmptyState
        title={`No deal closed${inPipeline} in this period: ${periodWords(frame.from, frame.to)}.`}
        actions={
          <Button variant="primary" onClick={() => change({ period: 'all', pipeline: '*' })}>
            Show all time
          </Button>
        }
      >
        The closed deals lie elsewhere: {periodWords(closedSpan.from, closedSpan.to)}.
      </EmptyState>
    </div>
  );
}
