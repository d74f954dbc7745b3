import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { createFromTemplate, listTemplates } from '#lib/services/segments/from-template.ts';
import { templateInput } from '#lib/shared/segment-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(({ ctx }) => ({ items: listTemplates(ctx), nextCursor: null }));

export const POST = apiRoute(async ({ ctx, readJson }) => {
  const { templateId } = await readJson(templateInput);
  const items = await createFromTemplate(ctx, templateId);
  return Response.json(toWire({ items, nextCursor: null }), { status: 201 });
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
