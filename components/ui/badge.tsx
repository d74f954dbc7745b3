import type { ReactNode } from 'react';
import { cn } from './cn.ts';

const ranks = [
  'bg-n-900 text-panel',
  'bg-n-600 text-panel',
  'bg-press text-ink',
  'inset-ring inset-ring-line-strong text-ink-2',
];

/** A rank such as P0–P3: 0 is black on white, 3 an outline. The text carries the meaning, the shade only helps. */
export function RankBadge({ rank, children }: { rank: 0 | 1 | 2 | 3; children: ReactNode }) {
  return (
    <span
      className={cn(
        'inline-flex h-[18px] min-w-6 items-center justify-center rounded-1 px-1 text-11 leading-none font-semibold',
        ranks[rank],
      )}
    >
      {children}
    </span>
  );
}
