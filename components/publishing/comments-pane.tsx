'use client';
import { useState } from 'react';
import { useApi } from '#components/accounts/use-api.ts';
import { api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import {
  type Approval,
  approvalList,
  type PlanComment,
  planCommentList,
  planCommentShape,
} from '#lib/shared/approval-shapes.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatDay, formatInstant } from '#lib/shared/format.ts';

type Entry =
  | { at: number; key: string; kind: 'comment'; comment: PlanComment }
  | { at: number; key: string; kind: 'asked' | 'decided'; approval: Approval };

const decided = { approved: 'approved it', returned: 'returned it', withdrawn: 'took the question back' };

/** What was asked, said and decided about the plan, oldest first, and a box to say more. */
export function CommentsPane({
  planId,
  timeZone,
  maySay,
}: {
  planId: string;
  timeZone: string;
  maySay: boolean;
}) {
  const comments = useApi(`/plans/${planId}/comments`, planCommentList);
  const approvals = useApi(`/plans/${planId}/approvals`, approvalList);
  const [body, setBody] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function say(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      await api(`/plans/${planId}/comments`, {
        method: 'POST',
        body: { body: body.trim() },
        schema: planCommentShape,
      });
      setBody('');
      comments.reload();
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  }

  const failed = comments.problem ?? approvals.problem;
  if (failed) return <ErrorState title={failed} className="m-4" />;
  if (!comments.value || !approvals.value) return <SkeletonRows rows={4} label="Loading the comments" />;
  const entries = entriesOf(comments.value.items, approvals.value.items);
  return (
    <div className="flex max-w-180 flex-col gap-4 overflow-auto p-4">
      {entries.length === 0 && (
        <p className="text-ink-2">Nobody has said anything about this plan yet, and nothing was asked.</p>
      )}
      <ol aria-label="Comments" className="flex flex-col gap-3">
        {entries.map((entry) => (
          <li key={entry.key} className="border-l-2 border-line pl-3">
            <EntryWords entry={entry} timeZone={timeZone} />
          </li>
        ))}
      </ol>
      {maySay && (
        <form
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void say();
          }}
        >
          <Field label="Your comment" {...(problem ? { error: problem } : {})}>
            <Textarea
              rows={2}
              value={body}
              maxLength={2000}
              onChange={(event) => setBody(event.target.value)}
            />
          </Field>
          <div>
            <Button
              type="submit"
              busy={isBusy}
              reason={body.trim() === '' ? 'Write the comment first.' : undefined}
            >
              Comment
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

function entriesOf(comments: readonly PlanComment[], approvals: readonly Approval[]): Entry[] {
  return [
    ...comments.map(
      (comment): Entry => ({
        at: comment.writtenAt,
        key: comment.id,
        kind: 'comment',
        comment,
      }),
    ),
    ...approvals.flatMap((approval): Entry[] => [
      { at: approval.askedAt, key: `${approval.id}-asked`, kind: 'asked', approval },
      ...(approval.decidedAt === null
        ? []
        : [{ at: approval.decidedAt, key: `${approval.id}-decided`, kind: 'decided' as const, approval }]),
    ]),
  ].sort((a, b) => a.at - b.at);
}

function EntryWords({ entry, timeZone }: { entry: Entry; timeZone: string }) {
  const when = <span className="text-12 text-ink-3">{formatInstant(entry.at, timeZone)}</span>;
  if (entry.kind === 'comment') {
    return (
      <>
        <p>
          <span className="font-medium">{entry.comment.by ?? 'Somebody who left'}</span> {when}
        </p>
        <p className="whitespace-pre-wrap">{entry.comment.body}</p>
      </>
    );
  }
  const { approval } = entry;
  if (entry.kind === 'asked') {
    const day =
      approval.effectiveAt === null
        ? 'at once'
        : `on ${formatDay(dayOfInstant(approval.effectiveAt, timeZone))}`;
    return (
      <>
        <p>
          <span className="font-medium">{approval.askedBy ?? 'Somebody who left'}</span> asked for approval,
          to take over {day} {when}
        </p>
        {approval.note && <p className="whitespace-pre-wrap">{approval.note}</p>}
      </>
    );
  }
  const tone =
    approval.status === 'approved' ? 'good' : approval.status === 'returned' ? 'caution' : undefined;
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span>
        <span className="font-medium">{approval.decidedBy ?? 'Somebody who left'}</span>{' '}
        {approval.status === 'open' ? '' : decided[approval.status]}
      </span>
      <Chip {...(tone ? { tone } : {})}>{approval.status}</Chip>
      {when}
    </p>
  );
}
