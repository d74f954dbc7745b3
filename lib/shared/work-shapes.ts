import { z } from 'zod';
import { tierBriefShape } from './tier-shapes.ts';
import { totalsShape } from './total-shapes.ts';
import { wireDay, wireInstant } from './wire-times.ts';

/** The list of work of one rep: "My accounts", next steps, snoozes. */

/** Where an account stands in a list of work, first things first. */
export const workGroups = ['now', 'week', 'later', 'done'] as const;

export const reasonShape = z.object({
  kind: z.enum(['reply', 'meeting', 'step', 'renewal', 'intent', 'trigger', 'visit', 'mail', 'demo']),
  text: z.string(),
  detail: z.string().nullable(),
  seenAt: wireInstant.nullable().describe('When it was seen.'),
  dueOn: wireDay.nullable().describe('The day that it points to: a renewal, a meeting, a step.'),
  isUrgent: z.boolean(),
});
export type WorkReason = z.output<typeof reasonShape>;

export const workContactShape = z.object({
  id: z.string(),
  name: z.string().nullable(),
  jobTitle: z.string().nullable(),
  persona: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});
export type WorkContact = z.output<typeof workContactShape>;

export const nextStepShape = z.object({
  id: z.string(),
  accountId: z.string(),
  contactId: z.string().nullable(),
  contactName: z.string().nullable(),
  repId: z.string(),
  repName: z.string(),
  dueOn: wireDay,
  text: z.string(),
  createdAt: wireInstant,
  doneAt: wireInstant.nullable(),
});
export type NextStep = z.output<typeof nextStepShape>;

export const workRowShape = z.object({
  id: z.string(),
  name: z.string(),
  domain: z.string().nullable(),
  industry: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  country: z.string().nullable(),
  employees: z.number().nullable(),
  revenue: z.number().nullable(),
  journeyStage: z.string().nullable(),
  score: z.number().nullable(),
  tier: tierBriefShape.nullable(),
  isCustomer: z.boolean(),
  isDoNotContact: z.boolean(),
  group: z.enum(workGroups),
  touchesFrom: z.number().nullable().describe('Lower bound of the tier, a month.'),
  touchesDone: z.number().describe('In this calendar month.'),
  touchesDue: z.number(),
  touchedAt: wireInstant.nullable(),
  weeks: z.array(z.number()).describe('Signals of each of the last 8 weeks, the latest last.'),
  reasons: z.array(reasonShape).describe('Why now, best first; at most three.'),
  contact: workContactShape.nullable().describe('The best contact that can be reached.'),
  nextStep: nextStepShape.pick({ id: true, dueOn: true, text: true }).nullable(),
  snoozedUntilOn: wireDay.nullable(),
});
export type WorkRow = z.output<typeof workRowShape>;

export const workListShape = z.object({
  rep: z.object({ id: z.string(), name: z.string(), kind: z.enum(['rep', 'pool']) }),
  items: z.array(workRowShape),
  nextCursor: z.string().nullable(),
  count: z.number().describe('Rows of the list, on all pages.'),
  groups: z.array(
    z.object({ id: z.enum(workGroups), label: z.string(), accounts: z.number(), touchesDue: z.number() }),
  ),
  totals: totalsShape.describe('Of the rows on all pages.'),
  book: z.object({
    accounts: z.number().describe('In the list whatever its filter: the book without what is left out.'),
    due: z.number(),
    dueAccounts: z.number(),
    doneAccounts: z.number(),
    snoozed: z.number(),
    withCustomers: z.boolean(),
    customers: z.number().describe('Left out unless asked for; a CSM sees them.'),
    doNotContact: z.number().describe('Left out unless asked for.'),
  }),
  today: z.object({
    done: z.number(),
    planned: z.number(),
    dayOn: wireDay.describe('The day of the plan: today, or on a weekend the next working day.'),
    workingDaysLeft: z.number(),
  }),
  replies: z.object({ count: z.number(), slaHours: z.number().nullable() }),
  meetings: z.object({ count: z.number(), nextAt: wireInstant.nullable() }),
  todayOn: wireDay,
  monthEndOn: wireDay,
  asOf: wireInstant,
});
export type WorkList = z.output<typeof workListShape>;

const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional();

export const workQuery = z.object({
  rep: z.string().optional().describe('Whose list; your own when left out.'),
  show: z.enum(['work', 'snoozed']).default('work'),
  customers: flag.describe('Also customers.'),
  doNotContact: flag.describe('Also accounts that must not be contacted.'),
  tier: z.string().optional(),
  q: z.string().trim().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(300),
  cursor: z
    .string()
    .regex(/^\d{1,7}$/, 'This cursor is not one of ours.')
    .optional(),
});
export type WorkQuery = z.output<typeof workQuery>;

export const snoozeInput = z.strictObject({
  untilOn: wireDay,
  repId: z.string().optional().describe('Whose list; your own when left out.'),
});
export type SnoozeInput = z.output<typeof snoozeInput>;

export const nextStepInput = z.strictObject({
  accountId: z.string(),
  contactId: z.string().nullable().default(null),
  repId: z.string().optional().describe('Whose step; your own when left out.'),
  dueOn: wireDay,
  text: z.string().trim().min(1, 'Say what the next step is.').max(500),
});
export type NextStepInput = z.output<typeof nextStepInput>;

export const nextStepChange = z.strictObject({
  dueOn: wireDay.optional(),
  text: z.string().trim().min(1, 'Say what the next step is.').max(500).optional(),
  isDone: z.boolean().optional(),
});
export type NextStepChange = z.output<typeof nextStepChange>;

export const snoozeQuery = z.object({ rep: z.string().optional() });

/** `untilOn` now, and what it was, so that it can be taken back. */
export const snoozedShape = z.object({ untilOn: wireDay.nullable(), beforeOn: wireDay.nullable() });

export const nextStepList = z.object({ items: z.array(nextStepShape), nextCursor: z.null() });

export const workRepList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(['rep', 'pool']),
      role: z.string().nullable(),
    }),
  ),
  nextCursor: z.null(),
});
export type WorkRep = z.output<typeof workRepList>['items'][number];
