import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { wantedFormat } from '#lib/http/wanted-format.ts';
import { compareAccounts, compareAccountsFile } from '#lib/services/scenarios/compare-accounts.ts';
import { compareAccountsQuery } from '#lib/shared/scenario-shapes.ts';

export const GET = apiRoute(async ({ ctx, request, readQuery }) => {
  const query = readQuery(compareAccountsQuery);
  const format = wantedFormat(request);
  return format ? fileResponse(await compareAccountsFile(ctx, query), format) : compareAccounts(ctx, query);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
