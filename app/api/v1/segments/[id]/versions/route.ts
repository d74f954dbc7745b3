import { apiRoute } from '#lib/http/api-route.ts';
import { listVersions } from '#lib/services/segments/versions.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) =>
  toWire({ items: listVersions(ctx, params.id), nextCursor: null }),
);
