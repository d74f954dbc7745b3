import { z } from 'zod';
import { fileFormats } from './table-file/table-file.ts';

/** What capacity planning takes and answers over the wire. Touches are a month's, days ISO, ids public. */
const rate = (what: string) =>
  z.number().min(0, `${what} is 0 % to 100 %.`).max(1, `${what} is 0 % to 100 %.`);

export const capacityQuery = z.object({
  /** Sales role in words; the one with most people when absent. */
  role: z.string().trim().max(60).optional(),
  /** Whose demand counts: accounts that somebody holds in the role's slot, or all accounts with a tier. */
  demand: z.enum(['held', 'all']).default('held'),
  /** Whose books count as held: a plan's draft or a scenario, by its id; what is published when absent. */
  plan: z.string().max(40).optional(),
  /** People for “tiers sized to capacity”; those of this month when absent. */
  people: z.coerce.number().int().min(0).max(10_000).optional(),
  months: z.coerce.number().int().min(1).max(24).default(12),
  format: z.enum(fileFormats).optional(),
});
export type CapacityQuery = z.output<typeof capacityQuery>;

export const roleAssumptionsInput = z.strictObject({
  role: z.string().trim().min(1, 'Name the role.').max(60),
  rampCurve: z.array(rate('A step of the ramp')).max(24, 'A ramp has at most 24 months.'),
  attritionRate: rate('Attrition'),
  touchHours: z.number().positive('A touch takes more than 0 hours.').max(40),
});
export type RoleAssumptionsInput = z.output<typeof roleAssumptionsInput>;

export const roleAssumptionsSchema = z.object({
  role: z.string(),
  rampCurve: z.array(z.number()),
  attritionRate: z.number(),
  touchHours: z.number(),
});

export const capacitySchema = z.object({
  role: z.string().nullable(),
  roles: z.array(z.object({ role: z.string(), people: z.number(), openings: z.number() })),
  demand: z.enum(['held', 'all']),
  /** Null where the role has no slot of its own, so that only all accounts can be counted. */
  slot: z.string().nullable(),
  assumptions: roleAssumptionsSchema.nullable(),
  demandTouches: z.number(),
  withoutTier: z.number(),
  /** Mean capacity at full ramp of those whose capacity is recorded; null without any. */
  touchesEach: z.number().nullable(),
  withoutCapacity: z.number(),
  need: z.object({ byTouches: z.number().nullable(), byCaps: z.number(), people: z.number().nullable() }),
  months: z.array(
    z.object({
      month: z.string(),
      demandTouches: z.number(),
      rampedTouches: z.number(),
      rampingTouches: z.number(),
      openingTouches: z.number(),
      touches: z.number(),
      /** Supply − demand: below 0 = short. */
      gapTouches: z.number(),
      timeOffTouches: z.number(),
      attritionTouches: z.number(),
      people: z.number(),
    }),
  ),
  people: z.number(),
  tiers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      rank: z.number(),
      accounts: z.number(),
      touchesFrom: z.number(),
      touchesTo: z.number(),
      touches: z.number(),
      capAccounts: z.number().nullable(),
      carried: z.number(),
      most: z.number().nullable(),
    }),
  ),
  team: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      isOpening: z.boolean(),
      startsOn: z.string().nullable(),
      endsOn: z.string().nullable(),
      fullTouches: z.number().nullable(),
      /** By ramp, today. */
      rampRate: z.number(),
      /** Share of this month's working days at work. */
      presenceRate: z.number(),
      touches: z.number().nullable(),
    }),
  ),
});
export type CapacityView = z.output<typeof capacitySchema>;
