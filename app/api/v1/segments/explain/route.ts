import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { explainMembership } from '#lib/services/segments/explain.ts';
import { explainInput } from '#lib/shared/segment-activity-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute(async ({ ctx, readJson }) =>
  toWire(await explainMembership(ctx, await readJson(explainInput))),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
