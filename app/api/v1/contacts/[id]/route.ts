import { apiRoute } from '#lib/http/api-route.ts';
import { readIfMatch } from '#lib/http/if-match.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { archiveContact, changeContact } from '#lib/services/contacts/change-contact.ts';
import { getContact } from '#lib/services/contacts/get.ts';
import { recordChangeInput } from '#lib/shared/account-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) => toWire(getContact(ctx, params.id)));

export const PATCH = apiRoute<'id'>(async ({ ctx, params, request, readJson }) =>
  toWire(await changeContact(ctx, params.id, await readJson(recordChangeInput), readIfMatch(request))),
);

export const DELETE = apiRoute<'id'>(({ ctx, params }) => archiveContact(ctx, params.id));

export const { POST, PUT, OPTIONS } = otherMethods('GET', 'PATCH', 'DELETE');
