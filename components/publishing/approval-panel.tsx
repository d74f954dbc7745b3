'use client';
import { useState } from 'react';
import { z } from 'zod';
import { api } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { toast } from '#components/ui/toast.ts';
import type { Approval } from '#lib/shared/approval-shapes.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatDay, formatInstant } from '#lib/shared/format.ts';
import { publishedVersion, type WaitingView } from '#lib/shared/publish-shapes.ts';
import { PlanRefusal, type Refusal, refusalOf } from './plan-refusal.tsx';

const nothing = z.undefined();
type Answer = 'approve' | 'return' | 'withdraw';

/** The approval that waits for an answer: what was asked, whether the draft was edited since, and the answer. */
export function ApprovalPanel({
  planId,
  approval,
  waiting,
  mayApprove,
  timeZone,
  onDone,
}: {
  planId: string;
  approval: Approval;
  waiting: WaitingView | null;
  mayApprove: boolean;
  timeZone: string;
  onDone: (published: boolean) => void;
}) {
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState<Answer | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const path = `/plans/${planId}/approvals/${approval.id}`;
  const day = approval.effectiveAt === null ? null : formatDay(dayOfInstant(approval.effectiveAt, timeZone));
  const said = comment.trim();

  async function answer(how: Answer): Promise<void> {
    setBusy(how);
    setProblem(null);
    try {
      if (how === 'approve') {
        const done = await api(`${path}/approve`, {
          method: 'POST',
          body: { comment: said || null, replacesWaiting: waiting !== null },
          schema: publishedVersion,
        });
        toast(`Approved and published as v${done.number}`);
      } else {
        const body = how === 'return' ? { comment: said } : undefined;
        await api(`${path}/${how}`, { method: 'POST', body, schema: nothing });
        toast(how === 'return' ? 'Returned with your comment' : 'The question was taken back');
      }
      setComment('');
      onDone(how === 'approve');
    } catch (error) {
      setProblem(refusalOf(error));
    } finally {
      setBusy(null);
    }
  }

  return (
    <section aria-label="Approval" className="flex flex-col gap-3 rounded-2 border border-line bg-sunken p-3">
      <SectionHeader
        title={`${approval.askedBy ?? 'Somebody'} asks for approval`}
        fact={formatInstant(approval.askedAt, timeZone)}
      />
      {approval.note && <p>{approval.note}</p>}
      <p className="text-ink-2">{day === null ? 'To take over at once.' : `To take over on ${day}.`}</p>
      {approval.isStale && (
        <p role="status" className="text-caution-ink">
          The draft was edited after this was asked. It cannot be approved as it was looked at: return it, or
          ask again.
        </p>
      )}
      {mayApprove && waiting && !approval.isStale && (
        <p className="text-caution-ink">Approving withdraws v{waiting.number}, which waits for its day.</p>
      )}
      {mayApprove && (
        <Field label="Comment" hint="Needed to return it.">
          <Textarea
            rows={2}
            value={comment}
            maxLength={2000}
            onChange={(event) => setComment(event.target.value)}
            placeholder="What you think of it"
          />
        </Field>
      )}
      {problem && (
        <PlanRefusal
          refusal={problem}
          onShowNewer={() => {
            setProblem(null);
            onDone(false);
          }}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {mayApprove && (
          <>
            <Button
              variant="primary"
              busy={busy === 'approve'}
              reason={approval.isStale ? 'The draft was edited after this was asked.' : undefined}
              onClick={() => void answer('approve')}
            >
              {day === null ? 'Approve and publish' : `Approve for ${day}`}
            </Button>
            <Button
              busy={busy === 'return'}
              reason={said === '' ? 'Say in a comment what should change.' : undefined}
              onClick={() => void answer('return')}
            >
              Return
            </Button>
          </>
        )}
        {(approval.isOwn || mayApprove) && (
          <Button variant="ghost" busy={busy === 'withdraw'} onClick={() => void answer('withdraw')}>
            {approval.isOwn ? 'Take it back' : 'Drop the question'}
          </Button>
        )}
      </div>
    </section>
  );
}
