'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { type PerformanceFilters, performanceSearch } from '#lib/metrics/performance-filters.ts';

/** Changes the page's filters by its address; the last figures stay, dimmed, until the new ones are there. */
export function useFilters(filters: PerformanceFilters): {
  isPending: boolean;
  change: (changes: Partial<PerformanceFilters>) => void;
} {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return {
    isPending,
    change: (changes) => {
      const params = new URLSearchParams(performanceSearch({ ...filters, ...changes }));
      const sort = new URLSearchParams(window.location.search).get('sort');
      if (sort !== null) params.set('sort', sort);
      startTransition(() => router.push(`/performance?${params}` as Route, { scroll: false }));
    },
  };
}
