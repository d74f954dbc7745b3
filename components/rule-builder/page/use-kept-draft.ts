'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { Draft } from '#lib/rules/draft.ts';
import { type History, record } from '#lib/rules/edit/history.ts';
import { type KeptDraft, keepDraft, readKeptDraft } from './kept-draft.ts';
import { isSameDraft } from '#lib/rules/edit/same-draft.ts';

const QUIET_MS = 250;

/** What a kept draft is to what the page was given. */
type Kept =
  /** The page shows it already, only undo is to come back. */
  | { is: 'same'; history: History<Draft> }
  /** The page came from the browser's cache and is older than what this tab saved. */
  | { is: 'newer'; history: History<Draft> }
  /** Edits that were never saved; what is stored is one step of undo away. */
  | { is: 'unsaved'; history: History<Draft> };

/** Compares what the tab kept with what the server gave; null when the kept one has nothing to add. */
export function compareKept(kept: KeptDraft, stored: { draft: Draft; version: number }): Kept | null {
  const { history, savedVersion, isSaved } = kept;
  if (isSameDraft(history.present, stored.draft)) {
    return { is: 'same', history: { ...history, present: stored.draft } };
  }
  if (savedVersion > stored.version) return { is: 'newer', history };
  if (isSaved) return null;
  // What is stored is a step of undo away: by itself, or because it was made here.
  const isStep = history.past.some((past) => isSameDraft(past, stored.draft));
  const reachable = isStep ? history : record({ ...history, present: stored.draft }, history.present);
  return { is: 'unsaved', history: reachable };
}

/** Keeps the history in the tab and brings it back after reload and back, unsaved edits included. */
export function useKeptDraft({
  segmentId,
  history,
  stored,
  version,
  isSaved,
  adopt,
  doubt,
  restore,
}: {
  segmentId: string;
  history: History<Draft>;
  stored: { draft: Draft; version: number };
  version: () => number;
  isSaved: (draft: Draft) => boolean;
  /** Takes over a version that this tab saved and the page does not know. */
  adopt: (version: number, saved: Draft | null) => void;
  /** Says that the page before may have saved without reading the answer. */
  doubt: () => void;
  restore: (history: History<Draft>) => void;
}): void {
  const router = useRouter();
  const isRestored = useRef(false);
  useEffect(() => {
    if (isRestored.current) return;
    isRestored.current = true;
    const kept = readKeptDraft(segmentId);
    const found = kept && compareKept(kept, stored);
    if (!kept || !found) return;
    restore(found.history);
    if (found.is === 'unsaved') doubt();
    if (found.is !== 'newer') return;
    adopt(kept.savedVersion, kept.isSaved ? kept.history.present : null);
    router.refresh();
  }, [segmentId, stored, restore, adopt, doubt, router]);
  useEffect(() => {
    if (history.past.length === 0 && history.future.length === 0) return;
    const keep = () =>
      keepDraft(segmentId, { history, savedVersion: version(), isSaved: isSaved(history.present) });
    const timer = setTimeout(keep, QUIET_MS);
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [segmentId, history, version, isSaved]);
}
