import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { revokeToken } from '#lib/services/tokens/revoke.ts';

export const DELETE = apiRoute<'id'>(({ ctx, params }) => revokeToken(ctx, params.id));

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods('DELETE');
