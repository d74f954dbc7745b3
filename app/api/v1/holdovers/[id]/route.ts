import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { changeHoldover } from '#lib/services/holdovers/change.ts';
import { holdoverChange } from '#lib/shared/holdover-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const PATCH = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  toWire(await changeHoldover(ctx, params.id, await readJson(holdoverChange))),
);

export const { GET, POST, PUT, DELETE, OPTIONS } = otherMethods('PATCH');
