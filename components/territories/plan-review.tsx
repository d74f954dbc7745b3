'use client';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { ScenarioBar } from '#components/scenarios/scenario-bar.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { StatBlock, StatRow } from '#components/ui/stat-block.tsx';
import { formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';
import { BooksTable } from './effect-view.tsx';
import { PlanStatus } from './plan-header.tsx';
import { planHref } from './plan-href.ts';
import { type PlannerFacts, PlannerProvider } from './planner-context.tsx';
import { PublishForm } from './publish-form.tsx';
import { ReviewMoves } from './review-moves.tsx';

/** What publishing the draft would change: sums, every book before and after, every move; then the publish itself. */
export function PlanReview(facts: PlannerFacts) {
  const router = useRouter();
  const [isStale, startTransition] = useTransition();
  const refresh = () => startTransition(() => router.refresh());
  const { plan, currency } = facts;
  const changed = plan.books.filter(
    ({ before, after }) =>
      before?.accounts !== after?.accounts || before?.potentialAmount !== after?.potentialAmount,
  );
  const potential = [...plan.territories, plan.unassigned].reduce(
    (sum, item) => sum + item.potentialAmount,
    0,
  );
  return (
    <PlannerProvider value={{ ...facts, isStale, refresh }}>
      <div className="flex min-h-0 flex-1 flex-col">
        <PageHeader
          crumbs={[{ label: plan.name, href: planHref(plan, '/territories') }]}
          title={plan.scenario ? 'Moves of the scenario' : 'Review & publish'}
          status={<PlanStatus plan={plan} />}
        />
        <ScenarioBar />
        <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-auto">
          <div className="relative flex w-[560px] shrink-0 flex-col gap-5 overflow-auto border-r border-line px-4 py-4 max-lg:w-full max-lg:border-r-0 max-lg:border-b">
            <StatRow>
              <StatBlock
                value={formatNumber(plan.moves)}
                label={plan.moves === 1 ? 'account moves' : 'accounts move'}
                fact={shareText(plan.moves, plan.accounts)}
                stale={isStale}
              />
              <StatBlock
                value={formatMoney(plan.movedAmount, currency, { compact: true })}
                label="potential moves"
                fact={shareText(plan.movedAmount, potential)}
                stale={isStale}
              />
              <StatBlock
                value={formatNumber(plan.unassigned.accounts)}
                label="stay unassigned"
                stale={isStale}
              />
            </StatRow>
            {plan.scenario ? null : <PublishForm />}
            <section className="flex flex-col gap-2">
              <SectionHeader
                title="Books that change"
                fact={plan.publishedNumber === null ? 'against nothing' : `against v${plan.publishedNumber}`}
              />
              {changed.length === 0 ? (
                <p className="text-ink-2">Nobody’s book changes.</p>
              ) : (
                <BooksTable books={changed} hasBars={false} />
              )}
            </section>
          </div>
          <ReviewMoves />
        </div>
      </div>
    </PlannerProvider>
  );
}

/** A part of all as `3.5 %`; a part too small for that says so. */
function shareText(part: number, all: number): string | undefined {
  if (all <= 0 || part === 0) return undefined;
  return part / all < 0.001 ? `under ${formatRate(0.001)}` : formatRate(part / all);
}
