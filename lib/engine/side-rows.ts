import type { SideColumn } from './columns.ts';
import { postingsOf } from './postings.ts';

/** Whether a side row counts at an instant (epoch ms). */
export function holdsAt({ owners, span }: SideColumn, row: number, asOf: number): boolean {
  if ((owners[row] ?? -1) < 0) return false;
  return !span || ((span.from[row] ?? 0) <= asOf && (span.to[row] ?? 0) > asOf);
}

/** Places of a record's values, ascending. Grouped once; values that came later lie in a short tail. */
export function sideRowsOf(side: SideColumn, owner: number): number[] {
  if (!side.byOwner || side.used - side.byOwner.used > 4_096) {
    side.byOwner = { ...postingsOf(side.owners, side.used), used: side.used };
  }
  const { starts, rows, used } = side.byOwner;
  const found: number[] = [];
  const end = starts[owner + 1] ?? 0;
  for (let place = starts[owner] ?? end; place < end; place++) {
    const row = rows[place]!;
    if (side.owners[row] === owner) found.push(row);
  }
  for (let row = used; row < side.used; row++) if (side.owners[row] === owner) found.push(row);
  return found;
}
