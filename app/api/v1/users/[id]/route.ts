import { apiRoute } from '#lib/http/api-route.ts';
import { readIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { personChange } from '#lib/permissions/people-shapes.ts';
import { changePerson } from '#lib/services/users/change.ts';
import { getPerson } from '#lib/services/users/list.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => toWire(getPerson(ctx, params.id)));

const change = apiRoute<'id'>(async ({ ctx, params, request, readJson }) =>
  toWire(await changePerson(ctx, params.id, await readJson(personChange), readIfMatch(request))),
);

export const PATCH = change;
export const PUT = change;

export const { POST, DELETE, OPTIONS } = otherMethods('GET', 'PUT', 'PATCH');
