import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { wantedFormat } from '#lib/http/wanted-format.ts';
import { memberFile } from '#lib/services/segments/member-file.ts';
import { exportMembers, listMembers, type MembersQuestion } from '#lib/services/segments/members.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { membersQuery, readSortParameter } from '#lib/shared/segment-queries.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(async ({ ctx, params, request, readQuery }) => {
  const { format: _format, of, sort, ...query } = readQuery(membersQuery);
  const format = wantedFormat(request);
  if (format === null) {
    return toWire(
      await listMembers(ctx, params.id, {
        ...query,
        ...readSortParameter<NonNullable<MembersQuestion['sort']>>(sort),
      }),
    );
  }
  const found = await exportMembers(ctx, params.id, { of: of ?? 'accounts', asOf: query.asOf });
  return fileResponse(memberFile(found, getSettings(ctx).settings.currency), format);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
