'use client';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { formatRelative } from '#lib/shared/format.ts';
import type { Saving } from './use-autosave.ts';

const EVERY_MS = 5000;

/** A clock for "12 s ago"; starts with the moment of the page. */
function useNow(start: number): number {
  const [now, setNow] = useState(start);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Whether the draft is safe, in a few words. */
export function SavedState({
  saving,
  now,
  onRetry,
  onCompare,
}: {
  saving: Saving;
  now: number;
  onRetry: () => void;
  onCompare: () => void;
}) {
  const clock = useNow(now);
  switch (saving.state) {
    case 'saved':
      return <>Saved {formatRelative(Math.min(saving.at, clock), clock)}</>;
    case 'waiting':
    case 'saving':
      return <>Saving</>;
    case 'failed':
      return (
        <span className="text-bad-ink" role="alert" title={saving.problem}>
          Not saved: {saving.problem}{' '}
          <Button variant="link" onClick={onRetry}>
            Try again
          </Button>
        </span>
      );
    case 'conflict':
      return (
        <span className="text-caution-ink" role="alert">
          Not saved: someone else saved a newer draft{' '}
          <Button variant="link" onClick={onCompare}>
            Compare
          </Button>
        </span>
      );
  }
}
