import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { restoreField } from '#lib/services/fields/change.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params }) => toWire(await restoreField(ctx, params.id)));

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
