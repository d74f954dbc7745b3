'use client';
import { useEffect, useState } from 'react';
import { ApiProblem, api } from '#components/api-client.ts';
import { type Job, job as jobShape } from '#lib/shared/job-shapes.ts';

const EVERY_MS = 400;

/** Follows a job until it ends; null until the first answer. `failed` when the server refuses to tell. */
export function useJob(jobId: string | null): { job: Job | null; problem: string | null } {
  const [job, setJob] = useState<Job | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (!jobId) return;
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      try {
        const next = await api(`/jobs/${jobId}`, { schema: jobShape, signal: controller.signal });
        setJob(next);
        if (next.status === 'queued' || next.status === 'running') timer = setTimeout(ask, EVERY_MS);
      } catch (error) {
        if (controller.signal.aborted) return;
        setProblem(error instanceof ApiProblem ? error.message : 'The progress cannot be read just now.');
      }
    };
    void ask();
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [jobId]);
  return { job, problem };
}
