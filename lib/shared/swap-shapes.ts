import { z } from 'zod';
import { slotSchema } from './plan-shapes.ts';
import { planMeasuresSchema } from './proposal-shapes.ts';

/** Moves and swaps that help one rep's book most, over the wire. Ids are public, amounts money. */

export const swapsQuerySchema = z.strictObject({ slot: slotSchema.default('ae'), rep: z.string() });
export type SwapsQuery = z.output<typeof swapsQuerySchema>;

const party = z.object({ id: z.string(), name: z.string() });

const swapMove = z.object({
  /** A family goes as a whole; the first is its largest account. */
  accounts: z.array(party),
  potentialAmount: z.number(),
  from: party.nullable(),
  to: party,
});
export type SwapMove = z.output<typeof swapMove>;

const swap = z.object({
  /** One family that goes or comes, or two that change places. */
  moves: z.array(swapMove).min(1).max(2),
  /** Money that the plan costs less, at the usual exchange rates; negative where it ends that a cap is passed. */
  savesAmount: z.number(),
  before: planMeasuresSchema,
  after: planMeasuresSchema,
});

/** `GET /plans/{id}/swaps`: best first, five at most. */
export const swapsSchema = z.object({ currency: z.string(), swaps: z.array(swap) });
export type Swaps = z.output<typeof swapsSchema>;
