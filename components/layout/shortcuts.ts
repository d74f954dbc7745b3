'use client';
import { useEffect, useSyncExternalStore } from 'react';

/** One line of the `?` sheet. */
export type Shortcut = { keys: string[]; label: string };
export type ShortcutGroup = { title: string; shortcuts: Shortcut[] };

let groups: readonly ShortcutGroup[] = [];
const listeners = new Set<() => void>();
const none: readonly ShortcutGroup[] = [];

function change(next: readonly ShortcutGroup[]): void {
  groups = next;
  for (const listener of listeners) listener();
}

/** Lists a page's own keys in the `?` sheet while it is open. `group` at module scope or memoised. */
export function usePageShortcuts(group: ShortcutGroup): void {
  useEffect(() => {
    change([...groups, group]);
    return () => change(groups.filter((known) => known !== group));
  }, [group]);
}

/** The groups that pages have listed now. */
export function usePageShortcutGroups(): readonly ShortcutGroup[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => groups,
    () => none,
  );
}
