import { z } from 'zod';
import { slotSchema } from './plan-shapes.ts';

/** Query string of a plan's map. */
export const planMapQuerySchema = z.object({
  /** Whose holders the points name. */
  slot: slotSchema.default('ae'),
  rule: z.string().max(50_000).optional().describe('Only accounts that match this rule, as JSON.'),
});
export type PlanMapQuery = z.output<typeof planMapQuerySchema>;

/** Bits of `flags`. */
export const mapFlags = { locked: 1, changes: 2, keptOut: 4 } as const;

const column = (numbers: string) =>
  z.string().describe(`${numbers}, one per account: a little-endian typed array in base64.`);

const namedSchema = z.object({ id: z.string(), name: z.string() });

/**
 * `GET /plans/{id}/map`: every account of the draft within scope, column by column. Indexes count from 1 into the
 * lists beside them; 0 = none.
 */
export const planMapSchema = z.object({
  accounts: z.number(),
  territories: z.array(namedSchema.extend({ colourId: z.string().optional() })),
  holders: z.array(namedSchema),
  regions: z.array(z.string()).describe('ISO codes of states where known (`US-WA`), else of countries.'),
  columns: z.object({
    ids: column('Row numbers of accounts as uint32; written in base 36 after `acc_` they are their ids'),
    longitudes: column('Degrees as float32, NaN = not known'),
    latitudes: column('Degrees as float32, NaN = not known'),
    potentialAmounts: column('Potential as float64, NaN = not recorded'),
    regions: column('Index into regions as uint16'),
    territoriesBefore: column('Index into territories as uint16, as published'),
    territoriesAfter: column('Index into territories as uint16, in the draft'),
    holdersBefore: column('Index into holders as uint16, as published'),
    holdersAfter: column('Index into holders as uint16, in the draft'),
    flags: column('Bits as uint8: 1 locked, 2 changes territory or holder, 4 kept out by hand'),
  }),
});
export type PlanMap = z.output<typeof planMapSchema>;
