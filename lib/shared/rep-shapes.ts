import { z } from 'zod';

/** Reps and pools over the wire. Ids are public; a pool is a holder that several reps share. */
const text = (max: number) => z.string().trim().max(max).nullable();
const atLeastZero = (what: string) =>
  z.number().min(0, `${what} cannot be less than 0.`).max(1e12).nullable();

const day = z.iso.date('Give a day as YYYY-MM-DD.');
const place = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'A place is a country or state code, for example US or US-WA.');

/** Days off, both ends included. */
export const absenceSchema = z
  .strictObject({ fromOn: day, toOn: day, reason: text(120).default(null) })
  .refine(({ fromOn, toOn }) => fromOn <= toOn, {
    path: ['toOn'],
    error: 'Time off ends on or after the day it begins.',
  });
export type Absence = z.output<typeof absenceSchema>;

const editable = {
  name: z.string().trim().min(1, 'Give a name.').max(120, 'A name has at most 120 characters.'),
  email: z.union([z.literal(''), z.email('This is not an e-mail address.')]).nullable(),
  /** Id in the CRM, for exports. */
  externalId: text(100),
  /** Sales role in words: AE, SDR, CSM, manager. */
  role: text(60),
  region: text(60),
  managerId: z.string().nullable(),
  isActive: z.boolean(),
  /** Touches a month at full ramp. */
  capacityTouches: atLeastZero('Capacity'),
  maxAccounts: atLeastZero('A cap'),
  /** Money a fiscal quarter. */
  quotaAmount: atLeastZero('A quota'),
  /** 0–1: how much of full capacity and of an even share. */
  rampRate: z.number().min(0, 'Ramp is 0 % to 100 %.').max(1, 'Ramp is 0 % to 100 %.').nullable(),
  /** Selling hours a month at full ramp, in place of touches. */
  capacityHours: atLeastZero('Capacity'),
  /** First and last day of work; with a first day the ramp follows the role's curve. */
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  /** Open headcount: a place with a start date that nobody fills yet. */
  isOpening: z.boolean(),
  homeCity: text(120),
  /** ISO codes: `US`, `US-WA`. */
  homeState: place.nullable(),
  homeCountry: place.nullable(),
  /** Countries and states this person may work in; empty = anywhere. */
  allowedRegions: z.array(place).max(400),
  /** Segments whose accounts this person may hold; empty = any. */
  allowedSegmentIds: z.array(z.string()).max(200),
  languages: z.array(z.string().trim().min(1).max(60)).max(50),
  /** Tiers this person works, by name; empty = all. */
  tiers: z.array(z.string().trim().min(1).max(80)).max(50),
  absences: z.array(absenceSchema).max(200),
  /** Pools only: the reps in it. */
  memberIds: z.array(z.string()).max(500),
};

export const repInputSchema = z
  .strictObject({ ...editable, kind: z.enum(['rep', 'pool']).default('rep') })
  .partial()
  .required({ name: true });
export type RepInput = z.output<typeof repInputSchema>;

export const repChangeSchema = z.strictObject(editable).partial();
export type RepChange = z.output<typeof repChangeSchema>;

export const repSchema = z.object({
  id: z.string(),
  kind: z.enum(['rep', 'pool']),
  name: z.string(),
  email: z.string().nullable(),
  externalId: z.string().nullable(),
  role: z.string().nullable(),
  region: z.string().nullable(),
  managerId: z.string().nullable(),
  managerName: z.string().nullable(),
  isActive: z.boolean(),
  capacityTouches: z.number().nullable(),
  maxAccounts: z.number().nullable(),
  quotaAmount: z.number().nullable(),
  rampRate: z.number().nullable(),
  capacityHours: z.number().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  isOpening: z.boolean(),
  homeCity: z.string().nullable(),
  homeState: z.string().nullable(),
  homeCountry: z.string().nullable(),
  allowedRegions: z.array(z.string()),
  allowedSegmentIds: z.array(z.string()),
  languages: z.array(z.string()),
  tiers: z.array(z.string()),
  absences: z.array(z.object({ fromOn: z.string(), toOn: z.string(), reason: z.string().nullable() })),
  memberIds: z.array(z.string()),
  /** Accounts held now, in any slot. */
  accounts: z.number(),
  version: z.number(),
});
export type Rep = z.output<typeof repSchema>;

export const repsSchema = z.object({ items: z.array(repSchema), nextCursor: z.null() });
