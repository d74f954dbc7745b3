import { z } from 'zod';
import { planAccountSchema } from '#lib/shared/plan-account-shapes.ts';

/** `GET /accounts/{id}/place`: where an account lies in the plan and who held it since when. */
export const accountPlaceShape = z.object({
  draft: planAccountSchema.nullable(),
  holders: z.array(
    z.object({
      slot: z.string(),
      repId: z.string(),
      name: z.string(),
      kind: z.enum(['rep', 'pool']),
      reason: z.string().nullable(),
      isLocked: z.boolean(),
      planNumber: z.number().nullable(),
      from: z.string(),
      to: z.string().nullable(),
    }),
  ),
  places: z.array(
    z.object({
      territoryId: z.string(),
      name: z.string(),
      step: z.string(),
      from: z.string(),
      to: z.string().nullable(),
    }),
  ),
});
export type AccountPlace = z.output<typeof accountPlaceShape>;
