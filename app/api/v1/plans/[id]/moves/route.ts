import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { wantedFormat } from '#lib/http/wanted-format.ts';
import { draftMoves, movesFile } from '#lib/services/plans/plan-moves.ts';

export const GET = apiRoute<'id'>(async ({ ctx, params, request }) =>
  fileResponse(
    movesFile('territory-moves-draft', await draftMoves(ctx, params.id)),
    wantedFormat(request) ?? 'csv',
  ),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
