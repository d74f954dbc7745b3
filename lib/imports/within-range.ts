import { formatNumber } from '#lib/shared/format.ts';
import type { ImportField } from './import-fields.ts';
import type { ValueProblem } from './read-value.ts';

/** The number itself where its field can hold it, else what is wrong with it. */
export function withinRange(field: ImportField, value: number): number | ValueProblem {
  const { range, label } = field;
  if (range === undefined) return value;
  if (range.whole && !Number.isInteger(value)) {
    return { code: 'not_whole', message: `${label} is a whole number.` };
  }
  if (value >= range.from && value <= (range.to ?? Infinity)) return value;
  return { code: 'out_of_range', message: bounds(label, range.from, range.to) };
}

function bounds(label: string, from: number, to: number | undefined): string {
  if (to === undefined) return `${label} cannot be below ${formatNumber(from)}.`;
  if (from === 0) return `${label} cannot be below 0 or above ${formatNumber(to)}.`;
  return `${label} lies between ${from} and ${to}.`;
}
