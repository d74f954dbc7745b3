'use client';
import { X } from 'lucide-react';
import { Dialog as RadixDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';
import { scrimClass } from './dialog.tsx';
import { IconButton } from './icon-button.tsx';

/** A modal panel from the right edge (from the bottom on a phone) for a task beside the page. */
export function Sheet({
  open,
  onOpenChange,
  title,
  description,
  actions,
  footer,
  width = 440,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  width?: number;
  children: ReactNode;
}) {
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={scrimClass} />
        <RadixDialog.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          style={{ maxWidth: `min(${width}px, 100vw)` }}
          className={cn(
            'fixed inset-y-0 right-0 z-50 flex w-full flex-col bg-panel text-13 text-ink shadow-pop outline-none data-[state=open]:animate-in data-[state=open]:slide-in-from-right-8 data-[state=open]:fade-in-0',
            'max-sm:inset-x-0 max-sm:top-12 max-sm:bottom-0 max-sm:max-w-none! max-sm:rounded-t-3',
          )}
        >
          <header className="flex min-h-12 items-center gap-2 border-b border-line px-4 py-2">
            <div className="min-w-0 flex-1">
              <RadixDialog.Title className="truncate text-14">{title}</RadixDialog.Title>
              {description && (
                <RadixDialog.Description className="text-12 text-ink-3">
                  {description}
                </RadixDialog.Description>
              )}
            </div>
            {actions}
            <RadixDialog.Close asChild>
              <IconButton label="Close" tooltip={false} className="-mr-1.5">
                <X aria-hidden />
              </IconButton>
            </RadixDialog.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-auto">{children}</div>
          {footer && (
            <footer className="flex items-center justify-end gap-2 border-t border-line px-4 py-3">
              {footer}
            </footer>
          )}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
