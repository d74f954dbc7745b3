import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import { Slot } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';

/** Classes of a button, for links that must look like one. */
export const buttonClass = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-2 border font-medium whitespace-nowrap select-none transition-colors [&_svg]:-mx-0.5 [&_svg]:size-3.5 aria-disabled:cursor-default aria-disabled:border-transparent aria-disabled:bg-press aria-disabled:text-ink-3 max-sm:min-h-9',
  {
    variants: {
      variant: {
        primary:
          'border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover aria-disabled:hover:bg-press',
        secondary:
          'border-line-strong bg-panel text-ink hover:bg-hover aria-disabled:hover:bg-press [&_svg]:text-ink-3',
        ghost:
          'border-transparent font-normal text-ink-2 hover:bg-hover hover:text-ink aria-disabled:bg-transparent aria-disabled:hover:bg-transparent aria-disabled:hover:text-ink-3 [&_svg]:text-ink-3',
        danger:
          'border-line-strong bg-panel text-bad-ink hover:border-bad hover:bg-bad-soft aria-disabled:hover:bg-press',
        link: 'border-transparent text-accent-ink underline-offset-2 hover:underline aria-disabled:bg-transparent aria-disabled:no-underline max-sm:min-h-0',
      },
      size: {
        sm: 'h-6 rounded-1 px-2 text-12',
        md: 'h-7 px-2.5 text-13',
        lg: 'h-8 px-3 text-14',
        inline: 'h-auto p-0 text-[length:inherit] leading-[inherit]',
      },
    },
    compoundVariants: [{ variant: 'ghost', size: 'md', class: 'px-2' }],
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

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
      <span className="text-12 text-caution-ink">{reason}</span>
      {button}
    </span>
  );
}
