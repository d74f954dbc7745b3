import { apiRoute } from '#lib/http/api-route.ts';
import { requireIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { saveSettings } from '#lib/services/settings/save.ts';
import { settingsInput } from '#lib/shared/settings-shapes.ts';

export const GET = apiRoute(({ ctx }) => getSettings(ctx));

export const PUT = apiRoute(async ({ ctx, request, readJson }) =>
  saveSettings(ctx, await readJson(settingsInput), requireIfMatch(request)),
);

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'PUT');
