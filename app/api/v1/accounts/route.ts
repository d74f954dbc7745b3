import { apiRoute } from '#lib/http/api-route.ts';
import { csvResponse } from '#lib/http/csv.ts';
import { accountCsv } from '#lib/services/accounts/account-csv.ts';
import { createAccount } from '#lib/services/accounts/create.ts';
import { exportAccounts, listAccounts } from '#lib/services/accounts/list.ts';
import { parseRule } from '#lib/services/records/list-definition.ts';
import { accountListQuery, recordChangeInput } from '#lib/shared/account-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(async ({ ctx, request, readQuery }) => {
  const { format, columns, rule, ...query } = readQuery(accountListQuery);
  const asked = { ...query, rule: parseRule(rule) };
  const wantsCsv =
    format === 'csv' || (format === undefined && /text\/csv/i.test(request.headers.get('accept') ?? ''));
  if (!wantsCsv) return toWire(await listAccounts(ctx, asked, request.signal));
  const file = accountCsv(await exportAccounts(ctx, { query: asked }), columns?.split(','));
  return csvResponse(file.name, file.header, file.rows);
});

export const POST = apiRoute(async ({ ctx, readJson }) => {
  const account = await createAccount(ctx, await readJson(recordChangeInput));
  return Response.json(toWire(account), {
    status: 201,
    headers: { location: `/api/v1/accounts/${account.id}` },
  });
});
