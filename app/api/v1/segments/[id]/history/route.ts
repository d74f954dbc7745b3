import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { segmentHistory } from '#lib/services/segments/history.ts';
import { parseIsoDay } from '#lib/shared/days.ts';
import { historyQuery } from '#lib/shared/segment-queries.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(async ({ ctx, params, readQuery }) => {
  const { from, to, ...query } = readQuery(historyQuery);
  const day = (text: string | undefined) =>
    text === undefined ? undefined : (parseIsoDay(text) ?? undefined);
  return toWire(await segmentHistory(ctx, params.id, { ...query, fromDay: day(from), toDay: day(to) }));
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
