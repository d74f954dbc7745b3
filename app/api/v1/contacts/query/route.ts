import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { listContacts } from '#lib/services/contacts/list.ts';
import { contactQueryInput } from '#lib/shared/contact-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const POST = apiRoute(async ({ ctx, request, readJson }) =>
  toWire(await listContacts(ctx, await readJson(contactQueryInput), request.signal)),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
