import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { undoAcceptance } from '#lib/services/requests/undo-acceptance.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params }) => toWire(await undoAcceptance(ctx, params.id)));

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
