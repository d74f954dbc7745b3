import type { Histogram } from '../contract.ts';
import { extentIn, extentOf, tallyBins } from '#lib/engine/tally.ts';
import { fixedBinBounds } from '#lib/shared/number-bands.ts';

const BINS = 25;

/** The next of 1, 2, 5, 10 … at or above a step. */
function niceStep(step: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(step));
  const scaled = step / magnitude;
  return (scaled <= 1 ? 1 : scaled <= 2 ? 2 : scaled <= 5 ? 5 : 10) * magnitude;
}

function evenEdges(min: number, max: number): number[] {
  if (min === max) return [min, max];
  const step = niceStep((max - min) / BINS);
  const first = Math.floor(min / step);
  const last = Math.max(Math.ceil(max / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** 0, then 1, 2, 5, 10 … from the lower quarter up to the maximum. */
function steppedEdges(start: number, max: number): number[] {
  const edges = [0];
  for (let edge = niceStep(start); edge < max; edge = niceStep(edge * 1.5)) edges.push(edge);
  edges.push(max);
  return edges.length > 1.5 * BINS
    ? edges.filter((_, index) => index % 2 === 0 || index === edges.length - 1)
    : edges;
}

/**
 * Bin edges for a field from all its values, not from the members alone, so that the picture stands still while a rule
 * is edited: the field's own edges, else even steps, else (when the top tenth is far above the middle) steps of
 * 1, 2, 5. `values` by ordinal, NaN = missing; they lie from `min` to `max`.
 */
function edgesFor(key: string, values: Float64Array, { min, max }: { min: number; max: number }): number[] {
  const readable = fixedBinBounds(key);
  if (readable && min >= 0) {
    const inner = readable.filter((edge) => edge < max);
    // The last band includes its upper border: where the next one starts at 50,001, it ends at 50,000.
    const next = readable[inner.length] ?? max;
    const top = key === 'account.employees' ? next - 1 : next;
    return [...(inner.length > 0 ? inner : [0]), Math.max(max, top)];
  }
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const high = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  const lower = sorted.find((value) => value > 0) ?? 0;
  const isSkewed = min >= 0 && middle > 0 && high > 20 * middle;
  return isSkewed ? steppedEdges(Math.max(lower, middle / 100), max) : evenEdges(min, max);
}

/** Edges of a numeric field over every record (`values` by ordinal, NaN = missing). Empty when no record has one. */
export function histogramEdges(key: string, values: Float64Array): number[] {
  const extent = extentIn(values);
  return extent ? edgesFor(key, values, extent) : [];
}

function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (value >= (edges[middle] ?? 0)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** In `binsOf`: a missing number. */
const NO_BIN = 255;

/** The bin of every record by ordinal, so that counting members compares no numbers. */
export function binsOf(edges: readonly number[], values: Float64Array): Uint8Array {
  const bins = new Uint8Array(values.length);
  for (let ordinal = 0; ordinal < values.length; ordinal++) {
    const value = values[ordinal]!;
    bins[ordinal] = Number.isNaN(value) ? NO_BIN : binOf(edges, value);
  }
  return bins;
}

/** Notes a record's number; false when it lies outside of the picture, which has to be drawn anew then. */
export function putBin(edges: readonly number[], bins: Uint8Array, ordinal: number, value: number): boolean {
  if (!Number.isNaN(value) && !(value >= (edges[0] ?? Number.NaN) && value <= (edges.at(-1) ?? 0)))
    return false;
  bins[ordinal] = Number.isNaN(value) ? NO_BIN : binOf(edges, value);
  return true;
}

/** Members counted by bin. `bins` as `binsOf` gives them, for at most 255 edges. */
export function countHistogram(
  edges: readonly number[],
  bins: Uint8Array,
  values: Float64Array,
  members: Int32Array,
): Histogram {
  const counts = tallyBins(bins, members);
  const extent = extentOf(values, members);
  return {
    bins: edges
      .slice(0, -1)
      .map((from, index) => ({ from, to: edges[index + 1] ?? from, count: counts[index] ?? 0 })),
    missing: counts[NO_BIN] ?? 0,
    min: extent?.min ?? null,
    max: extent?.max ?? null,
  };
}
