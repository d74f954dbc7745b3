'use client';
import type { VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import { Slot } from 'radix-ui';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { buttonClass } from './button-class.ts';
import { cn } from './cn.ts';

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonClass> & {
    /** Renders the only child (a link) with the button's looks. */
    asChild?: boolean;
    /** Work is under way: the label stays, a mark turns, a second press does nothing. */
    busy?: boolean;
    /** Why it cannot be pressed now; shown beside it and read with it. The button stays focusable. */
    reason?: ReactNode;
  };

/** A button that says why it is refused and shows that it is busy, instead of going grey in silence. */
export function Button({
  variant,
  size,
  asChild,
  busy,
  reason,
  disabled,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const id = useId();
  const refused = Boolean(reason) || Boolean(disabled) || Boolean(busy);
  const classes = cn(
    buttonClass({ variant, size: size ?? (variant === 'link' ? 'inline' : 'md') }),
    className,
  );
  if (asChild) {
    return (
      <Slot.Root {...rest} className={classes}>
        {children}
      </Slot.Root>
    );
  }
  const button = (
    <button
      type="button"
      {...rest}
      className={classes}
      aria-disabled={refused || undefined}
      aria-busy={busy || undefined}
      aria-describedby={reason ? `${id}-reason` : rest['aria-describedby']}
      onClick={(event) => {
        if (refused) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy && <LoaderCircle className="animate-spin" aria-hidden />}
      {children}
    </button>
  );
  if (!reason) return button;
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-2">
      <span id={`${id}-reason`} className="text-12 text-caution-ink">
        {reason}
      </span>
      {button}
    </span>
  );
}
