import { apiRoute } from '#lib/http/api-route.ts';
import { readIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { refuseRequest } from '#lib/services/requests/decide.ts';
import { refuseRequestSchema } from '#lib/shared/request-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, request, readJson }) =>
  toWire(
    await refuseRequest(ctx, params.id, (await readJson(refuseRequestSchema)).answer, readIfMatch(request)),
  ),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
