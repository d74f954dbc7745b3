import type { Draft } from '#lib/rules/draft.ts';
import { type History, record, redo, startHistory, undo } from '#lib/rules/edit/history.ts';

/** The draft with what can be undone. Steps that carry the same `mergeKey` one after the other are one step. */
export type DraftHistory = { history: History<Draft>; mergeKey: string | null };

export type DraftAction =
  | { type: 'edit'; next: Draft; mergeKey?: string | undefined }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'restore'; history: History<Draft> };

export function startDraft(draft: Draft): DraftHistory {
  return { history: startHistory(draft), mergeKey: null };
}

/** The one way in which a draft in the browser changes; nothing changes when an edit changed nothing. */
export function draftReducer(state: DraftHistory, action: DraftAction): DraftHistory {
  switch (action.type) {
    case 'edit': {
      const { next, mergeKey = null } = action;
      const history = record(state.history, next, mergeKey !== null && mergeKey === state.mergeKey);
      return history === state.history ? state : { history, mergeKey };
    }
    case 'undo':
      return { history: undo(state.history), mergeKey: null };
    case 'redo':
      return { history: redo(state.history), mergeKey: null };
    case 'restore':
      return { history: action.history, mergeKey: null };
  }
}
