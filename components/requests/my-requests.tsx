'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { dayWords } from '#components/accounts/day-words.ts';
import { api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { toast, toastError } from '#components/ui/toast.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { type AccountRequest, accountRequestSchema } from '#lib/shared/request-shapes.ts';
import { wishWords } from './request-words.ts';
import { StatusChip } from './status-chip.tsx';

/** What somebody asked for, how it stands, and the answer; open ones can be taken back. */
export function MyRequests({
  requests,
  todayOn,
  timeZone,
}: {
  requests: readonly AccountRequest[];
  todayOn: number;
  timeZone: string;
}) {
  const day = (at: number) => dayWords(dayOfInstant(at, timeZone), todayOn);
  return (
    <section aria-label="What you asked for" className="border-b border-line px-4 py-3">
      <SectionHeader title="What you asked for" fact={String(requests.length)} />
      {requests.length === 0 && (
        <p className="py-1 text-ink-3">
          Nothing yet. Ask for an account that nobody holds, or for a change of one of yours.
        </p>
      )}
      <ul className="divide-y divide-line">
        {requests.map((request) => (
          <li key={request.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2">
            <StatusChip status={request.status} />
            <div className="min-w-0 flex-1 basis-64">
              <p>
                <span className="font-medium">{request.account.name}</span>{' '}
                <span className="text-ink-2">{wishWords(request)}</span>
              </p>
              <p className="text-12 text-ink-3">
                “{request.reason}” · asked {day(request.askedAt)}
              </p>
              {request.staleSentence && <p className="text-12 text-caution-ink">{request.staleSentence}</p>}
              {request.decidedAt !== null && request.status !== 'withdrawn' && (
                <p className="text-12 text-ink-2">
                  {request.decidedBy ?? 'Somebody'} {request.status} it {day(request.decidedAt)}
                  {request.answer ? `: “${request.answer}”` : '.'}
                </p>
              )}
            </div>
            {request.status === 'open' && <TakeBack request={request} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function TakeBack({ request }: { request: AccountRequest }) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  async function takeBack(): Promise<void> {
    setBusy(true);
    try {
      await api(`/account-requests/${request.id}/withdraw`, { method: 'POST', schema: accountRequestSchema });
      toast(`Took back what you asked about ${request.account.name}`);
    } catch (error) {
      toastError(problemText(error));
    }
    setBusy(false);
    router.refresh();
  }
  return (
    <Button
      size="sm"
      busy={isBusy}
      aria-label={`Take back: ${request.account.name}`}
      onClick={() => void takeBack()}
    >
      Take back
    </Button>
  );
}
