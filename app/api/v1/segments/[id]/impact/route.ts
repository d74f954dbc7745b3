import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { impactRecords } from '#lib/services/segments/impact-records.ts';
import { impactQuery } from '#lib/shared/segment-queries.ts';

export const GET = apiRoute<'id'>(({ ctx, params, readQuery }) =>
  impactRecords(ctx, params.id, readQuery(impactQuery)),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
