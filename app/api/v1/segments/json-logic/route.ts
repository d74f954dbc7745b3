import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { ruleAsJsonLogic } from '#lib/services/segments/rule-as-json-logic.ts';
import { formatIsoInstant } from '#lib/shared/days.ts';
import { jsonLogicInput } from '#lib/shared/segment-activity-shapes.ts';

export const POST = apiRoute(async ({ ctx, readJson }) => {
  const { definition } = await readJson(jsonLogicInput);
  // Not through toWire as a whole: a rule's own numbers are no times.
  const { logic, asOf } = ruleAsJsonLogic(ctx, definition);
  return { logic, asOf: formatIsoInstant(asOf) };
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
