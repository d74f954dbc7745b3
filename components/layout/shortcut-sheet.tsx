'use client';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import type { NavItem } from './nav.ts';
import { type ShortcutGroup, usePageShortcutGroups } from './shortcuts.ts';

const everywhere: ShortcutGroup = {
  title: 'Everywhere',
  shortcuts: [
    { keys: ['⌘', 'K'], label: 'Find a record, page or action' },
    { keys: ['/'], label: 'Search on this page' },
    { keys: ['?'], label: 'This list' },
    { keys: ['Esc'], label: 'Close the topmost layer' },
  ],
};
const lists: ShortcutGroup = {
  title: 'In a list',
  shortcuts: [
    { keys: ['J', 'K'], label: 'Next, previous' },
    { keys: ['X'], label: 'Select' },
    { keys: ['⇧', 'J'], label: 'Extend the selection' },
    { keys: ['Space'], label: 'Peek' },
    { keys: ['Enter'], label: 'Open' },
  ],
};

/** All shortcuts, with those of the page that is open. */
export function ShortcutSheet({
  open,
  onOpenChange,
  items,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  items: NavItem[];
}) {
  const pageGroups = usePageShortcutGroups();
  const go: ShortcutGroup = {
    title: 'Go to',
    shortcuts: items.map((item) => ({ keys: ['G', item.letter.toUpperCase()], label: item.label })),
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts" width={640}>
      <div className="gap-x-8 sm:columns-2">
        {[...pageGroups, everywhere, go, lists].map((group) => (
          <section key={group.title} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-12 text-ink-3">{group.title}</h3>
            <dl>
              {group.shortcuts.map((shortcut) => (
                <div key={shortcut.label} className="flex h-7 items-center gap-2 border-b border-line">
                  <dt className="min-w-0 truncate">{shortcut.label}</dt>
                  <dd className="ml-auto flex gap-1">
                    {shortcut.keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
