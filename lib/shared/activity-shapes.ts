import { z } from 'zod';
import { activityChannels, activityOutcomes, activityTypes } from './activity-words.ts';
import { wireInstant } from './wire-times.ts';

/** Touches, replies, meetings and notes; signals as they happen. Shared by handlers, pages and OpenAPI. */

export const activityInput = z.strictObject({
  accountId: z.string(),
  contactId: z.string().nullable().default(null),
  type: z.enum(activityTypes, 'An activity is a touch, a reply, a meeting or a note.'),
  channel: z.enum(activityChannels).nullable().default(null),
  outcome: z.enum(activityOutcomes).nullable().default(null),
  note: z.string().trim().max(5_000).nullable().default(null),
  occurredAt: wireInstant.optional().describe('Now when left out.'),
  scheduledAt: wireInstant.nullable().optional().describe('A meeting that lies ahead.'),
});
export type ActivityInput = z.output<typeof activityInput>;

export const activityShape = z.object({
  id: z.string(),
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  contactId: z.string().nullable(),
  contactName: z.string().nullable(),
  type: z.string(),
  channel: z.string().nullable(),
  outcome: z.string().nullable(),
  ownerName: z.string().nullable(),
  note: z.string().nullable(),
  occurredAt: wireInstant.nullable(),
  scheduledAt: wireInstant.nullable(),
});
export type Activity = z.output<typeof activityShape>;

export const signalInput = z.strictObject({
  account: z.string().trim().min(1).max(500).optional().describe('Id, web domain or name of the account.'),
  accountId: z.string().optional(),
  contactEmail: z.string().trim().max(320).optional(),
  type: z.string().trim().min(1, 'A signal needs a type.').max(100),
  topic: z.string().trim().max(200).nullable().optional(),
  source: z.string().trim().max(200).nullable().optional(),
  strength: z.number().min(0).max(100, 'Strength is 0–100.').nullable().optional(),
  quantity: z.number().nullable().optional(),
  amount: z.number().nullable().optional(),
  url: z.string().trim().max(2_000).nullable().optional(),
  externalId: z.string().trim().max(200).nullable().optional(),
  occurredAt: wireInstant,
});
export type SignalInput = z.output<typeof signalInput>;

export const signalBatchInput = z.strictObject({
  signals: z
    .array(signalInput)
    .min(1, 'Send at least one signal.')
    .max(1_000, 'Send at most 1,000 signals at once.'),
});

export const signalBatchResult = z.object({
  created: z.number(),
  known: z
    .number()
    .describe('Recognised by their externalId and source, or as the same fact; not stored again.'),
  unmatched: z.number().describe('Kept without an account, and tried again after each account import.'),
  problems: z.array(z.object({ index: z.number(), code: z.string(), message: z.string() })),
});

export const signalShape = z.object({
  id: z.string(),
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  contactId: z.string().nullable(),
  type: z.string(),
  topic: z.string().nullable(),
  source: z.string().nullable(),
  strength: z.number().nullable(),
  quantity: z.number().nullable(),
  amount: z.number().nullable(),
  url: z.string().nullable(),
  externalId: z.string().nullable(),
  occurredAt: wireInstant,
});
export type SignalView = z.output<typeof signalShape>;

export const signalList = z.object({ items: z.array(signalShape), nextCursor: z.string().nullable() });

export const signalListQuery = z.object({
  segment: z.string().optional(),
  account: z.string().optional(),
  rule: z.string().max(50_000).optional().describe('A rule over accounts, as JSON.'),
  type: z.string().max(100).optional(),
  sort: z.enum(['occurredAt', '-occurredAt'], 'Signals are sorted by occurredAt.').default('-occurredAt'),
  limit: z.coerce.number().int().min(1).max(500, 'At most 500 at once.').default(50),
  cursor: z.string().max(500).optional(),
});
export type SignalListQuery = z.output<typeof signalListQuery>;
