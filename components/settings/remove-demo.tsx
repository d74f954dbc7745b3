'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { formatCount } from '#lib/shared/format.ts';
import { type Job, job as jobSchema } from '#lib/shared/job-shapes.ts';
import { ApiProblem, api } from '../api-client.ts';
import { FormMessage } from '../auth/form-message.tsx';
import { AlertDialog } from '../ui/alert-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { Progress } from '../ui/progress.tsx';
import { SectionHeader } from '../ui/section-header.tsx';

const ASK_EVERY_MS = 700;

/** Takes the invented data out, with what stays said before. */
export function RemoveDemo({ realPeople }: { realPeople: number }) {
  const router = useRouter();
  const [job, setJob] = useState<Job | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const isUnderWay = job?.status === 'queued' || job?.status === 'running';
  useEffect(() => {
    if (!job || !isUnderWay) return;
    const timer = setTimeout(() => {
      api(`/jobs/${job.id}`, { schema: jobSchema }).then(setJob, (error: unknown) => {
        // The demo's own people are signed out when they go.
        if (error instanceof ApiProblem && error.status === 401) router.replace('/' as Route);
        else setJob({ ...job });
      });
    }, ASK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [job, isUnderWay, router]);
  useEffect(() => {
    if (job?.status === 'completed') router.replace('/' as Route);
  }, [job?.status, router]);

  async function start(): Promise<void> {
    setOpen(false);
    try {
      setJob(await api('/demo', { method: 'DELETE', schema: jobSchema }));
      setMessage(null);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setMessage(error.message);
    }
  }

  return (
    <div className="grid max-w-140 content-start gap-3 px-4 py-5">
      <SectionHeader title="Demo data" />
      <p className="text-ink-2">
        The companies, people, deals, segments and territories that came with the demo are invented. Removing
        them takes one step; what you imported yourself stays, and so do the tiers.
      </p>
      <p className="text-ink-2">
        {realPeople > 0
          ? `The demo people lose their access; ${formatCount(realPeople, 'person', 'people')} of your own stay.`
          : 'Nobody of your own has access yet, so Tessera opens its set-up page afterwards, where you become the admin.'}
      </p>
      {isUnderWay ? (
        <Progress
          label="Removing the demo data"
          done={job.progress.done}
          {...(job.progress.total > 0 ? { total: job.progress.total } : {})}
        />
      ) : (
        <AlertDialog
          open={isOpen}
          onOpenChange={setOpen}
          trigger={
            <Button variant="danger" className="justify-self-start">
              Remove the demo data
            </Button>
          }
          title="Remove the demo data?"
          action="Remove it"
          onAction={() => void start()}
          typeToConfirm="REMOVE"
        >
          All invented accounts, contacts, deals, activities, segments, plans and people go. This cannot be
          undone.
        </AlertDialog>
      )}
      <FormMessage>{message ?? (job?.status === 'failed' ? job.error : null)}</FormMessage>
    </div>
  );
}
