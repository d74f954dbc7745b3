import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import type { Approval } from '#lib/shared/approval-shapes.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatCount, formatDay } from '#lib/shared/format.ts';
import type { WaitingView } from '#lib/shared/publish-shapes.ts';
import { leftWords } from './left-words.ts';
import { WithdrawVersion } from './withdraw-version.tsx';

type Facts = { waiting: WaitingView | null; approval: Approval | null; mayApprove: boolean };

/** What stands above the plan: the version that waits for its day, and the approval that waits for an answer. */
export function PlanNotices({
  planId,
  publishing,
  timeZone,
  mayWithdraw,
  isReview = false,
}: {
  planId: string;
  publishing: Facts;
  timeZone: string;
  mayWithdraw: boolean;
  /** On the review page the approval has its own place. */
  isReview?: boolean;
}) {
  const { waiting, approval, mayApprove } = publishing;
  return (
    <>
      {waiting && (
        <WaitingNotice planId={planId} waiting={waiting} timeZone={timeZone} mayWithdraw={mayWithdraw} />
      )}
      {!isReview && approval?.status === 'open' && (
        <Callout
          tone="question"
          title={
            mayApprove
              ? `${approval.askedBy ?? 'Somebody'} asks you to approve this plan`
              : 'This plan waits for a leader’s approval'
          }
          actions={
            <Button size="sm" variant={mayApprove ? 'primary' : 'secondary'} asChild>
              <AppLink href="/territories/review">{mayApprove ? 'Review and answer' : 'Look at it'}</AppLink>
            </Button>
          }
        >
          {approval.isStale ? 'The draft was edited since, so it has to be asked for again.' : approval.note}
        </Callout>
      )}
    </>
  );
}

function WaitingNotice({
  planId,
  waiting,
  timeZone,
  mayWithdraw,
}: {
  planId: string;
  waiting: WaitingView;
  timeZone: string;
  mayWithdraw: boolean;
}) {
  const day = formatDay(dayOfInstant(waiting.effectiveAt, timeZone));
  const trouble = leftWords(waiting, 'will');
  return (
    <Callout
      tone={trouble ? 'caution' : 'info'}
      title={`v${waiting.number} takes over on ${day}`}
      actions={mayWithdraw && <WithdrawVersion planId={planId} number={waiting.number} day={day} />}
    >
      {formatCount(waiting.movedAccounts, 'account')} will change territory or holder then, as it was frozen.
      Until then everything stays as published.
      {trouble && ` ${trouble}`}
    </Callout>
  );
}
