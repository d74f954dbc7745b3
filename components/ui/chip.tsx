import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';
import { Swatch } from './swatch.tsx';

export type ChipTone = 'good' | 'caution' | 'bad' | 'accent';

const tones: Record<ChipTone, string> = {
  good: 'bg-good-soft text-good-ink',
  caution: 'bg-caution-soft text-caution-ink',
  bad: 'bg-bad-soft text-bad-ink',
  accent: 'bg-accent-soft text-accent-ink',
};
const dots: Record<ChipTone, string> = {
  good: 'bg-good',
  caution: 'bg-caution',
  bad: 'bg-bad',
  accent: 'bg-accent',
};

/**
 * 20 px high. Filled = a value, `outline` = a reference to something, `tone` = a status.
 * `colourOf` puts the thing's own colour before the text; `onRemove` adds a × named after `name`.
 */
export function Chip({
  tone,
  outline,
  dot,
  colourOf,
  onRemove,
  name,
  title,
  className,
  children,
}: {
  tone?: ChipTone;
  outline?: boolean;
  /** Small dot in the tone's colour, as on "Draft". */
  dot?: boolean;
  /** Id of a segment, tier, territory or rep. */
  colourOf?: string;
  onRemove?: () => void;
  /** Text for "Remove …" when children are not plain text. */
  name?: string;
  title?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      title={title}
      className={cn(
        'inline-flex h-5 max-w-full items-center gap-1.5 rounded-1 px-1.5 text-12 leading-none whitespace-nowrap',
        tone ? tones[tone] : outline ? 'text-ink-2 inset-ring inset-ring-line-strong' : 'bg-press text-ink',
        onRemove && 'pr-0.5',
        className,
      )}
    >
      {dot && tone && <span className={cn('size-1.5 rounded-full', dots[tone])} aria-hidden />}
      {colourOf && <Swatch id={colourOf} />}
      <span className="truncate leading-[18px]">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={`Remove ${name ?? (typeof children === 'string' ? children : 'value')}`}
          onClick={onRemove}
          className="grid size-4 place-items-center rounded-[3px] text-ink-3 hover:bg-line-strong hover:text-ink"
        >
          <X className="size-3" aria-hidden />
        </button>
      )}
    </span>
  );
}
