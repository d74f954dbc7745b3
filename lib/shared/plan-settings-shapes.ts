import { z } from 'zod';

/** What of a plan or scenario is not its territories: how it starts, and `PATCH /plans/{id}`. */
const planDay = z.iso.date('Give a day as YYYY-MM-DD.').nullable().optional();

export const planChangeSchema = z.object({
  name: z.string().trim().min(1, 'Give the plan a name.').max(120).optional(),
  /** New accounts are placed by themselves, as the version in force says. */
  placesNewAccounts: z.boolean().optional(),
  /** First and last day of the plan's period; null = open. */
  startsOn: planDay,
  endsOn: planDay,
  note: z.string().trim().max(1_000).nullable().optional(),
  /** Of a scenario: put away, or brought back. */
  isArchived: z.boolean().optional(),
});
export type PlanChange = z.output<typeof planChangeSchema>;

export const planStarts = ['blank', 'places', 'owners'] as const;
export const newPlanSchema = z.object({
  name: z.string().trim().min(1, 'Give the plan a name.').max(120),
  /** Empty, one territory per region where accounts are, or one per owner in the CRM. */
  start: z.enum(planStarts).default('blank'),
});
export type NewPlan = z.output<typeof newPlanSchema>;

/** `GET /accounts/{id}/place`: in the plan or scenario of this id; in the draft when absent. */
export const placeQuery = z.object({ plan: z.string().max(40).optional() });
