import { z } from 'zod';
import { wireInstant } from './wire-times.ts';

/** Forms in which a rule can be taken along; the SQL ones are named by their database. */
export const ruleForms = [
  'english',
  'json',
  'json-logic',
  'sqlite',
  'postgresql',
  'snowflake',
  'bigquery',
  'clickhouse',
  'soql',
] as const;

export type RuleForm = (typeof ruleForms)[number];

export const ruleFormInput = z.strictObject({
  definition: z.unknown(),
  name: z.string().max(200).nullable().optional().describe('Stands in a comment above the text.'),
  segmentId: z
    .string()
    .optional()
    .describe('The segment whose rule it is: SQL then finds its members, who is pinned by hand included.'),
});

export const ruleFormShape = z.object({
  form: z.enum(ruleForms),
  text: z.string().nullable().describe('Null when the form cannot say all of the rule.'),
  issues: z
    .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
    .describe('What the form cannot say, with pointers into the definition.'),
  notes: z.array(z.string()).describe('What the text counts on where it is used.'),
  asOf: wireInstant.describe('When its relative dates were read.'),
});

export type RuleFormAnswer = z.output<typeof ruleFormShape>;
