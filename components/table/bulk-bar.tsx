'use client';
import type { ReactNode } from 'react';
import { formatNumber } from '#lib/shared/format.ts';
import { Button } from '../ui/button.tsx';
import { NOTHING_SELECTED, type RowSelection, selectedCount } from './selection.ts';

/** Floats over the foot of a table while rows are chosen: how many, all that match, what can be done, clear. */
export function BulkBar({
  selection,
  onSelectionChange,
  loaded,
  matching,
  children,
}: {
  selection: RowSelection;
  onSelectionChange: (selection: RowSelection) => void;
  /** Rows in the browser and rows that match in all. */
  loaded: number;
  matching: number;
  children?: ReactNode;
}) {
  const chosen = selectedCount(selection, matching);
  if (chosen === 0) return null;
  const canTakeAll =
    selection.mode === 'some' && matching > chosen && (chosen >= loaded || matching > loaded);
  return (
    <div
      role="toolbar"
      aria-label="Selected rows"
      className="absolute inset-x-0 bottom-3 z-20 mx-auto flex w-fit max-w-[calc(100%-24px)] flex-wrap items-center gap-x-3 gap-y-1 rounded-2 bg-raised px-3 py-1.5 shadow-pop"
    >
      <span className="font-medium whitespace-nowrap">{formatNumber(chosen)} selected</span>
      {canTakeAll && (
        <Button variant="link" onClick={() => onSelectionChange({ mode: 'all', except: [] })}>
          Select all {formatNumber(matching)} that match
        </Button>
      )}
      <div className="flex flex-wrap items-center gap-2">{children}</div>
      <Button variant="ghost" onClick={() => onSelectionChange(NOTHING_SELECTED)}>
        Clear
      </Button>
    </div>
  );
}
