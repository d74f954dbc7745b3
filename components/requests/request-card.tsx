'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { dayWords } from '#components/accounts/day-words.ts';
import { useApi } from '#components/accounts/use-api.ts';
import { api, problemText } from '#components/api-client.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Field } from '#components/ui/field.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { toast, toastError, toastUndo } from '#components/ui/toast.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import {
  type AccountRequest,
  accountRequestSchema,
  requestEffectSchema,
} from '#lib/shared/request-shapes.ts';
import { EffectTable } from './effect-table.tsx';
import { wishWords } from './request-words.ts';
import { StatusChip } from './status-chip.tsx';

export type RequestFacts = {
  currency: string;
  timeZone: string;
  todayOn: number;
  /** Who can be given accounts, where a request leaves that open. */
  holders: readonly { id: string; name: string }[];
};

/** One request: who asks what and why, what it would do to both books, and the decision. */
export function RequestCard({
  request,
  facts,
  isFirst,
}: {
  request: AccountRequest;
  facts: RequestFacts;
  /** Its effect is worked out at once, not only when it is asked for. */
  isFirst: boolean;
}) {
  const day = (at: number) => dayWords(dayOfInstant(at, facts.timeZone), facts.todayOn);
  return (
    <article aria-label={`Request about ${request.account.name}`} className="border-b border-line px-4 py-3">
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <StatusChip status={request.status} />
        <h2 className="text-14">
          <AppLink href={`/accounts/${request.account.id}`} className="hover:underline">
            {request.account.name}
          </AppLink>
        </h2>
        <span className="text-ink-2">{wishWords(request)}</span>
        <span className="ml-auto text-12 text-ink-3">
          {request.askedBy ?? 'Somebody'} asked {day(request.askedAt)}
        </span>
      </header>
      <p className="mt-1 max-w-3xl">“{request.reason}”</p>
      {request.status === 'open' ? (
        <Decision request={request} facts={facts} isFirst={isFirst} />
      ) : (
        <p className="mt-1 text-12 text-ink-2">
          {request.status === 'withdrawn'
            ? 'Taken back.'
            : `${request.decidedBy ?? 'Somebody'} ${request.status} it ${day(request.decidedAt ?? request.askedAt)}${request.answer ? `: “${request.answer}”` : '.'}`}
        </p>
      )}
    </article>
  );
}

function Decision({
  request,
  facts,
  isFirst,
}: {
  request: AccountRequest;
  facts: RequestFacts;
  isFirst: boolean;
}) {
  const router = useRouter();
  const [taker, setTaker] = useState<string | null>(null);
  const [answer, setAnswer] = useState('');
  const [busy, setBusy] = useState<'accept' | 'refuse' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const asks = taker === null ? '' : `?toRepId=${encodeURIComponent(taker)}`;
  const [isShown, setShown] = useState(isFirst);
  const effect = useApi(
    isShown || taker !== null ? `/account-requests/${request.id}/effect${asks}` : null,
    requestEffectSchema,
  );
  const isUndecided = request.to === null && taker === null;

  async function undo(): Promise<void> {
    try {
      await api(`/account-requests/${request.id}/undo`, { method: 'POST', schema: accountRequestSchema });
      toast(`${request.account.name} is with ${request.from?.name ?? 'nobody'} again`);
      router.refresh();
    } catch (error) {
      toastError(problemText(error));
    }
  }

  async function decide(how: 'accept' | 'refuse'): Promise<void> {
    setBusy(how);
    setProblem(null);
    const text = answer.trim();
    const body =
      how === 'refuse'
        ? { answer: text }
        : { ...(taker === null ? {} : { toRepId: taker }), answer: text === '' ? null : text };
    try {
      await api(`/account-requests/${request.id}/${how}`, {
        method: 'POST',
        body,
        ifMatch: request.version,
        schema: accountRequestSchema,
      });
      if (how === 'accept') {
        toastUndo(`${request.account.name} changed hands, in the draft of the plan too`, () => void undo());
      } else toast(`Refused what was asked about ${request.account.name}`);
      router.refresh();
    } catch (error) {
      setProblem(problemText(error));
      setBusy(null);
    }
  }

  return (
    <div className="mt-2 flex flex-col gap-3">
      {request.staleSentence && (
        <p role="status" className="text-caution-ink">
          {request.staleSentence} It can only be refused.
        </p>
      )}
      {request.to === null && !request.staleSentence && (
        <Field label="Who gets it" className="max-w-80">
          <Combobox
            label="Who gets it"
            value={taker}
            onValueChange={setTaker}
            placeholder="Choose somebody"
            options={facts.holders
              .filter(({ id }) => id !== request.from?.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      )}
      {effect.value ? (
        <EffectTable effect={effect.value} name={request.account.name} currency={facts.currency} />
      ) : !isShown && taker === null ? (
        <Button size="sm" className="self-start" onClick={() => setShown(true)}>
          Show the effect on both books
        </Button>
      ) : effect.problem ? (
        <p className="text-12 text-bad-ink">{effect.problem}</p>
      ) : (
        <SkeletonRows rows={2} label="Working out the effect" />
      )}
      {request.noDecision ? (
        <p className="text-ink-2">{request.noDecision}</p>
      ) : (
        <div className="flex flex-wrap items-end gap-2">
          <Field label="Answer" optional className="min-w-64 flex-1">
            <Textarea
              rows={1}
              className="min-h-9"
              value={answer}
              maxLength={1_000}
              onChange={(event) => setAnswer(event.target.value)}
            />
          </Field>
          <Button
            busy={busy === 'refuse'}
            reason={answer.trim().length < 3 ? 'Refusing needs an answer.' : undefined}
            onClick={() => void decide('refuse')}
          >
            Refuse
          </Button>
          <Button
            variant="primary"
            busy={busy === 'accept'}
            reason={
              request.staleSentence
                ? 'The account moved meanwhile.'
                : isUndecided
                  ? 'Choose who gets it.'
                  : undefined
            }
            onClick={() => void decide('accept')}
          >
            Accept
          </Button>
        </div>
      )}
      {!request.noDecision && !request.staleSentence && (
        <p className="text-12 text-ink-2">
          Accepting hands it over at once and sets the same by hand in the draft of the plan, so that the next
          version keeps it. Scenarios stay as they are.
        </p>
      )}
      {problem && (
        <p role="alert" className="text-bad-ink">
          {problem}{' '}
          <Button variant="link" size="inline" onClick={() => router.refresh()}>
            Look again
          </Button>
        </p>
      )}
    </div>
  );
}
