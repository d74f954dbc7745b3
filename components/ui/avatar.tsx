import { cn } from './cn.ts';

/** First letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0]?.at(0) ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.at(0) ?? '') : '';
  return `${first}${last}`.toUpperCase();
}

/** Initials in a circle; always beside the name, so hidden from assistive technology. */
export function Avatar({ name, size = 20, className }: { name: string; size?: 20 | 24; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        'grid shrink-0 place-items-center rounded-full bg-press font-semibold tracking-[0.02em] text-ink-2',
        size === 20 ? 'size-5 text-[9px]' : 'size-6 text-[10px]',
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
