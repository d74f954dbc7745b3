import { cn } from './cn.ts';

/** The mark: four tiles, one of them chosen. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 18 18" aria-hidden className={cn('size-[18px] fill-ink', className)}>
      <rect x="1" y="1" width="7.2" height="7.2" rx="1.5" />
      <rect x="9.8" y="1" width="7.2" height="7.2" rx="1.5" className="fill-accent" />
      <rect x="1" y="9.8" width="7.2" height="7.2" rx="1.5" opacity=".35" />
      <rect x="9.8" y="9.8" width="7.2" height="7.2" rx="1.5" />
    </svg>
  );
}
