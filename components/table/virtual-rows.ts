type View = { top: number; height: number };

/** Rows drawn beyond what is in view, on each side. */
const AROUND = 12;

/** Where each row begins, and at the end where the last one ends. */
export function offsetsOf(heights: readonly number[]): number[] {
  const offsets = [0];
  for (const height of heights) offsets.push((offsets.at(-1) ?? 0) + height);
  return offsets;
}

/** The row at a height: the last one that begins at or above it. */
function rowAt(offsets: readonly number[], at: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Rows to draw, the end excluded. */
export function drawnRange(offsets: readonly number[], { top, height }: View): { from: number; to: number } {
  const count = offsets.length - 1;
  return {
    from: Math.max(0, rowAt(offsets, top) - AROUND),
    to: Math.min(count, rowAt(offsets, top + height) + 1 + AROUND),
  };
}

/** How far to scroll so that a row is wholly in view; not at all when it is. */
export function scrollTopFor(offsets: readonly number[], index: number, { top, height }: View): number {
  const start = offsets[index] ?? 0;
  const end = offsets[index + 1] ?? start;
  if (start < top) return start;
  return end > top + height ? end - height : top;
}
