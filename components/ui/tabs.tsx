'use client';
import { Tabs as RadixTabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { cn } from './cn.ts';

export type TabItem = { value: string; label: ReactNode; count?: ReactNode; href?: string };

const bar = 'flex h-9 items-stretch gap-4 overflow-x-auto border-b border-line px-4 [scrollbar-width:none]';
const tab =
  '-mx-1 flex shrink-0 items-center gap-1.5 px-1 whitespace-nowrap text-ink-2 shadow-none outline-offset-[-2px] hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-2px_0_var(--accent)] data-[state=active]:font-medium data-[state=active]:text-ink data-[state=active]:shadow-[inset_0_-2px_0_var(--accent)]';

function Face({ item }: { item: TabItem }) {
  return (
    <>
      {item.label}
      {item.count !== undefined && <span className="text-12 font-normal text-ink-3">{item.count}</span>}
    </>
  );
}

/** Tabs over panels of one page. `panels` maps a tab's value to its content; `aside` stands at the right of the bar. */
export function Tabs({
  label,
  items,
  value,
  onValueChange,
  defaultValue,
  panels,
  aside,
  className,
  panelClassName,
}: {
  label: string;
  items: TabItem[];
  value?: string;
  onValueChange?: (value: string) => void;
  defaultValue?: string;
  panels: Record<string, ReactNode>;
  aside?: ReactNode;
  className?: string;
  panelClassName?: string;
}) {
  return (
    <RadixTabs.Root
      value={value}
      defaultValue={value === undefined ? (defaultValue ?? items[0]?.value) : undefined}
      onValueChange={onValueChange}
      className={cn('flex min-h-0 min-w-0 flex-col', className)}
    >
      <div className={bar}>
        <RadixTabs.List aria-label={label} className="flex items-stretch gap-4">
          {items.map((item) => (
            <RadixTabs.Trigger key={item.value} value={item.value} className={tab}>
              <Face item={item} />
            </RadixTabs.Trigger>
          ))}
        </RadixTabs.List>
        {aside && <div className="ml-auto flex items-center gap-1">{aside}</div>}
      </div>
      {items.map((item) => (
        <RadixTabs.Content
          key={item.value}
          value={item.value}
          className={cn('min-h-0 flex-1 outline-offset-[-2px]', panelClassName)}
        >
          {panels[item.value]}
        </RadixTabs.Content>
      ))}
    </RadixTabs.Root>
  );
}

/** The same bar where every tab is its own address. */
export function LinkTabs({
  label,
  items,
  current,
  aside,
}: {
  label: string;
  items: (TabItem & { href: string })[];
  current: string;
  aside?: ReactNode;
}) {
  return (
    <nav aria-label={label} className={bar}>
      {items.map((item) => (
        <AppLink
          key={item.value}
          href={item.href}
          aria-current={item.value === current ? 'page' : undefined}
          className={tab}
        >
          <Face item={item} />
        </AppLink>
      ))}
      {aside && <div className="ml-auto flex items-center gap-1">{aside}</div>}
    </nav>
  );
}
