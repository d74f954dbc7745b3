import { z } from 'zod';
import { pageQuerySchema } from './cursor.ts';
import { wireDay, wireInstant } from './wire-times.ts';

/** What the audit part of the API takes and answers, shared by handler, page and OpenAPI. */

export const auditQuery = pageQuerySchema.extend({
  user: z.string().optional().describe('Public id of a person.'),
  entity: z.string().max(40).optional(),
  record: z.string().max(40).optional().describe('Public id of one record.'),
  action: z.string().max(80).optional().describe('`segment.publish`, or `segment.` for all of a noun.'),
  from: wireDay.optional().describe('First day, in the workspace’s time zone.'),
  to: wireDay.optional().describe('Last day, in the workspace’s time zone.'),
});
export type AuditQuery = z.output<typeof auditQuery>;

export const auditEntry = z.object({
  id: z.string(),
  at: wireInstant,
  userId: z.string().nullable(),
  actor: z.string(),
  action: z.string(),
  entity: z.string(),
  recordId: z.string().nullable(),
  subject: z
    .object({ name: z.string().nullable(), accountId: z.string().nullable() })
    .nullable()
    .describe('The record as it is called now, and the account that it is on; null when it is gone.'),
  summary: z.string(),
  before: z.json().nullable(),
  after: z.json().nullable(),
  reason: z.string().nullable(),
});
export type AuditEntryView = z.output<typeof auditEntry>;

export const auditPage = z.object({ items: z.array(auditEntry), nextCursor: z.string().nullable() });
export type AuditPage = z.output<typeof auditPage>;
