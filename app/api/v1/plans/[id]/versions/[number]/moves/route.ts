import { apiRoute } from '#lib/http/api-route.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { wantedFormat } from '#lib/http/wanted-format.ts';
import { movesFile, publishedMoves } from '#lib/services/plans/plan-moves.ts';

export const GET = apiRoute<'id' | 'number'>(async ({ ctx, params, request }) =>
  fileResponse(
    movesFile(
      `territory-moves-v${params.number.replace(/\D/g, '')}`,
      await publishedMoves(ctx, params.id, Number(params.number)),
    ),
    wantedFormat(request) ?? 'csv',
  ),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
