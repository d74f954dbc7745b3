import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { snoozeAccount, unsnoozeAccount } from '#lib/services/work/snooze.ts';
import { toWire } from '#lib/shared/wire-times.ts';
import { snoozeInput, snoozeQuery } from '#lib/shared/work-shapes.ts';

export const PUT = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  toWire(await snoozeAccount(ctx, params.id, await readJson(snoozeInput))),
);

export const DELETE = apiRoute<'id'>(async ({ ctx, params, readQuery }) =>
  toWire(await unsnoozeAccount(ctx, params.id, readQuery(snoozeQuery).rep)),
);

export const { GET, POST, PATCH, OPTIONS } = otherMethods('PUT', 'DELETE');
