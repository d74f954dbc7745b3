import type { Draft } from '#lib/rules/draft.ts';
import type { History } from '#lib/rules/edit/history.ts';
import { parseDraft } from '#lib/rules/parse-draft.ts';

/** What a tab keeps of a draft, so that reload and back bring back unsaved edits and what can be undone. */
export type KeptDraft = { history: History<Draft>; savedVersion: number; isSaved: boolean };

const MOST_STEPS = 40;

function keyOf(segmentId: string): string {
  return `tessera.draft.${segmentId}`;
}

/** Writes as much of the history as there is room for: fewer and fewer steps, the draft itself last of all. */
export function keepDraft(segmentId: string, kept: KeptDraft): void {
  const { past, present, future } = kept.history;
  for (let steps = MOST_STEPS; ; steps = Math.floor(steps / 2)) {
    const history = {
      past: steps > 0 ? past.slice(-steps) : [],
      present,
      future: future.slice(0, steps),
    };
    try {
      return sessionStorage.setItem(keyOf(segmentId), JSON.stringify({ ...kept, history }));
    } catch {
      if (steps === 0) return forgetDraft(segmentId);
    }
  }
}

export function forgetDraft(segmentId: string): void {
  try {
    sessionStorage.removeItem(keyOf(segmentId));
  } catch {
    // A browser that forbids storage keeps nothing to forget.
  }
}

function draftsIn(list: unknown): Draft[] | null {
  if (!Array.isArray(list)) return null;
  const read = list.map(parseDraft);
  return read.every((one) => one.ok) ? read.map((one) => one.value) : null;
}

/** Reads what was kept; null when there is nothing, or nothing that can still be read. */
export function readKeptDraft(segmentId: string): KeptDraft | null {
  try {
    const text = sessionStorage.getItem(keyOf(segmentId));
    if (text === null) return null;
    const kept = JSON.parse(text) as {
      history?: Record<string, unknown>;
      savedVersion?: unknown;
      isSaved?: unknown;
    };
    const past = draftsIn(kept.history?.past);
    const future = draftsIn(kept.history?.future);
    const present = parseDraft(kept.history?.present);
    if (!past || !future || !present.ok || typeof kept.savedVersion !== 'number') return null;
    return {
      history: { past, present: present.value, future },
      savedVersion: kept.savedVersion,
      isSaved: kept.isSaved === true,
    };
  } catch {
    return null;
  }
}
