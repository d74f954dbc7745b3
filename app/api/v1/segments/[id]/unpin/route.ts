import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { unpinRecords } from '#lib/services/segments/pin.ts';
import { unpinInput } from '#lib/shared/pin-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  toWire(await unpinRecords(ctx, params.id, (await readJson(unpinInput)).recordIds)),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
