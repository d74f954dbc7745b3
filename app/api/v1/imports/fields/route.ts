import { apiRoute } from '#lib/http/api-route.ts';
import { listImportFields } from '#lib/services/imports/list-fields.ts';

export const GET = apiRoute(({ ctx }) => listImportFields(ctx));
