'use client';
import { useMemo } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { useJob } from '#components/use-job.ts';
import { type Job, job as jobShape } from '#lib/shared/job-shapes.ts';
import { type OptimiseInput, type Proposal, proposalSchema } from '#lib/shared/proposal-shapes.ts';

/** A search and its proposal: null while it is worked out. A stopped one may have a proposal, too. */
export function useProposal(jobId: string | null): {
  job: Job | null;
  proposal: Proposal | null;
  problem: string | null;
} {
  const { job, problem } = useJob(jobId);
  const own = job?.id === jobId ? job : null;
  const read = useMemo(() => {
    if (!own?.result) return null;
    const parsed = proposalSchema.safeParse(own.result);
    return parsed.success ? parsed.data : null;
  }, [own]);
  const isOver = own?.status === 'completed' || own?.status === 'cancelled';
  const fault = isOver && !read ? 'The search was stopped before it found a plan.' : null;
  return { job: own, proposal: read, problem: problem ?? fault };
}

/** Asks for a proposal; a sentence when the server refuses. */
export async function startSearch(planId: string, input: OptimiseInput): Promise<Job | string> {
  try {
    return await api(`/plans/${planId}/optimise`, { method: 'POST', body: input, schema: jobShape });
  } catch (error) {
    return problemText(error);
  }
}
