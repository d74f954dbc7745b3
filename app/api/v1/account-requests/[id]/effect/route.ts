import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { effectOfRequest } from '#lib/services/requests/effect.ts';
import { effectQuerySchema } from '#lib/shared/request-shapes.ts';

export const GET = apiRoute<'id'>(({ ctx, params, readQuery }) =>
  effectOfRequest(ctx, params.id, readQuery(effectQuerySchema).toRepId),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
