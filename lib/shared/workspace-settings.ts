import { z } from 'zod';
import { isTimeZone } from './days.ts';

/** What a workspace decides about itself; stored as one JSON value, defaults filled in on every read. */
export const workspaceSettingsSchema = z.object({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'A currency is three capital letters, for example USD.')
    .default('USD'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'This is no time zone that we know, for example America/Chicago.')
    .default('UTC'),
  fiscalYearStartMonth: z.number().int().min(1).max(12).default(1),
  /** System whose ids are the plain `externalId`. */
  mainSystem: z.string().min(1).max(40).default('salesforce'),
  /** Public id of the segment that is the TAM; null = all accounts. */
  tamSegmentId: z.string().nullable().default(null),
  /** Money field on account that means potential. */
  potentialField: z.string().default('revenue'),
  highIntent: z
    .object({ strengthMin: z.number().min(0).max(100), days: z.number().int().min(1).max(365) })
    .default({ strengthMin: 70, days: 30 }),
  /** Reachable contacts that a campaign segment needs: below `low` is a warning. */
  viability: z
    .object({ low: z.number().int().min(0), high: z.number().int().min(0) })
    .default({ low: 100, high: 200 }),
  /** Function sold to, for personas. */
  soldToFunctions: z.array(z.string()).default(['operations', 'supply_chain']),
  /** Share around the target within which a book counts as balanced. */
  balanceToleranceRate: z.number().min(0).max(1).default(0.1),
  /** RevOps asks a leader or an admin before a territory plan is published. */
  leaderApprovesPlans: z.boolean().default(false),
});

export type WorkspaceSettings = z.output<typeof workspaceSettingsSchema>;

export const defaultWorkspaceSettings: WorkspaceSettings = workspaceSettingsSchema.parse({});
