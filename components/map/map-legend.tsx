'use client';
import { cn } from '#components/ui/cn.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { Category, Colouring } from './colouring.ts';
import { PatternSwatch } from './pattern-swatch.tsx';
import { isHatched, potentialSteps, stepAlpha, stepLabel } from './region-paint.ts';
import type { RegionTally } from './region-tally.ts';

/** What the colours and patterns mean, with how many accounts each stands for; a name chooses it in the plan. */
export function MapLegend({
  colouring,
  tallies,
  counts,
  currency,
  activeKey,
  onPick,
  notes,
}: {
  colouring: Colouring;
  tallies: readonly RegionTally[];
  /** Shown accounts of each category. */
  counts: Uint32Array;
  currency: string;
  activeKey: string | null;
  /** Null where an entry cannot be chosen. */
  onPick: ((category: Category) => void) | null;
  /** What the map cannot show. */
  notes: string[];
}) {
  const steps = potentialSteps(tallies.map(({ potentialAmount }) => potentialAmount));
  const shown = colouring.list
    .map((category, at) => ({ category, accounts: counts[at] ?? 0 }))
    // By potential the classes say what is drawn; what has none recorded is still told.
    .filter(({ category, accounts }) => accounts > 0 && category.key !== 'known')
    .sort(
      (a, b) =>
        Number(b.category === colouring.list[0]) - Number(a.category === colouring.list[0]) ||
        b.accounts - a.accounts,
    );
  return (
    <section
      aria-label="Legend"
      tabIndex={0}
      className="max-h-24 shrink-0 overflow-auto border-t border-line px-4 py-1.5 text-12"
    >
      <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
        {colouring.by === 'potential' &&
          Array.from({ length: steps.length + 1 }, (_, step) => (
            <li key={stepLabel(step, steps, currency)} className="flex items-center gap-1.5">
              <PatternSwatch colour="cat-1" pattern="solid" opacity={stepAlpha(step, steps)} />
              {stepLabel(step, steps, currency)}
            </li>
          ))}
        {shown.map(({ category, accounts }) => (
          <li key={category.key}>
            <Entry
              category={category}
              accounts={accounts}
              isActive={activeKey === category.key}
              onPick={onPick}
            />
          </li>
        ))}
        {tallies.some((tally) => isHatched(tally, colouring)) && (
          <li className="flex items-center gap-1.5">
            <PatternSwatch colour="chart-fill" pattern="falling" />
            Lines: most accounts there change hands
          </li>
        )}
        {notes.map((note) => (
          <li key={note} className="text-ink-3">
            {note}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entry({
  category,
  accounts,
  isActive,
  onPick,
}: {
  category: Category;
  accounts: number;
  isActive: boolean;
  onPick: ((category: Category) => void) | null;
}) {
  const face = (
    <>
      <PatternSwatch colour={category.colour} pattern={category.pattern} />
      <span className="max-w-40 truncate">{category.label}</span>
      <span className="text-ink-3" title={formatCount(accounts, 'account')}>
        {formatNumber(accounts)}
      </span>
    </>
  );
  if (!onPick) return <span className="flex items-center gap-1.5">{face}</span>;
  return (
    <button
      type="button"
      aria-pressed={isActive}
      onClick={() => onPick(category)}
      className={cn(
        'flex items-center gap-1.5 rounded-1 px-1 -mx-1 hover:bg-hover',
        isActive && 'bg-accent-soft font-medium',
      )}
    >
      {face}
    </button>
  );
}
