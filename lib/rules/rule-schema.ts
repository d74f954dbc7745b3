import { z } from 'zod';

import type { FieldGroup, Rule, SegmentDefinition } from './ast.ts';

/** The shapes of a rule as zod schemas: the parser reads node by node with them, and OpenAPI describes requests by them. */

export const groupOperators = ['all', 'any', 'none'] as const;
export const rootEntities = ['account', 'contact'] as const;
export const relatedEntities = ['technology', 'signal', 'contact', 'opportunity', 'activity'] as const;
export const relatedScopes = ['self', 'account', 'family'] as const;
export const measureFunctions = ['count', 'sum', 'avg', 'min', 'max', 'countDistinct'] as const;
export const measureOperators = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'between', 'notBetween'] as const;
export const units = ['day', 'week', 'month', 'quarter', 'year'] as const;
export const periodUnits = ['month', 'quarter', 'year'] as const;
export const periods = ['this', 'previous', 'next'] as const;
export const changes = ['entered', 'left'] as const;

const operators = [
  ...['eq', 'ne', 'in', 'notIn', 'contains', 'notContains', 'startsWith', 'endsWith'],
  ...['lt', 'lte', 'gt', 'gte', 'between', 'notBetween', 'on', 'before', 'after', 'within', 'notWithin'],
  ...['isTrue', 'isFalse', 'hasAny', 'hasAll', 'hasNone', 'empty', 'notEmpty'],
] as const;

const id = z.string().min(1).max(200).describe('Names the node for the interface; never changes meaning.');
const count = z.number().int().min(1);
const reach = z.number().int().min(0);
const isoDay = z.string().describe('A calendar date such as 2026-11-22.');

/** The head of each node, shared by the reading shapes and the published schema. */
const groupHead = { id, kind: z.literal('group'), op: z.enum(groupOperators) };
const fieldHead = { id, kind: z.literal('field'), field: z.string().max(200) };
const relatedHead = {
  id,
  kind: z.literal('related'),
  entity: z.enum(relatedEntities),
  of: z.enum(relatedScopes).optional(),
};
const segmentHead = {
  id,
  kind: z.literal('segment'),
  segmentId: z.string().max(200),
  member: z.boolean(),
  change: z.enum(changes).optional(),
};

const unread = z.unknown().optional();

/** Node by node: children and values are left unread, because their faults are told one by one. */
export const nodeShapes = {
  definition: z.strictObject({ version: z.literal(1), entity: z.enum(rootEntities), root: unread }),
  group: z.strictObject({ ...groupHead, rules: z.array(z.unknown()) }),
  field: z.strictObject({ ...fieldHead, operator: z.string().max(50), value: unread }),
  related: z.strictObject({
    ...relatedHead,
    where: unread,
    window: unread,
    measure: z.strictObject({ fn: z.enum(measureFunctions), field: z.string().max(200).optional() }),
    operator: z.enum(measureOperators),
    value: unread,
  }),
  segment: z.strictObject({ ...segmentHead, window: unread }),
};

const windowField = {
  field: z.string().optional().describe('Which date of the row; by default its main date.'),
};

/** Which dates: the last or next so many, a period of the fiscal calendar, or from one day to another (both included). */
export const windowSchema = z
  .union([
    z.strictObject({ ...windowField, last: count, unit: z.enum([...units, 'hour']) }),
    z.strictObject({ ...windowField, next: count, unit: z.enum(units) }),
    z.strictObject({ ...windowField, period: z.enum(periods), unit: z.enum(periodUnits) }),
    z.strictObject({ ...windowField, from: isoDay.optional(), to: isoDay.optional() }),
  ])
  .meta({ id: 'Window' });

const dateValueSchema = z
  .union([
    z.string().describe('A calendar date, or an instant with its offset.'),
    z.strictObject({ ago: reach, unit: z.enum(units) }),
    z.strictObject({ ahead: reach, unit: z.enum(units) }),
  ])
  .meta({ id: 'DateValue' });

const numberRange = z.tuple([z.number(), z.number()]);

const valueSchema = z
  .union([
    z.number(),
    z.array(z.string()),
    numberRange,
    dateValueSchema,
    z.tuple([dateValueSchema, dateValueSchema]),
    windowSchema,
  ])
  .meta({ id: 'Value' });

const fieldConditionSchema = z
  .strictObject({ ...fieldHead, operator: z.enum(operators), value: valueSchema.optional() })
  .meta({ id: 'FieldCondition' });

const fieldGroupSchema: z.ZodType<FieldGroup> = z
  .lazy(() =>
    z.strictObject({ ...groupHead, rules: z.array(z.union([fieldGroupSchema, fieldConditionSchema])) }),
  )
  .meta({ id: 'FieldGroup' }) as unknown as z.ZodType<FieldGroup>;

const relatedConditionSchema = z
  .strictObject({
    ...relatedHead,
    where: fieldGroupSchema.nullable().describe('Conditions on one and the same row; null = any row.'),
    window: windowSchema.optional(),
    measure: z.union([
      z.strictObject({ fn: z.literal('count') }),
      z.strictObject({ fn: z.enum(['sum', 'avg', 'min', 'max', 'countDistinct']), field: z.string() }),
    ]),
    operator: z.enum(measureOperators),
    value: z.union([z.number(), numberRange]),
  })
  .meta({ id: 'RelatedCondition' });

const segmentConditionSchema = z
  .strictObject({ ...segmentHead, window: windowSchema.optional() })
  .meta({ id: 'SegmentCondition' });

export const ruleSchema: z.ZodType<Rule> = z
  .lazy(() =>
    z.union([
      z.strictObject({ ...groupHead, rules: z.array(ruleSchema) }),
      fieldConditionSchema,
      relatedConditionSchema,
      segmentConditionSchema,
    ]),
  )
  .meta({ id: 'Rule' }) as unknown as z.ZodType<Rule>;

/**
 * The published shape of a definition. It does not know the catalog, so what it accepts may still be refused by
 * `parseDefinition`, and requests are read by that, never by this.
 */
export const definitionSchema: z.ZodType<SegmentDefinition> = z
  .strictObject({
    version: z.literal(1),
    entity: z.enum(rootEntities),
    root: z.strictObject({ ...groupHead, rules: z.array(ruleSchema) }),
  })
  .meta({ id: 'SegmentDefinition' }) as unknown as z.ZodType<SegmentDefinition>;
