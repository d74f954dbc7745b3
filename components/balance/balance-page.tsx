'use client';
import { useRouter } from 'next/navigation';
import { parseAsString, useQueryState } from 'nuqs';
import { useState, useTransition } from 'react';
import { type PlannerFacts, PlannerProvider } from '#components/territories/planner-context.tsx';
import { PlanStatus } from '#components/territories/plan-header.tsx';
import { planHref } from '#components/territories/plan-href.ts';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { type OptimiseInput, optimiseInputSchema } from '#lib/shared/proposal-shapes.ts';
import { BeforeFirst } from './before-first.tsx';
import { GoalsForm } from './goals-form.tsx';
import { ProposalView } from './proposal-view.tsx';
import { SearchProgress } from './search-progress.tsx';
import { startSearch, useProposal } from './use-proposal.ts';

/** Balance the books of a plan: the goals at the left; progress, then the proposal, at the right. */
export function BalancePage(facts: PlannerFacts) {
  const router = useRouter();
  const [isStale, startTransition] = useTransition();
  const refresh = () => startTransition(() => router.refresh());
  return (
    <PlannerProvider value={{ ...facts, isStale, refresh }}>
      <Search plan={facts.plan} />
    </PlannerProvider>
  );
}

function Search({ plan }: Pick<PlannerFacts, 'plan'>) {
  const [jobId, setJobId] = useQueryState('job', parseAsString.withOptions({ history: 'push' }));
  const { job, proposal, problem } = useProposal(jobId);
  const [edited, setEdited] = useState<OptimiseInput | null>(null);
  /** What the search was started with, until its proposal says so itself; one that fails never does. */
  const [asked, setAsked] = useState<{ jobId: string; input: OptimiseInput } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const input =
    edited ??
    proposal?.input ??
    (asked !== null && asked.jobId === jobId ? asked.input : optimiseInputSchema.parse({}));
  const isRunning = jobId !== null && !proposal && !problem && job?.status !== 'failed';

  async function start(wanted: OptimiseInput): Promise<void> {
    setRefused(null);
    const started = await startSearch(plan.id, wanted);
    if (typeof started === 'string') return setRefused(started);
    setAsked({ jobId: started.id, input: wanted });
    setEdited(null);
    void setJobId(started.id);
  }

  /** A new question forgets what was refused of the last answer. */
  const startAnew = () => start({ ...input, refusals: [], keeps: [], basedOn: null, keepWeight: null });

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        crumbs={[{ label: plan.name, href: planHref(plan, '/territories') }]}
        title="Balance books"
        status={
          <>
            <PlanStatus plan={plan} />
            {proposal && (
              <Chip tone={proposal.isStoppedEarly ? 'caution' : 'accent'}>
                {proposal.isStoppedEarly ? 'Proposal, stopped early' : 'Proposal, not applied'}
              </Chip>
            )}
          </>
        }
        actions={
          proposal && (
            <Button
              onClick={() => {
                setEdited(proposal.input);
                void setJobId(null);
              }}
            >
              Discard
            </Button>
          )
        }
      />
      <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-auto">
        <GoalsForm
          key={jobId}
          input={input}
          onChange={setEdited}
          onStart={() => void startAnew()}
          isRunning={isRunning}
          hasProposal={proposal !== null}
          problem={refused}
        />
        <div className="relative flex min-h-0 min-w-0 flex-1 flex-col max-lg:flex-none">
          {jobId === null ? (
            <BeforeFirst />
          ) : problem !== null || job?.status === 'failed' ? (
            <div className="p-4">
              <ErrorState title={problem ?? job?.error ?? 'This could not be worked out.'} />
            </div>
          ) : proposal ? (
            <ProposalView key={jobId} jobId={jobId} job={job} proposal={proposal} onStart={start} />
          ) : (
            <SearchProgress jobId={jobId} job={job} />
          )}
        </div>
      </div>
    </div>
  );
}
