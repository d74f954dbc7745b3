import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { changeNextStep, removeNextStep } from '#lib/services/work/next-steps.ts';
import { toWire } from '#lib/shared/wire-times.ts';
import { nextStepChange } from '#lib/shared/work-shapes.ts';

export const PATCH = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  toWire(await changeNextStep(ctx, params.id, await readJson(nextStepChange))),
);

export const DELETE = apiRoute<'id'>(({ ctx, params }) => removeNextStep(ctx, params.id));

export const { GET, POST, PUT, OPTIONS } = otherMethods('PATCH', 'DELETE');
