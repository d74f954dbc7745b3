import { type Bits, clearBit, emptyBits, setBit } from './bitset.ts';

/** Rows by a number, smallest first, as it was when they were sorted; `ladder` has every `STEP`th of those numbers. */
export type SortedRows = { rows: Int32Array; ladder: Float64Array; known: Bits };

const STEP = 64;
const DIGIT = 65_536;

/** Numbers as unsigned 64-bit keys of the same order, low and high halves side by side. */
function keysOf(values: Float64Array, rows: Int32Array, descending: boolean): Uint32Array {
  const numbers = new Float64Array(rows.length);
  // Adding 0 makes -0 and 0 one number.
  for (let index = 0; index < rows.length; index++) numbers[index] = values[rows[index]!]! + 0;
  const halves = new Uint32Array(numbers.buffer);
  for (let at = 0; at < halves.length; at += 2) {
    const high = halves[at + 1]!;
    // Of a negative number all bits turn, of another one the sign; and all once more to sort downwards.
    const turned = high >>> 31 === 1 ? 0xffffffff : 0;
    const again = descending ? 0xffffffff : 0;
    halves[at] = halves[at]! ^ turned ^ again;
    halves[at + 1] = high ^ (turned | 0x80000000) ^ again;
  }
  return halves;
}

/** One pass of a radix sort by a 16-bit digit; null when all have the same. */
function passBy(keys: Uint32Array, order: Int32Array, half: number, shift: number): Int32Array | null {
  const starts = new Int32Array(DIGIT + 1);
  for (let index = 0; index < order.length; index++) {
    starts[((keys[index * 2 + half]! >>> shift) & 0xffff) + 1]! += 1;
  }
  if (starts.includes(order.length)) return null;
  for (let digit = 0; digit < DIGIT; digit++) starts[digit + 1]! += starts[digit]!;
  const next = new Int32Array(order.length);
  for (const index of order) next[starts[(keys[index * 2 + half]! >>> shift) & 0xffff]!++] = index;
  return next;
}

/** The first `used` rows that have a number, in its order, ties by row (least significant digit first radix sort). */
export function rowsByNumber(values: Float64Array, used: number, descending = false): Int32Array {
  let known = 0;
  for (let row = 0; row < used; row++) if (!Number.isNaN(values[row]!)) known += 1;
  const rows = new Int32Array(known);
  for (let row = 0, at = 0; row < used; row++) if (!Number.isNaN(values[row]!)) rows[at++] = row;
  const keys = keysOf(values, rows, descending);
  let order: Int32Array = Int32Array.from(rows, (_, index) => index);
  for (const half of [0, 1]) {
    for (const shift of [0, 16]) order = passBy(keys, order, half, shift) ?? order;
  }
  return order.map((index) => rows[index]!);
}

export function sortedRows(values: Float64Array, used: number): SortedRows {
  const rows = rowsByNumber(values, used);
  const ladder = new Float64Array(Math.ceil(rows.length / STEP));
  for (let step = 0; step < ladder.length; step++) ladder[step] = values[rows[step * STEP]!]!;
  const known = emptyBits(values.length);
  for (let place = 0; place < rows.length; place++) setBit(known, rows[place]!);
  return { rows, ladder, known };
}

/** First step whose number is at least (or, `above`, more than) a bound. */
function stepOf(ladder: Float64Array, bound: number, above: boolean): number {
  let low = 0;
  let high = ladder.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const number = ladder[middle]!;
    if (above ? number > bound : number >= bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Rows whose number lies in [low, high]: those inside are set, or those outside taken from all that have a number,
 * whichever are fewer. Rows in `loose` have changed since the sorting and are looked at one by one.
 */
export function sortedRangeBits(
  { rows, ladder, known }: SortedRows,
  values: Float64Array,
  low: number,
  high: number,
  loose: ReadonlySet<number>,
): Bits {
  const first = stepOf(ladder, low, false);
  const after = stepOf(ladder, high, true);
  const from = Math.max(0, (first - 1) * STEP);
  const to = Math.max(from, Math.min(rows.length, after * STEP));
  const sureFrom = Math.min(to, Math.max(from, first * STEP));
  const sureTo = Math.max(sureFrom, Math.min(to, (after - 1) * STEP));
  const isMostly = (to - from) * 2 > rows.length;
  const bits: Bits = isMostly ? { size: known.size, words: known.words.slice() } : emptyBits(values.length);
  const { words } = bits;
  const turn = (start: number, end: number) => {
    for (let place = start; place < end; place++) {
      const row = rows[place]!;
      words[row >>> 5]! ^= 1 << (row & 31);
    }
  };
  const look = (row: number) => {
    if (values[row]! >= low && values[row]! <= high) setBit(bits, row);
    else clearBit(bits, row);
  };
  if (isMostly) {
    turn(0, from);
    turn(to, rows.length);
  } else turn(sureFrom, sureTo);
  for (let place = from; place < sureFrom; place++) look(rows[place]!);
  for (let place = sureTo; place < to; place++) look(rows[place]!);
  for (const row of loose) look(row);
  return bits;
}
