import { apiRoute } from '#lib/http/api-route.ts';
import { readIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { restoreVersion } from '#lib/services/segments/versions.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute<'id' | 'number'>(async ({ ctx, params, request }) =>
  toWire(await restoreVersion(ctx, params.id, Number(params.number), readIfMatch(request))),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
