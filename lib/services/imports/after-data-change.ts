import 'server-only';
import type { Tx } from '#db/write.ts';
import { placeNewLater } from '#lib/services/plans/place-new.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';

/** Tells everything that keeps in step that many records changed: the change-log, the segments' refresh, the plan. */
export function afterDataChange(tx: Tx, entity: string): void {
  tx.changed({ entity, recordId: null, op: 'bulk' });
  refreshSegmentsLater(tx);
  placeNewLater(tx);
}
