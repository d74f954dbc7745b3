/** A set of cells, one bit each. Sets of one variable have the same length. */
export type CellSet = Uint32Array;

/**
 * The values that one thing may have (a field, a measure, a membership), cut into cells so that every condition on it is a
 * set of whole cells. More cells than can really occur are harmless: then less is found, never something wrong.
 */
export type Domain<Asked> = { all: CellSet; setOf: (asked: Asked) => CellSet };

export function cellsWhere(count: number, holds: (cell: number) => boolean): CellSet {
  const set = new Uint32Array(Math.ceil(count / 32));
  for (let cell = 0; cell < count; cell += 1) {
    if (holds(cell)) set[cell >>> 5] = (set[cell >>> 5] ?? 0) | (1 << (cell & 31));
  }
  return set;
}

export function both(a: CellSet, b: CellSet): CellSet {
  return a.map((word, at) => word & (b[at] ?? 0));
}

export function butNot(a: CellSet, b: CellSet): CellSet {
  return a.map((word, at) => word & ~(b[at] ?? 0));
}

export function isNone(set: CellSet): boolean {
  return set.every((word) => word === 0);
}
