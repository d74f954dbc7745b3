import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { withdrawApproval } from '#lib/services/plans/approvals.ts';

export const POST = apiRoute<'id' | 'approvalId'>(({ ctx, params }) =>
  withdrawApproval(ctx, params.id, params.approvalId),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
