import 'server-only';
import type { Tx } from '#db/write.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';

/** Tells everything that keeps in step that many records changed: the change-log, and the segments' refresh. */
export function afterDataChange(tx: Tx, entity: string): void {
  tx.changed({ entity, recordId: null, op: 'bulk' });
  refreshSegmentsLater(tx);
}
