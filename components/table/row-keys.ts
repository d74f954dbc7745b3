import type { KeyboardEvent } from 'react';

/** What a key asks the table to do. */
export type RowCommand =
  | { do: 'move'; by: number; extend: boolean }
  | { do: 'goto'; end: 'first' | 'last' }
  | { do: 'select' }
  | { do: 'selectAll' }
  | { do: 'clear' }
  | { do: 'peek' }
  | { do: 'open' };

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'metaKey' | 'ctrlKey' | 'altKey'>;

const PAGE = 15;

/** Reads a key as a command of the list: j/k or arrows, x, Shift to extend, Space, Enter, Home/End, ⌘A, Esc. */
export function rowCommand(press: Press): RowCommand | null {
  const { key, shiftKey: extend } = press;
  if (press.metaKey || press.ctrlKey) return key.toLowerCase() === 'a' ? { do: 'selectAll' } : null;
  if (press.altKey) return null;
  switch (key) {
    case 'j':
    case 'J':
    case 'ArrowDown':
      return { do: 'move', by: 1, extend };
    case 'k':
    case 'K':
    case 'ArrowUp':
      return { do: 'move', by: -1, extend };
    case 'PageDown':
      return { do: 'move', by: PAGE, extend: false };
    case 'PageUp':
      return { do: 'move', by: -PAGE, extend: false };
    case 'Home':
      return { do: 'goto', end: 'first' };
    case 'End':
      return { do: 'goto', end: 'last' };
    case 'x':
      return { do: 'select' };
    case ' ':
      return { do: 'peek' };
    case 'Enter':
      return { do: 'open' };
    case 'Escape':
      return { do: 'clear' };
    default:
      return null;
  }
}

/** Whether a key pressed on this element belongs to the element and not to the list around it. */
export function keepsItsKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return true;
  if (target.closest('[role="menu"], [role="listbox"], [role="dialog"], [role="separator"]')) return true;
  return (key === ' ' || key === 'Enter') && target.closest('a, button, [role="checkbox"]') !== null;
}
