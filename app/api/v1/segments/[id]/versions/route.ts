import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listVersions } from '#lib/services/segments/versions.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) =>
  toWire({ items: listVersions(ctx, params.id), nextCursor: null }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
