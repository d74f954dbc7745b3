import 'server-only';
import { type Connection, store } from '#db/client.ts';
import { findRepRow, listRepRows, type RepRow } from '#db/queries/reps/rep-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { formatIsoDay } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { Rep } from '#lib/shared/rep-shapes.ts';

/** Reps and pools that the actor's scope reaches, active ones first. */
export function listReps(ctx: Context): { items: Rep[]; nextCursor: null } {
  requireCan(ctx.actor, 'plans.read');
  return { items: listRepRows(store().connection, scopeOf(ctx.actor)).map(repView), nextCursor: null };
}

/** One rep or pool. Throws `not_found`, or `forbidden` outside the actor's scope. */
export function getRep(ctx: Context, id: string): Rep {
  requireCan(ctx.actor, 'plans.read');
  const row = requireRep(store().connection, id);
  const scope = scopeOf(ctx.actor);
  if (!scope.all && !scope.repIds.includes(row.id)) {
    throw appError('forbidden', 'This rep is not in your team, so you cannot see their book.');
  }
  return repView(row);
}

export function requireRep(connection: Connection, id: string): RepRow {
  const row = findRepRow(connection, toRowId('rep', id));
  if (!row) throw appError('not_found', `There is no rep "${id}".`);
  return row;
}

export function repView({ id, managerId, isActive, isOpening, memberIds, ...row }: RepRow): Rep {
  const days = JSON.parse(row.absences) as { fromOn: number; toOn: number; reason: string | null }[];
  return {
    id: toPublicId('rep', id),
    ...row,
    managerId: managerId === null ? null : toPublicId('rep', managerId),
    isActive: isActive === 1,
    isOpening: isOpening === 1,
    startsOn: row.startsOn === null ? null : formatIsoDay(row.startsOn),
    endsOn: row.endsOn === null ? null : formatIsoDay(row.endsOn),
    allowedRegions: JSON.parse(row.allowedRegions) as string[],
    languages: JSON.parse(row.languages) as string[],
    tiers: JSON.parse(row.tiers) as string[],
    allowedSegmentIds: idsOf('segment', row.allowedSegmentIds),
    absences: days.map(({ fromOn, toOn, reason }) => ({
      fromOn: formatIsoDay(fromOn),
      toOn: formatIsoDay(toOn),
      reason,
    })),
    memberIds: idsOf('rep', memberIds),
  };
}

function idsOf(kind: 'rep' | 'segment', list: string): string[] {
  return (JSON.parse(list) as number[]).map((id) => toPublicId(kind, id));
}
