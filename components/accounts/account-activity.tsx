'use client';
import { useState } from 'react';
import { changeDraft, draftToInput, loggedSentence, newDraft } from '#components/my-accounts/log-draft.ts';
import { LogForm } from '#components/my-accounts/log-form.tsx';
import { api, problemText } from '#components/api-client.ts';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { toastError, toastUndo } from '#components/ui/toast.ts';
import { z } from 'zod';
import type { Account, AccountBrief } from '#lib/shared/account-shapes.ts';
import { activityShape } from '#lib/shared/activity-shapes.ts';
import { formatCount } from '#lib/shared/format.ts';
import { DealsPane } from './deals-pane.tsx';
import { dayWords, instantWords } from './day-words.ts';
import type { AccountFacts } from './account-page.tsx';
import { NotesPane } from './notes-pane.tsx';
import { ReasonLine } from './reason-line.tsx';
import { TimelinePane } from './timeline-pane.tsx';

const nothing = z.undefined();

/** Why now, a form that logs, then what happened: one timeline, the deals, the notes. */
export function AccountActivity({
  account,
  brief,
  facts,
  turn,
  mayLog,
  contactId,
  onChanged,
}: {
  account: Account;
  brief: AccountBrief;
  facts: AccountFacts;
  turn: number;
  mayLog: boolean;
  contactId: string | null;
  onChanged: () => void;
}) {
  const first = contactId ?? account.committee.find((person) => person.isReachable)?.id ?? null;
  const [draft, setDraft] = useState(() => changeDraft(newDraft(first), {}));
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [tab, setTab] = useState('timeline');

  async function log(): Promise<void> {
    if (busy) return;
    const input = draftToInput(draft, account.id);
    if (!input.ok) return setProblem(input.problem);
    setBusy(true);
    try {
      const logged = await api('/activities', { method: 'POST', body: input.body, schema: activityShape });
      toastUndo(loggedSentence(draft, account.name), () => {
        api(`/activities/${logged.id}`, { method: 'DELETE', schema: nothing }).then(
          onChanged,
          (error: unknown) => toastError(problemText(error)),
        );
      });
      setDraft(newDraft(draft.contactId));
      setProblem(null);
      onChanged();
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <div className="border-b border-line px-4 py-2">
        <SectionHeader title="Why now" fact={`${formatCount(brief.recentSignals, 'signal')} in 30 days`} />
        {brief.reasons.length === 0 && <p className="py-1 text-ink-3">Nothing new in 30 days.</p>}
        <ul>
          {brief.reasons.map((reason, index) => (
            <li key={`${reason.kind}-${index}`} className="flex min-h-7 items-center gap-3">
              <span className="min-w-0 flex-1">
                <ReasonLine reason={reason} />
              </span>
              {reason.detail && <span className="truncate text-12 text-ink-3">{reason.detail}</span>}
              <span className="shrink-0 text-12 text-ink-3">
                {reason.dueOn !== null
                  ? dayWords(reason.dueOn, facts.todayOn)
                  : reason.seenAt !== null && instantWords(reason.seenAt, facts.todayOn, facts.timeZone)}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {mayLog && (
        <div className="border-b border-line px-4 py-3">
          <LogForm
            draft={draft}
            onDraftChange={(next) => {
              setDraft(next);
              setProblem(null);
            }}
            people={account.committee}
            busy={busy}
            problem={problem}
            onLog={() => void log()}
            submitLabel="Log"
          />
        </div>
      )}
      <Tabs
        label="What happened"
        value={tab}
        onValueChange={setTab}
        items={[
          { value: 'timeline', label: 'Timeline' },
          { value: 'deals', label: 'Deals' },
          { value: 'notes', label: 'Notes' },
        ]}
        panels={{
          timeline: <TimelinePane accountId={account.id} facts={facts} turn={turn} />,
          deals: <DealsPane accountId={account.id} facts={facts} />,
          notes: <NotesPane accountId={account.id} facts={facts} mayWrite={mayLog} />,
        }}
      />
    </>
  );
}
