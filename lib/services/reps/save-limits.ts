import type { RepRow } from '#db/queries/reps/rep-rows.ts';
import { replaceAbsences, replaceSegments, replaceWords } from '#db/queries/reps/save-rep.ts';
import { findSegment } from '#db/queries/segments/segment-rows.ts';
import type { Tx } from '#db/write.ts';
import { parseIsoDay } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';
import { toRowId } from '#lib/shared/ids.ts';
import type { RepChange } from '#lib/shared/rep-shapes.ts';

type Limits = Pick<RepChange, 'allowedRegions' | 'languages' | 'tiers' | 'allowedSegmentIds' | 'absences'>;

/** Writes the lists beside a rep that a change names: where, in what and when somebody works. */
export function saveLimits(
  tx: Tx,
  repId: number,
  limits: { [key in keyof Limits]?: Limits[key] | undefined },
): void {
  const { connection } = tx;
  for (const key of ['allowedRegions', 'languages', 'tiers'] as const) {
    const labels = limits[key];
    if (labels !== undefined) replaceWords(connection, repId, key, labels);
  }
  if (limits.allowedSegmentIds !== undefined) {
    const ids = limits.allowedSegmentIds.map((id) => {
      const rowId = toRowId('segment', id);
      const segment = findSegment(connection, rowId);
      if (!segment) throw appError('not_found', `There is no segment "${id}".`);
      if (segment.entity !== 'account') {
        throw refusedField(
          'allowedSegmentIds',
          `"${segment.name}" is a segment of contacts. Who works what is said by segments of accounts.`,
        );
      }
      return rowId;
    });
    replaceSegments(connection, repId, ids);
  }
  if (limits.absences !== undefined) {
    replaceAbsences(
      connection,
      repId,
      limits.absences.map(({ fromOn, toOn, reason }) => ({
        fromOn: parseIsoDay(fromOn) ?? 0,
        toOn: parseIsoDay(toOn) ?? 0,
        reason,
      })),
    );
  }
}

/** Throws `invalid` where what is recorded of a rep contradicts itself; inside the transaction, so that nothing stays. */
export function requireSense(rep: RepRow): void {
  if (rep.capacityTouches !== null && rep.capacityHours !== null) {
    throw refusedField('capacityHours', 'Give the capacity in touches or in hours, not in both.');
  }
  if (rep.startsOn !== null && rep.endsOn !== null && rep.endsOn < rep.startsOn) {
    throw refusedField('endsOn', 'The last day is on or after the first.');
  }
  if (rep.isOpening === 0) return;
  if (rep.kind === 'pool') throw refusedField('isOpening', 'A pool is not an open place.');
  if (rep.startsOn === null) throw refusedField('startsOn', 'Say when the open place is to be filled.');
}

export function refusedField(field: string, message: string) {
  return appError('invalid', message, { issues: [{ path: `/${field}`, code: 'not_possible', message }] });
}
