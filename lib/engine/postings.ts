import { int32s } from './columns.ts';

/**
 * Rows grouped by code: those of code c are `rows[starts[c]] … rows[starts[c + 1] - 1]`, ascending, or with a ladder
 * nearly in the order of a date.
 */
export type Postings = {
  starts: Int32Array;
  rows: Int32Array;
  ladder?: Ladder;
  /** The account of each of `rows` as it was when they were grouped: rows of a code lie far apart in a large table. */
  owners?: Int32Array;
};

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

/** Notes dates that ascend with the rows beside them: each step's neighbours say it all. */
function ascendingLadder({ starts, rows }: Postings, field: string, dates: Float64Array): Ladder {
  const steps = Math.ceil(rows.length / STEP) + 1;
  const latestBefore = new Float64Array(steps).fill(Number.NEGATIVE_INFINITY);
  const earliestFrom = new Float64Array(steps).fill(Number.POSITIVE_INFINITY);
  for (let code = 0; code + 1 < starts.length; code++) {
    const [start, end] = [starts[code]!, starts[code + 1]!];
    for (let step = Math.ceil(start / STEP); step * STEP < end; step++) {
      const place = step * STEP;
      if (place > start) latestBefore[step] = dates[rows[place - 1]!]!;
      earliestFrom[step] = dates[rows[place]!]!;
    }
  }
  return { field, latestBefore, earliestFrom };
}

/** Notes dates beside grouped rows. `isAscending`: no row has an earlier date than the one before, and none lacks it. */
export function addLadder(
  postings: Postings,
  field: string,
  dates: Float64Array,
  isAscending: boolean,
): Postings {
  if (isAscending) return { ...postings, ladder: ascendingLadder(postings, field, dates) };
  const { starts, rows } = postings;
  const steps = Math.ceil(rows.length / STEP) + 1;
  const latestBefore = new Float64Array(steps).fill(Number.NEGATIVE_INFINITY);
  const earliestFrom = new Float64Array(steps).fill(Number.POSITIVE_INFINITY);
  // A row without a date is as good as infinitely late.
  const late = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) {
    const date = dates[rows[place]!]!;
    late[place] = Number.isNaN(date) ? Number.POSITIVE_INFINITY : date;
  }
  for (let code = 0; code + 1 < starts.length; code++) {
    const [start, end] = [starts[code]!, starts[code + 1]!];
    let latest = Number.NEGATIVE_INFINITY;
    for (let place = start; place < end; place++) {
      if ((place & (STEP - 1)) === 0) latestBefore[place / STEP] = latest;
      const date = late[place]!;
      if (date > latest) latest = date;
    }
    let earliest = Number.POSITIVE_INFINITY;
    for (let place = end - 1; place >= start; place--) {
      const date = late[place]!;
      if (date < earliest) earliest = date;
      if ((place & (STEP - 1)) === 0) earliestFrom[place / STEP] = earliest;
    }
  }
  return { ...postings, ladder: { field, latestBefore, earliestFrom } };
}

/** First step in [from, to) at which `isPast` holds; it holds for all steps after that. */
function firstStep(from: number, to: number, isPast: (step: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Places `from` to `to`; of those, all from `sureFrom` to `sureTo` are meant, the others have to be looked at. */
export type Stretch = { from: number; to: number; sureFrom: number; sureTo: number };

/**
 * The part of one group, places `start` to `end`, outside of which no row that was grouped has a date within the
 * bounds (both ends included, null = open).
 */
export function withinDates(
  { latestBefore, earliestFrom }: Ladder,
  start: number,
  end: number,
  bounds: { from: number | null; to: number | null },
): Stretch {
  const first = Math.ceil(start / STEP);
  const after = Math.ceil(end / STEP);
  const lowest = bounds.from ?? -Number.MAX_VALUE;
  // Rows without a date are in no window.
  const highest = bounds.to ?? Number.MAX_VALUE;
  const reached = firstStep(first, after, (step) => latestBefore[step]! >= lowest);
  const passed = firstStep(first, after, (step) => earliestFrom[step]! > highest);
  const sure = firstStep(first, after, (step) => earliestFrom[step]! >= lowest);
  const unsure = firstStep(first, after, (step) => latestBefore[step]! > highest) - 1;
  const from = reached > first ? (reached - 1) * STEP : start;
  const to = passed < after ? passed * STEP : end;
  const sureFrom = Math.min(to, sure < after ? sure * STEP : end);
  return { from, to, sureFrom, sureTo: Math.max(sureFrom, Math.min(to, unsure * STEP)) };
}
