'use client';
import { useCallback, useReducer } from 'react';
import type { Draft } from '#lib/rules/draft.ts';
import type { History } from '#lib/rules/edit/history.ts';
import { draftReducer, startDraft } from './draft-history.ts';

/** A draft with undo and redo. `undo` and `redo` are null while there is nothing to take. */
export function useDraftHistory(initial: Draft) {
  const [{ history }, dispatch] = useReducer(draftReducer, initial, startDraft);
  const edit = useCallback(
    (next: Draft, mergeKey?: string) => dispatch({ type: 'edit', next, mergeKey }),
    [],
  );
  const undo = useCallback(() => dispatch({ type: 'undo' }), []);
  const redo = useCallback(() => dispatch({ type: 'redo' }), []);
  const restore = useCallback((kept: History<Draft>) => dispatch({ type: 'restore', history: kept }), []);
  return {
    history,
    draft: history.present,
    edit,
    undo: history.past.length > 0 ? undo : null,
    redo: history.future.length > 0 ? redo : null,
    restore,
  };
}
