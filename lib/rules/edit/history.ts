/** What can be undone and redone; the newest step is last in `past` and first in `future`. */
export type History<T> = { past: readonly T[]; present: T; future: readonly T[] };

const longestPast = 200;

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/**
 * Takes a step. Nothing happens when it changed nothing. `merge` joins it to the step before (typing in one box is one
 * step), so that undo goes back to where that one began.
 */
export function record<T>(history: History<T>, next: T, merge = false): History<T> {
  if (next === history.present) return history;
  if (merge && history.past.length > 0) return { past: history.past, present: next, future: [] };
  return { past: [...history.past, history.present].slice(-longestPast), present: next, future: [] };
}

export function undo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  if (past.length === 0) return history;
  return { past: past.slice(0, -1), present: past.at(-1) as T, future: [present, ...future] };
}

export function redo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  if (future.length === 0) return history;
  return { past: [...past, present], present: future[0] as T, future: future.slice(1) };
}
