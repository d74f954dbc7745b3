import { apiRoute } from '#lib/http/api-route.ts';
import { csvResponse } from '#lib/http/csv.ts';
import { createContact } from '#lib/services/contacts/change-contact.ts';
import { contactCsv } from '#lib/services/contacts/contact-csv.ts';
import { exportContacts, listContacts } from '#lib/services/contacts/list.ts';
import { parseRule } from '#lib/services/records/list-definition.ts';
import { recordChangeInput } from '#lib/shared/account-shapes.ts';
import { contactListQuery } from '#lib/shared/contact-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute(async ({ ctx, request, readQuery }) => {
  const { format, columns, rule, ...query } = readQuery(contactListQuery);
  const asked = { ...query, rule: parseRule(rule) };
  const wantsCsv =
    format === 'csv' || (format === undefined && /text\/csv/i.test(request.headers.get('accept') ?? ''));
  if (!wantsCsv) return toWire(await listContacts(ctx, asked, request.signal));
  const file = contactCsv(await exportContacts(ctx, { query: asked }), columns?.split(','));
  return csvResponse(file.name, file.header, file.rows);
});

export const POST = apiRoute(async ({ ctx, readJson }) => {
  const contact = await createContact(ctx, await readJson(recordChangeInput));
  return Response.json(toWire(contact), {
    status: 201,
    headers: { location: `/api/v1/contacts/${contact.id}` },
  });
});
