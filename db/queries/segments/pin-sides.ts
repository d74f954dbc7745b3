import 'server-only';
import type { PinSides } from '#lib/rules/pins.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Connection } from '../../client.ts';

/** Which sides each segment has, or once had, pins of, by public id; most segments have none. Read once. */
export function pinSidesOf(connection: Connection): (segmentId: string) => PinSides | null {
  const rows = connection
    .prepare<[], { segmentId: number; side: 'in' | 'out' }>(
      `SELECT s.id AS segmentId, w.side FROM segments s JOIN (SELECT 'in' AS side UNION ALL SELECT 'out') w
       WHERE EXISTS (SELECT 1 FROM segment_pins p WHERE p.segment_id = s.id AND p.side = w.side)`,
    )
    .all();
  const sides = new Map<string, PinSides>();
  for (const { segmentId, side } of rows) {
    const id = toPublicId('segment', segmentId);
    sides.set(id, { ...(sides.get(id) ?? { in: false, out: false }), [side]: true });
  }
  return (segmentId) => sides.get(segmentId) ?? null;
}
