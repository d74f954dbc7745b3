/** A small seeded generator of random numbers (mulberry32), so that every run draws the same market. */
export type Draw = () => number;

export function drawsFrom(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An index below `count`, low ones far likelier than high ones. */
export function skewed(draw: Draw, count: number): number {
  return Math.floor(draw() * draw() * count);
}
