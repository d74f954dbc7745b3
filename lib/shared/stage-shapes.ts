import { z } from 'zod';

/** What the stage and product parts of the API take and answer, shared by handlers, pages and OpenAPI. */

export const stageOutcome = z.enum(['open', 'won', 'lost'], 'A stage is open, won or lost.');

const stageFields = {
  pipeline: z.string().trim().max(80).default('').describe('Empty for the only pipeline.'),
  name: z.string().trim().min(1, 'Give the stage a name.').max(80),
  outcome: stageOutcome,
  probabilityRate: z
    .number()
    .min(0, 'A probability is between 0 and 100 %.')
    .max(1, 'A probability is between 0 and 100 %.')
    .nullable()
    .default(null)
    .describe('How likely an open deal in it is won, 0–1.'),
};

export const stageListInput = z.strictObject({
  items: z
    .array(
      z.strictObject({ id: z.string().optional().describe('Left out for a new stage.'), ...stageFields }),
    )
    .min(1, 'Keep at least one stage.')
    .max(200)
    .describe('All stages in their order; a stage that is missing here is removed.'),
});
export type StageListInput = z.output<typeof stageListInput>;

export const stage = z.object({
  id: z.string(),
  ...stageFields,
  isConfirmed: z.boolean().describe('False while the outcome was only guessed from the name.'),
  deals: z.number().int().describe('Deals that are in it now.'),
});
export type Stage = z.output<typeof stage>;

export const stageList = z.object({
  items: z.array(stage),
  nextCursor: z.null(),
  /** Changes with every save; a stale one is refused. */
  version: z.number().int(),
});
export type StageList = z.output<typeof stageList>;

const productFields = {
  name: z.string().trim().min(1, 'Give the product a name.').max(120),
  family: z.string().trim().max(120).nullable().default(null),
  listPriceAmount: z.number().min(0, 'A price is not negative.').nullable().default(null),
};

export const productInput = z.strictObject(productFields);
export type ProductInput = z.output<typeof productInput>;

export const product = z.object({ id: z.string(), ...productFields, deals: z.number().int() });
export type Product = z.output<typeof product>;

export const productList = z.object({ items: z.array(product), nextCursor: z.null() });
