import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { applyModel } from '#lib/services/tiers/apply-model.ts';

export const POST = apiRoute(({ ctx }) => applyModel(ctx));

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
