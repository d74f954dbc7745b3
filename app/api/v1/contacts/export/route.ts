import { apiRoute } from '#lib/http/api-route.ts';
import { csvResponse } from '#lib/http/csv.ts';
import { contactCsv } from '#lib/services/contacts/contact-csv.ts';
import { exportContacts } from '#lib/services/contacts/list.ts';
import { contactSelectionInput } from '#lib/shared/contact-shapes.ts';

export const POST = apiRoute(async ({ ctx, readJson }) => {
  const { columns, ...selection } = await readJson(contactSelectionInput);
  const file = contactCsv(await exportContacts(ctx, selection), columns);
  return csvResponse(file.name, file.header, file.rows);
});
