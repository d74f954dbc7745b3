'use client';
import { AlertDialog as RadixAlert } from 'radix-ui';
import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { Button } from './button.tsx';
import { scrimClass } from './dialog.tsx';
import { Input } from './input.tsx';

/**
 * Asks before something that cannot be undone. With `typeToConfirm` the word must be typed first.
 * What can be undone needs no question: do it and offer Undo in a toast.
 */
export function AlertDialog({
  trigger,
  open,
  onOpenChange,
  title,
  children,
  action,
  onAction,
  typeToConfirm,
  busy,
  danger = true,
}: {
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  /** What will happen, with numbers. */
  children: ReactNode;
  /** The verb on the button: "Erase 3 contacts". */
  action: ReactNode;
  onAction: () => void;
  typeToConfirm?: string;
  busy?: boolean;
  danger?: boolean;
}) {
  const [typed, setTyped] = useState('');
  const id = useId();
  const ready = !typeToConfirm || typed.trim() === typeToConfirm;
  return (
    <RadixAlert.Root
      open={open}
      onOpenChange={(next) => {
        setTyped('');
        onOpenChange?.(next);
      }}
    >
      {trigger && <RadixAlert.Trigger asChild>{trigger}</RadixAlert.Trigger>}
      <RadixAlert.Portal>
        <RadixAlert.Overlay className={scrimClass} />
        <RadixAlert.Content className="fixed top-1/2 left-1/2 z-50 w-[calc(100vw-32px)] max-w-110 -translate-x-1/2 -translate-y-1/2 rounded-3 bg-raised text-13 text-ink shadow-pop outline-none">
          <div className="px-4 pt-3.5 pb-4">
            <RadixAlert.Title className="text-16">{title}</RadixAlert.Title>
            <RadixAlert.Description asChild>
              <div className="mt-1 text-ink-2">{children}</div>
            </RadixAlert.Description>
            {typeToConfirm && (
              <div className="mt-3 grid gap-1">
                <label htmlFor={id}>
                  Type <b className="font-semibold">{typeToConfirm}</b> to confirm
                </label>
                <Input id={id} value={typed} onChange={(event) => setTyped(event.target.value)} />
              </div>
            )}
          </div>
          <footer className="flex justify-end gap-2 border-t border-line px-4 py-3">
            <RadixAlert.Cancel asChild>
              <Button>Cancel</Button>
            </RadixAlert.Cancel>
            <Button
              variant={danger ? 'danger' : 'primary'}
              busy={busy}
              disabled={!ready}
              onClick={onAction}
              aria-describedby={typeToConfirm ? id : undefined}
            >
              {action}
            </Button>
          </footer>
        </RadixAlert.Content>
      </RadixAlert.Portal>
    </RadixAlert.Root>
  );
}
