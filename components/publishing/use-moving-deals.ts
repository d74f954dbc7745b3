'use client';
import { usePages } from '#components/table/use-pages.ts';
import { movingDealList } from '#lib/shared/holdover-shapes.ts';

export type DealFilter = { late: boolean; kept: boolean; stage: string | null; minAmount: number | null };

export const NO_FILTER: DealFilter = { late: false, kept: false, stage: null, minAmount: null };

/** The filter as a bulk change names it. */
export function matchingOf(filter: DealFilter, rep: string | null) {
  return {
    ...(filter.late ? { late: true } : {}),
    ...(filter.kept ? { kept: true } : {}),
    ...(filter.stage === null ? {} : { stage: filter.stage }),
    ...(filter.minAmount === null ? {} : { minAmount: filter.minAmount }),
    ...(rep === null ? {} : { rep }),
  };
}

/** As `usePages` reads it: how many there are, beside what they add up to. */
const dealPages = movingDealList.transform((list) => ({ ...list, total: list.total.deals, sum: list.total }));

/** The open deals whose accounts move, by filter, a page at a time to the last one. */
export function useMovingDeals(planId: string, filter: DealFilter, rep: string | null) {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(matchingOf(filter, rep))) search.set(key, String(value));
  return usePages(`/plans/${planId}/moving-deals?${search}`, dealPages);
}
