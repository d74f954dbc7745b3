import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { readIfMatch } from '#lib/http/if-match.ts';
import { askApproval, listApprovals } from '#lib/services/plans/approvals.ts';
import { approvalInput } from '#lib/shared/approval-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';

export const GET = apiRoute<'id'>(({ ctx, params }) =>
  toWire({ items: listApprovals(ctx, params.id), nextCursor: null }),
);

export const POST = apiRoute<'id'>(async ({ ctx, params, request, readJson }) =>
  Response.json(
    toWire(await askApproval(ctx, params.id, await readJson(approvalInput), readIfMatch(request))),
    { status: 201 },
  ),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
