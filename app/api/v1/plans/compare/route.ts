import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { comparePlans } from '#lib/services/scenarios/compare-plans.ts';
import { compareQuery } from '#lib/shared/scenario-shapes.ts';

export const GET = apiRoute(({ ctx, readQuery }) => comparePlans(ctx, readQuery(compareQuery)));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
