import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { withdrawVersion } from '#lib/services/plans/withdraw-version.ts';
import { versionNote } from '#lib/shared/publish-shapes.ts';

export const POST = apiRoute<'id' | 'number'>(async ({ ctx, params, readJson }) =>
  withdrawVersion(ctx, params.id, Number(params.number), await readJson(versionNote)),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
