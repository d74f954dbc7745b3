import { apiRoute } from '#lib/http/api-route.ts';
import { impactRecords } from '#lib/services/segments/impact-records.ts';
import { impactQuery } from '#lib/shared/segment-queries.ts';

export const GET = apiRoute<'id'>(({ ctx, params, readQuery }) =>
  impactRecords(ctx, params.id, readQuery(impactQuery)),
);
