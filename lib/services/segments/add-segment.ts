import type { Connection } from '#db/client.ts';
import { insertSegment, type NewSegment } from '#db/queries/segments/save-segment.ts';
import { findSegmentByName } from '#db/queries/segments/segment-rows.ts';
import type { Tx } from '#db/write.ts';
import { appError } from '#lib/shared/errors.ts';
import { foldText } from '#lib/shared/text.ts';

/** Refuses a name that another segment has (the Trash aside). */
export function requireFreeName(connection: Connection, name: string, exceptId: number | null): void {
  const taken = findSegmentByName(connection, foldText(name));
  if (taken === null || taken === exceptId) return;
  const message = `There is already a segment named "${name}".`;
  throw appError('invalid', message, { issues: [{ path: '/name', code: 'name_taken', message }] });
}

/** A name that is free: the wanted one, else with the next number behind it. */
export function freeName(connection: Connection, wanted: string): string {
  if (findSegmentByName(connection, foldText(wanted)) === null) return wanted;
  for (let number = 2; ; number++) {
    const name = `${wanted} (${number})`;
    if (findSegmentByName(connection, foldText(name)) === null) return name;
  }
}

/** Adds a draft within the caller's write; returns its row id. */
export function addSegment(tx: Tx, segment: NewSegment, now: number): number {
  const id = insertSegment(tx.connection, segment, now);
  tx.audit({
    action: 'segment.create',
    entity: 'segment',
    recordId: id,
    summary: `Created the segment "${segment.name}".`,
    after: { ...segment, draft: JSON.parse(segment.draft) as unknown },
  });
  tx.changed({ entity: 'segment', recordId: id, op: 'create' });
  return id;
}
