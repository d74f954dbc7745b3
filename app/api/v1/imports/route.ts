import { z } from 'zod';
import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { createImport } from '#lib/services/imports/create.ts';
import { requireImports } from '#lib/services/imports/may-import.ts';
import { listImports } from '#lib/services/imports/list.ts';
import { receiveUpload } from './receive-upload.ts';

const query = z.object({
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().optional(),
});

export const GET = apiRoute(({ ctx, readQuery }) => {
  const { limit, cursor } = readQuery(query);
  return listImports(ctx, { ...(limit === undefined ? {} : { limit }), cursor: cursor ?? null });
});

export const POST = apiRoute(async ({ ctx, request }) => {
  requireImports(ctx);
  const received = await receiveUpload(ctx, request);
  const made = await createImport(ctx, received);
  return Response.json(made, { status: 202, headers: { location: `/api/v1/imports/${made.id}` } });
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
