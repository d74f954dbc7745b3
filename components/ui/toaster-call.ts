import type { toast } from 'sonner';

type Call = (sonner: typeof toast) => void;

let standing: typeof toast | null = null;
const waiting: Call[] = [];
const listeners = new Set<() => void>();

/** Runs `call` once toasts have a place to appear in, which the first one brings about. */
export function callToaster(call: Call): void {
  if (standing) return call(standing);
  waiting.push(call);
  for (const listener of listeners) listener();
}

/** Hears of the first toast, also of one that was made before. Returns the way to stop. */
export function onToasterWanted(listener: () => void): () => void {
  listeners.add(listener);
  if (waiting.length > 0) listener();
  return () => void listeners.delete(listener);
}

/** The place is there: shows what waits. Returns the way to take it down. */
export function toasterStands(sonner: typeof toast): () => void {
  standing = sonner;
  for (const call of waiting.splice(0)) call(sonner);
  return () => {
    standing = null;
  };
}
