'use client';
import { Check, CircleHelp, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { PeekPanel } from '#components/ui/peek-panel.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { cn } from '#components/ui/cn.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { formatInstant } from '#lib/shared/format.ts';
import {
  type ExplainedRule,
  type Explanation,
  explanationShape,
} from '#lib/shared/segment-activity-shapes.ts';
import { type ExplainClock, valueSourceMoment, valueSourceWords } from './value-source.ts';
import { PinRecord } from './pin-record.tsx';
import { WayIn } from './way-in.tsx';

export type ExplainQuestion = { recordId: string; asOf?: number } & (
  | { segmentId: string; isDraft?: boolean; definition?: undefined }
  /** With a segment: its pins count. */
  | { segmentId?: string | undefined; isDraft?: undefined; definition: SegmentDefinition }
);

type Answer = { key: string; explanation: Explanation | null; problem: string | null };

/** Asks why a record is in or out; a newer question aborts the older one. */
function useExplanation(
  { recordId, segmentId, isDraft, definition, asOf }: ExplainQuestion,
  turn: number,
): Answer | null {
  const body = JSON.stringify({
    recordId,
    ...(segmentId === undefined ? {} : { segmentId }),
    ...(definition === undefined ? {} : { definition }),
    ...(isDraft ? { isDraft } : {}),
    ...(asOf === undefined ? {} : { asOf: new Date(asOf).toISOString() }),
  });
  const key = `${turn} ${body}`;
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    api('/segments/explain', {
      method: 'POST',
      body: JSON.parse(body) as unknown,
      schema: explanationShape,
      signal: controller.signal,
    }).then(
      (explanation) => setAnswer({ key, explanation, problem: null }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setAnswer({ key, explanation: null, problem: problemText(error) });
      },
    );
    return () => controller.abort();
  }, [body, key]);
  return answer?.key === key ? answer : null;
}

const marks = {
  pass: { Icon: Check, tone: 'text-good-ink', word: 'Passes' },
  fail: { Icon: X, tone: 'text-bad-ink', word: 'Fails' },
  unknown: { Icon: CircleHelp, tone: 'text-caution-ink', word: 'Not known' },
} as const;

function markOf(rule: ExplainedRule): keyof typeof marks {
  if (!rule.known && !rule.outcome) return 'unknown';
  return rule.outcome ? 'pass' : 'fail';
}

function Node({ rule, clock }: { rule: ExplainedRule; clock: ExplainClock }) {
  const { Icon, tone, word } = marks[markOf(rule)];
  const isGroup = rule.kind === 'group';
  const source = valueSourceWords(rule, clock);
  return (
    <li className="flex flex-col gap-1">
      <div className="flex items-start gap-2">
        <Icon className={cn('mt-0.5 size-3.5 shrink-0', tone)} aria-label={word} role="img" />
        <div className="min-w-0 flex-1">
          <p className={isGroup ? 'text-ink-2' : 'text-ink'}>{rule.label}</p>
          {rule.actual !== null && (
            <p className="text-12 text-ink-3">
              {rule.kind === 'pinned' ? (
                rule.actual
              ) : rule.known ? (
                <>
                  Has <span className="text-ink-2">{rule.actual}</span>
                  {source && <span title={valueSourceMoment(rule, clock.timeZone)}>, {source}</span>}
                </>
              ) : (
                <span className="text-caution-ink">
                  Not known{rule.outcome ? ', and that lets it in' : ''}
                </span>
              )}
            </p>
          )}
        </div>
      </div>
      {rule.children.length > 0 && (
        <ul className="ml-[6.5px] flex flex-col gap-2 border-l border-line pt-1 pl-4">
          {rule.children.map((child) => (
            <Node key={child.id} rule={child} clock={clock} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** The tree of an answer, without the frame round it. */
export function ExplanationTree({
  explanation,
  timeZone = 'UTC',
}: {
  explanation: Explanation;
  timeZone?: string;
}) {
  const { record, segment, isMember, tree, asOf } = explanation;
  return (
    <div className="flex flex-col gap-3">
      <p>
        <strong className="font-medium">{record.name}</strong> is{' '}
        <strong className={cn('font-medium', isMember ? 'text-good-ink' : 'text-bad-ink')}>
          {isMember ? 'in' : 'not in'}
        </strong>{' '}
        {segment ? segment.name : 'what this rule selects'}.
      </p>
      <WayIn explanation={explanation} />
      <ul className="flex flex-col gap-2">
        <Node rule={tree} clock={{ asOf, timeZone }} />
      </ul>
    </div>
  );
}

/**
 * Loads and shows why one record is in or out of a segment or a rule: every condition with the record's own value. Who
 * may pin can put it in or keep it out from here; `onPinned` tells the list beside it.
 */
export function ExplainBody({
  timeZone,
  onPinned,
  isPast = false,
  asOf,
  ...question
}: ExplainQuestion & { timeZone: string } & ExplainPinning) {
  const router = useRouter();
  const [pins, setPins] = useState(0);
  // A pin holds from now on, so the answer after it is of now.
  const answer = useExplanation(asOf === undefined || pins > 0 ? question : { ...question, asOf }, pins);
  if (!answer) return <SkeletonRows rows={4} label="Looking why" />;
  if (!answer.explanation) return <ErrorState title={answer.problem ?? 'No answer.'} />;
  return (
    <>
      <ExplanationTree explanation={answer.explanation} timeZone={timeZone} />
      {!isPast && (
        <PinRecord
          explanation={answer.explanation}
          onDone={() => {
            setPins(pins + 1);
            onPinned?.();
            router.refresh();
          }}
        />
      )}
      <p className="mt-3 text-12 text-ink-3">As of {formatInstant(answer.explanation.asOf, timeZone)}</p>
    </>
  );
}

type ExplainPinning = {
  onPinned?: () => void;
  /** A day that is over is explained; nothing can be pinned in it. */
  isPast?: boolean;
};

/** The same as a panel beside a list; last child of the list's row. */
export function ExplainPanel({
  onClose,
  ...question
}: ExplainQuestion & { timeZone: string; onClose: () => void } & ExplainPinning) {
  return (
    <PeekPanel title="Why is it in or out?" onClose={onClose}>
      <div className="px-4 py-3">
        <ExplainBody {...question} />
      </div>
    </PeekPanel>
  );
}
