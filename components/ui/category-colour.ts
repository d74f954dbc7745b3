const COLOURS = 10;

const PUBLIC_ID = /^[a-z]{3}_([0-9a-z]{1,11})$/;

/**
 * The categorical colour (1–10) of a thing, the same on every page and every day. Public ids count their kind, so the
 * first ten of a kind differ; any other text is hashed (FNV-1a).
 */
export function categoryColour(id: string): number {
  const number = PUBLIC_ID.exec(id)?.[1];
  if (number !== undefined) return ((((Number.parseInt(number, 36) - 1) % COLOURS) + COLOURS) % COLOURS) + 1;
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  }
  return (((hash ^ (hash >>> 15)) >>> 0) % COLOURS) + 1;
}

/** CSS value of a categorical colour: the mark, its text or its tint. */
export function categoryVar(colour: number, part: 'mark' | 'ink' | 'soft' = 'mark'): string {
  const slot = ((((Math.trunc(colour) - 1) % COLOURS) + COLOURS) % COLOURS) + 1;
  return part === 'mark' ? `var(--cat-${slot})` : `var(--cat-${slot}-${part})`;
}

/**
 * Colours for several things in one picture: each keeps its own colour by id where it can, and a clash moves on to the
 * next free one, so ten things never share a colour. Depends only on the set of ids, not on their order.
 */
export function distinctColours(ids: readonly string[]): Map<string, number> {
  const taken = new Set<number>();
  const colours = new Map<string, number>();
  for (const id of [...new Set(ids)].sort()) {
    let colour = categoryColour(id);
    for (let step = 0; step < COLOURS && taken.has(colour); step++) colour = (colour % COLOURS) + 1;
    taken.add(colour);
    colours.set(id, colour);
  }
  return colours;
}
