import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { logActivity } from '#lib/services/activities/log-activity.ts';
import { activityInput } from '#lib/shared/activity-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute(async ({ ctx, readJson }) =>
  Response.json(toWire(await logActivity(ctx, await readJson(activityInput))), { status: 201 }),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
