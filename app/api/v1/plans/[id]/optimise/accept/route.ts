import { apiRoute } from '#lib/http/api-route.ts';
import { otherMethods } from '#lib/http/other-methods.ts';
import { acceptProposal } from '#lib/services/plans/accept-proposal.ts';
import { acceptProposalSchema } from '#lib/shared/proposal-shapes.ts';

export const POST = apiRoute<'id'>(async ({ ctx, params, readJson }) =>
  acceptProposal(ctx, params.id, await readJson(acceptProposalSchema, { maxBytes: 4 * 1024 * 1024 })),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
