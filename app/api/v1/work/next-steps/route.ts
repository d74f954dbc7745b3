import { z } from 'zod';
import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { addNextStep, listNextSteps } from '#lib/services/work/next-steps.ts';
import { toWire } from '#lib/shared/wire-times.ts';
import { nextStepInput } from '#lib/shared/work-shapes.ts';

const query = z.object({ account: z.string('Say which account: ?account=acc_….') });

export const GET = apiRoute(({ ctx, readQuery }) => toWire(listNextSteps(ctx, readQuery(query).account)));

export const POST = apiRoute(async ({ ctx, readJson }) =>
  Response.json(toWire(await addNextStep(ctx, await readJson(nextStepInput))), { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
