import { z } from 'zod';
import { workspaceSettingsSchema } from './workspace-settings.ts';

/** What the settings part of the API takes and answers, shared by handlers, pages and OpenAPI. */

const currencyRate = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'A currency is three capital letters, for example EUR.'),
  rate: z
    .number()
    .positive('A rate is more than 0.')
    .describe('1 unit of this currency in units of the workspace currency.'),
});
export type CurrencyRate = z.output<typeof currencyRate>;

const name = z.string().trim().min(1, 'Give the workspace a name.').max(120);

export const settingsInput = z.strictObject({
  name,
  settings: z.strictObject(workspaceSettingsSchema.shape),
  currencyRates: z
    .array(currencyRate)
    .max(200)
    .refine((rates) => new Set(rates.map((one) => one.currency)).size === rates.length, {
      message: 'Each currency can have one rate only.',
    })
    .optional(),
});
export type SettingsInput = z.output<typeof settingsInput>;

export const settingsView = z.object({
  name,
  version: z.number().int(),
  settings: workspaceSettingsSchema,
  currencyRates: z.array(currencyRate),
});
export type SettingsView = z.output<typeof settingsView>;
