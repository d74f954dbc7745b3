import { z } from 'zod';

const counted = { accounts: z.number(), potentialAmount: z.number() };
const named = z.object({ id: z.string(), name: z.string() });

/** `GET /plans/{id}/checks`: where rules and places meet, and what none of them takes. */
export const planChecksSchema = z.object({
  overlaps: z.array(
    z.object({
      winner: named,
      loser: named,
      /** Both are rules, or both are places: then their order decides and may be turned round. */
      canTurn: z.boolean(),
      ...counted,
    }),
  ),
  shadowed: z.array(
    z.object({
      territory: named,
      takes: z.number(),
      by: z.array(named.extend({ accounts: z.number() })),
      /** The territory before which it would get its accounts; null where its step comes later all the same. */
      before: named.nullable(),
    }),
  ),
  gaps: z.array(
    z.object({
      place: z.string(),
      label: z.string(),
      /** A territory with places nearby that could have it too; null where none is near. */
      suggested: named.nullable(),
      ...counted,
    }),
  ),
});
export type PlanChecksView = z.output<typeof planChecksSchema>;
