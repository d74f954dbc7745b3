import { formatCount, formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { Total, Totals } from '#lib/shared/total-shapes.ts';
import type { ColumnTotal } from './table-extra-rows.tsx';

/** How a column is added up: its sum, money in a currency, or its mean where a sum has no meaning. */
export type TotalKind = 'sum' | 'mean' | { currency: string };

/**
 * The foot of a table: under `labelId` how many rows there are, under the others what they add up to. Null totals
 * leave the places empty until they are known.
 */
export function totalCells({
  labelId = 'name',
  count,
  totals,
  kinds,
}: {
  labelId?: string;
  count: number;
  totals: Totals | null | undefined;
  kinds: Readonly<Record<string, TotalKind>>;
}): Record<string, ColumnTotal> {
  const cells: Record<string, ColumnTotal> = {
    [labelId]: { text: `All ${formatNumber(count)}`, hint: 'Every row that matches, loaded or not.' },
  };
  for (const [id, kind] of Object.entries(kinds)) {
    const total = totals?.[id];
    if (total) cells[id] = cellOf(total, kind);
  }
  return cells;
}

function cellOf({ sum, mean, known }: Total, kind: TotalKind): ColumnTotal {
  if (sum === null || mean === null) return { text: '–', hint: 'No row has a value.' };
  const of = formatCount(known, 'row');
  if (kind === 'mean') {
    return { text: `avg ${formatNumber(mean)}`, hint: `Average of the ${of} with a value.` };
  }
  const isMoney = typeof kind === 'object';
  const write = (value: number, compact: boolean) =>
    isMoney
      ? formatMoney(value, kind.currency, { compact })
      : formatNumber(value, { digits: compact ? 1 : 0, compact: compact && value >= 1_000_000 });
  return {
    text: write(sum, true),
    hint: `Sum ${write(sum, false)} of ${of} with a value; average ${write(mean, false)}.`,
  };
}
