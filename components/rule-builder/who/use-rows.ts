'use client';
import { useEffect, useState } from 'react';
import { toastError } from '#components/ui/toast.ts';
import { problemText } from '#components/api-client.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { formatIsoInstant } from '#lib/shared/days.ts';
import type { AccountRow, ContactRow } from '#lib/shared/segment-shapes.ts';
import { askPreview } from './use-preview.ts';

export type RowsPage = { count: number; items: (AccountRow | ContactRow)[]; nextCursor: string | null };
export type RowsQuestion = {
  definition: SegmentDefinition;
  sort: string;
  asOf: number;
  /** The segment whose rule it is: its pins count. */
  segmentId?: string;
};

type Kept = RowsPage & { key: string };

function askRows({ asOf, ...question }: RowsQuestion, cursor: string | null, signal?: AbortSignal) {
  const body = { ...question, asOf: formatIsoInstant(asOf), limit: cursor === null ? 50 : 100, cursor };
  return askPreview(body, signal);
}

/**
 * The rows that a definition selects, page by page. `first` is a page that is at hand already; without it the first is
 * asked for. The last rows stay, stale, until new ones come.
 */
export function useRows(question: RowsQuestion, first: RowsPage | null) {
  const key = JSON.stringify(question);
  const [kept, setKept] = useState<Kept | null>(null);
  const [problem, setProblem] = useState<{ key: string; text: string } | null>(null);
  const [loading, setLoading] = useState(false);
  const isGiven = first !== null;
  useEffect(() => {
    if (isGiven) return;
    const controller = new AbortController();
    askRows(JSON.parse(key) as RowsQuestion, null, controller.signal).then(
      ({ count, page }) => setKept({ key, count, ...page }),
      (error: unknown) => {
        if (!controller.signal.aborted) setProblem({ key, text: problemText(error) });
      },
    );
    return () => controller.abort();
  }, [key, isGiven]);

  const current: Kept | null = kept?.key === key ? kept : first ? { key, ...first } : kept;
  const isStale = current !== null && current.key !== key;

  async function loadMore(): Promise<void> {
    if (!current?.nextCursor || loading || isStale) return;
    setLoading(true);
    try {
      const { page } = await askRows(question, current.nextCursor);
      setKept({ ...current, items: [...current.items, ...page.items], nextCursor: page.nextCursor });
    } catch (error) {
      toastError(problemText(error));
    } finally {
      setLoading(false);
    }
  }

  return { page: current, isStale, loading, loadMore, problem: problem?.key === key ? problem.text : null };
}

const MOST_EXPORTED = 50_000;

/** Every row of a definition, for a file; tells how far it is. */
export async function allRows(
  question: RowsQuestion,
  onProgress: (done: number, total: number) => void,
): Promise<RowsPage['items']> {
  const items: RowsPage['items'] = [];
  let cursor: string | null = null;
  do {
    const body = {
      ...question,
      asOf: formatIsoInstant(question.asOf),
      limit: 200,
      cursor,
    };
    const { page, count } = await askPreview(body);
    items.push(...page.items);
    onProgress(items.length, count);
    cursor = page.nextCursor;
  } while (cursor !== null && items.length < MOST_EXPORTED);
  return items;
}
