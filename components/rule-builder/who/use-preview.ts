'use client';
import { useEffect, useState } from 'react';
import { ApiProblem, api } from '#components/api-client.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { formatIsoInstant } from '#lib/shared/days.ts';
import { previewShape, type SegmentPreview } from '#lib/shared/preview-shapes.ts';

export type PreviewQuestion = {
  definition: SegmentDefinition;
  sort: string;
  breakdowns: string[];
  histograms: string[];
  /** The segment whose rule it is: its pins count. */
  segmentId?: string;
  /** The published segment that the draft is compared with. */
  comparedTo: string | null;
};

export type PreviewAnswer = {
  /** Count and page; the last good one while a newer is computed. */
  main: SegmentPreview | null;
  /** Everything else, of the same moment as `main` was when it was asked. */
  rest: SegmentPreview | null;
  /** The definition that `main` answers. */
  definition: SegmentDefinition | null;
  isMainStale: boolean;
  isRestStale: boolean;
  /** Why the newest rule cannot be counted. */
  problem: string | null;
};

const DEBOUNCE_MS = 120;
/** While many records change the numbers are of the state before, and are asked again until they are not. */
const AGAIN_MS = 5_000;

/** Asks for a preview; throws `ApiProblem`. */
export function askPreview(body: Record<string, unknown>, signal?: AbortSignal): Promise<SegmentPreview> {
  return api('/segments/preview', {
    method: 'POST',
    body,
    schema: previewShape,
    ...(signal ? { signal } : {}),
  });
}

function sentenceOf(error: unknown): string {
  return error instanceof ApiProblem
    ? (error.issues[0]?.message ?? error.message)
    : 'The count failed. Please try again.';
}

type Kept = { key: string; preview: SegmentPreview; definition: SegmentDefinition };

/**
 * The preview of a rule while it is edited: count and page first, the rest in a second request with the same moment. A
 * newer question aborts the older one, and the last good numbers stay until new ones are there. `attempt` asks again.
 */
export function usePreview(question: PreviewQuestion, attempt: number): PreviewAnswer {
  const [main, setMain] = useState<Kept | null>(null);
  const [rest, setRest] = useState<Kept | null>(null);
  const [problem, setProblem] = useState<{ key: string; text: string } | null>(null);
  const key = JSON.stringify([question, attempt]);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let timer = setTimeout(ask, DEBOUNCE_MS);
    async function ask(): Promise<void> {
      const [{ definition, sort, breakdowns, histograms, comparedTo, segmentId }] = JSON.parse(key) as [
        PreviewQuestion,
      ];
      const of = segmentId === undefined ? {} : { segmentId };
      try {
        const first = await askPreview({ definition, sort, limit: 50, ...of }, signal);
        setMain({ key, preview: first, definition });
        setProblem(null);
        const asks = { perCondition: true, unknowns: true, nearMisses: true, overlaps: true };
        const compare = comparedTo === null ? {} : { comparedTo };
        const asOf = formatIsoInstant(first.asOf);
        const more = { definition, asOf, limit: 0, breakdowns, histograms, ...asks, ...compare, ...of };
        setRest({ key, preview: await askPreview(more, signal), definition });
        if (first.dataAt !== null) timer = setTimeout(ask, AGAIN_MS);
      } catch (error) {
        if (!signal.aborted) setProblem({ key, text: sentenceOf(error) });
      }
    }
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [key]);
  return {
    main: main?.preview ?? null,
    rest: rest?.preview ?? null,
    definition: main?.definition ?? null,
    isMainStale: main !== null && main.key !== key,
    isRestStale: rest !== null && rest.key !== key,
    problem: problem?.key === key ? problem.text : null,
  };
}
