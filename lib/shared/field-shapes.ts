import { z } from 'zod';
import { wireInstant } from './wire-times.ts';

/** Custom fields, as the API takes and answers them. */

export const customEntities = ['account', 'contact', 'opportunity', 'rep'] as const;
export const customTypes = [
  'text',
  'category',
  'number',
  'money',
  'day',
  'instant',
  'boolean',
  'tags',
] as const;

const label = z.string().trim().min(1, 'Give the field a name.').max(80);
const unit = z.string().trim().max(20).nullable();

export const customFieldInput = z.strictObject({
  entity: z.enum(customEntities, 'Custom fields are for accounts, contacts, deals and reps.'),
  label,
  type: z.enum(customTypes, 'Choose one of the types.'),
  unit: unit.default(null).describe('Shown behind numbers, for example m².'),
});
export type CustomFieldInput = z.output<typeof customFieldInput>;

export const customFieldChange = z.strictObject({ label: label.optional(), unit: unit.optional() });

export const customField = z.object({
  id: z.string(),
  entity: z.enum(customEntities),
  key: z.string().describe('As rules, imports and exports name it: custom.plants.'),
  label: z.string(),
  type: z.enum(customTypes),
  unit: z.string().nullable(),
  /** Records that have a value. */
  records: z.number().int(),
  usedBy: z.array(z.string()).describe('Names of segments whose rule asks for it.'),
  createdAt: wireInstant,
});
export type CustomFieldView = z.output<typeof customField>;

export const customFieldList = z.object({ items: z.array(customField), nextCursor: z.null() });
