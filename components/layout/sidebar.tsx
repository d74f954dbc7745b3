'use client';
import { Search } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { AppLink } from '../ui/app-link.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Logo } from '../ui/logo.tsx';
import { openPalette } from '../ui/shortcut-events.ts';
import type { FramePerson } from './frame.tsx';
import { isCurrent, type NavItem } from './nav.ts';
import { NavIcon } from './nav-icon.tsx';
import { UserMenu } from './user-menu.tsx';

/** The 208 px navigation of a wide screen. */
export function Sidebar({
  items,
  person,
  onShortcuts,
}: {
  items: NavItem[];
  person: FramePerson;
  onShortcuts: () => void;
}) {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Main"
      className="flex w-52 shrink-0 flex-col border-r border-line bg-canvas px-2 pb-2 max-md:hidden print:hidden"
    >
      <div className="flex h-12 shrink-0 items-center gap-2 px-2 text-14 font-semibold tracking-[-0.012em]">
        <Logo />
        <span className="truncate">{person.workspace}</span>
      </div>
      <button
        type="button"
        onClick={openPalette}
        className="mb-3 flex h-7 shrink-0 items-center gap-2 rounded-2 border border-line bg-panel pr-1.5 pl-2 text-ink-3 hover:bg-hover"
      >
        <Search className="size-3.5" aria-hidden />
        Find anything
        <Kbd className="ml-auto">⌘K</Kbd>
      </button>
      <ul className="min-h-0 flex-1 overflow-auto">
        {items.map((item) => (
          <li key={item.href}>
            <AppLink
              href={item.href}
              aria-current={isCurrent(item, pathname) ? 'page' : undefined}
              className="group mb-px flex h-7 items-center gap-2 rounded-2 px-2 -outline-offset-2 text-ink-2 transition-colors hover:bg-hover aria-[current=page]:bg-press aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              <NavIcon name={item.icon} className="size-4 text-ink-3 group-aria-[current=page]:text-ink" />
              {item.label}
              {item.count !== undefined && (
                <span className="ml-auto text-12 font-normal text-ink-3" title="Open requests">
                  {item.count}
                  <span className="sr-only"> open</span>
                </span>
              )}
            </AppLink>
          </li>
        ))}
      </ul>
      <UserMenu person={person} onShortcuts={onShortcuts} />
    </nav>
  );
}
