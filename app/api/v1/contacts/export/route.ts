import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { contactFile } from '#lib/services/contacts/contact-file.ts';
import { exportContacts } from '#lib/services/contacts/list.ts';
import { contactSelectionInput } from '#lib/shared/contact-shapes.ts';

export const POST = apiRoute(async ({ ctx, readJson }) => {
  const { columns, format, ...selection } = await readJson(contactSelectionInput);
  return fileResponse(contactFile(await exportContacts(ctx, selection), columns), format);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
