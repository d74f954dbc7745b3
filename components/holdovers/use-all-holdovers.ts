'use client';
import { api } from '#components/api-client.ts';
import { useMoreRows } from '#components/table/use-more-rows.ts';
import { type Holdover, type HoldoverList, holdoverList } from '#lib/shared/holdover-shapes.ts';

/** The holdovers that a page begins with and, as one scrolls, the rest of them, by the same filter. */
export function useAllHoldovers(first: HoldoverList, search: string) {
  return useMoreRows<Holdover>(first, (cursor) => {
    const query = new URLSearchParams(search);
    query.set('cursor', cursor);
    return api(`/holdovers?${query}`, { schema: holdoverList });
  });
}
