import { z } from 'zod';
import { importEntities } from './import-fields.ts';

const outcome = z.enum(['open', 'won', 'lost']);
const encodings = z.enum(['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh']);

/** What a piece of a cell means: words of a person's name, ends of `City, State`, years of `2013 (1888)`, or the n-th piece of a split. */
const part = z.union([
  z.enum(['first', 'last', 'city', 'state', 'country', 'year', 'yearInBrackets']),
  z.number().int().min(1).max(50),
]);

export const columnMappingSchema = z.strictObject({
  field: z.string().min(1).max(120),
  scale: z.number().positive().max(1e12).optional(),
  /** `M/D/YYYY`, `D.M.YYYY`, `YYYY-MM-DD`; left away or `auto`: as the file says. */
  format: z.string().max(40).optional(),
  values: z.record(z.string().max(1000), z.string().max(1000).nullable()).optional(),
  empty: z.array(z.string().max(200)).max(100).optional(),
  outcomes: z.record(z.string().max(200), outcome).optional(),
  split: z.string().min(1).max(10).optional(),
  part: part.optional(),
  range: z.enum(['low', 'mid', 'high']).optional(),
  number: z.union([z.literal(true), z.enum(['auto', 'point', 'comma'])]).optional(),
  timeZone: z.string().max(64).optional(),
  onEmpty: z.enum(['keep', 'clear']).optional(),
  /** For a column that names an account (parent): by which keys it is found. */
  match: z.array(z.string().max(80)).min(1).max(5).optional(),
});

export const importOptionsSchema = z.strictObject({
  entity: z.enum(importEntities),
  /** A column may feed several fields; null leaves it out on purpose. */
  mapping: z.record(
    z.string().max(400),
    z.union([columnMappingSchema, z.array(columnMappingSchema).min(1).max(10), z.null()]),
  ),
  match: z.array(z.string().max(80)).min(1).max(6).optional(),
  account: z
    .strictObject({
      column: z.string().max(400),
      match: z.array(z.string().max(80)).min(1).max(5),
    })
    .optional(),
  onUnknownAccount: z.enum(['keepUnlinked', 'create', 'reject']).default('keepUnlinked'),
  encoding: encodings.default('auto'),
  delimiter: z.union([z.literal('auto'), z.string().length(1)]).default('auto'),
  onMatch: z.enum(['update', 'skip']).default('update'),
  onBadValue: z.enum(['skipValue', 'rejectRow']).default('skipValue'),
  onEmpty: z.enum(['keep', 'clear']).default('keep'),
  absent: z.enum(['keep', 'archive']).default('keep'),
  unmappedFields: z.enum(['ignore', 'createCustom']).default('ignore'),
  constants: z
    .record(z.string().max(120), z.union([z.string().max(1000), z.number(), z.boolean()]))
    .default({}),
  dryRun: z.boolean().default(true),
});

export type ColumnMapping = z.output<typeof columnMappingSchema>;
export type ImportOptions = z.output<typeof importOptionsSchema>;
export type ImportOptionsInput = z.input<typeof importOptionsSchema>;

/** The targets of one column as a list, whatever form the mapping has. */
export function mappingsOf(options: Pick<ImportOptions, 'mapping'>, column: string): ColumnMapping[] {
  const mapping = options.mapping[column];
  if (mapping === null || mapping === undefined) return [];
  return Array.isArray(mapping) ? mapping : [mapping];
}
