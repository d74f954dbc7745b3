import { z } from 'zod';
import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { importEntities } from '#lib/imports/import-fields.ts';
import { guessOptions } from '#lib/services/imports/guess-options.ts';

const query = z.object({ entity: z.enum(importEntities) });

/** The mapping that is guessed when the rows are taken for this kind of record. */
export const GET = apiRoute<'id'>(({ ctx, params, readQuery }) =>
  guessOptions(ctx, params.id, readQuery(query).entity),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
