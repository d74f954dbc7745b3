'use client';
import { useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { toastError } from '#components/ui/toast.ts';
import { Track } from '#components/ui/track.tsx';
import { type Job, job as jobShape } from '#lib/shared/job-shapes.ts';

/** How far the search is, and the way to stop it with the best plan found so far. */
export function SearchProgress({ jobId, job }: { jobId: string; job: Job | null }) {
  const [isStopping, setStopping] = useState(false);
  const done = job?.progress.done ?? 0;

  async function stop(): Promise<void> {
    setStopping(true);
    try {
      await api(`/jobs/${jobId}/cancel`, { method: 'POST', schema: jobShape });
    } catch (error) {
      setStopping(false);
      toastError(problemText(error));
    }
  }

  const words = isStopping
    ? 'Stopping with the best plan found'
    : (job?.progress.message ?? (job?.status === 'queued' || !job ? 'Waiting to start' : 'Working'));
  return (
    <section aria-label="Search" className="mx-auto flex w-full max-w-140 flex-col gap-3 px-4 py-10">
      <div className="flex items-baseline gap-2">
        <h2 className="text-14">{words}</h2>
        <span className="ml-auto text-ink-3">{done} %</span>
      </div>
      <div role="progressbar" aria-label={words} aria-valuemin={0} aria-valuemax={100} aria-valuenow={done}>
        <Track share={done / 100} tone="accent" height={4} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button busy={isStopping} onClick={() => void stop()}>
          Stop, take the best so far
        </Button>
        <span className="text-12 text-ink-3">
          It goes on when you leave this page; its address leads back.
        </span>
      </div>
    </section>
  );
}
