import type { ComponentProps, ReactNode } from 'react';
import { Button } from './button.tsx';
import { cn } from './cn.ts';
import { Tooltip } from './tooltip.tsx';

/** A square button with only an icon; `label` is its name and its tooltip. */
export function IconButton({
  label,
  keys,
  size = 'md',
  variant = 'ghost',
  tooltip = true,
  className,
  children,
  ...rest
}: Omit<ComponentProps<typeof Button>, 'aria-label' | 'reason' | 'size'> & {
  label: string;
  keys?: string[];
  size?: 'sm' | 'md' | 'lg';
  /** False inside menus and popovers that already show the label. */
  tooltip?: boolean;
  children: ReactNode;
}) {
  const square = { sm: 'size-6', md: 'size-7', lg: 'size-8' }[size];
  const button = (
    <Button
      {...rest}
      size={size}
      variant={variant}
      aria-label={label}
      className={cn('p-0 [&_svg]:mx-0 max-sm:min-w-9', square, className)}
    >
      {children}
    </Button>
  );
  if (!tooltip) return button;
  return (
    <Tooltip content={label} keys={keys}>
      {button}
    </Tooltip>
  );
}
