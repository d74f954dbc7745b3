import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { wantedFormat } from '#lib/http/wanted-format.ts';
import { createContact } from '#lib/services/contacts/change-contact.ts';
import { contactFile } from '#lib/services/contacts/contact-file.ts';
import { listCustomColumns } from '#lib/services/fields/list-columns.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { exportContacts, listContacts } from '#lib/services/contacts/list.ts';
import { parseRule } from '#lib/services/records/list-definition.ts';
import { recordChangeInput } from '#lib/shared/account-shapes.ts';
import { contactListQuery } from '#lib/shared/contact-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(async ({ ctx, request, readQuery }) => {
  const { format: _format, columns, rule, ...query } = readQuery(contactListQuery);
  const asked = { ...query, rule: parseRule(rule) };
  const format = wantedFormat(request);
  if (format === null) return toWire(await listContacts(ctx, asked, request.signal));
  const items = await exportContacts(ctx, { query: asked });
  const { currency } = getSettings(ctx).settings;
  const file = contactFile(items, columns?.split(','), currency, listCustomColumns(ctx, 'contact'));
  return fileResponse(file, format);
});

export const POST = apiRoute(async ({ ctx, readJson }) => {
  const contact = await createContact(ctx, await readJson(recordChangeInput));
  return Response.json(toWire(contact), {
    status: 201,
    headers: { location: `/api/v1/contacts/${contact.id}` },
  });
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
