/** Seeded chance. The same seed and subject always give the same sequence. */
export type Random = {
  /** [0, 1). */
  next: () => number;
  chance: (rate: number) => boolean;
  /** Whole number, both ends included. */
  int: (low: number, high: number) => number;
  between: (low: number, high: number) => number;
  pick: <T>(items: readonly T[]) => T;
  /** Standard normal. */
  normal: () => number;
  logNormal: (median: number, sigma: number) => number;
  /** Whole number with this mean. */
  poisson: (mean: number) => number;
};

/** FNV-1a, so that each subject draws from its own sequence. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Tommy Ettinger's mulberry32. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function createRandom(seed: number, subject: string): Random {
  const next = mulberry32(hashText(`${seed}/${subject}`));
  /** Box–Muller. */
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    normal,
    chance: (rate) => next() < rate,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    between: (low, high) => low + next() * (high - low),
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('Nothing to pick from.');
      return item;
    },
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    /** Knuth's product of uniforms; means here are small. */
    poisson: (mean) => {
      const limit = Math.exp(-mean);
      let product = next();
      let count = 0;
      while (product > limit) {
        product *= next();
        count++;
      }
      return count;
    },
  };
}

/** Draws items in proportion to their weights. */
export function weightedPicker<T>(items: readonly T[], weightOf: (item: T) => number): (random: Random) => T {
  const bounds: number[] = [];
  let total = 0;
  for (const item of items) bounds.push((total += weightOf(item)));
  return (random) => {
    const target = random.next() * total;
    let low = 0;
    let high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((bounds[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    const item = items[low];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  };
}
