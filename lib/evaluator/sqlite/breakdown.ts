import { type NamedValue } from '#db/queries/preview/field-values.ts';
import { compareLabels } from '#lib/shared/text.ts';
import type { BreakdownRow } from '../contract.ts';
import { type Bits, countBits, emptyBits, hasBit, setBit } from '#lib/engine/bitset.ts';
import type { Records } from './records.ts';

type Pairs = { ids: Int32Array; values: Float64Array };

/** How many members hold each code, and how many hold none. A record with several values counts for each. */
export function countCodes(
  pairs: Pairs,
  records: Records,
  members: Bits,
): { counts: Map<number, number>; missing: number } {
  const counts = new Map<number, number>();
  const holding = emptyBits(records.size);
  for (let index = 0; index < pairs.ids.length; index++) {
    const ordinal = records.ordinalOf(pairs.ids[index] ?? -1);
    if (ordinal < 0 || !hasBit(members, ordinal)) continue;
    setBit(holding, ordinal);
    const code = pairs.values[index] ?? 0;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return { counts, missing: countBits(members) - countBits(holding) };
}

/** Rows by count, then label; records without a value last, as `null`. `labelOf` words a value for people. */
export function breakdownRows(
  { counts, missing }: ReturnType<typeof countCodes>,
  names: ReadonlyMap<number, NamedValue>,
  labelOf: (named: NamedValue) => string,
): BreakdownRow[] {
  const rows: BreakdownRow[] = [...counts].map(([code, count]) => {
    const named = names.get(code) ?? { value: String(code), label: String(code) };
    return { value: named.value, label: labelOf(named), count };
  });
  rows.sort((a, b) => b.count - a.count || compareLabels(a.label, b.label));
  if (missing > 0) rows.push({ value: null, label: 'Not known', count: missing });
  return rows;
}
