'use client';
import { useEffect, useRef } from 'react';
import { openPalette } from '../ui/shortcut-events.ts';
import type { NavItem } from './nav.ts';

const SEQUENCE_MS = 1500;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function layerIsOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

/** Focuses the page's own search (`data-page-search`), else opens the palette. */
function search(): void {
  const field = document.querySelector<HTMLElement>('[data-page-search]');
  if (field) field.focus();
  else openPalette();
}

/** ⌘K, `/`, `?` and `g` then a letter, wherever nobody is typing. */
export function useFrameKeys(
  items: readonly NavItem[],
  go: (href: string) => void,
  showShortcuts: () => void,
): void {
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    function stopWaiting(): boolean {
      const was = waiting.current !== null;
      if (waiting.current) clearTimeout(waiting.current);
      waiting.current = null;
      return was;
    }

    function onKey(event: KeyboardEvent): void {
      if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) {
        event.preventDefault();
        openPalette();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || layerIsOpen()) return;
      if (stopWaiting()) {
        const item = items.find((place) => place.letter === event.key.toLowerCase());
        event.preventDefault();
        // The letter belongs to the sequence, so the list on the page must not see it too.
        event.stopPropagation();
        if (item) go(item.href);
        return;
      }
      if (event.key === 'g') {
        waiting.current = setTimeout(stopWaiting, SEQUENCE_MS);
      } else if (event.key === '/') {
        event.preventDefault();
        search();
      } else if (event.key === '?') {
        event.preventDefault();
        showShortcuts();
      }
    }
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      stopWaiting();
    };
  }, [items, go, showShortcuts]);
}
