import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { accountFile } from '#lib/services/accounts/account-file.ts';
import { exportAccounts } from '#lib/services/accounts/list.ts';
import { listCustomColumns } from '#lib/services/fields/list-columns.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { accountExportInput } from '#lib/shared/account-shapes.ts';

export const POST = apiRoute(async ({ ctx, readJson }) => {
  const { columns, format, ...selection } = await readJson(accountExportInput);
  const items = await exportAccounts(ctx, selection);
  return fileResponse(
    accountFile(items, columns, getSettings(ctx).settings.currency, listCustomColumns(ctx, 'account')),
    format,
  );
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
