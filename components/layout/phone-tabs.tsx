'use client';
import { Ellipsis } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import type { Route } from 'next';
import { AppLink } from '../ui/app-link.tsx';
import { cn } from '../ui/cn.ts';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import type { FramePerson } from './frame.tsx';
import { isCurrent, type NavItem } from './nav.ts';
import { NavIcon } from './nav-icon.tsx';
import { useUserMenuItems } from './user-menu.tsx';

const tab =
  'flex flex-col items-center justify-center gap-1 text-11 text-ink-3 -outline-offset-2 aria-[current=page]:font-medium aria-[current=page]:text-accent-ink [&_svg]:size-5';

/** The bar at the bottom of a phone: three places and the rest. */
export function PhoneTabs({
  tabs,
  items,
  person,
  onShortcuts,
}: {
  tabs: NavItem[];
  items: NavItem[];
  person: FramePerson;
  onShortcuts: () => void;
}) {
  const pathname = usePathname();
  const router = useRouter();
  const rest = items.filter((item) => !tabs.includes(item));
  const menu: MenuItem[] = [
    ...rest.map((item) => ({
      label: item.label,
      icon: <NavIcon name={item.icon} />,
      onSelect: () => router.push(item.href as Route),
    })),
    { kind: 'separator' },
    ...useUserMenuItems(person, onShortcuts),
  ];
  return (
    <nav
      aria-label="Main"
      style={{ gridTemplateColumns: `repeat(${tabs.length + 1}, 1fr)` }}
      className="grid h-16 shrink-0 border-t border-line bg-panel pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {tabs.map((item) => (
        <AppLink
          key={item.href}
          href={item.href}
          aria-current={isCurrent(item, pathname) ? 'page' : undefined}
          className={tab}
        >
          <NavIcon name={item.icon} />
          {item.short}
        </AppLink>
      ))}
      <Menu
        label="More"
        items={menu}
        trigger={
          <button
            type="button"
            className={cn(tab, rest.some((item) => isCurrent(item, pathname)) && 'text-accent-ink')}
          >
            <Ellipsis aria-hidden />
            More
          </button>
        }
      />
    </nav>
  );
}
