import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listImportFields } from '#lib/services/imports/list-fields.ts';

export const GET = apiRoute(({ ctx }) => listImportFields(ctx));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
