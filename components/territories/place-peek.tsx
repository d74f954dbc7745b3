'use client';
import { useEffect, useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { PeekPanel } from '#components/ui/peek-panel.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { formatDay } from '#lib/shared/format.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { type PlaceExplained, placeExplainedSchema } from '#lib/shared/plan-account-shapes.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import { FromTo } from './account-columns.tsx';
import { draftWord } from './plan-href.ts';
import { usePlanner } from './planner-context.tsx';
import { stepWords } from './words.ts';

const stepSentences: Record<string, string> = {
  lock: 'It is locked there, so nothing else is asked.',
  named: 'It was put there by hand, which comes before rules and places.',
  rule: 'The first rule that matches takes it.',
  geography: 'No rule takes it; its state or country lies there.',
  unassigned: 'No lock, name, rule or place of the plan takes it.',
};

/** Why an account lies where it lies: the step, who else would have taken it, holders with reasons, history. */
export function PlacePeek({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const { plan } = usePlanner();
  const [answer, setAnswer] = useState<{ of: string; value: PlaceExplained } | null>(null);
  const [problem, setProblem] = useState<{ of: string; text: string } | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    api(`/accounts/${accountId}/place?plan=${plan.id}`, {
      schema: placeExplainedSchema,
      signal: controller.signal,
    }).then(
      (value) => setAnswer({ of: accountId, value }),
      (error: unknown) => {
        if (!controller.signal.aborted) setProblem({ of: accountId, text: problemText(error) });
      },
    );
    return () => controller.abort();
  }, [accountId, plan.id, plan.version, attempt]);
  const value = answer?.of === accountId ? answer.value : null;
  const failed = value === null && problem?.of === accountId ? problem.text : null;
  return (
    <PeekPanel
      title="Why here?"
      width={304}
      onClose={onClose}
      header={
        <span className="block truncate text-14 font-semibold">{value?.draft?.name ?? 'Why here?'}</span>
      }
    >
      {failed && (
        <div className="flex flex-col items-start gap-2 px-4">
          <p className="text-bad-ink">{failed}</p>
          <Button
            size="sm"
            onClick={() => {
              setProblem(null);
              setAttempt(attempt + 1);
            }}
          >
            Try again
          </Button>
        </div>
      )}
      {!value && !failed && <SkeletonRows rows={5} label="Finding out why" />}
      {value && <Explained accountId={accountId} explained={value} />}
    </PeekPanel>
  );
}

function Explained({ accountId, explained }: { accountId: string; explained: PlaceExplained }) {
  const { plan, timeZone } = usePlanner();
  const { draft, holders, places } = explained;
  const day = (iso: string) => formatDay(dayOfInstant(Date.parse(iso), timeZone));
  return (
    <>
      {draft && (
        <section className="flex flex-col gap-1.5 px-4 pb-3">
          <p className="text-12 text-ink-3">In the {draftWord(plan)}</p>
          <div className="font-medium">
            <FromTo from={draft.territoryBefore} to={draft.territoryAfter} none="Unassigned" hasColour />
          </div>
          <p className="text-ink-2">
            {draft.place
              ? `No rule takes it; it lies in ${draft.place}.`
              : (stepSentences[draft.step] ?? draft.step)}
          </p>
          {draft.reason && <p className="text-ink-2">Reason: {draft.reason}</p>}
          {draft.losing.length > 0 && (
            <div>
              <p className="text-12 text-ink-3">Would have taken it too</p>
              <ul>
                {draft.losing.map((losing) => (
                  <li key={`${losing.step}-${losing.id}`} className="flex gap-2">
                    <span className="truncate">{losing.name}</span>
                    <span className="text-12 text-ink-3">{stepWords[losing.step]}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {draft.slots.map((item) => (
            <div key={item.slot} className="flex gap-3 pt-1">
              <span className="w-14 shrink-0 text-ink-3">{slotLabels[item.slot]}</span>
              <span className="min-w-0">
                <FromTo from={item.from} to={item.to} none="nobody" />
                {item.reason && <span className="block text-12 text-ink-3">{item.reason}</span>}
              </span>
            </div>
          ))}
          <div className="pt-1">
            <Button size="sm" asChild>
              <AppLink href={`/accounts/${accountId}`}>Open the account</AppLink>
            </Button>
          </div>
        </section>
      )}
      <section className="border-t border-line px-4 py-3">
        <h2 className="pb-1 font-semibold">Who held it</h2>
        {holders.length === 0 && <p className="text-ink-3">Nobody, as far as is known.</p>}
        <ul className="flex flex-col gap-1.5">
          {holders.map((held) => (
            <li key={`${held.slot}-${held.from}`} className={held.to === null ? undefined : 'text-ink-3'}>
              <div className="flex gap-2">
                <span className="w-14 shrink-0 text-ink-3">{slotLabels[held.slot]}</span>
                <span className="truncate">{held.name}</span>
                <span className="ml-auto shrink-0 text-12 text-ink-3">
                  {held.to === null ? `since ${day(held.from)}` : `${day(held.from)} – ${day(held.to)}`}
                </span>
              </div>
              {held.reason && (
                <div className="pl-16 text-12 text-ink-3">
                  {held.reason}
                  {held.planNumber !== null && ` · plan v${held.planNumber}`}
                </div>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="border-t border-line px-4 py-3">
        <h2 className="pb-1 font-semibold">Where it lay</h2>
        {places.length === 0 && <p className="text-ink-3">In no published territory yet.</p>}
        <ul>
          {places.map((place) => (
            <li
              key={`${place.territoryId}-${place.from}`}
              className={place.to === null ? 'flex gap-2' : 'flex gap-2 text-ink-3'}
            >
              <span className="truncate">{place.name}</span>
              <span className="text-12 text-ink-3">{stepWords[place.step]}</span>
              <span className="ml-auto shrink-0 text-12 text-ink-3">
                {place.to === null ? `since ${day(place.from)}` : `${day(place.from)} – ${day(place.to)}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
