import { apiRoute } from '#lib/http/api-route.ts';
import { getImportMapping } from '#lib/services/imports/mappings.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => getImportMapping(ctx, params.id));
