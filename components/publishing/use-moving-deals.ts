'use client';
import { useState } from 'react';
import { useApi } from '#components/accounts/use-api.ts';
import { movingDealList } from '#lib/shared/holdover-shapes.ts';

const PAGE = 200;

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

/** The open deals whose accounts move, by filter; more of them on request. */
export function useMovingDeals(planId: string, filter: DealFilter, rep: string | null) {
  const [limit, setLimit] = useState(PAGE);
  const search = new URLSearchParams({ limit: String(limit) });
  for (const [key, value] of Object.entries(matchingOf(filter, rep))) search.set(key, String(value));
  const found = useApi(`/plans/${planId}/moving-deals?${search}`, movingDealList);
  return {
    ...found,
    hasMore: found.value !== null && found.value.nextOffset !== null && limit < 500,
    loadMore: () => setLimit(500),
  };
}
