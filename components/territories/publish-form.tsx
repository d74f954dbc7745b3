'use client';
import { CircleAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiProblem, api } from '#components/api-client.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { toast } from '#components/ui/toast.ts';
import { formatCount } from '#lib/shared/format.ts';
import { publishedSchema } from '#lib/shared/plan-shapes.ts';
import { problemText } from './plan-actions.ts';
import { usePlanner } from './planner-context.tsx';

/** The publish: what refuses it, a note, and the button that says what it will do. A newer plan is shown, not overwritten. */
export function PublishForm() {
  const { plan, rights, refresh } = usePlanner();
  const router = useRouter();
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ text: string; isConflict: boolean } | null>(null);
  const broken = plan.territories.filter((territory) => territory.issue !== null);
  const number = (plan.publishedNumber ?? 0) + 1;

  async function publish(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const done = await api(`/plans/${plan.id}/publish`, {
        method: 'POST',
        body: { note: note.trim() || null },
        ifMatch: plan.version,
        schema: publishedSchema,
      });
      toast(`Published v${done.number}: ${formatCount(done.movedAccounts, 'account')} moved`);
      router.push('/territories/history');
      refresh();
    } catch (error) {
      setBusy(false);
      setProblem({
        text: problemText(error),
        isConflict: error instanceof ApiProblem && error.status === 409,
      });
    }
  }

  if (rights.noPublish) return <p className="text-ink-2">{rights.noPublish}</p>;
  return (
    <section aria-label="Publish" className="flex flex-col gap-3">
      {broken.length > 0 && (
        <ul className="flex flex-col gap-1.5">
          {broken.map((territory) => (
            <li key={territory.id} className="flex items-start gap-2 text-ink-2">
              <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-caution-ink" />
              <span>
                <AppLink
                  href={`/territories?territory=${territory.id}`}
                  className="font-medium hover:underline"
                >
                  {territory.name}
                </AppLink>
                : {territory.issue}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Field label="Note" optional hint="Stands with the version in the history.">
        <Textarea
          rows={2}
          value={note}
          maxLength={1000}
          onChange={(event) => setNote(event.target.value)}
          placeholder="Why the plan changes"
        />
      </Field>
      {problem && (
        <p role="alert" className="flex flex-wrap items-center gap-2 text-bad-ink">
          {problem.text}
          {problem.isConflict && (
            <Button
              size="sm"
              onClick={() => {
                setProblem(null);
                refresh();
              }}
            >
              Show the newer plan
            </Button>
          )}
        </p>
      )}
      <div className="flex items-center gap-3">
        <Button
          variant="primary"
          busy={isBusy}
          reason={broken.length > 0 ? 'Mend the rules above first.' : undefined}
          onClick={() => void publish()}
        >
          {plan.moves === 0
            ? `Publish v${number}`
            : `Publish v${number}, move ${formatCount(plan.moves, 'account')}`}
        </Button>
        <span className="text-12 text-ink-3">Takes effect at once and freezes who holds what.</span>
      </div>
    </section>
  );
}
