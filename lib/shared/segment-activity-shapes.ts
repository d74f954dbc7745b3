import { z } from 'zod';
import { accountRowShape, contactRowShape, segmentKinds } from './segment-shapes.ts';
import { totalsShape } from './total-shapes.ts';
import { type ValueSource, valueSourceShape } from './value-source.ts';
import { wireDay, wireInstant } from './wire-times.ts';

/** Members, history and explanations of segments on the wire. */

export const membersShape = z.object({
  entity: z.enum(['account', 'contact']),
  count: z.number(),
  items: z.array(z.union([accountRowShape, contactRowShape])),
  nextCursor: z.string().nullable(),
  asOf: wireInstant,
  totals: totalsShape.optional().describe('By column, over all members; only when asked for.'),
  isFromRule: z.boolean().describe('Answered by the rule, because the stored membership is not written yet.'),
});

export const moveShape = z.object({
  at: wireInstant,
  recordId: z.string(),
  name: z.string(),
  kind: z.enum(['entered', 'left']),
  cause: z.enum(['published', 'data', 'time', 'rule', 'pin', 'retired']),
});

export const historyShape = z.object({
  items: z.array(moveShape),
  nextCursor: z.string().nullable(),
  days: z.array(z.object({ dayOn: wireDay, entered: z.number(), left: z.number(), members: z.number() })),
});

export type Move = z.output<typeof moveShape>;
export type SegmentHistory = { items: Move[]; nextCursor: string | null; days: HistoryDay[] };
export type HistoryDay = { dayOn: number; entered: number; left: number; members: number };

/** One node of a rule with the record's own value beside it. */
export type ExplainedRule = {
  id: string;
  kind: 'group' | 'field' | 'related' | 'segment' | 'pinned';
  /** For groups: all, any, none. */
  op: 'all' | 'any' | 'none' | null;
  label: string;
  outcome: boolean;
  /** False when a value that the condition needs is missing. */
  known: boolean;
  actual: string | null;
  /** Which field of which record it asks, for field conditions: `account.industry`. */
  field: string | null;
  /** Where the record's value came from, and when; null where that is not kept. */
  source: ValueSource | null;
  /** Epoch ms of the newest row that counts. */
  latestAt: number | null;
  children: ExplainedRule[];
};

export const explainedRuleShape: z.ZodType<ExplainedRule> = z.lazy(() =>
  z.object({
    id: z.string(),
    kind: z.enum(['group', 'field', 'related', 'segment', 'pinned']),
    op: z.enum(['all', 'any', 'none']).nullable(),
    label: z.string(),
    outcome: z.boolean(),
    known: z.boolean(),
    actual: z.string().nullable(),
    field: z.string().nullable(),
    source: valueSourceShape.nullable(),
    latestAt: wireInstant.nullable(),
    children: z.array(explainedRuleShape),
  }),
);

export const explanationShape = z.object({
  record: z.object({ id: z.string(), name: z.string() }),
  segment: z.object({ id: z.string(), name: z.string() }).nullable(),
  isMember: z.boolean(),
  tree: explainedRuleShape,
  wayIn: z
    .array(z.object({ id: z.string(), holds: z.boolean() }))
    .describe(
      'The fewest conditions of the tree that would have to turn for the record to be in; empty when it is.',
    ),
  pinning: z
    .object({
      segment: z.object({
        id: z.string(),
        name: z.string(),
        entity: z.enum(['account', 'contact']),
        kind: z.enum(segmentKinds),
      }),
      pin: z.object({ side: z.enum(['in', 'out']), reason: z.string() }).nullable(),
      mayPin: z.boolean(),
    })
    .nullable()
    .describe('The segment whose pins count, the pin of this record in it, and whether you may change it.'),
  asOf: wireInstant,
});

export type Explanation = z.output<typeof explanationShape>;

export const explainInput = z.strictObject({
  definition: z.unknown().optional(),
  segmentId: z
    .string()
    .optional()
    .describe('Instead of a definition: its published rule. With one: the segment whose pins count.'),
  isDraft: z
    .boolean()
    .optional()
    .describe('With segmentId alone: the draft as it stands, without its muted and unfinished conditions.'),
  recordId: z.string(),
  asOf: z.iso.datetime({ offset: true }).optional(),
});
