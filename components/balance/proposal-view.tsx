'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import {
  NOTHING_SELECTED,
  type RowSelection,
  selectedCount,
  selectionTest,
} from '#components/table/selection.ts';
import { offerUndo } from '#components/territories/plan-actions.ts';
import { planHref } from '#components/territories/plan-href.ts';
import { usePlanner } from '#components/territories/planner-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { Job } from '#lib/shared/job-shapes.ts';
import { handChangedSchema } from '#lib/shared/plan-shapes.ts';
import type { OptimiseInput, Proposal } from '#lib/shared/proposal-shapes.ts';
import { OtherPlans } from './other-plans.tsx';
import { ProposalBooks } from './proposal-books.tsx';
import { ProposalMoves } from './proposal-moves.tsx';
import { ProposalSpread } from './proposal-spread.tsx';
import { ProposalShortages } from './proposal-shortages.tsx';
import { ProposalSummary } from './proposal-summary.tsx';
import { type Refused, solveAround } from './refused.ts';

const everything: RowSelection = { mode: 'all', except: [] };

/** A proposal: what improves and at which gap, every move with its reason, and accepting all, some or none of it. */
export function ProposalView({
  jobId,
  job,
  proposal,
  onStart,
}: {
  jobId: string;
  job: Job | null;
  proposal: Proposal;
  onStart: (input: OptimiseInput) => Promise<void>;
}) {
  const { plan, refresh } = usePlanner();
  const router = useRouter();
  const [selection, setSelection] = useState<RowSelection>(everything);
  const [refused, setRefused] = useState<ReadonlyMap<string, Refused>>(new Map());
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isSolving, setSolving] = useState(false);
  const moves = proposal.moves.filter((move) => move.to !== null);
  const chosen = selectedCount(selection, moves.length);
  const isOld = plan.version !== proposal.planVersion;

  function refuse(accountId: string, how: Refused | null): void {
    const next = new Map(refused);
    if (how) next.set(accountId, how);
    else next.delete(accountId);
    setRefused(next);
    const isChosen = selectionTest(selection);
    const kept = moves
      .map((move) => move.accountId)
      .filter((id) => (id === accountId ? how === null : isChosen(id)));
    setSelection(kept.length === 0 ? NOTHING_SELECTED : { mode: 'some', ids: kept });
  }

  async function accept(): Promise<void> {
    setBusy(true);
    setProblem(null);
    const which = selection.mode === 'some' ? { accountIds: selection.ids } : { except: selection.except };
    try {
      const done = await api(`/plans/${plan.id}/optimise/accept`, {
        method: 'POST',
        body: { jobId, ...which },
        schema: handChangedSchema,
      });
      refresh();
      offerUndo(plan.id, `Accepted ${formatCount(done.accounts, 'move')}`, done.undoId, refresh);
      router.push(planHref(plan, '/territories') as Route);
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  }

  async function solveAgain(): Promise<void> {
    setSolving(true);
    await onStart(solveAround(jobId, proposal, refused));
    setSolving(false);
  }

  const again = (
    <Button size="sm" busy={isSolving} onClick={() => void solveAgain()}>
      {refused.size > 0 ? `Solve again around ${formatNumber(refused.size)} refused` : 'Solve again'}
    </Button>
  );
  return (
    <>
      {(isOld || problem) && (
        <Callout
          tone="caution"
          title={problem ?? 'The plan was changed since this proposal.'}
          actions={again}
        >
          {!problem && 'Solve it again, and it follows the change.'}
        </Callout>
      )}
      <ProposalSummary proposal={proposal} job={job} />
      <Tabs
        label="Proposal"
        className="min-h-96 flex-1 max-lg:h-[75dvh] max-lg:flex-none"
        panelClassName="relative flex min-h-0 flex-col"
        aside={refused.size > 0 && !isOld && again}
        items={[
          { value: 'moves', label: 'Moves', count: formatNumber(moves.length) },
          { value: 'books', label: 'Books', count: formatNumber(proposal.books.length) },
          { value: 'spread', label: 'Distribution' },
          { value: 'shortages', label: 'Shortages', count: formatNumber(proposal.shortages.length) },
          ...(proposal.alternatives.length > 1
            ? [
                {
                  value: 'others',
                  label: 'Other plans',
                  count: formatNumber(proposal.alternatives.length - 1),
                },
              ]
            : []),
        ]}
        panels={{
          moves: (
            <ProposalMoves
              moves={moves}
              currency={proposal.currency}
              refused={refused}
              onRefuse={refuse}
              selection={selection}
              onSelectionChange={setSelection}
              actions={
                <Button
                  variant="primary"
                  size="sm"
                  busy={isBusy}
                  reason={isOld ? 'The plan was changed.' : undefined}
                  onClick={() => void accept()}
                >
                  Accept {formatCount(chosen, 'move')}
                </Button>
              }
            />
          ),
          books: <ProposalBooks proposal={proposal} />,
          spread: (
            <ProposalSpread
              proposal={proposal}
              tolerance={proposal.input.rates.bandRate ?? plan.toleranceRate}
            />
          ),
          shortages: <ProposalShortages proposal={proposal} />,
          others: <OtherPlans proposal={proposal} onChoose={onStart} />,
        }}
      />
    </>
  );
}
