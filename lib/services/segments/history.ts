import { store } from '#db/client.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { dayOfInstant, startOfDay } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { HistoryDay, SegmentHistory } from '#lib/shared/segment-activity-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requireSegment } from './segment-view.ts';

export type HistoryQuestion = {
  kind?: 'entered' | 'left' | undefined;
  /** Epoch days, both included; default: the last 90 days. */
  fromDay?: number | undefined;
  toDay?: number | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
};

const DEFAULT_DAYS = 90;

/** Entries and exits with their cause, newest first, and how many by day; within the actor's scope. */
export async function segmentHistory(
  ctx: Context,
  id: string,
  question: HistoryQuestion = {},
): Promise<SegmentHistory> {
  requireCan(ctx.actor, 'segments.read');
  const { connection } = store();
  const row = requireSegment(connection, id);
  const { timeZone } = workspaceSettings(connection);
  const today = dayOfInstant(ctx.now, timeZone);
  const toDay = question.toDay ?? today;
  const fromDay = question.fromDay ?? toDay - DEFAULT_DAYS + 1;
  if (fromDay > toDay) throw appError('invalid', 'The first day of the history lies after the last one.');
  const offset = question.cursor === undefined ? 0 : Number(question.cursor);
  if (!Number.isSafeInteger(offset) || offset < 0)
    throw appError('malformed', 'This cursor is not one of ours.');
  const limit = Math.min(Math.max(question.limit ?? 50, 1), 500);
  const asked = {
    segmentId: row.id,
    entity: row.entity,
    scope: scopeOf(ctx.actor),
    kind: question.kind ?? null,
    from: startOfDay(fromDay, timeZone),
    to: startOfDay(toDay + 1, timeZone) - 1,
  };
  const { page: moves, counts } = await heavyRead('segmentMoves', { ...asked, limit: limit + 1, offset });
  return {
    items: moves.slice(0, limit).map(({ recordId, name, ...move }) => ({
      ...move,
      recordId: toPublicId(row.entity, recordId),
      name: name ?? '(no name)',
    })),
    nextCursor: moves.length > limit ? String(offset + limit) : null,
    days: daysOf(),
  };

  /** Members at the end of each day on which anything moved, counted back from today. */
  function daysOf(): HistoryDay[] {
    const byDay = new Map<number, HistoryDay>();
    let members = 0;
    for (const { at, kind, count } of counts) {
      const dayOn = dayOfInstant(at, timeZone);
      members += kind === 'entered' ? count : -count;
      const day = byDay.get(dayOn) ?? { dayOn, entered: 0, left: 0, members };
      byDay.set(dayOn, { ...day, members, [kind]: day[kind] + count });
    }
    return [...byDay.values()].filter((day) => day.dayOn >= fromDay && day.dayOn <= toDay);
  }
}
