import { store } from '#db/client.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import type { Context } from '#lib/permissions/context.ts';
import { dayOfInstant, formatIsoDay, formatIsoInstant, parseIsoDay, startOfDay } from '#lib/shared/days.ts';
import { membersQuery, readSortParameter } from '#lib/shared/segment-queries.ts';
import { isMemberSort, listMembers, type MembersPage, type MembersQuestion } from './members.ts';
import { requireSegment } from './segment-view.ts';

type Sort = NonNullable<MembersQuestion['sort']>;

/** First page of the members at the end of a calendar day (now for today, a day to come, or none); a bad order is the default one. */
export async function membersOnDay(
  ctx: Context,
  id: string,
  asked: { day?: string | undefined; sort?: string | undefined },
): Promise<{ page: MembersPage; sort: string; asOfDay: string; latestDay: string }> {
  const { timeZone } = workspaceSettings(store().connection);
  const today = dayOfInstant(ctx.now, timeZone);
  const day = asked.day === undefined ? null : parseIsoDay(asked.day);
  const isPast = day !== null && day < today;
  const wanted = membersQuery.shape.sort.safeParse(asked.sort).data ?? 'name';
  const { sort: field = 'name' } = readSortParameter<Sort>(wanted);
  const sort = isMemberSort(requireSegment(store().connection, id).entity, field) ? wanted : 'name';
  const page = await listMembers(ctx, id, {
    ...readSortParameter<Sort>(sort),
    limit: 200,
    ...(isPast ? { asOf: formatIsoInstant(startOfDay(day + 1, timeZone) - 1) } : {}),
  });
  return { page, sort, asOfDay: isPast ? formatIsoDay(day) : '', latestDay: formatIsoDay(today) };
}
