import { cellsWhere, type Domain } from './cells.ts';

/** Values from `low` to `high`; `outside` turns it round, and a missing value is then in it. */
export type AskedNumbers = {
  low: number;
  high: number;
  isLowIn: boolean;
  isHighIn: boolean;
  outside: boolean;
};

/** What numbers a thing may have: from `least` to `most`, both included. */
export type NumberKind = { least: number; most: number; isWhole: boolean; mayBeMissing: boolean };

/** Between two bounds, or one bound itself; open at both ends when it is no point. */
export type Cell = { from: number; to: number; isPoint: boolean };

function hasValue({ from, to, isPoint }: Cell, { least, most, isWhole }: NumberKind): boolean {
  if (isPoint) return from >= least && from <= most && (!isWhole || Number.isInteger(from));
  if (isWhole) {
    const first = Math.max(Math.floor(from) + 1, least);
    return first < to && first <= most;
  }
  const low = Math.max(from, least);
  const high = Math.min(to, most);
  return low < high || (low === high && from < low && low < to);
}

/** Numbers cut at every bound that is asked about: the bounds themselves and what lies between them, then missing. */
export function numberDomain(
  asked: readonly AskedNumbers[],
  kind: NumberKind,
): Domain<AskedNumbers> & { cells: readonly Cell[] } {
  const bounds = [...new Set(asked.flatMap(({ low, high }) => [low, high]))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const cells: Cell[] = bounds.flatMap((bound, at) => [
    { from: bounds[at - 1] ?? Number.NEGATIVE_INFINITY, to: bound, isPoint: false },
    { from: bound, to: bound, isPoint: true },
  ]);
  cells.push({
    from: bounds.at(-1) ?? Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
    isPoint: false,
  });
  const missing = cells.length;
  const within = (cell: Cell, { low, high, isLowIn, isHighIn }: AskedNumbers) =>
    (cell.isPoint && isLowIn ? cell.from >= low : cell.isPoint ? cell.from > low : cell.from >= low) &&
    (cell.isPoint && !isHighIn ? cell.to < high : cell.to <= high);
  return {
    cells,
    all: cellsWhere(missing + 1, (at) => {
      const cell = cells[at];
      return cell ? hasValue(cell, kind) : kind.mayBeMissing;
    }),
    setOf: (one) =>
      cellsWhere(missing + 1, (at) => {
        const cell = cells[at];
        return cell ? within(cell, one) !== one.outside : one.outside;
      }),
  };
}
