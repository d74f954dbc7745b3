'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { ApiProblem, api, problemText } from '#components/api-client.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Field } from '#components/ui/field.tsx';
import { Progress } from '#components/ui/progress.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { formatCount } from '#lib/shared/format.ts';
import { publishAnswer } from '#lib/shared/segment-shapes.ts';
import { useJob } from '../use-job.ts';

const resultShape = z.object({ entered: z.number(), left: z.number(), tiersChanged: z.number() });

type Problem = { sentence: string; isConflict: boolean };

/** Note and the button that publishes; afterwards how far the members are written. */
export function PublishForm({
  segment,
  number,
  version,
  entity,
  total,
  refusal,
}: {
  segment: { id: string; name: string };
  number: number;
  version: number;
  entity: string;
  /** Members that will be written. */
  total: number;
  /** Why it cannot be published; null when it can. */
  refusal: string | null;
}) {
  const router = useRouter();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [published, setPublished] = useState<{ jobId: string; number: number; total: number } | null>(null);
  const { job, problem: jobProblem } = useJob(published?.jobId ?? null);
  const isWritten = job?.status === 'completed';

  useEffect(() => {
    if (isWritten) router.refresh();
  }, [isWritten, router]);

  async function publish(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const { jobId: started } = await api(`/segments/${segment.id}/publish`, {
        method: 'POST',
        body: { note: note.trim() || null, version },
        schema: publishAnswer,
      });
      setPublished({ jobId: started, number, total });
    } catch (error) {
      setProblem({
        sentence: problemText(error),
        isConflict: error instanceof ApiProblem && error.status === 409,
      });
    } finally {
      setBusy(false);
    }
  }

  if (published) {
    const result = resultShape.safeParse(job?.result).data;
    return (
      <div className="flex flex-col gap-3" aria-live="polite">
        <p className="font-medium">Version {published.number} is published.</p>
        {!isWritten && job?.status !== 'failed' && (
          <Progress
            label={job?.progress.message ?? 'Writing the members'}
            done={job?.progress.done ?? 0}
            total={job && job.progress.total > 0 ? job.progress.total : published.total}
          />
        )}
        {isWritten && result && (
          <p className="text-ink-2">
            {formatCount(result.entered, entity)} came in, {formatCount(result.left, entity)} left
            {result.tiersChanged > 0 && `, ${formatCount(result.tiersChanged, 'account')} changed tier`}.
          </p>
        )}
        {(job?.status === 'failed' || jobProblem) && (
          <Callout tone="bad" title="The members are not written yet.">
            {job?.error ?? jobProblem} They are tried again with the next refresh; until then the rule
            answers.
          </Callout>
        )}
        <div className="flex flex-wrap gap-2">
          <Button asChild variant="primary">
            <AppLink href={`/segments/${segment.id}/members`}>See the members</AppLink>
          </Button>
          <Button asChild>
            <AppLink href="/segments">All segments</AppLink>
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <Field label="What this version is for" optional hint="Stands with the version for everybody to read.">
        <Textarea value={note} onChange={(event) => setNote(event.target.value)} maxLength={1000} rows={3} />
      </Field>
      {problem && (
        <Callout
          tone={problem.isConflict ? 'caution' : 'bad'}
          title={problem.sentence}
          {...(problem.isConflict
            ? { actions: <Button onClick={() => router.refresh()}>Review the newer draft</Button> }
            : {})}
        />
      )}
      <div>
        <Button
          variant="primary"
          busy={busy}
          onClick={() => void publish()}
          {...(refusal ? { reason: refusal } : {})}
        >
          Publish v{number}
        </Button>
      </div>
    </div>
  );
}
