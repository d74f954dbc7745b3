import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listPins, pinRecords } from '#lib/services/segments/pin.ts';
import { pinInput, pinQuery } from '#lib/shared/pin-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(({ ctx, params, readQuery }) =>
  toWire(listPins(ctx, params.id, readQuery(pinQuery))),
);

export const POST = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  pinRecords(ctx, params.id, await readJson(pinInput)),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
