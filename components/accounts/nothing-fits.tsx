import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { formatCount, formatNumber } from '#lib/shared/format.ts';

const names: Record<string, string> = { q: 'the search text', segment: 'the segment', rule: 'the rule' };

/** Which filter emptied a list, and the way to take it off. */
export function NothingFits({
  what,
  emptiedBy,
  labels,
  onRemove,
  onClear,
}: {
  /** `account`, `contact`. */
  what: string;
  emptiedBy: readonly { filter: string; without: number }[];
  /** Names of the quick filters by key. */
  labels: ReadonlyMap<string, string>;
  onRemove: (filter: string) => void;
  onClear: () => void;
}) {
  const nameOf = (filter: string) => names[filter] ?? labels.get(filter) ?? filter;
  const [most] = emptiedBy;
  return (
    <EmptyState
      title={`No ${what} fits.`}
      actions={
        <>
          {emptiedBy.slice(0, 3).map(({ filter, without }) => (
            <Button key={filter} onClick={() => onRemove(filter)}>
              Without {nameOf(filter)}: {formatNumber(without)}
            </Button>
          ))}
          <Button variant={most ? 'ghost' : 'secondary'} onClick={onClear}>
            Clear all filters
          </Button>
        </>
      }
    >
      {most
        ? `${nameOf(most.filter).replace(/^./, (letter) => letter.toUpperCase())} empties it: ${formatCount(most.without, what)} would fit without.`
        : 'No single filter is to blame; what is asked for does not exist within your reach.'}
    </EmptyState>
  );
}
