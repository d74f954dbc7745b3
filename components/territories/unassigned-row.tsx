'use client';
import { TriangleAlert } from 'lucide-react';
import { cn } from '#components/ui/cn.ts';
import { formatNumber } from '#lib/shared/format.ts';
import type { PlanView } from '#lib/shared/plan-shapes.ts';
import { usePlanner } from './planner-context.tsx';

/** Why accounts lie in no territory, in a few words each, largest first. */
export function unassignedWords({ notCovered, noPlace, kept }: PlanView['unassignedReasons']): string[] {
  return (
    [
      [notCovered, 'in no rule or place'],
      [noPlace, 'without a country'],
      [kept, 'kept out by hand'],
    ] as const
  )
    .filter(([count]) => count > 0)
    .sort(([a], [b]) => b - a)
    .map(([count, words]) => `${formatNumber(count)} ${words}`);
}

/** Always on top: how many accounts nobody has, and why. */
export function UnassignedRow({ isSelected, onSelect }: { isSelected: boolean; onSelect: () => void }) {
  const { plan } = usePlanner();
  const { accounts } = plan.unassigned;
  const isClear = accounts === 0;
  return (
    <button
      type="button"
      aria-current={isSelected ? 'true' : undefined}
      onClick={onSelect}
      className={cn(
        'flex w-full flex-col gap-0.5 border-b border-line px-4 py-1.5 text-left -outline-offset-2',
        isClear ? 'text-ink-2 hover:bg-hover' : 'bg-caution-soft text-caution-ink',
        isSelected && 'shadow-[inset_2px_0_0_var(--accent)]',
      )}
    >
      <span className="flex items-center gap-2">
        <TriangleAlert className={cn('size-3.5', isClear && 'text-ink-3')} aria-hidden />
        <span className="font-semibold">Unassigned</span>
        <span className="ml-auto font-semibold">{formatNumber(accounts)}</span>
      </span>
      {!isClear && (
        <span className="pl-5.5 text-12">{unassignedWords(plan.unassignedReasons).join(' · ')}</span>
      )}
    </button>
  );
}
