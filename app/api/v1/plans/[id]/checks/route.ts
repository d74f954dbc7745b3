import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { planChecks } from '#lib/services/plans/plan-checks.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => planChecks(ctx, params.id));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
