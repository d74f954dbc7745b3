import { apiRoute } from '#lib/http/api-route.ts';
import { csvResponse } from '#lib/http/csv.ts';
import { draftMoves, moveColumns } from '#lib/services/plans/plan-moves.ts';

export const GET = apiRoute<'id'>(async ({ ctx, params }) =>
  csvResponse('territory-moves-draft.csv', [...moveColumns], await draftMoves(ctx, params.id)),
);
