import { apiRoute } from '#lib/http/api-route.ts';
import { readIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { archiveAccount } from '#lib/services/accounts/archive.ts';
import { changeAccount } from '#lib/services/accounts/change-account.ts';
import { getAccount } from '#lib/services/accounts/get.ts';
import { recordChangeInput } from '#lib/shared/account-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => toWire(getAccount(ctx, params.id)));

export const PATCH = apiRoute<'id'>(async ({ ctx, params, request, readJson }) =>
  toWire(await changeAccount(ctx, params.id, await readJson(recordChangeInput), readIfMatch(request))),
);

export const DELETE = apiRoute<'id'>(({ ctx, params }) => archiveAccount(ctx, params.id));

export const { POST, PUT, OPTIONS } = otherMethods('GET', 'PATCH', 'DELETE');
