import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { wantedFormat } from '#lib/http/wanted-format.ts';
import { capacityFile } from '#lib/services/capacity/file.ts';
import { capacityOfPlan } from '#lib/services/capacity/of-plan.ts';
import { capacityQuery } from '#lib/shared/capacity-shapes.ts';

export const GET = apiRoute(async ({ ctx, request, readQuery }) => {
  const view = await capacityOfPlan(ctx, readQuery(capacityQuery));
  const format = wantedFormat(request);
  return format ? fileResponse(capacityFile(view), format) : view;
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
