import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { wantedFormat } from '#lib/http/wanted-format.ts';
import { accountFile } from '#lib/services/accounts/account-file.ts';
import { createAccount } from '#lib/services/accounts/create.ts';
import { exportAccounts, listAccounts } from '#lib/services/accounts/list.ts';
import { parseRule } from '#lib/services/records/list-definition.ts';
import { listCustomColumns } from '#lib/services/fields/list-columns.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { accountListQuery, recordChangeInput } from '#lib/shared/account-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(async ({ ctx, request, readQuery }) => {
  const { format: _format, columns, rule, ...query } = readQuery(accountListQuery);
  const asked = { ...query, rule: parseRule(rule) };
  const format = wantedFormat(request);
  if (format === null) return toWire(await listAccounts(ctx, asked, request.signal));
  const items = await exportAccounts(ctx, { query: asked });
  const { currency } = getSettings(ctx).settings;
  return fileResponse(
    accountFile(items, columns?.split(','), currency, listCustomColumns(ctx, 'account')),
    format,
  );
});

export const POST = apiRoute(async ({ ctx, readJson }) => {
  const account = await createAccount(ctx, await readJson(recordChangeInput));
  return Response.json(toWire(account), {
    status: 201,
    headers: { location: `/api/v1/accounts/${account.id}` },
  });
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
