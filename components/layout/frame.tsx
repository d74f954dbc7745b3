'use client';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { type ReactNode, useCallback, useState } from 'react';
import type { Role } from '#lib/permissions/roles.ts';
import type { PaletteEntry } from './command-palette.tsx';
import { type NavItem, phoneTabsFor } from './nav.ts';
import { NavIcon } from './nav-icon.tsx';
import { PaletteOnDemand } from './palette-on-demand.tsx';
import { PhoneTabs } from './phone-tabs.tsx';
import { searchRecords } from './record-search.ts';
import { Sidebar } from './sidebar.tsx';
import type { Theme } from './theme.ts';
import { useFrameKeys } from './use-frame-keys.ts';

const ShortcutSheet = dynamic(() => import('./shortcut-sheet.tsx').then((module) => module.ShortcutSheet), {
  ssr: false,
});

/** Who is signed in, as far as the frame shows it. */
export type FramePerson = {
  name: string;
  role: Role;
  roleLabel: string;
  workspace: string;
  theme: Theme;
  /** A server action; without it the menu offers no sign out. */
  signOut?: () => Promise<void>;
};

/** Sidebar, phone tabs, palette and shortcuts round a page. `actions` are verbs the palette offers beside the pages. */
export function Frame({
  items,
  person,
  actions = [],
  banner,
  children,
}: {
  items: NavItem[];
  person: FramePerson;
  /** Addresses of common first steps, e.g. "New segment". */
  actions?: { label: string; href: string }[];
  /** A band above every page, e.g. that the data are a demo. */
  banner?: ReactNode;
  children: ReactNode;
}) {
  const router = useRouter();
  const [shortcuts, setShortcuts] = useState(false);
  const go = useCallback((href: string) => router.push(href as Route), [router]);
  const showShortcuts = useCallback(() => setShortcuts(true), []);
  useFrameKeys(items, go, showShortcuts);

  const entries: PaletteEntry[] = [
    ...items.map((item) => ({
      label: item.label,
      group: 'Go to',
      icon: <NavIcon name={item.icon} />,
      keys: ['G', item.letter.toUpperCase()],
      run: () => go(item.href),
    })),
    ...actions.map((action) => ({ label: action.label, group: 'Do', run: () => go(action.href) })),
    { label: 'Show keyboard shortcuts', group: 'Do', keys: ['?'], run: showShortcuts },
  ];

  return (
    <div className="relative flex h-dvh overflow-clip print:block print:h-auto print:overflow-visible">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-2 bg-raised px-3 py-2 focus:translate-y-0 focus:shadow-pop print:hidden"
      >
        Skip to the page
      </a>
      <Sidebar items={items} person={person} onShortcuts={showShortcuts} />
      <div className="flex min-w-0 flex-1 flex-col bg-panel">
        {banner}
        <main
          id="content"
          tabIndex={-1}
          className="relative flex min-h-0 min-w-0 flex-1 flex-col overflow-clip outline-none print:block print:overflow-visible"
        >
          {children}
        </main>
        <PhoneTabs
          tabs={phoneTabsFor(person.role, items)}
          items={items}
          person={person}
          onShortcuts={showShortcuts}
        />
      </div>
      <PaletteOnDemand entries={entries} search={searchRecords} onGo={go} />
      {shortcuts && <ShortcutSheet open onOpenChange={setShortcuts} items={items} />}
    </div>
  );
}
