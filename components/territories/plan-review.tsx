'use client';
import { useRouter } from 'next/navigation';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useState, useTransition } from 'react';
import { ApprovalPanel } from '#components/publishing/approval-panel.tsx';
import { CommentsPane } from '#components/publishing/comments-pane.tsx';
import { ImpactTable } from '#components/publishing/impact-table.tsx';
import { MovingDeals } from '#components/publishing/moving-deals.tsx';
import { PlanNotices } from '#components/publishing/plan-notices.tsx';
import { ScenarioBar } from '#components/scenarios/scenario-bar.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { StatBlock, StatRow } from '#components/ui/stat-block.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import type { Approval } from '#lib/shared/approval-shapes.ts';
import { formatCount, formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';
import { BooksTable } from './effect-view.tsx';
import { PlanStatus } from './plan-header.tsx';
import { planHref } from './plan-href.ts';
import { type PlannerFacts, PlannerProvider } from './planner-context.tsx';
import { type PublishChoices, PublishForm } from './publish-form.tsx';
import { ReviewMoves } from './review-moves.tsx';

type PublishFacts = PublishChoices & { approval: Approval | null; mayApprove: boolean };

const tabs = ['moves', 'books', 'deals', 'comments'] as const;

/** What publishing the draft would change: sums, every book before and after, every move; then the publish itself. */
export function PlanReview({ publishing, ...facts }: PlannerFacts & { publishing: PublishFacts }) {
  const router = useRouter();
  const [isStale, startTransition] = useTransition();
  const refresh = () => startTransition(() => router.refresh());
  const { plan, currency, rights, timeZone } = facts;
  const { approval, waiting, mayApprove, todayOn } = publishing;
  const open = approval?.status === 'open' ? approval : null;
  const [tab, setTab] = useQueryState('show', parseAsStringLiteral(tabs).withDefault('moves'));
  const [rep, setRep] = useState<{ id: string; name: string } | null>(null);
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
        {plan.scenario ? (
          <ScenarioBar />
        ) : (
          <PlanNotices
            planId={plan.id}
            publishing={publishing}
            timeZone={timeZone}
            mayWithdraw={rights.noPublish === null}
            isReview
          />
        )}
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
            {open && (
              <ApprovalPanel
                planId={plan.id}
                approval={open}
                waiting={waiting}
                mayApprove={mayApprove}
                timeZone={timeZone}
                onDone={(published) => {
                  if (published) router.push('/territories/history');
                  refresh();
                }}
              />
            )}
            {plan.scenario ? null : <PublishForm {...publishing} />}
            <section className="flex flex-col gap-2">
              <SectionHeader
                title="Books that change"
                fact={`${formatCount(new Set(changed.map(({ repId }) => repId)).size, 'person', 'people')}, ${plan.publishedNumber === null ? 'against nothing' : `against v${plan.publishedNumber}`}`}
              />
              {changed.length === 0 ? (
                <p className="text-ink-2">Nobody’s book changes.</p>
              ) : (
                <BooksTable books={changed} hasBars={false} />
              )}
            </section>
          </div>
          <Tabs
            label="What publishing would change"
            className="min-h-96 flex-1"
            panelClassName="flex min-h-0 flex-col"
            value={tab}
            onValueChange={(next) => void setTab(next as typeof tab)}
            items={[
              { value: 'moves', label: 'Moves', count: formatNumber(plan.moves) },
              { value: 'books', label: 'Books' },
              { value: 'deals', label: 'Open deals' },
              { value: 'comments', label: 'Comments' },
            ]}
            panels={{
              moves: <ReviewMoves />,
              books: (
                <ImpactTable
                  key={plan.version}
                  plan={plan}
                  currency={currency}
                  onlyChanged
                  onDeals={(person) => {
                    setRep(person);
                    void setTab('deals');
                  }}
                />
              ),
              deals: (
                <MovingDeals
                  planId={plan.id}
                  rep={rep}
                  onRep={setRep}
                  currency={currency}
                  todayOn={todayOn}
                  mayKeep={rights.noMove === null}
                  onChanged={refresh}
                />
              ),
              comments: (
                <CommentsPane
                  key={`${approval?.id ?? ''}-${approval?.status ?? ''}`}
                  planId={plan.id}
                  timeZone={timeZone}
                  maySay={rights.noMove === null}
                />
              ),
            }}
          />
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
