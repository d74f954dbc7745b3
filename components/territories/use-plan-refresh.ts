'use client';
import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';

/**
 * Reads the page anew, for the numbers of the plan on screen. A change of the address gives up such a reading unfinished;
 * as long as no newer plan has come it is then asked for again, so that what was done before a click is never missing.
 */
export function usePlanRefresh(plan: object): { isStale: boolean; refresh: () => void } {
  const router = useRouter();
  const search = useSearchParams().toString();
  const [isStale, startTransition] = useTransition();
  const latest = useRef(plan);
  /** The plan that stood here when a newer one was asked for. */
  const replaced = useRef<object | null>(null);
  useEffect(() => {
    latest.current = plan;
    if (replaced.current === plan) startTransition(() => router.refresh());
  }, [plan, search, router]);
  return {
    isStale,
    refresh: () => {
      replaced.current = latest.current;
      startTransition(() => router.refresh());
    },
  };
}
