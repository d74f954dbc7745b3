/** A set of records by ordinal: one bit each, bits past `size` always 0. */
export type Bits = { readonly size: number; readonly words: Uint32Array };

export function emptyBits(size: number): Bits {
  return { size, words: new Uint32Array((size + 31) >>> 5) };
}

/** Takes off what lies past the size; to be called after words were turned. */
export function maskLastWord(bits: Bits): Bits {
  const used = bits.size & 31;
  if (used !== 0) bits.words[bits.words.length - 1]! &= 2 ** used - 1;
  return bits;
}

export function fullBits(size: number): Bits {
  const bits = emptyBits(size);
  bits.words.fill(0xffffffff);
  return maskLastWord(bits);
}

export function setBit(bits: Bits, ordinal: number): void {
  bits.words[ordinal >>> 5]! |= 1 << (ordinal & 31);
}

export function clearBit(bits: Bits, ordinal: number): void {
  bits.words[ordinal >>> 5]! &= ~(1 << (ordinal & 31));
}

export function hasBit(bits: Bits, ordinal: number): boolean {
  return ((bits.words[ordinal >>> 5] ?? 0) & (1 << (ordinal & 31))) !== 0;
}

export function and(a: Bits, b: Bits): Bits {
  const result = emptyBits(a.size);
  const { words } = result;
  const [left, right] = [a.words, b.words];
  for (let index = 0; index < words.length; index++) words[index] = left[index]! & right[index]!;
  return result;
}

export function or(a: Bits, b: Bits): Bits {
  const result = emptyBits(a.size);
  const { words } = result;
  const [left, right] = [a.words, b.words];
  for (let index = 0; index < words.length; index++) words[index] = left[index]! | right[index]!;
  return result;
}

/** In `a` and not in `b`. */
export function andNot(a: Bits, b: Bits): Bits {
  const result = emptyBits(a.size);
  const { words } = result;
  const [left, right] = [a.words, b.words];
  for (let index = 0; index < words.length; index++) words[index] = left[index]! & ~right[index]!;
  return result;
}

export function not(bits: Bits): Bits {
  const result = emptyBits(bits.size);
  const { words } = result;
  for (let index = 0; index < words.length; index++) words[index] = ~bits.words[index]!;
  return maskLastWord(result);
}

/** In all three: one pass costs hardly more than that over two. */
function andThree(a: Bits, b: Bits, c: Bits): Bits {
  const result = emptyBits(a.size);
  const { words } = result;
  const [first, second, third] = [a.words, b.words, c.words];
  for (let index = 0; index < words.length; index++)
    words[index] = first[index]! & second[index]! & third[index]!;
  return result;
}

/**
 * In every one of `ins` and in none of `outs`; everyone when there are neither. At most one new set, however many are
 * given.
 */
export function meetAll(ins: readonly Bits[], outs: readonly Bits[], size: number): Bits {
  const [first, second, third] = ins;
  const [out] = outs;
  if (first && !second && !out) return first;
  const common = first && second && (third ? andThree(first, second, third) : and(first, second));
  const less = first && out && !second ? andNot(first, out) : null;
  const met = common ?? less ?? (out ? not(out) : fullBits(size));
  const { words } = met;
  for (const { words: other } of ins.slice(3)) {
    for (let index = 0; index < words.length; index++) words[index]! &= other[index]!;
  }
  for (const { words: other } of outs.slice(second ? 0 : 1)) {
    for (let index = 0; index < words.length; index++) words[index]! &= ~other[index]!;
  }
  return met;
}

/** In at least one of the sets; nobody when there are none. */
export function orAll(parts: readonly Bits[], size: number): Bits {
  const [first, second, ...rest] = parts;
  if (!first || !second) return first ?? emptyBits(size);
  const result = or(first, second);
  for (const { words } of rest) {
    for (let index = 0; index < words.length; index++) result.words[index]! |= words[index]!;
  }
  return result;
}

/**
 * Bits set in one 32-bit word (the usual parallel sum, Hacker's Delight 5-1). Each step says that it is an integer: taken
 * for fractions by the compiler, it costs four times as much.
 */
export function popcount(word: number): number {
  let bits = word | 0;
  bits = (bits - ((bits >>> 1) & 0x55555555)) | 0;
  bits = ((bits & 0x33333333) + ((bits >>> 2) & 0x33333333)) | 0;
  bits = ((bits + (bits >>> 4)) | 0) & 0x0f0f0f0f;
  return Math.imul(bits, 0x01010101) >>> 24;
}

export function countBits(bits: Bits): number {
  let count = 0;
  const { words } = bits;
  for (let index = 0; index < words.length; index++) count += popcount(words[index]!);
  return count;
}

/** Size of the intersection, without making it. */
export function countAnd(a: Bits, b: Bits): number {
  let count = 0;
  const [left, right] = [a.words, b.words];
  for (let index = 0; index < left.length; index++) count += popcount(left[index]! & right[index]!);
  return count;
}

/** How many are in one of the sets and not in the other. Made for sets that hardly differ: eight words are one look. */
export function xorCount(a: Bits, b: Bits): number {
  const [left, right] = [a.words, b.words];
  let count = 0;
  for (let start = 0; start < left.length; start += 8) {
    const end = Math.min(start + 8, left.length);
    let differing = 0;
    for (let at = start; at < end; at++) differing |= left[at]! ^ right[at]!;
    if (differing === 0) continue;
    for (let at = start; at < end; at++) count += popcount(left[at]! ^ right[at]!);
  }
  return count;
}

/** The ordinals of a set, ascending. */
export function ordinalsOf(bits: Bits): Int32Array {
  const { words } = bits;
  const ordinals = new Int32Array(countBits(bits));
  let found = 0;
  for (let index = 0; index < words.length; index++) {
    // Signed, so that its negative is an integer too.
    let word = words[index]! | 0;
    const base = index * 32 + 31;
    while (word !== 0) {
      ordinals[found++] = base - Math.clz32(word & -word);
      word &= word - 1;
    }
  }
  return ordinals;
}

/** Calls `visit` with each ordinal in the set, ascending. */
export function forEachBit(bits: Bits, visit: (ordinal: number) => void): void {
  for (let index = 0; index < bits.words.length; index++) {
    let word = (bits.words[index] ?? 0) | 0;
    while (word !== 0) {
      visit(index * 32 + 31 - Math.clz32(word & -word));
      word &= word - 1;
    }
  }
}
