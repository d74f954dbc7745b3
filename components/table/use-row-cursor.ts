'use client';
import { useEffect, useState } from 'react';
import { keepsItsKeys, type RowCommand, rowCommand } from './row-keys.ts';
import {
  NOTHING_SELECTED,
  type RowSelection,
  selectedCount,
  selectRange,
  setSelected,
  toggleSelected,
} from './selection.ts';

type CursorOptions<Row> = {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  activeId: string | null;
  onActiveChange: (id: string) => void;
  selection?: RowSelection;
  onSelectionChange?: (selection: RowSelection) => void;
  matching: number;
  onPeek?: (row: Row) => void;
  onOpen?: (row: Row) => void;
  /** Keys of the page, e.g. `e` for mail; return true when used. */
  onRowKey?: (key: string, row: Row) => boolean;
  /** Also listens when nothing on the page has focus. */
  pageKeys: boolean;
  scrollTo: (index: number) => void;
};

type KeyPress = {
  key: string;
  shiftKey: boolean;
  metaKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  target: EventTarget | null;
  defaultPrevented: boolean;
  preventDefault: () => void;
};

/** Moves the active row, selects and extends, peeks and opens, by keyboard and by click. */
export function useRowCursor<Row>(options: CursorOptions<Row>) {
  const { rows, rowId, activeId, selection, onSelectionChange, matching } = options;
  const [anchorId, setAnchorId] = useState<string | null>(null);
  const at = activeId === null ? -1 : rows.findIndex((row) => rowId(row) === activeId);
  const active = rows[at];

  function goTo(index: number): string | null {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return null;
    options.onActiveChange(rowId(row));
    options.scrollTo(rows.indexOf(row));
    return rowId(row);
  }

  function select(id: string, range: boolean): void {
    if (!selection || !onSelectionChange) return;
    const shownIds = rows.map(rowId);
    onSelectionChange(range ? selectRange(selection, shownIds, anchorId, id) : toggleSelected(selection, id));
    if (!range || anchorId === null) setAnchorId(id);
  }

  function extendTo(by: number): void {
    if (!selection || !onSelectionChange || !active) return void goTo(at + by);
    const from = rowId(active);
    const next = goTo(at + by);
    onSelectionChange(setSelected(selection, next === null ? [from] : [from, next], true));
    if (anchorId === null) setAnchorId(from);
  }

  function run(command: RowCommand): boolean {
    if (command.do === 'move') {
      if (command.extend) extendTo(command.by);
      else goTo(at < 0 ? 0 : at + command.by);
      return true;
    }
    if (command.do === 'goto') return goTo(command.end === 'first' ? 0 : rows.length - 1) !== null;
    if (command.do === 'selectAll') {
      if (!selection || !onSelectionChange) return false;
      onSelectionChange(setSelected(selection, rows.map(rowId), true));
      return true;
    }
    if (command.do === 'clear') {
      if (!selection || !onSelectionChange || selectedCount(selection, matching) === 0) return false;
      onSelectionChange(NOTHING_SELECTED);
      return true;
    }
    if (!active) return false;
    if (command.do === 'select') select(rowId(active), false);
    else if (command.do === 'peek') (options.onPeek ?? options.onOpen)?.(active);
    else (options.onOpen ?? options.onPeek)?.(active);
    return true;
  }

  function onKey(press: KeyPress): void {
    if (press.defaultPrevented || keepsItsKeys(press.target, press.key)) return;
    const plain = !press.metaKey && !press.ctrlKey && !press.altKey;
    if (plain && active && options.onRowKey?.(press.key, active)) return press.preventDefault();
    const command = rowCommand(press);
    if (command && run(command)) press.preventDefault();
  }

  useEffect(() => {
    if (!options.pageKeys) return;
    function onWindowKey(event: globalThis.KeyboardEvent): void {
      if (document.activeElement && document.activeElement !== document.body) return;
      onKey(event);
    }
    window.addEventListener('keydown', onWindowKey);
    return () => window.removeEventListener('keydown', onWindowKey);
  });

  return { at, active, onKey, select, goTo };
}
