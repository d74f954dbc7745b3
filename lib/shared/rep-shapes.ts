import { z } from 'zod';

/** Reps and pools over the wire. Ids are public; a pool is a holder that several reps share. */
const text = (max: number) => z.string().trim().max(max).nullable();
const atLeastZero = (what: string) =>
  z.number().min(0, `${what} cannot be less than 0.`).max(1e12).nullable();

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
  memberIds: z.array(z.string()),
  /** Accounts held now, in any slot. */
  accounts: z.number(),
  version: z.number(),
});
export type Rep = z.output<typeof repSchema>;

export const repsSchema = z.object({ items: z.array(repSchema), nextCursor: z.null() });
