import { int32s } from './columns.ts';

/**
 * Rows grouped by code: those of code c are `rows[starts[c]] … rows[starts[c + 1] - 1]`, ascending, or with a ladder
 * nearly in the order of a date.
 */
export type Postings = { starts: Int32Array; rows: Int32Array; ladder?: Ladder };

/**
 * What is known of the dates of `field` at each `STEP`th place of grouped rows, as they were when they were grouped:
 * the latest before it and the earliest from it on, within its group. A row without a date counts as infinitely late.
 */
export type Ladder = { field: string; latestBefore: Float64Array; earliestFrom: Float64Array };

const STEP = 64;

/** Counting sort of the first `used` rows by code, taken in `order`; rows with a negative code are in no group. */
export function postingsOf(codes: Int32Array, used: number, order: Int32Array | null = null): Postings {
  let last = 0;
  let coded = 0;
  for (let row = 0; row < used; row++) {
    const code = codes[row]!;
    if (code > last) last = code;
    if (code >= 0) coded += 1;
  }
  const starts = int32s(last + 2);
  for (let row = 0; row < used; row++) if (codes[row]! >= 0) starts[codes[row]! + 1]! += 1;
  for (let code = 0; code <= last; code++) starts[code + 1]! += starts[code]!;
  const next = Int32Array.from(starts);
  const rows = int32s(coded);
  for (let place = 0; place < used; place++) {
    const row = order ? order[place]! : place;
    const code = codes[row]!;
    if (code >= 0) rows[next[code]!++] = row;
  }
  return { starts, rows };
}

/** How many rows the codes have together. */
export function postingLength({ starts }: Postings, codes: readonly number[]): number {
  return codes.reduce((sum, code) => sum + (starts[code + 1] ?? 0) - (starts[code] ?? 0), 0);
}

const BUCKETS = 4_096;

function isAscending(dates: Float64Array, used: number): boolean {
  for (let row = 1; row < used; row++) if (!(dates[row - 1]! <= dates[row]!)) return false;
  return true;
}

/** Rows nearly in the order of a date, those without one last; null when they lie so anyway. */
export function dateOrder(dates: Float64Array, used: number): Int32Array | null {
  if (isAscending(dates, used)) return null;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < used; row++) {
    if (dates[row]! < first) first = dates[row]!;
    if (dates[row]! > last) last = dates[row]!;
  }
  const scale = last > first ? (BUCKETS - 1) / (last - first) : 0;
  const buckets = new Int32Array(used);
  for (let row = 0; row < used; row++) {
    const date = dates[row]!;
    buckets[row] = Number.isNaN(date) ? BUCKETS : (date - first) * scale;
  }
  return postingsOf(buckets, used).rows;
}

/** Notes dates beside grouped rows. */
export function addLadder(postings: Postings, field: string, dates: Float64Array): Postings {
  const { starts, rows } = postings;
  const steps = Math.ceil(rows.length / STEP) + 1;
  const latestBefore = new Float64Array(steps).fill(Number.NEGATIVE_INFINITY);
  const earliestFrom = new Float64Array(steps).fill(Number.POSITIVE_INFINITY);
  const dateAt = (place: number) => {
    const date = dates[rows[place]!]!;
    return Number.isNaN(date) ? Number.POSITIVE_INFINITY : date;
  };
  for (let code = 0; code + 1 < starts.length; code++) {
    let latest = Number.NEGATIVE_INFINITY;
    for (let place = starts[code]!; place < starts[code + 1]!; place++) {
      if (place % STEP === 0) latestBefore[place / STEP] = latest;
      const date = dateAt(place);
      if (date > latest) latest = date;
    }
    let earliest = Number.POSITIVE_INFINITY;
    for (let place = starts[code + 1]! - 1; place >= starts[code]!; place--) {
      const date = dateAt(place);
      if (date < earliest) earliest = date;
      if (place % STEP === 0) earliestFrom[place / STEP] = earliest;
    }
  }
  return { ...postings, ladder: { field, latestBefore, earliestFrom } };
}

/**
 * The part of one group, places `start` to `end`, outside of which no row that was grouped has a date within the
 * bounds (both ends included, null = open). Rows of the part may lie outside the bounds.
 */
export function withinDates(
  { latestBefore, earliestFrom }: Ladder,
  start: number,
  end: number,
  { from, to }: { from: number | null; to: number | null },
): [number, number] {
  const firstStep = Math.ceil(start / STEP);
  const lastStep = Math.ceil(end / STEP) - 1;
  let first = start;
  if (from !== null) {
    let low = firstStep;
    let high = lastStep + 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (latestBefore[middle]! < from) low = middle + 1;
      else high = middle;
    }
    if (low > firstStep) first = (low - 1) * STEP;
  }
  let low = firstStep;
  let high = lastStep + 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (earliestFrom[middle]! > (to ?? Number.MAX_VALUE)) high = middle;
    else low = middle + 1;
  }
  return [first, low <= lastStep ? low * STEP : end];
}
