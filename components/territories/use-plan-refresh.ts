'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';

/** How often the address is looked at while a newer plan is awaited: its changes are told by no event. */
const LOOK_MS = 200;

/**
 * Reads the page anew, for the numbers of the plan on screen. A change of the address gives up such a reading unfinished;
 * as long as no newer plan has come it is then asked for again, so that what was done before a click is never missing.
 */
export function usePlanRefresh(plan: object): { isStale: boolean; refresh: () => void } {
  const router = useRouter();
  const [isStale, startTransition] = useTransition();
  const latest = useRef(plan);
  /** The plan that stood here when a newer one was asked for. */
  const [replaced, setReplaced] = useState<object | null>(null);
  useEffect(() => {
    latest.current = plan;
  }, [plan]);
  const isAwaited = replaced === plan;
  useEffect(() => {
    if (!isAwaited) return;
    let search = window.location.search;
    const timer = setInterval(() => {
      if (window.location.search === search) return;
      search = window.location.search;
      startTransition(() => router.refresh());
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [isAwaited, router]);
  return {
    isStale,
    refresh: () => {
      setReplaced(latest.current);
      startTransition(() => router.refresh());
    },
  };
}
