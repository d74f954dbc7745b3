import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { contactFile } from '#lib/services/contacts/contact-file.ts';
import { listCustomColumns } from '#lib/services/fields/list-columns.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { exportContacts } from '#lib/services/contacts/list.ts';
import { contactSelectionInput } from '#lib/shared/contact-shapes.ts';

export const POST = apiRoute(async ({ ctx, readJson }) => {
  const { columns, format, ...selection } = await readJson(contactSelectionInput);
  const items = await exportContacts(ctx, selection);
  const { currency } = getSettings(ctx).settings;
  return fileResponse(contactFile(items, columns, currency, listCustomColumns(ctx, 'contact')), format);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
