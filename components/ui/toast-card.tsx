'use client';
import { Check, Clock, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { cn } from './cn.ts';

export type ToastTone = 'good' | 'bad' | 'neutral';

const icons = { good: Check, bad: TriangleAlert, neutral: Clock };
const inks = { good: 'text-good-ink', bad: 'text-bad-ink', neutral: 'text-ink-3' };

/** Counts whole seconds down while mounted. */
function useSecondsLeft(lifetimeMs: number | null): number | null {
  const [left, setLeft] = useState(lifetimeMs === null ? null : Math.ceil(lifetimeMs / 1000));
  useEffect(() => {
    if (lifetimeMs === null) return;
    const timer = setInterval(
      () => setLeft((seconds) => (seconds === null ? null : Math.max(0, seconds - 1))),
      1000,
    );
    return () => clearInterval(timer);
  }, [lifetimeMs]);
  return left;
}

/** The face of a toast: icon, sentence, one action, time left. Use `toast()` to show one. */
export function ToastCard({
  sentence,
  tone,
  action,
  lifetimeMs,
  onClose,
}: {
  sentence: string;
  tone: ToastTone;
  action?: { label: string; run: () => void };
  lifetimeMs: number | null;
  onClose: () => void;
}) {
  const left = useSecondsLeft(action ? lifetimeMs : null);
  const Icon = icons[tone];
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className="flex min-h-9 w-fit max-w-[calc(100vw-32px)] items-center gap-2.5 rounded-2 bg-raised px-3 py-2 text-13 text-ink shadow-pop"
    >
      <Icon className={cn('size-3.5', inks[tone])} aria-hidden />
      <span>{sentence}</span>
      {action && (
        <button
          type="button"
          className="shrink-0 rounded-1 font-medium whitespace-nowrap text-accent-ink hover:underline"
          onClick={() => {
            action.run();
            onClose();
          }}
        >
          {action.label}
        </button>
      )}
      {left !== null && (
        <span className="text-12 text-ink-3" aria-hidden>
          {left} s
        </span>
      )}
      {lifetimeMs === null && (
        <button
          type="button"
          aria-label="Dismiss"
          onClick={onClose}
          className="rounded-1 text-ink-3 hover:text-ink"
        >
          <X className="size-3.5" aria-hidden />
        </button>
      )}
    </div>
  );
}
