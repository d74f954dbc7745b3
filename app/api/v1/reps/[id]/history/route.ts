import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { repHistory } from '#lib/services/plans/rep-history.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => toWire(repHistory(ctx, params.id)));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
