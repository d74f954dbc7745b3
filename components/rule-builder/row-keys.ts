import type { KeyboardEvent } from 'react';

export type RowKey = 'up' | 'down' | 'delete' | 'duplicate' | 'mute';

/**
 * What a key asks of the row that it was pressed in. Alt+↑/↓ works anywhere in the row, the rest only where nothing is
 * typed. Layers opened from a row (lists, menus) are not in the row, though their events come by.
 */
export function rowKey(event: KeyboardEvent<HTMLElement>): RowKey | null {
  const target = event.target;
  if (!(target instanceof HTMLElement) || !event.currentTarget.contains(target)) return null;
  if (event.altKey && !event.metaKey && !event.ctrlKey) {
    if (event.key === 'ArrowUp') return 'up';
    return event.key === 'ArrowDown' ? 'down' : null;
  }
  if (event.metaKey || event.ctrlKey || event.altKey) return null;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return null;
  if (target.getAttribute('role') === 'slider') return null;
  if (event.key === 'Delete' || event.key === 'Backspace') return 'delete';
  if (event.key === 'd') return 'duplicate';
  return event.key === 'm' ? 'mute' : null;
}
