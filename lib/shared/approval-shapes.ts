import { z } from 'zod';
import { wireDay, wireInstant } from './wire-times.ts';

/** A leader's approval of a draft, and what people say about it. */
const words = z.string().trim().max(2_000);

/** `POST /plans/{id}/approvals`. */
export const approvalInput = z.strictObject({
  note: words.nullable().optional(),
  effectiveOn: wireDay.nullable().optional().describe('The day on which the plan is to take over.'),
});
export type ApprovalInput = z.output<typeof approvalInput>;

/** `POST /plans/{id}/approvals/{approvalId}/approve` and `/return`. */
export const approveInput = z.strictObject({
  comment: words.nullable().optional(),
  replacesWaiting: z.boolean().optional(),
});
export const returnInput = z.strictObject({
  comment: words.min(1, 'Say what should change before it can be approved.'),
});
export const commentInput = z.strictObject({ body: words.min(1, 'Write the comment first.') });

export const approvalShape = z.object({
  id: z.string(),
  planVersion: z.number(),
  status: z.enum(['open', 'approved', 'returned', 'withdrawn']),
  isStale: z.boolean().describe('The draft was edited after the approval was asked for.'),
  note: z.string().nullable(),
  effectiveAt: wireInstant.nullable(),
  askedBy: z.string().nullable(),
  isOwn: z.boolean().describe('Asked for by whoever reads this.'),
  askedAt: wireInstant,
  decidedBy: z.string().nullable(),
  decidedAt: wireInstant.nullable(),
});
export type Approval = z.output<typeof approvalShape>;

export const planCommentShape = z.object({
  id: z.string(),
  approvalId: z.string().nullable(),
  body: z.string(),
  by: z.string().nullable(),
  writtenAt: wireInstant,
});

export const approvalList = z.object({ items: z.array(approvalShape), nextCursor: z.null() });
export const planCommentList = z.object({ items: z.array(planCommentShape), nextCursor: z.null() });
export type PlanComment = z.output<typeof planCommentShape>;
