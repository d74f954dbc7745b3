import { apiRoute } from '#lib/http/api-route.ts';
import { csvResponse } from '#lib/http/csv.ts';
import { moveColumns, publishedMoves } from '#lib/services/plans/plan-moves.ts';

export const GET = apiRoute<'id' | 'number'>(({ ctx, params }) =>
  csvResponse(
    `territory-moves-v${params.number.replace(/\D/g, '')}.csv`,
    [...moveColumns],
    publishedMoves(ctx, params.id, Number(params.number)),
  ),
);
