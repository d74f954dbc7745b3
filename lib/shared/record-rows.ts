import { z } from 'zod';
import { totalsShape } from './total-shapes.ts';

const text = z.string().nullable();
const number = z.number().nullable();

/** A deal as lists show it. Money in the workspace currency, days ISO, ids public; `accountName` is the account's, or what the file called it. */
const opportunityRowSchema = z.object({
  id: z.string(),
  externalId: text,
  name: text,
  accountId: text,
  accountName: text,
  pipeline: text,
  stage: z.string(),
  outcome: z.enum(['open', 'won', 'lost']),
  amount: number,
  acvAmount: number,
  termMonths: number,
  ownerId: text,
  ownerName: text,
  product: text,
  source: text,
  type: text,
  createdOn: text,
  closedOn: text,
  expectedCloseOn: text,
});
export type OpportunityRow = z.output<typeof opportunityRowSchema>;

/** An account as a list behind a reply or meeting rate shows it. */
const touchedAccountRowSchema = z.object({
  id: z.string(),
  externalId: text,
  name: z.string(),
  domain: text,
  industry: text,
  employees: number,
  country: text,
  ownerName: text,
});
export type TouchedAccountRow = z.output<typeof touchedAccountRowSchema>;

export type RecordRows =
  | { entity: 'opportunity'; items: OpportunityRow[] }
  | { entity: 'account'; items: TouchedAccountRow[] };

const page = {
  count: z.number(),
  nextCursor: text,
  totals: totalsShape.describe('Of the money columns, over all of these records.'),
  /** The filters in words; null = none of that kind. */
  about: z.array(z.object({ dimension: z.string(), values: z.array(text) })),
  asOf: z.string(),
  from: text,
  to: text,
  membership: z.enum(['current', 'atCreation']),
  valuesAsOfToday: z.boolean(),
};

/** A page of the records behind a figure. */
export const recordPageSchema = z.discriminatedUnion('entity', [
  z.object({ entity: z.literal('opportunity'), items: z.array(opportunityRowSchema), ...page }),
  z.object({ entity: z.literal('account'), items: z.array(touchedAccountRowSchema), ...page }),
]);
export type RecordPage = z.output<typeof recordPageSchema>;
