'use client';
import { useEffect, useRef } from 'react';
import type { Draft } from '#lib/rules/draft.ts';
import { type History, record } from '#lib/rules/edit/history.ts';
import { keepDraft, readKeptDraft } from './kept-draft.ts';
import { isSameDraft } from './same-draft.ts';
import type { useAutosave } from './use-autosave.ts';

/**
 * Keeps the history in the tab and brings it back after a reload. Edits that were not saved come back as they were; when
 * somebody saved a newer version meanwhile, theirs is one step of undo away.
 */
export function useKeptDraft({
  segmentId,
  history,
  stored,
  autosave,
  restore,
}: {
  segmentId: string;
  history: History<Draft>;
  stored: { draft: Draft; version: number };
  autosave: ReturnType<typeof useAutosave>;
  restore: (history: History<Draft>) => void;
}): void {
  const isRestored = useRef(false);
  useEffect(() => {
    if (isRestored.current) return;
    isRestored.current = true;
    const kept = readKeptDraft(segmentId);
    if (!kept) return;
    const isAsStored = isSameDraft(kept.history.present, stored.draft);
    if (isAsStored) restore({ ...kept.history, present: stored.draft });
    else if (!kept.isSaved) restore(record({ ...kept.history, present: stored.draft }, kept.history.present));
  }, [segmentId, stored, restore]);
  useEffect(() => {
    if (history.past.length === 0 && history.future.length === 0) return;
    keepDraft(segmentId, { history, savedVersion: autosave.version(), isSaved: autosave.isSaved() });
  }, [segmentId, history, autosave]);
}
