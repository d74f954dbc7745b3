import { z } from 'zod';
import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { undoChange } from '#lib/services/plans/undo-change.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, readJson }) => {
  const { undoId } = await readJson(z.object({ undoId: z.string() }));
  await undoChange(ctx, params.id, undoId);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
