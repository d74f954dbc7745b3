import { apiRoute } from '#lib/http/api-route.ts';
import { csvResponse } from '#lib/http/csv.ts';
import { accountCsv } from '#lib/services/accounts/account-csv.ts';
import { exportAccounts } from '#lib/services/accounts/list.ts';
import { accountExportInput } from '#lib/shared/account-shapes.ts';

export const POST = apiRoute(async ({ ctx, readJson }) => {
  const { columns, ...selection } = await readJson(accountExportInput);
  const file = accountCsv(await exportAccounts(ctx, selection), columns);
  return csvResponse(file.name, file.header, file.rows);
});
