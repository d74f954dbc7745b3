/** Where a dragged row would land: beside a row, or into an empty group. */
export type DropPlace = { overId: string; side: 'before' | 'after' | 'inside' };

/**
 * The innermost row (`data-node`) under a point of the window; `isEmptyGroup` rows take what is dropped into them. Null
 * where no row is, or only the dragged one and what it holds.
 */
export function placeAt(
  point: { x: number; y: number },
  draggedId: string,
  isEmptyGroup: (id: string) => boolean,
): DropPlace | null {
  const row = document
    .elementsFromPoint(point.x, point.y)
    .map((element) => element.closest<HTMLElement>('[data-node]'))
    .find((element) => element !== null);
  const overId = row?.dataset.node;
  if (!row || overId === undefined || row.closest(`[data-node="${CSS.escape(draggedId)}"]`)) return null;
  if (isEmptyGroup(overId)) return { overId, side: 'inside' };
  const { top, height } = row.getBoundingClientRect();
  return { overId, side: point.y < top + height / 2 ? 'before' : 'after' };
}

const EDGE_PX = 40;
const MOST_STEP_PX = 16;

/** How far a list scrolls for a pointer near its upper or lower edge, in pixels a frame. */
export function scrollStep(y: number, { top, bottom }: { top: number; bottom: number }): number {
  const above = top + EDGE_PX - y;
  const below = y - (bottom - EDGE_PX);
  const depth = above > 0 ? -above : below > 0 ? below : 0;
  return Math.max(-1, Math.min(1, depth / EDGE_PX)) * MOST_STEP_PX;
}
