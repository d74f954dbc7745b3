import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listCustomFields } from '#lib/services/fields/list-custom.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(({ ctx }) => toWire(listCustomFields(ctx)));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
