import type { ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { cn } from './cn.ts';

const facts = { good: 'text-good-ink', caution: 'text-caution-ink', bad: 'text-bad-ink', none: 'text-ink-3' };

/** One figure with its name and a fact beside it. `stale` dims the last number while a new one is computed. */
export function StatBlock({
  value,
  label,
  fact,
  factTone = 'none',
  size = 'md',
  stale,
  href,
  title,
  className,
}: {
  value: ReactNode;
  label: ReactNode;
  fact?: ReactNode;
  factTone?: keyof typeof facts;
  /** `lg` 28 px for the one figure of a page, `md` 20 px. */
  size?: 'md' | 'lg';
  stale?: boolean;
  /** The records behind the figure. */
  href?: string;
  /** The definition, on hover. */
  title?: string;
  className?: string;
}) {
  const figure = (
    <span
      className={cn(
        size === 'lg' ? 'text-28' : 'text-20',
        'font-semibold whitespace-nowrap',
        stale && 'is-stale',
      )}
    >
      {value}
    </span>
  );
  return (
    <div
      title={title}
      aria-busy={stale || undefined}
      className={cn('flex items-center gap-2.5 py-3', className)}
    >
      {href ? (
        <AppLink href={href} className="rounded-1 hover:underline">
          {figure}
        </AppLink>
      ) : (
        figure
      )}
      <div className="min-w-0">
        <div className="font-medium whitespace-nowrap">{label}</div>
        {fact !== undefined && (
          <div
            className={cn(
              'flex items-center gap-1 text-12 whitespace-nowrap [&_svg]:size-3.5',
              facts[factTone],
            )}
          >
            {fact}
          </div>
        )}
      </div>
    </div>
  );
}

/** Stat blocks side by side with hairlines between; wraps on a narrow screen. */
export function StatRow({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={cn(
        'flex min-h-17 shrink-0 flex-wrap overflow-hidden border-b border-line [&>*]:-ml-px [&>*]:border-l [&>*]:border-line [&>*]:px-4',
        className,
      )}
    >
      {children}
    </div>
  );
}
