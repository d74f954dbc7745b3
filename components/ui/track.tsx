import { cn } from './cn.ts';

const fills = {
  neutral: 'bg-chart-fill',
  accent: 'bg-accent',
  good: 'bg-good',
  caution: 'bg-caution',
  bad: 'bg-bad',
};

/** A thin bar filled to a share 0–1. Decoration: the number stands beside it as text. */
export function Track({
  share,
  tone = 'neutral',
  height = 8,
  pale,
  className,
}: {
  share: number;
  tone?: keyof typeof fills;
  height?: 4 | 8;
  pale?: boolean;
  className?: string;
}) {
  return (
    <span
      aria-hidden
      style={{ height }}
      className={cn('block overflow-hidden rounded-[2px] bg-press', className)}
    >
      <span
        className={cn('block h-full rounded-[2px]', fills[tone], pale && 'opacity-45')}
        style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }}
      />
    </span>
  );
}
