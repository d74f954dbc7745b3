import { apiRoute } from '#lib/http/api-route.ts';
import { revokeToken } from '#lib/services/tokens/revoke.ts';

export const DELETE = apiRoute<'id'>(({ ctx, params }) => revokeToken(ctx, params.id));
