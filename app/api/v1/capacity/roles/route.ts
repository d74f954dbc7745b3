import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { saveRole } from '#lib/services/capacity/save-role.ts';
import { roleAssumptionsInput } from '#lib/shared/capacity-shapes.ts';

export const PUT = apiRoute(async ({ ctx, readJson }) => saveRole(ctx, await readJson(roleAssumptionsInput)));

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods('PUT');
