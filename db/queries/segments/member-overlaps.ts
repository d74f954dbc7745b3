import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import type { Connection } from '../../client.ts';
import { liveIds, memberIds, scopedIds } from '../preview/record-sets.ts';

/** How many records are in exactly these of the asked segments: bit `n` of `mask` stands for the n-th. */
export type Combination = { mask: number; count: number };

/**
 * How often each combination of these segments occurs among the records within scope, those in none left out. One pass
 * over the members of each segment. For the reads worker.
 */
export function memberOverlaps(
  connection: Connection,
  question: { segmentIds: readonly number[]; entity: RootEntity; scope: Scope },
): Combination[] {
  const { segmentIds, entity, scope } = question;
  const counted = liveIds(connection, entity);
  const places = new Int32Array((counted.at(-1) ?? 0) + 1).fill(-1);
  for (const id of counted) places[id] = 0;
  if (!scope.all) {
    const inScope = new Set(scopedIds(connection, entity, scope));
    for (const id of counted) if (!inScope.has(id)) places[id] = -1;
  }
  segmentIds.forEach((segmentId, bit) => {
    for (const id of memberIds(connection, segmentId)) {
      const mask = places[id] ?? -1;
      if (mask >= 0) places[id] = mask | (1 << bit);
    }
  });
  const counts = new Map<number, number>();
  for (const mask of places) if (mask > 0) counts.set(mask, (counts.get(mask) ?? 0) + 1);
  return [...counts].map(([mask, count]) => ({ mask, count })).sort((a, b) => b.count - a.count);
}
