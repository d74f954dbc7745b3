import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listSignals } from '#lib/services/activities/list-signals.ts';
import { sendSignals } from '#lib/services/activities/send-signals.ts';
import { signalBatchInput, signalListQuery } from '#lib/shared/activity-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

const MAX_BYTES = 4 * 1024 * 1024;

export const GET = apiRoute(async ({ ctx, request, readQuery }) =>
  toWire(await listSignals(ctx, readQuery(signalListQuery), request.signal)),
);

export const POST = apiRoute(async ({ ctx, readJson }) =>
  sendSignals(ctx, (await readJson(signalBatchInput, { maxBytes: MAX_BYTES })).signals),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
