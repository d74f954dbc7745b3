import { apiRoute } from '#lib/http/api-route.ts';
import { applyModel } from '#lib/services/tiers/apply-model.ts';

export const POST = apiRoute(({ ctx }) => applyModel(ctx));
