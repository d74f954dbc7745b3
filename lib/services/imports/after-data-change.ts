import 'server-only';
import type { Tx } from '#db/write.ts';
import { endDue } from '#lib/services/holdovers/end-due.ts';
import { placeNewLater } from '#lib/services/plans/place-new.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';

/** Tells what reads along that a write of many holds records of any kind; `afterDataChange` follows the last one. */
export function noteBatch(tx: Tx): void {
  tx.changed({ entity: 'import', recordId: null, op: 'bulk' });
}

/**
 * Tells everything that keeps in step that many records changed: the change-log, the segments' refresh, the plan, deals that were
 * held over until they closed. `now` is epoch ms.
 */
export function afterDataChange(tx: Tx, entity: string, now: number): void {
  tx.changed({ entity, recordId: null, op: 'bulk' });
  if (entity === 'opportunity') endDue(now, tx);
  refreshSegmentsLater(tx);
  placeNewLater(tx);
}
