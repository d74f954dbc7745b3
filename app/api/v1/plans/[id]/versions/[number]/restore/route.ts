import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { restoreVersion } from '#lib/services/plans/restore-version.ts';
import { restoreQuery } from '#lib/shared/plan-shapes.ts';
import { versionNote } from '#lib/shared/publish-shapes.ts';

export const POST = apiRoute<'id' | 'number'>(async ({ ctx, params, readQuery, readJson }) =>
  restoreVersion(ctx, params.id, Number(params.number), {
    ...(await readJson(versionNote)),
    isDry: readQuery(restoreQuery).dryRun,
  }),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
