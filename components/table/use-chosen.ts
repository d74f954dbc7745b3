import { useCallback, useState } from 'react';
import {
  NOTHING_SELECTED,
  type RowSelection,
  selectedCount,
  selectionTest,
  setSelected,
} from './selection.ts';

/** The chosen rows of a list, as a bulk action takes them. */
export type Chosen = {
  count: number;
  /** Their ids; those of rows that are not loaded are asked for. */
  ids: () => Promise<string[]>;
  clear: () => void;
};

/**
 * What is chosen in a list, as long as the list shows the same rows: another `of` (a key of what they are) begins with
 * nothing chosen.
 */
export function useChosen(of: string, matching: number, everyId: () => Promise<string[]>) {
  const [held, setHeld] = useState({ of, selection: NOTHING_SELECTED });
  const selection = held.of === of ? held.selection : NOTHING_SELECTED;
  const setSelection = (next: RowSelection) => setHeld({ of, selection: next });
  /** For a row that leaves the list by other means than the bulk action. */
  const drop = useCallback(
    (id: string) =>
      setHeld((before) =>
        before.selection.mode === 'some'
          ? { ...before, selection: setSelected(before.selection, [id], false) }
          : before,
      ),
    [],
  );
  const chosen: Chosen = {
    count: selectedCount(selection, matching),
    ids: async () =>
      selection.mode === 'some' ? selection.ids : (await everyId()).filter(selectionTest(selection)),
    clear: () => setSelection(NOTHING_SELECTED),
  };
  return { selection, setSelection, drop, chosen };
}
