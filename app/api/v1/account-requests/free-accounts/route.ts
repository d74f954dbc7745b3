import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { freeAccounts } from '#lib/services/requests/choices.ts';
import { freeAccountsQuerySchema } from '#lib/shared/request-shapes.ts';

export const GET = apiRoute(({ ctx, readQuery }) => freeAccounts(ctx, readQuery(freeAccountsQuerySchema).q));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
