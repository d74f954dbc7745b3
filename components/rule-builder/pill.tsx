import type { ComponentProps } from 'react';
import { cn } from '#components/ui/cn.ts';

const tones = {
  plain: 'border-line-strong',
  open: 'border-accent ring-1 ring-accent',
  unfinished: 'border-dashed border-caution',
  broken: 'border-bad text-bad-ink',
  muted: 'border-line-strong opacity-60 [&_[data-struck]]:line-through',
};

export type PillTone = keyof typeof tones;

/** The joined cells of a condition: field, operator, values. Wraps when a condition says much. */
export function Pill({ tone = 'plain', className, ...rest }: ComponentProps<'div'> & { tone?: PillTone }) {
  return (
    <div
      {...rest}
      className={cn(
        'inline-flex min-h-7 max-w-full flex-wrap overflow-hidden rounded-2 border bg-panel',
        tones[tone],
        className,
      )}
    />
  );
}

/** One cell of a pill. */
export const cellClass =
  'flex min-h-[26px] min-w-0 items-center gap-1.5 border-r border-line px-[9px] whitespace-nowrap last:border-r-0';

/** A cell that is a button. */
export const cellButtonClass = cn(cellClass, 'text-left outline-offset-[-2px] hover:bg-hover');

/** A cell with values: chips stand 4 px from the edges. */
export const valueCellClass = cn(cellClass, 'flex-wrap gap-1 px-1 py-[2px]');
