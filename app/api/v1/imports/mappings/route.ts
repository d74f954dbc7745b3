import { z } from 'zod';
import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { importOptionsSchema } from '#lib/imports/options.ts';
import { listImportMappings, saveImportMapping } from '#lib/services/imports/mappings.ts';

const input = z.object({ name: z.string(), options: importOptionsSchema });

export const GET = apiRoute(({ ctx }) => listImportMappings(ctx));

export const POST = apiRoute(async ({ ctx, readJson }) =>
  Response.json(await saveImportMapping(ctx, await readJson(input, { maxBytes: 4 * 1024 * 1024 })), {
    status: 201,
  }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
