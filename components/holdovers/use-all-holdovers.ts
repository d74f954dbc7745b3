'use client';
import { useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { toastError } from '#components/ui/toast.ts';
import { type Holdover, type HoldoverList, holdoverList } from '#lib/shared/holdover-shapes.ts';

/** The holdovers that a page begins with and, as one scrolls, the rest of them, by the same filter. */
export function useAllHoldovers(first: HoldoverList, search: string) {
  const [more, setMore] = useState<{ of: HoldoverList; rows: Holdover[]; next: string | null } | null>(null);
  const [isLoadingMore, setLoadingMore] = useState(false);
  const { rows, next } = more?.of === first ? more : { rows: [], next: first.nextCursor };

  async function loadMore(): Promise<void> {
    if (next === null || isLoadingMore) return;
    setLoadingMore(true);
    try {
      const query = new URLSearchParams(search);
      query.set('cursor', next);
      const page = await api(`/holdovers?${query}`, { schema: holdoverList });
      setMore({ of: first, rows: [...rows, ...page.items], next: page.nextCursor });
    } catch (error) {
      toastError(`${problemText(error)} The file has all of them.`);
      setMore({ of: first, rows, next: null });
    } finally {
      setLoadingMore(false);
    }
  }

  return { rows: [...first.items, ...rows], hasMore: next !== null, isLoadingMore, loadMore };
}
