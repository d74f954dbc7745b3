'use client';
import { useState } from 'react';
import { problemText } from '#components/api-client.ts';
import { toastError } from '#components/ui/toast.ts';

/** A page of a list that is read on by cursor; null = it was the last one. */
type CursorPage<Row> = { items: readonly Row[]; nextCursor: string | null };

/**
 * The rows of a page that is at hand and, as one scrolls, of those behind it, until another first page comes. A page that
 * is refused is told and can be asked for again.
 */
export function useMoreRows<Row>(
  first: CursorPage<Row>,
  fetchPage: (cursor: string) => Promise<CursorPage<Row>>,
) {
  const [more, setMore] = useState<{ of: CursorPage<Row>; rows: Row[]; next: string | null } | null>(null);
  const [isLoadingMore, setLoadingMore] = useState(false);
  const { rows, next } = more?.of === first ? more : { rows: [], next: first.nextCursor };

  async function loadMore(): Promise<void> {
    if (next === null || isLoadingMore) return;
    setLoadingMore(true);
    try {
      const page = await fetchPage(next);
      setMore({ of: first, rows: [...rows, ...page.items], next: page.nextCursor });
    } catch (error) {
      toastError(problemText(error));
    } finally {
      setLoadingMore(false);
    }
  }

  return { rows: [...first.items, ...rows], hasMore: next !== null, isLoadingMore, loadMore };
}

/** Every row of a list, page by page; `null` asks for the first one. Throws what is refused. */
export async function everyRow<Row>(
  fetchPage: (cursor: string | null) => Promise<CursorPage<Row>>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const page: CursorPage<Row> = await fetchPage(cursor);
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}
