'use client';
import { useState } from 'react';
import {
  NOTHING_SELECTED,
  type RowSelection,
  selectedCount,
  selectionTest,
} from '#components/table/selection.ts';

/** The chosen rows of one list; another address is another list and starts with none. */
export function useMarks(address: string, matching: number) {
  const [held, setHeld] = useState<{ of: string; selection: RowSelection }>({
    of: address,
    selection: NOTHING_SELECTED,
  });
  const selection = held.of === address ? held.selection : NOTHING_SELECTED;
  const setSelection = (next: RowSelection) => setHeld({ of: address, selection: next });
  return {
    selection,
    setSelection,
    marks: selectedCount(selection, matching),
    isMarked: selectionTest(selection),
    clear: () => setSelection(NOTHING_SELECTED),
  };
}
