'use client';
import { BulkActions } from '#components/territories/bulk-actions.tsx';
import type { ChangeKind } from '#components/territories/move-words.ts';
import { Button } from '#components/ui/button.tsx';
import { formatCount, formatMoney, formatNumber } from '#lib/shared/format.ts';

/** How many accounts one change may name. */
const MOST = 50_000;

/** What is chosen on the map, and what can be done with it; every change shows its effect first. */
export function SelectionBar({
  accounts,
  potentialAmount,
  currency,
  hasChanges,
  places,
  onPick,
  onGivePlaces,
  onList,
  onClear,
}: {
  accounts: number;
  potentialAmount: number;
  currency: string;
  hasChanges: boolean;
  /** How many whole regions are among them. */
  places: number;
  onPick: (kind: ChangeKind) => void;
  /** Null where the plan may not be cut differently. */
  onGivePlaces: (() => void) | null;
  onList: () => void;
  onClear: () => void;
}) {
  if (accounts === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label="Chosen accounts"
      className="absolute inset-x-0 top-2 z-20 mx-auto flex w-fit max-w-[calc(100%-24px)] flex-wrap items-center gap-x-2 gap-y-1 rounded-2 bg-raised px-3 py-1 shadow-pop"
    >
      <span className="font-medium whitespace-nowrap">{formatCount(accounts, 'account')}</span>
      <span className="text-ink-2">{formatMoney(potentialAmount, currency, { compact: true })}</span>
      {accounts > MOST ? (
        <span className="text-caution-ink">At most {formatNumber(MOST)} can be moved at once.</span>
      ) : (
        <BulkActions onPick={onPick} hasChanges={hasChanges} />
      )}
      {onGivePlaces && places > 0 && (
        <Button size="sm" variant="ghost" className="px-1.5" onClick={onGivePlaces}>
          Give {formatCount(places, 'place')} to…
        </Button>
      )}
      <Button size="sm" variant="ghost" className="px-1.5" onClick={onList}>
        Show in the list
      </Button>
      <Button size="sm" variant="ghost" className="px-1.5" onClick={onClear}>
        Clear
      </Button>
    </div>
  );
}
