'use client';
import { X } from 'lucide-react';
import { Dialog as RadixDialog } from 'radix-ui';
import { type ReactElement, type ReactNode, useRef } from 'react';
import { cn } from './cn.ts';
import { IconButton } from './icon-button.tsx';

export const scrimClass =
  'fixed inset-0 z-40 bg-scrim data-[state=open]:animate-in data-[state=open]:fade-in-0';

/**
 * A modal dialog: title, an optional sentence, a scrolling body and a footer of actions (secondary first, primary last).
 * Fills the screen on a phone.
 */
export function Dialog({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  footer,
  problem,
  width = 480,
  className,
  children,
}: {
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  footer?: ReactNode;
  /** Why what was sent was refused, beside the buttons. */
  problem?: string | null | undefined;
  /** Pixels on a wide screen. */
  width?: number;
  className?: string;
  children: ReactNode;
}) {
  const opener = useRef<Element | null>(null);
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <RadixDialog.Trigger asChild>{trigger}</RadixDialog.Trigger>}
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={scrimClass} />
        <RadixDialog.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            // With a trigger the focus goes back by itself.
            if (trigger || !(opener.current instanceof HTMLElement)) return;
            event.preventDefault();
            opener.current.focus();
          }}
          style={{ maxWidth: `min(${width}px, calc(100vw - 32px))` }}
          className={cn(
            'fixed top-1/2 left-1/2 z-50 flex max-h-[min(760px,calc(100dvh-48px))] w-full -translate-x-1/2 -translate-y-1/2 flex-col rounded-3 bg-raised text-13 text-ink shadow-pop outline-none max-sm:inset-0 max-sm:max-h-none max-sm:max-w-none! max-sm:translate-none max-sm:rounded-none',
            className,
          )}
        >
          <header className="flex items-start gap-2 px-4 pt-3.5 pb-3">
            <div className="min-w-0 flex-1">
              <RadixDialog.Title className="text-16">{title}</RadixDialog.Title>
              {description && (
                <RadixDialog.Description className="mt-0.5 text-ink-2">{description}</RadixDialog.Description>
              )}
            </div>
            <RadixDialog.Close asChild>
              <IconButton label="Close" tooltip={false} className="-mt-0.5 -mr-1.5">
                <X aria-hidden />
              </IconButton>
            </RadixDialog.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-auto px-4 pb-4">{children}</div>
          {footer && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-3">
              {problem && (
                <span role="alert" className="mr-auto text-12 text-bad-ink">
                  {problem}
                </span>
              )}
              {footer}
            </footer>
          )}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
