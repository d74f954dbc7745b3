import { formatCount, formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';
import type { Total, Totals } from '#lib/shared/total-shapes.ts';
import type { ColumnTotal } from './table-extra-rows.tsx';

/** How a column is added up: its sum, money in a currency, or its mean (of numbers or rates) where a sum has no meaning. */
export type TotalKind = 'sum' | 'mean' | 'meanRate' | { currency: string };

/**
 * The foot of a table: under `labelId` how many rows there are, under the others what they add up to. Null totals
 * leave the places empty until they are known.
 */
export function totalCells({
  labelId = 'name',
  count,
  totals,
  kinds,
  note,
  countNote,
}: {
  labelId?: string;
  count: number;
  totals: Totals | null | undefined;
  kinds: Readonly<Record<string, TotalKind>>;
  /** What must be known to read the sums, e.g. that rows overlap. */
  note?: string;
  /** The same in few words, to be seen beside the number of rows. */
  countNote?: string;
}): Record<string, ColumnTotal> {
  const cells: Record<string, ColumnTotal> = {
    [labelId]: {
      text: `All ${formatNumber(count)}${countNote === undefined ? '' : `, ${countNote}`}`,
      hint: 'Every row that matches, loaded or not.',
    },
  };
  for (const [id, kind] of Object.entries(kinds)) {
    const total = totals?.[id];
    if (total)
      cells[id] = withNote(cellOf(total, kind), kind === 'mean' || kind === 'meanRate' ? undefined : note);
  }
  return cells;
}

function withNote(cell: ColumnTotal, note: string | undefined): ColumnTotal {
  return note === undefined ? cell : { ...cell, hint: `${cell.hint ?? ''} ${note}` };
}

function cellOf({ sum, mean, known }: Total, kind: TotalKind): ColumnTotal {
  if (sum === null || mean === null) return { text: '–', hint: 'No row has a value.' };
  const of = formatCount(known, 'row');
  if (kind === 'mean') {
    return { text: `avg ${formatNumber(mean)}`, hint: `Average of the ${of} with a value.` };
  }
  if (kind === 'meanRate') {
    return { text: `avg ${formatRate(mean, { digits: 0 })}`, hint: `Average of the ${of} with a value.` };
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
