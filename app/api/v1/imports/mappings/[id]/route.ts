import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { getImportMapping } from '#lib/services/imports/mappings.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => getImportMapping(ctx, params.id));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
