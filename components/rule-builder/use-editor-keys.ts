'use client';
import { useEffect } from 'react';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Text that is no part of the rule yet is undone by the browser. */
function hasOwnUndo(box: HTMLInputElement): boolean {
  return !box.hasAttribute('data-value') && box.value !== '';
}

function layerIsOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

/**
 * ⌘Z and ⇧⌘Z anywhere (a text box with text of its own keeps its own undo), `a` goes to the add box. `isInLayer` when the editor itself
 * stands in a dialog.
 */
export function useEditorKeys({
  undo,
  redo,
  isInLayer = false,
}: {
  undo: () => void;
  redo: () => void;
  isInLayer?: boolean;
}): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented) return;
      const isUndo = event.key.toLowerCase() === 'z' && (event.metaKey || event.ctrlKey) && !event.altKey;
      const isOwnText = isTyping(event.target) && hasOwnUndo(event.target as HTMLInputElement);
      if (isUndo && !isOwnText) {
        event.preventDefault();
        if (event.shiftKey) redo();
        else undo();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key !== 'a' || (!isInLayer && layerIsOpen())) return;
      event.preventDefault();
      document.querySelector<HTMLElement>('[data-page-search]')?.focus();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo, isInLayer]);
}
