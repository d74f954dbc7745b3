'use client';
import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { cn } from './cn.ts';
import { Kbd } from './kbd.tsx';

export type MenuItem =
  | {
      kind?: 'action';
      label: ReactNode;
      icon?: ReactNode;
      hint?: ReactNode;
      keys?: string[];
      onSelect?: () => void;
      href?: string;
      /** For a file: lets the browser save instead of navigating. */
      download?: boolean;
      checked?: boolean;
      danger?: boolean;
      /** Why it cannot be chosen now; shown under the label. */
      reason?: string;
    }
  | { kind: 'separator' }
  | { kind: 'heading'; label: string };

const row =
  'flex min-h-7 cursor-pointer items-center gap-2 rounded-1 px-2 py-1 outline-none select-none data-[disabled]:cursor-default data-[highlighted]:bg-press max-sm:min-h-10 [&_svg]:size-3.5 [&_svg]:text-ink-3';

function Entry({ entry, index }: { entry: MenuItem; index: number }) {
  if (entry.kind === 'separator') return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
  if (entry.kind === 'heading') {
    return (
      <DropdownMenu.Label className="px-2 pt-1.5 pb-1 text-12 text-ink-3">{entry.label}</DropdownMenu.Label>
    );
  }
  const body = (
    <>
      {entry.icon}
      <span className="min-w-0 flex-1">
        <span className={cn(entry.danger && 'text-bad-ink', entry.reason && 'text-ink-3')}>
          {entry.label}
        </span>
        {(entry.reason ?? entry.hint) && (
          <span className="block text-12 text-ink-3">{entry.reason ?? entry.hint}</span>
        )}
      </span>
      {entry.checked && <Check aria-hidden />}
      {entry.keys?.map((key) => (
        <Kbd key={`${index}-${key}`}>{key}</Kbd>
      ))}
    </>
  );
  if (entry.checked !== undefined) {
    return (
      <DropdownMenu.CheckboxItem
        className={row}
        checked={entry.checked}
        onSelect={entry.onSelect}
        disabled={Boolean(entry.reason)}
      >
        {body}
      </DropdownMenu.CheckboxItem>
    );
  }
  return (
    <DropdownMenu.Item
      className={row}
      onSelect={entry.onSelect}
      disabled={Boolean(entry.reason)}
      asChild={Boolean(entry.href)}
    >
      {entry.href ? (
        entry.download ? (
          <a href={entry.href} download>
            {body}
          </a>
        ) : (
          <AppLink href={entry.href}>{body}</AppLink>
        )
      ) : (
        body
      )}
    </DropdownMenu.Item>
  );
}

/** A dropdown menu from data: actions, links, checked items, separators and headings. */
export function Menu({
  trigger,
  items,
  align = 'end',
  label,
  open,
  onOpenChange,
}: {
  trigger: ReactElement;
  items: MenuItem[];
  align?: 'start' | 'end';
  label?: string;
  /** Where something beside the trigger opens it, too. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-44 overflow-auto rounded-3 bg-raised p-1 text-13 text-ink shadow-pop"
        >
          {items.map((entry, index) => (
            <Entry key={index} entry={entry} index={index} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
