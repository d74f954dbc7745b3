'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '#components/api-client.ts';
import { BrokenRules } from '#components/publishing/broken-rules.tsx';
import { EffectiveField } from '#components/publishing/effective-field.tsx';
import { PlanRefusal, type Refusal, refusalOf } from '#components/publishing/plan-refusal.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { toast } from '#components/ui/toast.ts';
import { approvalShape } from '#lib/shared/approval-shapes.ts';
import { dayOfInstant, parseIsoDay } from '#lib/shared/days.ts';
import { formatCount, formatDay } from '#lib/shared/format.ts';
import { publishedVersion, type WaitingView } from '#lib/shared/publish-shapes.ts';
import { usePlanner } from './planner-context.tsx';

export type PublishChoices = {
  nextNumber: number;
  waiting: WaitingView | null;
  needsApproval: boolean;
  todayOn: number;
};

/**
 * The publish: what refuses it, when it takes over, a note, and the button that says what it will do; where a leader
 * approves plans, the question for approval instead. A newer plan is shown, not overwritten.
 */
export function PublishForm({ nextNumber, waiting, needsApproval, todayOn }: PublishChoices) {
  const { plan, rights, refresh, timeZone } = usePlanner();
  const router = useRouter();
  const [note, setNote] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const broken = plan.territories.filter((territory) => territory.issue !== null);

  async function publish(): Promise<void> {
    const done = await api(`/plans/${plan.id}/publish`, {
      method: 'POST',
      body: { note: note.trim() || null, effectiveOn: day, replacesWaiting: waiting !== null },
      ifMatch: plan.version,
      schema: publishedVersion,
    });
    toast(
      done.isWaiting
        ? `Published v${done.number} for ${formatDay(dayOfInstant(done.effectiveAt, timeZone))}`
        : `Published v${done.number}: ${formatCount(done.movedAccounts, 'account')} moved`,
    );
    router.push('/territories/history');
  }

  async function ask(): Promise<void> {
    await api(`/plans/${plan.id}/approvals`, {
      method: 'POST',
      body: { note: note.trim() || null, effectiveOn: day },
      ifMatch: plan.version,
      schema: approvalShape,
    });
    setNote('');
    toast('Asked for approval. Leaders see it on the plan.');
  }

  async function send(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      await (needsApproval ? ask() : publish());
      refresh();
    } catch (error) {
      setProblem(refusalOf(error));
    } finally {
      setBusy(false);
    }
  }

  if (rights.noPublish) return <p className="text-ink-2">{rights.noPublish}</p>;
  const reason =
    broken.length > 0 ? 'Mend the rules above first.' : day === '' ? 'Choose the first day.' : undefined;
  return (
    <section aria-label="Publish" className="flex flex-col gap-3">
      <BrokenRules territories={broken} />
      <EffectiveField value={day} onChange={setDay} todayOn={todayOn} timeZone={timeZone} />
      <Field label="Note" optional hint="Stands with the version in the history.">
        <Textarea
          rows={2}
          value={note}
          maxLength={1000}
          onChange={(event) => setNote(event.target.value)}
          placeholder="Why the plan changes"
        />
      </Field>
      {waiting && !needsApproval && (
        <p className="text-caution-ink">
          v{waiting.number} waits for {formatDay(dayOfInstant(waiting.effectiveAt, timeZone))}. Publishing now
          withdraws it and puts this version in its place.
        </p>
      )}
      {problem && (
        <PlanRefusal
          refusal={problem}
          onShowNewer={() => {
            setProblem(null);
            refresh();
          }}
        />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" busy={isBusy} reason={reason} onClick={() => void send()}>
          {needsApproval ? 'Ask for approval' : publishWords(nextNumber, plan.moves, day, waiting)}
        </Button>
        {needsApproval && (
          <span className="text-12 text-ink-3">A leader approves plans here; approving publishes it.</span>
        )}
      </div>
    </section>
  );
}

function publishWords(
  number: number,
  moves: number,
  day: string | null,
  waiting: WaitingView | null,
): string {
  const on = day === null ? null : parseIsoDay(day);
  const what = waiting ? `v${number} instead of v${waiting.number}` : `v${number}`;
  if (on !== null) return `Publish ${what} for ${formatDay(on)}`;
  return moves === 0 ? `Publish ${what}` : `Publish ${what}, move ${formatCount(moves, 'account')}`;
}
