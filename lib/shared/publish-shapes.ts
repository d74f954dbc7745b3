import { z } from 'zod';
import { wireDay, wireInstant } from './wire-times.ts';

/** `POST /plans/{id}/publish`: at once, or for a day ahead in the workspace's time zone. */
export const publishPlanInput = z.strictObject({
  note: z.string().trim().max(1_000).nullable().optional(),
  effectiveOn: wireDay.nullable().optional().describe('The day on which it takes over; at once without one.'),
  replacesWaiting: z
    .boolean()
    .optional()
    .describe('Withdraws a version that waits for its day; without it publishing is refused meanwhile.'),
});
export type PublishPlanInput = z.output<typeof publishPlanInput>;

export const publishedVersion = z.object({
  number: z.number(),
  movedAccounts: z.number().describe('As of now; a version that waits counts anew on its day.'),
  effectiveAt: wireInstant,
  isWaiting: z.boolean(),
  heldOver: z.number().describe('Deals that stay with their former owner.'),
});

const leftShape = z.array(z.object({ name: z.string(), accounts: z.number() }));

export const planVersionShape = z.object({
  number: z.number(),
  state: z.enum(['waiting', 'inForce', 'past', 'withdrawn']),
  movedAccounts: z.number(),
  note: z.string().nullable(),
  publishedAt: wireInstant,
  effectiveAt: wireInstant,
  tookEffectAt: wireInstant.nullable(),
  withdrawnAt: wireInstant.nullable(),
  publishedBy: z.string().nullable(),
  left: leftShape.describe('Who had left when it took effect, and how many accounts kept whom they had.'),
  goneAccounts: z.number().describe('Accounts that were in the Trash when it took effect.'),
});
export const planVersionList = z.object({ items: z.array(planVersionShape), nextCursor: z.null() });
export type PlanVersion = z.output<typeof planVersionShape>;
/** The version that is published for a day ahead. */
export const waitingShape = z.object({
  number: z.number(),
  effectiveAt: wireInstant,
  movedAccounts: z.number(),
  note: z.string().nullable(),
  left: leftShape.describe('Who has left since, and how many accounts will keep whom they have.'),
  goneAccounts: z.number(),
});
export type WaitingView = z.output<typeof waitingShape>;

/** `POST /plans/{id}/versions/{number}/restore` and `/withdraw`. */
export const versionNote = z.object({ note: z.string().trim().max(1_000).nullable().optional() });
