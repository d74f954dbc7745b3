import { useState } from 'react';

type Held = { refusal: string | undefined; value: string; isLeft: boolean };

/**
 * A refusal stands for the value that was sent: it goes as soon as the value beside it is another one, and comes back
 * with the refused value. Without a `value` to look at, `leave` says that something was typed. The next attempt begins
 * with no refusal, so that the same sentence can be said again.
 */
export function useStanding(
  refusal: string | undefined,
  value: unknown,
): { standing: string | undefined; leave: () => void } {
  const now = textOf(value);
  const [held, setHeld] = useState<Held>({ refusal, value: now, isLeft: false });
  const isNew = held.refusal !== refusal;
  if (isNew) setHeld({ refusal, value: now, isLeft: false });
  const stands = isNew || (!held.isLeft && held.value === now);
  return {
    standing: stands ? refusal : undefined,
    leave: () => setHeld((before) => (before.isLeft ? before : { ...before, isLeft: true })),
  };
}

/** Values as people tell them apart: blanks around a text are none. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : (JSON.stringify(value) ?? '');
}
